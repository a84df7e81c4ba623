import { change, defineRule, fail, must, pass } from '@breakwater/core'

export default defineRule({
  id: 'services/no-shell-access',
  title: 'Disable bash shell features',
  severity: 'medium',
  why: 'A shell below the command line leaves no trace in AAA accounting, and is where intruders stay',
  guidance: [
    { document: 'EVHG', clause: 'E55' },
    { document: 'AA25-239A', clause: 'A12' },
    { document: 'AA25-239A', clause: 'A17' },
  ],
  mappings: { attack: ['T1059.008', 'T1059.004'], nist: ['CM-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, scripting tcl init and scripting tcl secure-mode in the Tcl command reference; platform shell in the IOS XE command references',
    'Configurations of IOS and IOS-XE devices: none prints service internal or platform shell unless it is on',
  ],
  *check({ services, platform }) {
    const { internalCommands, platformShell, tclInit } = services
    yield must(internalCommands, (on) => !on, {
      message: 'The internal commands of the developers can be used; write no service internal',
      fix: false,
    })
    if (platform === 'iosxe' || platformShell.state === 'known')
      yield must(platformShell, (on) => !on, {
        message: 'Administrators may open a shell of the operating system; write no platform shell',
        fix: false,
      })
    if (tclInit.state === 'absent') yield pass(tclInit)
    if (tclInit.state === 'known')
      yield fail(tclInit, 'Every Tcl shell runs a script first; take it away unless it is yours', {
        changes: [change(tclInit, undefined)],
      })
  },
})
