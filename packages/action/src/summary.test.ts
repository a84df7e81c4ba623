import type { Report, Result } from 'breakwater/cli'
import { expect, test } from 'vitest'
import { stepSummary, SUMMARY_BYTES } from './summary.ts'

const CARD = {
  id: 'mgmt/no-telnet',
  title: 'T',
  why: 'W',
  severity: 'critical' as const,
  category: 'mgmt',
  guidance: ['EVHG E74'],
  mappings: {},
}

function reportOf(count: number): Report {
  const results = Array.from({ length: count }, (_, index): Result => {
    const location = { file: `r${index}.cfg`, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
    return {
      rule: 'mgmt/no-telnet',
      verdict: 'fail',
      severity: index % 2 === 0 ? 'low' : 'critical',
      device: `r${index}`,
      platform: 'ios',
      setting: 'lines',
      message: 'VTY lines accept <b>Telnet</b> | [x](y)',
      location,
      fingerprint: String(index),
    }
  })
  const fail = { critical: count / 2, high: 0, medium: 0, low: count / 2, info: 0 }
  return {
    results: {
      schema: 'breakwater/results@1',
      tool: { name: 'breakwater', version: '0.1.0', rules: 1, dataAsOf: '2026-11-22' },
      summary: {
        files: count,
        devices: count,
        lines: count,
        linesUnderstood: count,
        fail,
        pass: 0,
        unknown: 0,
        notapplicable: 0,
        suppressed: 0,
        baselined: 0,
      },
      results,
      notes: [],
    },
    rules: new Map([['mgmt/no-telnet', CARD]]),
    ran: new Set(['mgmt/no-telnet']),
    devices: results.map(({ device, location }) => ({ name: device, platform: 'ios', file: location.file })),
    posture: new Map([['mgmt/no-telnet', { fail: count, suppressed: 0, unknown: 0, pass: 0, notapplicable: 0 }]]),
    source: () => undefined,
    style: { color: false, width: 100 },
    evidence: false,
    quiet: false,
    prefix: 'net/',
  }
}

test('numbers, posture, the worst findings first, clauses', () => {
  expect(stepSummary(reportOf(2))).toBe(`### Breakwater: 2 findings (1 critical, 1 low)

2 devices in 2 files, 2 lines of which 100% understood, 1 rule. 0 unknown, 0 suppressed.

#### Posture

| category | fail | suppressed | unknown | pass | notapplicable |
| --- | --- | --- | --- | --- | --- |
| mgmt | 2 | 0 | 0 | 0 | 0 |

#### Findings

| severity | rule | message | place | devices |
| --- | --- | --- | --- | --- |
| critical | <code>mgmt/no-telnet</code> | VTY lines accept &lt;b&gt;Telnet&lt;/b&gt; &#124; &#91;x&#93;&#40;y&#41; | <code>net/r1.cfg&#58;1</code> | r1 |
| low | <code>mgmt/no-telnet</code> | VTY lines accept &lt;b&gt;Telnet&lt;/b&gt; &#124; &#91;x&#93;&#40;y&#41; | <code>net/r0.cfg&#58;1</code> | r0 |

<details><summary>Posture by clause of the guidance</summary>

| clause | fail | suppressed | unknown | pass | notapplicable |
| --- | --- | --- | --- | --- | --- |
| EVHG E74 | 2 | 0 | 0 | 0 | 0 |

</details>
`)
})

test('a large run stays within the limit, with whole rows, and says what is left out', () => {
  const text = stepSummary(reportOf(20_000))
  expect(Buffer.byteLength(text)).toBeLessThan(SUMMARY_BYTES)
  expect(text).toMatch(/\d more places in the report\.\n/)
  expect(text).toContain('| EVHG E74 |')
  expect(text.split('\n').filter((line) => line.startsWith('| critical') && !line.endsWith(' |'))).toEqual([])
})
