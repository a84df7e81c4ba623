import { describe, expect, test } from 'vitest'
import type { Result, Severity } from '../results.ts'
import { indexLines } from '../text/line-index.ts'
import { locationIn, reportOf, resultFor } from './fixture.ts'
import { pretty } from './pretty.ts'

test('a finding: place, reason, source and what to enter', () => {
  expect(pretty(reportOf([resultFor()]))).toBe(`critical  VTY lines 0-4 accept Telnet; accept SSH only
          pe1.cfg:3:2  pe1  mgmt/no-telnet
          2 │ line vty 0 4
          3 │  transport input telnet ssh
            │  ^^^^^^^^^^^^^^^^^^^^^^^^^^
          why    Telnet sends the password and all that follows in clear text
          says   EVHG E74 · NISG 7.1
          enter  line vty 0 4
                  transport input ssh
                 (can lock you out: prove the other way in first)

Checked 1 device in 1 file · 12,034 lines, 91% understood · 55 rules
1 finding: 1 critical · 610 passed
`)
})

test('the worst first, then by place', () => {
  const findings = (['low', 'critical', 'high'] as const).flatMap((severity) => [
    resultFor({ severity, location: locationIn('b.cfg', 1, 1, 2) }),
    resultFor({ severity, location: locationIn('a.cfg', 1, 1, 2) }),
  ])
  const heads = pretty(reportOf(findings)).match(/^(critical|high|low)|[ab]\.cfg/gm)
  expect(heads).toEqual([
    'critical',
    'a.cfg',
    'critical',
    'b.cfg',
    'high',
    'a.cfg',
    'high',
    'b.cfg',
    'low',
    'a.cfg',
    'low',
    'b.cfg',
  ])
})

function fleet(devices: number): Result[] {
  return Array.from({ length: devices }, (_, index) => {
    const device = `pe${String(index + 1).padStart(3, '0')}`
    const severity: Severity = 'medium'
    return [
      resultFor({ device, location: locationIn(`${device}.cfg`, 3, 2, 28) }),
      ...(index % 2 === 0
        ? [
            resultFor({
              device,
              severity,
              rule: 'snmp/no-write',
              message: 'Community #1 may write',
              location: locationIn(`${device}.cfg`, 1, 1, 9),
            }),
          ]
        : []),
    ]
  }).flat()
}

test('many devices are grouped by rule, with a table of devices while they are few', async () => {
  await expect(pretty(reportOf(fleet(12)))).toMatchFileSnapshot('__snapshots__/pretty-12-devices.txt')
})

test('very many have a table of rules', async () => {
  const text = pretty(reportOf(fleet(640)))
  expect(text.split('\n').length).toBeLessThan(60)
  await expect(text).toMatchFileSnapshot('__snapshots__/pretty-640-devices.txt')
})

test('a clean run says what was looked at', () => {
  const report = reportOf([])
  const { summary } = report.results
  const clean = {
    ...report,
    results: { ...report.results, summary: { ...summary, devices: 12, files: 12, unknown: 3 } },
  }
  expect(pretty(clean)).toBe(`Checked 12 devices in 12 files · 12,034 lines, 91% understood · 55 rules
No findings · 610 passed · 3 unknown (--evidence shows them)
`)
})

test('quiet is silent when there is nothing to tell', () => {
  expect(pretty(reportOf([], { quiet: true }))).toBe('')
})

test('evidence tells of what is no finding', () => {
  const results = [
    resultFor({
      verdict: 'unknown',
      message: 'cannot tell: SSH version 1 is accepted',
      why: { kind: 'release', needs: 'the image' },
    }),
    resultFor({ suppressed: { by: 'inline', reason: 'lab', expires: '2027-01-01' } }),
    resultFor({ verdict: 'pass' }),
    resultFor({ verdict: 'notapplicable' }),
  ]
  expect(pretty(reportOf(results, { evidence: true })))
    .toBe(`unknown   cannot tell: SSH version 1 is accepted (depends on the release: the image)
          pe1.cfg:3:2  pe1  mgmt/no-telnet

accepted  VTY lines 0-4 accept Telnet; accept SSH only
          lab, until 2027-01-01
          pe1.cfg:3:2  pe1  mgmt/no-telnet

passed    mgmt/no-telnet: 1 check passed, 1 not applicable

Checked 1 device in 1 file · 12,034 lines, 91% understood · 55 rules
No findings · 610 passed · 1 unknown · 1 suppressed
`)
})

describe('colour', () => {
  // oxlint-disable-next-line no-control-regex -- the beginning of a colour
  const ansi = /\u001b\[\d+m/
  test('on', () => {
    expect(pretty(reportOf([resultFor()], { style: { color: true, width: 100 } }))).toMatch(ansi)
  })
  test('off', () => {
    expect(pretty(reportOf([resultFor()]))).not.toMatch(ansi)
  })
})

test('secrets are hidden, tabs are spread, long lines are cropped', () => {
  const secret = 'hunter2'
  const text = `\tkey ${secret}${' word'.repeat(60)}\n`
  const start = text.indexOf(secret)
  const report = reportOf([resultFor({ location: locationIn('pe1.cfg', 1, 2, 13) })], {
    source: () => ({ index: indexLines(text), masked: [{ start, end: start + secret.length }] }),
  })
  const frame = pretty(report)
    .split('\n')
    .filter((line) => line.includes('│'))
  expect(frame[1]).toBe('            │         ^^^^^^^^^^^^')
  expect(frame[0]).toMatch(/^ {10}1 │ {9}key <hidden> word word.*…$/)
  expect(frame[0]?.length).toBeLessThanOrEqual(100)
})
