import { change, defineRule, must, pass, switchports, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'l2/native-vlan',
  title: 'Use a dedicated native VLAN on trunks',
  severity: 'low',
  why: 'Frames with two tags hop from the native VLAN into another; nobody is in a VLAN that is kept for it',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8.2' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000260'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, switchport trunk in the Catalyst 3550, 3560, 3750 and 4500 command references: native VLAN 1, untagged',
  ],
  *check(device) {
    const tagged = valueOf(device.switching.dot1qTagNative)
    for (const { port, role } of switchports(device)) {
      const { nativeVlan } = port
      if (role.kind === 'undecided') {
        if (nativeVlan.state === 'known') yield unknown(nativeVlan, `${port.name} may be a trunk`, role.why)
        continue
      }
      if (role.kind !== 'trunk') continue
      if (tagged === true || valueOf(port.tagsNative) === true) yield pass(nativeVlan, 'the native VLAN is tagged')
      else
        yield must(nativeVlan, (vlan) => vlan !== '1', {
          message: `${port.name} carries VLAN 1 untagged; give the trunk a native VLAN that nobody is in`,
          changes: [change(nativeVlan, '<NATIVE-VLAN>')],
          applicability: 'needs-site-value',
        })
    }
  },
})
