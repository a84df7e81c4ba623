import { defineRule, must, notApplicable } from '@breakwater/core'
import { lineDoes, takesNoSession, vtyLines } from '../lines.ts'

export default defineRule({
  id: 'mgmt/no-outbound-vty',
  title: 'Forbid outbound sessions from VTY lines',
  severity: 'high',
  why: 'Intruders hop from router to router with the client that the router itself offers',
  guidance: [
    { document: 'EVHG', clause: 'E31' },
    { document: 'EVHG', clause: 'E74' },
    { document: 'AA25-239A', clause: 'AM04' },
    { document: 'AA25-239A', clause: 'AM17' },
    { document: 'NISG', clause: '7.7' },
  ],
  mappings: { nist: ['AC-4', 'AC-17', 'CM-7'], attack: ['T1021.004', 'T1090'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: transport output, in 2 of them'],
  *check(device) {
    for (const line of vtyLines(device)) {
      if (takesNoSession(line)) {
        yield notApplicable(line, `${lineDoes(line, 'take')} no session`)
        continue
      }
      yield must(line.transportOutput, (protocols) => protocols.length === 1 && protocols[0] === 'none', {
        message: (protocols) =>
          `${lineDoes(line, 'allow')} outbound sessions (${protocols?.join(', ') ?? 'no transport output line'}); set transport output none`,
        fix: ['none'],
        applicability: 'disruptive',
      })
    }
  },
})
