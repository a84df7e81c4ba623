import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import AjvDraft4 from 'ajv-draft-04'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { indexLines } from '../text/line-index.ts'
import { csvReport } from './csv.ts'
import { locationIn, reportOf, resultFor } from './fixture.ts'
import { gitlab } from './gitlab.ts'
import { jsonl } from './jsonl.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { rdjson } from './rdjson.ts'
import { sarif } from './sarif.ts'

const accepted = resultFor({
  severity: 'low',
  message: 'accepted',
  suppressed: { by: 'inline', reason: 'CHG123', expires: '2027-03-31' },
})
const traced = resultFor({
  rule: 'snmp/no-write',
  severity: 'medium',
  device: 'pe2',
  source: 'pe2.cfg',
  location: locationIn('group_vars/all 1.yml', 12, 5, 9),
  via: [{ role: 'template', ...locationIn('templates/base.j2', 40, 1, 9) }],
  fingerprint: 'fedcba9876543210fedcba9876543210',
})

describe('sarif', () => {
  const validate = new AjvDraft4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  )

  interface Log {
    runs: [
      {
        results: Record<string, unknown>[]
        tool: { driver: { rules: Record<string, unknown>[] } }
        taxonomies: { name: string }[]
        invocations: [{ toolExecutionNotifications: unknown[] }]
      },
    ]
  }
  const logOf = (text: string): Log['runs'][0] => (JSON.parse(text) as Log).runs[0]

  test('fits the schema, with everything that a report can hold', () => {
    const report = reportOf([resultFor(), accepted, traced], { prefix: 'net/' })
    const notes = [
      { kind: 'syntax' as const, message: 'a brace is missing', location: locationIn('x.tf', 3, 1, 9) },
      { kind: 'limit' as const, message: 'old data' },
      { kind: 'advice' as const, message: 'no finding' },
    ]
    for (const evidence of [false, true]) {
      validate(JSON.parse(sarif({ ...report, evidence, results: { ...report.results, notes } })))
      expect(validate.errors).toBeNull()
    }
  })

  test('a result', () => {
    const [, , result] = logOf(
      sarif(reportOf([resultFor(), accepted, traced], { prefix: 'net/' })),
    ).results.toReversed()
    expect(result).toEqual({
      ruleId: 'snmp/no-write',
      ruleIndex: 1,
      level: 'warning',
      message: { text: 'VTY lines 0-4 accept Telnet; accept SSH only (pe2)' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'net/group_vars/all%201.yml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 9 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: 'template' },
          physicalLocation: {
            artifactLocation: { uri: 'net/templates/base.j2', uriBaseId: '%SRCROOT%' },
            region: { startLine: 40, startColumn: 1, endLine: 40, endColumn: 9 },
          },
        },
      ],
      partialFingerprints: { 'breakwater/v1': 'fedcba9876543210fedcba9876543210' },
      properties: {
        device: 'pe2',
        platform: 'iosxe',
        setting: 'lines[vty 0 4].transportInput',
        'security-severity': '5.5',
        remediation: ['line vty 0 4', ' transport input ssh'],
      },
    })
  })

  test('rules tell their severity as GitHub reads it, and the clauses that they check', () => {
    const { tool, taxonomies } = logOf(sarif(reportOf([resultFor()])))
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'mgmt/no-telnet',
      name: 'MgmtNoTelnet',
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'mgmt', 'nist/CM-7', 'stig/CISC-ND-001210'],
        precision: 'very-high',
        'security-severity': '9.5',
      },
      relationships: [
        { target: { id: 'E74', toolComponent: { name: 'EVHG', index: 0 } }, kinds: ['relevant'] },
        { target: { id: '7.1', toolComponent: { name: 'NISG', index: 1 } }, kinds: ['relevant'] },
      ],
    })
    expect(taxonomies.map(({ name }) => name)).toEqual(['EVHG', 'NISG'])
  })

  test('what is accepted is marked, and verdicts have a kind with evidence alone', () => {
    const report = reportOf([accepted, resultFor({ verdict: 'unknown' }), resultFor({ verdict: 'pass' })])
    expect(logOf(sarif(reportOf([accepted]))).results[0]).toMatchObject({
      level: 'note',
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'CHG123' }],
    })
    expect(logOf(sarif(reportOf([accepted]))).results[0]).not.toHaveProperty('kind')
    expect(logOf(sarif({ ...report, evidence: true })).results.map(({ kind, level }) => [kind, level])).toEqual([
      ['open', 'none'],
      ['pass', 'none'],
      ['fail', 'note'],
    ])
  })

  test('the least severe are left out of more than 25,000 results, and counted', () => {
    const many = Array.from({ length: 25_002 }, (_, at) =>
      resultFor({ severity: at < 3 ? 'low' : 'high', location: locationIn('a.cfg', at + 1, 1, 2) }),
    )
    const { results, invocations } = logOf(sarif(reportOf(many)))
    expect(results).toHaveLength(25_000)
    expect(results.filter(({ level }) => level === 'note')).toHaveLength(1)
    expect(invocations[0].toolExecutionNotifications).toEqual([
      {
        level: 'warning',
        message: { text: '2 less severe results left out: SARIF holds 25000' },
        descriptor: { id: 'limit' },
      },
    ])
  })
})

describe('gitlab', () => {
  test('an entry for each finding, each with a fingerprint of its own', () => {
    const entries = JSON.parse(gitlab(reportOf([resultFor(), resultFor(), accepted, traced], { prefix: 'net/' }))) as {
      fingerprint: string
    }[]
    expect(entries).toHaveLength(3)
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3)
    expect(entries[0]).toEqual({
      description: 'VTY lines 0-4 accept Telnet; accept SSH only (pe1)',
      check_name: 'mgmt/no-telnet',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'blocker',
      location: { path: 'net/pe1.cfg', lines: { begin: 3, end: 3 } },
    })
  })

  test('nothing is an empty list', () => {
    expect(gitlab(reportOf([]))).toBe('[]\n')
  })
})

describe('junit', () => {
  /** Each element with its attributes, indented by its depth; throws where the text is not well-formed. */
  function elementsOf(text: string): string[] {
    const found: string[] = []
    let depth = 0
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      found.push(`${'  '.repeat(depth++)}${name} ${JSON.stringify(attributes)}`)
    })
    parser.on('closetag', () => void depth--)
    parser.write(text).close()
    return found
  }

  test('a suite for each device, and a case that passes where nothing is found', () => {
    const report = reportOf([resultFor({ message: 'a < b & "c"' })])
    const devices = [...report.devices, { name: 'pe9', platform: 'iosxe', file: 'pe9.cfg' }]
    expect(elementsOf(junit({ ...report, devices }))).toEqual([
      'testsuites {"name":"breakwater","tests":"2","failures":"1","errors":"0"}',
      '  testsuite {"name":"pe1 (pe1.cfg)","tests":"1","failures":"1","errors":"0"}',
      '    testcase {"name":"mgmt/no-telnet","classname":"pe1","file":"pe1.cfg","line":"3"}',
      '      failure {"type":"critical","message":"a < b & \\"c\\""}',
      '  testsuite {"name":"pe9 (pe9.cfg)","tests":"1","failures":"0","errors":"0"}',
      '    testcase {"name":"no findings","classname":"pe9","file":"pe9.cfg"}',
    ])
  })

  test('what XML cannot hold is shown otherwise', () => {
    const message = 'x\u0003]]>\u0000\ufffe\ud800<script>'
    const text = junit(reportOf([resultFor({ message })]))
    expect(elementsOf(text)).toHaveLength(4)
    expect(text).toContain('message="x␃]]&gt;␀��&lt;script&gt;"')
  })
})

describe('rdjson', () => {
  test('columns count bytes', () => {
    const text = 'hostname pe1\nline vty 0 4\n a𐐀b é transport\n'
    const finding = resultFor({ location: locationIn('pe1.cfg', 3, 5, 8) })
    const source = () => ({ index: indexLines(text), masked: [] })
    const { diagnostics } = JSON.parse(rdjson(reportOf([finding], { source }))) as { diagnostics: unknown[] }
    expect(diagnostics).toEqual([
      {
        message: 'VTY lines 0-4 accept Telnet; accept SSH only (pe1)\nEnter:\nline vty 0 4\n transport input ssh',
        location: {
          path: 'pe1.cfg',
          range: { start: { line: 3, column: 7 }, end: { line: 3, column: 11 } },
        },
        severity: 'ERROR',
        code: { value: 'mgmt/no-telnet' },
      },
    ])
  })
})

describe('markdown', () => {
  test('posture and findings by rule', async () => {
    await expect(markdown(reportOf([resultFor(), accepted, traced]))).toMatchFileSnapshot('__snapshots__/report.md')
  })

  test('text of strangers means nothing', () => {
    const message = '|x| <script> [a](http://b) ![i](j) `c` @team #1 ~~~'
    const text = markdown(reportOf([resultFor({ message, remediation: ['```', '~~~'] })]))
    expect(text).toContain('\\|x\\| &lt;script\\> \\[a\\](http\\://b) \\!\\[i\\](j) \\`c\\` \\@team \\#1 \\~\\~\\~')
    expect(text).toContain('````\n```\n~~~\n````\n')
  })

  test('whole sections are left out before it grows too large', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      resultFor({ rule: `r/r${at}`, message: 'm'.repeat(200), location: locationIn('a.cfg', 1, 1, 2) }),
    )
    const text = markdown(reportOf(many))
    expect(Buffer.byteLength(text)).toBeLessThan(900 * 1024)
    expect(text).toMatch(/\n… and [\d,]+ more rules; the other formats list them\.\n$/)
  })
})

test('jsonl: an object a line', () => {
  const lines = jsonl(reportOf([resultFor(), traced]))
    .trimEnd()
    .split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { device: string }).device)).toEqual(['pe1', 'pe2'])
})

test('csv: a row a result, also of those that are accepted', () => {
  expect(csvReport(reportOf([resultFor(), accepted]))).toMatchInlineSnapshot(`
    "rule,title,verdict,severity,device,platform,setting,message,file,line,column,guidance,why,remediation,suppressed,fingerprint
    mgmt/no-telnet,Accept no Telnet,fail,critical,pe1,iosxe,lines[vty 0 4].transportInput,VTY lines 0-4 accept Telnet; accept SSH only,pe1.cfg,3,2,EVHG E74; NISG 7.1,,line vty 0 4 ⏎  transport input ssh,,0123456789abcdef0123456789abcdef
    mgmt/no-telnet,Accept no Telnet,fail,low,pe1,iosxe,lines[vty 0 4].transportInput,accepted,pe1.cfg,3,2,EVHG E74; NISG 7.1,,line vty 0 4 ⏎  transport input ssh,CHG123,0123456789abcdef0123456789abcdef
    "
  `)
})
