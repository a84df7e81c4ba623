import { defineRule, must } from '@breakwater/core'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/version-2-only',
  title: 'Run SSH version 2 only',
  severity: 'high',
  why: 'Version 1 of the protocol is broken: whoever sits on the path can read and change the session',
  guidance: [
    { document: 'EVHG', clause: 'E41' },
    { document: 'EVHG', clause: 'E52' },
    { document: 'CISCO-RI', clause: 'Feature removal list' },
    { document: 'NISG', clause: '7.1' },
  ],
  mappings: { cis: ['2.1.1.2'], stig: ['CISC-ND-001200', 'CISC-ND-001210'], nist: ['MA-4(6)', 'AC-17(2)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Cisco, Catalyst 2960-XR security configuration guide, ip ssh version', 'show ip ssh of IOS XE 17.16'],
  check(device) {
    return onSshServer(device, () => [
      must(device.ssh.version, (version) => version === 2, {
        message: (version) =>
          version === 1
            ? 'SSH version 1 is forced; allow version 2 only'
            : 'SSH version 1 is accepted; allow version 2 only',
        fix: 2,
        applicability: 'lockout-risk',
      }),
    ])
  },
})
