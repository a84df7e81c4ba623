import { advice, boxOf, defineRule, fail, pass, unknown } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/management-plane-protection',
  title: 'Pin management protocols to management interfaces (MPP or equivalent)',
  severity: 'medium',
  why: 'It holds at the interface even when somebody loosens the access list of a service',
  guidance: [
    { document: 'EVHG', clause: 'E04' },
    { document: 'EVHG', clause: 'E18' },
    { document: 'EVHG', clause: 'E25' },
    { document: 'AA25-239A', clause: 'AM09' },
  ],
  mappings: { nist: ['SC-7', 'AC-17'], stig: ['CISC-RT-000460'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check(device) {
    const { planeProtection } = device.management
    const missing =
      'Every interface takes management sessions; pin them with management-interface below control-plane host'
    if (planeProtection.items.length > 0) return yield pass(planeProtection)
    if (!planeProtection.complete) return yield unknown(planeProtection, missing, { kind: 'not-in-view' })
    const vty = device.lines.items.filter(({ kind }) => kind === 'vty')
    if (vty.length > 0 && vty.every(({ accessClassIn }) => accessClassIn.state === 'known')) {
      yield advice(
        device.at,
        'Management is filtered at the VTY lines; management plane protection would pin it to interfaces as well',
      )
      return yield pass(planeProtection, 'the VTY lines have access classes')
    }
    // Catalyst switches do not have the command.
    if (boxOf(device)?.box === 'router') yield fail(planeProtection, missing)
    else yield unknown(planeProtection, missing, { kind: 'release', needs: 'whether the platform has the command' })
  },
})
