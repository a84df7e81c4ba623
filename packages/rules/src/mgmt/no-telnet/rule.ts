import { defineRule, must } from '@breakwater/core'
import { cleartext, lineDoes, vtyLines } from '../lines.ts'

export default defineRule({
  id: 'mgmt/no-telnet',
  title: 'Accept only SSH on every VTY line',
  severity: 'critical',
  why: 'Telnet hands administrator passwords to whoever sits on the path',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'EVHG', clause: 'E74' },
    { document: 'AA25-239A', clause: 'AM05' },
    { document: 'CISCO-RI', clause: 'Feature removal list / line transport' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: {
    cis: ['1.2.2'],
    stig: ['CISC-ND-001210'],
    nist: ['AC-17(2)', 'CM-7', 'MA-4(6)'],
    attack: ['T1021', 'T1040'],
    cve: ['CVE-2017-3881'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: transport input, in 140 of them'],
  *check(device) {
    for (const line of vtyLines(device)) {
      yield must(line.transportInput, (protocols) => cleartext(protocols).length === 0, {
        message: (protocols) => `${lineDoes(line, 'accept')} ${accepted(protocols)}; accept SSH only`,
        fix: ['ssh'],
        applicability: 'lockout-risk',
      })
    }
  },
})

const NAMES: Readonly<Record<string, string>> = {
  all: 'every protocol, Telnet included',
  telnet: 'Telnet',
  rlogin: 'rlogin',
  lat: 'LAT',
  pad: 'X.25 PAD',
}

function accepted(protocols: readonly string[] | undefined): string {
  const clear = cleartext(protocols ?? [])
  return clear.length === 0 ? 'Telnet' : clear.map((protocol) => NAMES[protocol] ?? protocol).join(', ')
}
