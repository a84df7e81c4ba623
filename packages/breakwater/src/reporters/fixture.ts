import type { Location, Result, Results, Severity } from '../results.ts'
import { indexLines } from '../text/line-index.ts'
import { plain } from '../text/style.ts'
import type { Report, RuleCard } from './report.ts'

/** Made for the tests of reporters. */
export function resultFor(over: Partial<Result> = {}): Result {
  return {
    rule: 'mgmt/no-telnet',
    verdict: 'fail',
    severity: 'critical',
    device: 'pe1',
    platform: 'iosxe',
    setting: 'lines[vty 0 4].transportInput',
    message: 'VTY lines 0-4 accept Telnet; accept SSH only',
    location: locationIn('pe1.cfg', 3, 2, 28),
    remediation: ['line vty 0 4', ' transport input ssh'],
    applicability: 'lockout-risk',
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...over,
  }
}

export function locationIn(file: string, line: number, startColumn: number, endColumn: number): Location {
  return { file, startLine: line, startColumn, endLine: line, endColumn }
}

const cards: readonly RuleCard[] = [
  {
    id: 'mgmt/no-telnet',
    title: 'Accept no Telnet',
    why: 'Telnet sends the password and all that follows in clear text',
    severity: 'critical',
    category: 'mgmt',
    guidance: ['EVHG E74', 'NISG 7.1'],
    mappings: { NIST: ['CM-7'], STIG: ['CISC-ND-001210'] },
  },
  {
    id: 'snmp/no-write',
    title: 'Allow no SNMP writes',
    why: 'Who can write can take the device over',
    severity: 'high',
    category: 'snmp',
    guidance: ['EVHG E31'],
    mappings: {},
  },
]

export function reportOf(given: readonly Result[], over: Partial<Report> = {}, text = TEXT): Report {
  const fail: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
  for (const { verdict, suppressed, severity } of given)
    if (verdict === 'fail' && suppressed === undefined) fail[severity]++
  const names = [...new Set(given.map(({ device }) => device))]
  const results: Results = {
    schema: 'breakwater/results@1',
    tool: { name: 'breakwater', version: '0.1.0', rules: 55, dataAsOf: '2026-11-22' },
    summary: {
      files: names.length,
      devices: names.length,
      lines: 12034,
      linesUnderstood: 11020,
      fail,
      pass: 610,
      unknown: given.filter(({ verdict }) => verdict === 'unknown').length,
      notapplicable: 800,
      suppressed: given.filter(({ suppressed }) => suppressed !== undefined).length,
      baselined: 0,
    },
    results: given,
    notes: [],
  }
  return {
    results,
    rules: new Map(cards.map((card) => [card.id, card])),
    ran: new Set(cards.map(({ id }) => id)),
    posture: new Map(),
    devices: names.map((name) => ({ name, platform: 'iosxe', file: `${name}.cfg` })),
    source: () => ({ index: indexLines(text), masked: [] }),
    style: plain,
    evidence: false,
    quiet: false,
    prefix: '',
    ...over,
  }
}

const TEXT = `hostname pe1
line vty 0 4
 transport input telnet ssh
 login local
`
