import { change, defineRule, fail, must, pass, switchports, unknown, valueOf, type Device } from '@breakwater/core'

/** Catalyst 2900 XL and 3500 XL speak no DTP; of the ports of wireless controllers nothing is known. */
const WITHOUT_DTP = /^(?:WS-C(?:29|35)\d\d\w*-XL|C98)/i

function speaksDtp({ hardware }: Device): boolean {
  return !hardware.items.some(({ pid }) => WITHOUT_DTP.test(pid))
}

export default defineRule({
  id: 'l2/dtp-disabled',
  title: 'Set trunks and access ports statically and disable DTP',
  severity: 'medium',
  why: 'Whoever is plugged into a port that speaks DTP can make it a trunk and reach every VLAN',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8.1' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000200', 'CISC-L2-000250'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, switchport mode in the Catalyst 3560 command reference: access turns DTP off, trunk needs nonegotiate',
    'Configurations of Catalyst 9200L and IOSvL2, which print no mode for ports in their default',
  ],
  *check(device) {
    if (!speaksDtp(device)) return
    for (const { port, role } of switchports(device)) {
      const { switchportMode: mode, nonegotiate } = port
      // The port may be the trunk that the neighbour asked for, or that it forms only when asked, and the way to the device.
      const applicability = 'lockout-risk'
      const remedy = { changes: [change(mode, 'access')], applicability } as const
      switch (role.kind) {
        case 'access':
        case 'other':
          yield pass(mode)
          break
        case 'trunk':
          yield must(nonegotiate, Boolean, {
            message: `${port.name} is a trunk and still speaks DTP; write switchport nonegotiate`,
            fix: true,
            applicability,
          })
          break
        case 'dynamic': {
          const written = role.written ? `is ${valueOf(mode)}` : 'has no mode and is dynamic by default'
          if (valueOf(nonegotiate) === true) yield pass(nonegotiate)
          else
            yield fail(
              mode,
              `${port.name} ${written}: a neighbour can make it a trunk; make it access or trunk`,
              remedy,
            )
          break
        }
        case 'undecided':
          yield unknown(mode, `${port.name} may speak DTP`, role.why)
          break
      }
    }
  },
})
