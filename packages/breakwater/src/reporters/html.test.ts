import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { indexLines } from '../text/line-index.ts'
import { locationIn, reportOf, resultFor } from './fixture.ts'
import { html } from './html.ts'
import { collect, STRIDE, type PageData } from './html/data.ts'
import { createModel, type Filters } from './html/page/model.ts'
import { standings } from './html/posture.ts'

const telnet = resultFor()
const write = resultFor({
  rule: 'snmp/no-write',
  severity: 'high',
  device: 'pe2',
  message: 'The community can write',
  remediation: ['no snmp-server community'],
  location: locationIn('pe2.cfg', 2, 1, 5),
})

function dataOf(page: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(page)?.[1] ?? '') as PageData
}

describe('the page', () => {
  test('runs the one script and the one style that its policy names, and asks the network for nothing', () => {
    const page = html(reportOf([telnet, write]))
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text)
    expect([scripts.length, styles.length]).toEqual([1, 1])
    const hash = (text = ''): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toBe(
      `default-src 'none'; script-src '${hash(scripts[0])}'; style-src '${hash(styles[0])}'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    )
    expect(page).not.toMatch(/https?:|url\(|@import| src=| style=| on\w+="/)
  })

  test('says the verdict first, then counts, matrix, posture and findings', () => {
    const page = html(reportOf([telnet, write]))
    expect([...page.matchAll(/<h([12])[^>]*>(.*?)<\/h/g)].map(([, level, text]) => `${level} ${text}`)).toEqual([
      '1 1 critical and 1 high among 2 findings on 2 of 2 devices',
      '2 Devices by rule',
      '2 Posture',
      '2 Findings',
    ])
    expect(page).toContain('data-severity="0" aria-pressed="false"><span class="count">1</span>')
    expect(page).toContain('data-severity="2" aria-pressed="false" disabled><span class="count">0</span>')
  })

  test('without a finding it says so, and lists what was looked at', () => {
    const page = html(reportOf([], { devices: [{ name: 'pe1', platform: 'iosxe', file: 'pe1.cfg' }] }))
    expect(page).toContain('<h1 class="clean">No findings on 1 device</h1>')
    expect(page).not.toContain('<div id="matrix"')
    expect(page).toContain('<dt>passed</dt><dd>610</dd>')
  })

  test('what is suppressed, unknown or passed is no finding of it', () => {
    const accepted = resultFor({ suppressed: { by: 'inline', reason: 'lab' } })
    expect(
      dataOf(html(reportOf([accepted, resultFor({ verdict: 'unknown' }), resultFor({ verdict: 'pass' })]))),
    ).toEqual({
      rules: [],
      devices: [['pe1', 'iosxe', 0]],
      files: ['pe1.cfg'],
      frames: [],
      ways: [],
      findings: [],
    })
  })

  test('is the same bytes on two runs', () => {
    expect(html(reportOf([telnet, write]))).toBe(html(reportOf([telnet, write])))
  })

  test('text of strangers closes no element', () => {
    const evil = `]]></script><script>alert(1)</script><!--<img src=x onerror=alert(1)>'"&\u202e\u001b[2J`
    const report = reportOf([resultFor({ device: evil, message: evil, location: locationIn(evil, 1, 1, 2) })], {
      source: () => ({ index: indexLines(evil), masked: [] }),
    })
    const unusual = [{ rule: 'ioc/x', trait: evil, devices: 1, of: 9, on: [evil], location: locationIn(evil, 1, 1, 2) }]
    const notes = [{ kind: 'syntax' as const, message: evil, location: locationIn(evil, 1, 1, 2) }]
    const page = html({ ...report, results: { ...report.results, unusual, notes } })
    expect(page.match(/<\/?script\b/g)).toEqual(['<script', '</script', '<script', '</script'])
    expect(page).not.toMatch(/<!--|<img/)
    const seen = `]]></script><script>alert(1)</script><!--<img src=x onerror=alert(1)>'"&<U+202E>␛[2J`
    expect(dataOf(page).findings[0]?.message).toBe(seen)
    expect(dataOf(page).frames[0]).toContain(seen)
  })

  test('with every verdict: what is unknown and why, what is accepted, what passed', () => {
    const given = [
      resultFor({ verdict: 'pass' }),
      resultFor({ verdict: 'unknown', why: { kind: 'unresolved', name: 'x' } }),
      resultFor({ verdict: 'unknown', why: { kind: 'unresolved', name: 'x' }, device: 'pe2' }),
      resultFor({ suppressed: { by: 'inline', reason: 'lab', expires: '2027-03-31' } }),
    ]
    const page = html(reportOf(given, { evidence: true }))
    expect(page).toContain(
      '<td class="number">2</td><td><span class="id">mgmt/no-telnet</span></td><td>x is not known here</td><td><span class="whole">2 devices</span></td>',
    )
    expect(page).toContain('<td><span class="path">pe1.cfg:3:2</span></td><td>lab (expires 2027-03-31)</td>')
    expect(page).toContain('<td class="number dim">1</td><td class="number dim">2</td>')
    expect(page).toContain('<h1 class="clean">No findings on 2 devices</h1>')
    expect(html(reportOf(given))).not.toMatch(/is not known here|expires 2027/)
  })

  test('tells of what few devices have, and of notes, unless it is to be quiet', () => {
    const report = reportOf([telnet])
    const unusual = [
      { rule: 'ioc/users', trait: 'user ghost', devices: 2, of: 9, on: ['pe1'], location: locationIn('a', 1, 1, 2) },
      { rule: 'ioc/users', trait: 'user ops', devices: 9, of: 9, on: ['pe1'], location: locationIn('a', 2, 1, 2) },
    ]
    const notes = [{ kind: 'unrecognised' as const, message: 'foo *', count: 1200 }]
    const results = { ...report.results, unusual, notes }
    const page = html({ ...report, results })
    expect(page).toContain(
      '<td class="number">2 of 9</td><td><strong>user ghost</strong></td><td>pe1 and 1 more</td><td><span class="path">a:1:1</span></td>',
    )
    expect(page).not.toContain('user ops')
    expect(page).toContain('<td class="number">1,200</td><td>unrecognised</td><td>foo *</td>')
    expect(html({ ...report, results, quiet: true })).not.toMatch(/user ghost|unrecognised/)
  })
})

describe('the data', () => {
  const fleet = Array.from({ length: 1000 }, (_, index) =>
    resultFor({ device: `d${index}`, location: locationIn(`d${index}.cfg`, 3, 2, 28) }),
  )

  test('one finding in the same words has many places; a frame is stored once', () => {
    const { data, frameless } = collect(reportOf(fleet), fleet)
    expect(frameless).toBe(0)
    expect(data.findings).toHaveLength(1)
    expect(data.findings[0]?.places).toHaveLength(1000 * STRIDE)
    expect(data.findings[0]?.places.slice(-STRIDE)).toEqual([999, 999, 3, 2, 0, -1])
    expect(data.frames).toEqual([`2 │ line vty 0 4\n3 │  transport input telnet ssh\n  │  ^^^^^^^^^^^^^^^^^^^^^^^^^^`])
  })

  test('frames end where their room ends, and the page says how many', () => {
    const narrow = collect(reportOf(fleet), fleet, { characters: 1 << 20, places: 990 })
    expect(narrow.frameless).toBe(10)
    expect(narrow.data.findings[0]?.places.at(-2)).toBe(-1)
    expect(collect(reportOf(fleet), fleet, { characters: 10, places: 5000 })).toMatchObject({
      frameless: 1000,
      data: { frames: [] },
    })
  })

  test('a remediation has its caution, a place its way', () => {
    const via = [{ role: 'template', ...locationIn('base.j2', 12, 2, 40) }]
    const { data } = collect(reportOf([]), [resultFor({ via })])
    expect(data.findings[0]).toMatchObject({
      enter: ['line vty 0 4', ' transport input ssh'],
      caution: 'can lock you out: prove the other way in first',
    })
    expect(data.ways).toEqual([['template base.j2:12']])
  })

  test('no secret stands in a frame', () => {
    const text = 'hostname pe1\nusername a password 7 0822455D0A16\n'
    const start = text.indexOf('0822')
    const report = reportOf([], { source: () => ({ index: indexLines(text), masked: [{ start, end: start + 12 }] }) })
    const { data } = collect(report, [resultFor({ location: locationIn('pe1.cfg', 2, 1, 34) })])
    expect(data.frames[0]).toBe('2 │ username a password 7 <hidden>\n  │ ^^^^^^^^^^^^^^^^^^^^^^')
  })

  test('a sign of compromise tells what is innocent and what to collect', () => {
    const report = reportOf([])
    const card = report.rules.get('mgmt/no-telnet')
    if (card === undefined) throw new Error('the fixture has no such rule')
    const rules = new Map([[card.id, { ...card, indicator: { innocent: 'A lab.', collect: ['show users'] } }]])
    const { data } = collect({ ...report, rules }, [telnet])
    expect(data.rules[0]).toEqual({
      id: 'mgmt/no-telnet',
      title: 'Accept no Telnet',
      why: 'Telnet sends the password and all that follows in clear text',
      category: 'mgmt',
      guidance: ['EVHG E74', 'NISG 7.1'],
      mappings: ['NIST CM-7', 'STIG CISC-ND-001210'],
      innocent: 'A lab.',
      collect: ['show users'],
    })
  })
})

test('standings count the findings and devices of all rules that ran, clauses by number', () => {
  const report = reportOf([telnet, write, resultFor({ device: 'pe2', location: locationIn('pe2.cfg', 3, 1, 2) })])
  expect(standings(report, ({ guidance }) => guidance)).toEqual([
    { name: 'EVHG E31', rules: 1, findings: 1, devices: 1, worst: 'high', passed: 0, unknown: 0 },
    { name: 'EVHG E74', rules: 1, findings: 2, devices: 2, worst: 'critical', passed: 0, unknown: 0 },
    { name: 'NISG 7.1', rules: 1, findings: 2, devices: 2, worst: 'critical', passed: 0, unknown: 0 },
  ])
  expect(standings({ ...reportOf([]), ran: new Set(['snmp/no-write']) }, ({ category }) => [category])).toEqual([
    { name: 'snmp', rules: 1, findings: 0, devices: 0, worst: undefined, passed: 0, unknown: 0 },
  ])
})

describe('filters', () => {
  const any: Filters = { severities: new Set(), category: '', rule: '', clause: '', device: '', text: '' }
  const again = resultFor({ device: 'pe2', location: locationIn('pe2.cfg', 3, 2, 28) })
  const findings = [telnet, write, again]
  const model = createModel(collect(reportOf(findings), findings).data, STRIDE)
  const chosen = (filters: Partial<Filters>): string[] =>
    model
      .select({ ...any, ...filters })
      .map(({ rule, places, devices }) => `${model.data.rules[rule]?.id} ${places} ${devices}`)

  test.each<[Partial<Filters>, string[]]>([
    [{}, ['mgmt/no-telnet 2 2', 'snmp/no-write 1 1']],
    [{ severities: new Set([1]) }, ['snmp/no-write 1 1']],
    [{ severities: new Set([2]) }, []],
    [{ category: 'mgmt' }, ['mgmt/no-telnet 2 2']],
    [{ rule: 'snmp/no-write' }, ['snmp/no-write 1 1']],
    [{ clause: 'EVHG E31' }, ['snmp/no-write 1 1']],
    [{ device: 'PE1' }, ['mgmt/no-telnet 1 1']],
    [{ device: 'pe1.cfg' }, ['mgmt/no-telnet 1 1']],
    [{ device: 'pe' }, ['mgmt/no-telnet 2 2', 'snmp/no-write 1 1']],
    [{ text: 'telnet PE2.cfg' }, ['mgmt/no-telnet 1 1']],
    [{ text: 'transport ssh' }, ['mgmt/no-telnet 2 2']],
    [{ text: 'nowhere' }, []],
  ])('%o', (filters, expected) => {
    expect(chosen(filters)).toEqual(expected)
  })
})
