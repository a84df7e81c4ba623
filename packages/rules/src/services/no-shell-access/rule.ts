import { defineRule, must } from '@breakwater/core'

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
  verifiedBy: ['Public configurations of IOS and IOS-XE: none prints either command, on or off'],
  *check({ services, platform }) {
    const { internalCommands, platformShell } = services
    yield must(internalCommands, (on) => !on, {
      message: 'The internal commands of the developers can be used; write no service internal',
      fix: false,
      applicability: 'safe',
    })
    if (platform === 'iosxe' || platformShell.state === 'known')
      yield must(platformShell, (on) => !on, {
        message: 'Administrators may open a shell of the operating system; write no platform shell',
        fix: false,
        applicability: 'safe',
      })
  },
})
