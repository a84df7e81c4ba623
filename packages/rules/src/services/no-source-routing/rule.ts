import { defineRule, must } from '@breakwater/core'

export default defineRule({
  id: 'services/no-source-routing',
  title: 'Disable IP source routing',
  severity: 'medium',
  why: 'With source routing the sender chooses the path, past filters and firewalls',
  guidance: [
    { document: 'EVHG', clause: 'E40' },
    { document: 'CISCO-RI', clause: 'Miscellaneous list' },
    { document: 'NISG', clause: '8.1' },
  ],
  mappings: { attack: ['T1599'], nist: ['SC-7', 'CM-7'], stig: ['CISC-RT-000750'], cis: ['3.1.1'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: ip source-route, on and off, in 8 of them'],
  *check({ services }) {
    yield must(services.sourceRouting, (on) => !on, {
      message: 'Source-routed IPv4 packets are forwarded; write no ip source-route',
      fix: false,
      applicability: 'safe',
    })
  },
})
