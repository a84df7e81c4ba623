import { boxOf, defineRule, must, notApplicable, pass, switchports, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'l2/vtp-off',
  title: 'Turn VTP off, transparent, or authenticate it',
  severity: 'low',
  why: 'A switch that believes any VTP server of its domain loses its VLANs to the one with the highest revision',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000030'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, vtp (global configuration), Catalyst 3560 and IE 3000 command references: server mode, no password',
    'Cisco, VTP chapter of the Catalyst 4500 guide for IOS XE 3.9: transparent when newly manufactured',
    'A Catalyst 9200L 17.9 with its show vtp status: transparent mode is printed',
  ],
  *check(device) {
    const { vtpMode, vtpPassword } = device.switching
    // Nothing tells that this is a switch at all.
    const nothing = vtpMode.state === 'unknown' && boxOf(device) === undefined && switchports(device).length === 0
    if (vtpMode.state === 'absent' || (nothing && device.coverage === 'whole')) return yield notApplicable(vtpMode)
    if (valueOf(vtpPassword) === true) return yield pass(vtpPassword)
    const isServer = vtpMode.state === 'known' && (vtpMode.value === 'server' || vtpMode.value === 'client')
    const judged =
      isServer && vtpPassword.state === 'unknown' ? { ...vtpMode, ...vtpPassword, setting: vtpMode.setting } : vtpMode
    yield must(judged as typeof vtpMode, (mode) => mode === 'off' || mode === 'transparent', {
      message: () =>
        vtpMode.state === 'known' && vtpMode.by === 'config'
          ? `VTP is a ${vtpMode.value} without a password; turn it off, or transparent`
          : 'VTP is neither off nor transparent: the switch is a server without a password; turn it off',
      fix: 'off',
      applicability: 'disruptive',
    })
  },
})
