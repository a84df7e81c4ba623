import { defineRule, fail, must, removal } from '@breakwater/core'

export default defineRule({
  id: 'services/no-config-autoload',
  title: 'Disable configuration autoload from the network',
  severity: 'high',
  why: 'A device that takes its configuration from the network takes it from whoever answers first',
  guidance: [
    { document: 'EVHG', clause: 'E45' },
    { document: 'EVHG', clause: 'E52' },
  ],
  mappings: { attack: ['T1542.005'], nist: ['CM-7', 'SI-7'], stig: ['CISC-RT-000090'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, boot network in the configuration file commands: ignored without service config, which is on by itself where NVRAM is empty',
    'Public configurations, of which some print no service config and none service config',
  ],
  *check({ services }) {
    const { configAutoload, autoloads } = services
    yield must(configAutoload, (on) => !on, {
      message: 'The device loads configuration from the network; write no service config',
      fix: false,
      // Where a source is named, somebody may rely on it.
      applicability: autoloads.items.length === 0 ? 'safe' : 'disruptive',
    })
    for (const item of autoloads.items) {
      const message =
        item.kind === 'pnp'
          ? `The onboarding profile ${item.key} has no TLS: whoever answers configures the device; use transport https`
          : `A source of configuration on the network is named (${item.kind}), for service config or an empty NVRAM; take it away`
      yield fail(item, message, { changes: [removal(item)], applicability: 'disruptive' })
    }
  },
})
