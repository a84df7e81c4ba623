import { change, defineRule, must, notApplicable } from '@breakwater/core'
import { lineDoes, takesNoSession, vtyLines } from '../lines.ts'

export default defineRule({
  id: 'mgmt/vty-access-class',
  title: 'Restrict inbound VTY access with an ACL',
  severity: 'critical',
  why: 'A login that every network can reach is all that a stolen password needs',
  guidance: [
    { document: 'EVHG', clause: 'E04' },
    { document: 'EVHG', clause: 'E25' },
    { document: 'EVHG', clause: 'E30' },
    { document: 'AA25-239A', clause: 'AM09' },
    { document: 'AA25-239A', clause: 'AM10' },
    { document: 'NISG', clause: '7.3' },
    { document: 'BOD-23-02', clause: 'Required actions' },
  ],
  mappings: {
    cis: ['1.2.4', '1.2.5'],
    stig: ['CISC-ND-000140'],
    nist: ['AC-4', 'AC-17', 'SC-7'],
    attack: ['T1021.004', 'T1078', 'T1133'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access-class on VTY lines, in 6 of them'],
  *check(device) {
    const compensated = device.management.planeProtection.items.length > 0
    for (const line of vtyLines(device)) {
      if (takesNoSession(line)) {
        yield notApplicable(line, `${lineDoes(line, 'take')} no session`)
        continue
      }
      yield must(line.accessClassIn, () => true, {
        message: `${lineDoes(line, 'take')} sessions from any address; add an inbound access class`,
        changes: [change(line.accessClassIn, '<MGMT-ACL>')],
        applicability: 'needs-site-value',
        // Management plane protection confines the interfaces, though not the sources.
        ...(compensated ? { severity: 'medium' } : {}),
      })
    }
  },
})
