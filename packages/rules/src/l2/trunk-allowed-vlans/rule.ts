import { change, defineRule, hasEveryVlan, must, switchports } from '@breakwater/core'

export default defineRule({
  id: 'l2/trunk-allowed-vlans',
  title: 'Restrict VLANs on trunks',
  severity: 'low',
  why: 'A trunk that carries every VLAN takes an intruder, and every mistake, to every switch',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000230'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, switchport trunk in the Catalyst 3550, 3560, 3750 and 4500 command references: every VLAN by default',
  ],
  *check(device) {
    for (const { port, role } of switchports(device)) {
      if (role.kind !== 'trunk') continue
      yield must(port.allowedVlans, (vlans) => !hasEveryVlan(vlans), {
        message: `${port.name} carries every VLAN; list the VLANs that the other side needs`,
        changes: [change(port.allowedVlans, '<VLANS>')],
        applicability: 'needs-site-value',
      })
    }
  },
})
