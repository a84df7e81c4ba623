import { defineRule, fail, pass, unknown } from '@breakwater/core'

export default defineRule({
  id: 'logging/remote-host',
  title: 'Send logs to remote collectors',
  severity: 'high',
  why: 'Intruders clear the logs of the device; only what left it in time remains',
  guidance: [
    { document: 'EVHG', clause: 'E06' },
    { document: 'EVHG', clause: 'E08' },
    { document: 'EVHG', clause: 'E09' },
    { document: 'AA25-239A', clause: 'AM12' },
    { document: 'AA25-239A', clause: 'A16' },
    { document: 'NISG', clause: '6.1' },
  ],
  mappings: { cis: ['2.2.4'], stig: ['CISC-ND-001450'], nist: ['AU-4(1)', 'AU-9(2)', 'AU-12'], attack: ['T1070'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['both spellings, logging host A and logging A, in the test corpus'],
  *check({ management }) {
    const { logHosts } = management
    const host = logHosts.items.find(({ discriminator }) => discriminator.state === 'absent')
    const [filtered] = logHosts.items
    const message = 'Logs stay on the device; send them to a collector'
    if (host !== undefined) yield pass(host)
    else if (filtered !== undefined)
      yield unknown(filtered, 'the discriminators of all receivers let messages through', { kind: 'unreadable' })
    else if (!logHosts.complete) yield unknown(logHosts, message, { kind: 'not-in-view' })
    else
      yield fail(logHosts, message, {
        changes: [{ setting: 'management.logHosts', value: '<LOG-HOST>' }],
        applicability: 'needs-site-value',
      })
  },
})
