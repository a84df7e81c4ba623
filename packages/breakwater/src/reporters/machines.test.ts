import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { indexLines } from '../text/line-index.ts'
import { compact } from './compact.ts'
import { locationIn, reportOf, resultFor } from './fixture.ts'
import { github } from './github.ts'
import { loadReporter, reporterNames } from './index.ts'
import { json } from './json.ts'

const schema = JSON.parse(readFileSync(new URL('../../schema/results.schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv({ strict: false }).compile(schema)

const full = resultFor({
  verdict: 'unknown',
  via: [{ role: 'template', ...locationIn('base.j2', 12, 2, 40) }],
  why: { kind: 'unresolved', name: 'x' },
  suppressed: { by: 'inline', reason: 'lab', expires: '2027-03-31' },
})

describe('json', () => {
  test('fits the schema', () => {
    const report = reportOf([full, resultFor()])
    const results = {
      ...report.results,
      notes: [{ kind: 'unrecognised' as const, message: 'x', location: locationIn('a', 1, 1, 2), count: 2 }],
    }
    validate(JSON.parse(json({ ...report, results })))
    expect(validate.errors).toBeNull()
  })

  test('keys stand in the documented order', () => {
    const [result] = (JSON.parse(json(reportOf([{ ...full, applicability: 'safe' }]))) as { results: object[] }).results
    expect(Object.keys(result ?? {})).toEqual([
      'rule',
      'verdict',
      'severity',
      'device',
      'platform',
      'setting',
      'message',
      'location',
      'via',
      'why',
      'remediation',
      'suppressed',
      'fingerprint',
    ])
  })
})

describe('compact', () => {
  test('one line per result', () => {
    expect(compact(reportOf([resultFor(), resultFor({ severity: 'medium' }), resultFor({ verdict: 'unknown' })]))).toBe(
      `pe1.cfg:3:2: error: VTY lines 0-4 accept Telnet; accept SSH only [mgmt/no-telnet]
pe1.cfg:3:2: warning: VTY lines 0-4 accept Telnet; accept SSH only [mgmt/no-telnet]
pe1.cfg:3:2: unknown: VTY lines 0-4 accept Telnet; accept SSH only [mgmt/no-telnet]
`,
    )
  })

  test('the documented problem matcher reads it', () => {
    // oxlint-disable-next-line no-control-regex -- as in the matcher
    const matcher = /^(?:\x1b\[[\d;]*m)*(.+?):(\d+):(\d+):\s+(error|warning|notice):\s+(.+?)\s+\[([\w/.-]+)\]$/
    expect(matcher.exec(compact(reportOf([resultFor({ severity: 'low' })])).trimEnd())?.slice(1)).toEqual([
      'pe1.cfg',
      '3',
      '2',
      'notice',
      'VTY lines 0-4 accept Telnet; accept SSH only',
      'mgmt/no-telnet',
    ])
  })
})

describe('github', () => {
  test('an annotation, escaped', () => {
    const finding = resultFor({
      message: '50% of lines,\r\nall: open',
      location: locationIn('a,b:c 100%.cfg', 3, 2, 28),
    })
    expect(github(reportOf([finding], { prefix: 'net/' }))).toBe(
      '::error file=net/a%2Cb%3Ac 100%25.cfg,line=3,endLine=3,col=2,endColumn=28,title=mgmt/no-telnet (critical)::' +
        '50%25 of lines,␍␊all: open%0AEnter:%0Aline vty 0 4%0A transport input ssh\n',
    )
  })

  test('columns only within one line', () => {
    const location = { file: 'a.cfg', startLine: 1, startColumn: 2, endLine: 3, endColumn: 4 }
    expect(github(reportOf([resultFor({ location })]))).toMatch(/^::error file=a\.cfg,line=1,endLine=3,title=/)
  })

  test('ten of a level; the same finding on many devices is one; the rest is counted', () => {
    const same = Array.from({ length: 41 }, (_, index) =>
      resultFor({ device: `d${index}`, location: locationIn(`d${index}.cfg`, 3, 2, 28) }),
    )
    const lows = Array.from({ length: 30 }, (_, index) => resultFor({ severity: 'low', message: `low ${index}` }))
    const lines = github(reportOf([...lows, ...same]))
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[0]).toContain('accept SSH only (and 40 more places on 41 devices)')
    expect(lines.filter((line) => line.startsWith('::notice'))).toHaveLength(10)
    expect(lines.at(-1)).toBe('::notice title=breakwater::21 more findings; --format pretty or json lists all')
  })

  test('what is accepted is not shown', () => {
    expect(github(reportOf([full]))).toBe('')
  })
})

describe('text of strangers is harmless', () => {
  const evil =
    'x\u001b]0;owned\u0007\u001b[2J\r\n::error::y ::add-mask::z ##[set-output name=a]b \u009b31m\u202etxt\u2028'
  const finding = resultFor({
    message: evil,
    device: `::error::${evil}`,
    setting: evil,
    location: locationIn(`::error file=x::${evil}`, 1, 1, 10),
    remediation: [evil, '::error::z'],
    applicability: 'needs-site-value',
    suppressed: { by: 'inline', reason: evil },
  })
  const shown = { index: indexLines(evil.replace('\n', '')), masked: [] }

  test.each(reporterNames)('%s', async (name) => {
    const reporter = await loadReporter(name)
    const { suppressed: _, ...open } = finding
    const report = reportOf([open, finding, { ...open, verdict: 'unknown', why: { kind: 'unresolved', name: evil } }], {
      evidence: true,
      source: () => shown,
    })
    const notes = [{ kind: 'syntax' as const, message: evil, location: open.location }]
    const text = reporter({ ...report, results: { ...report.results, notes } })
    // oxlint-disable-next-line no-control-regex -- all that a terminal obeys, but for the line end
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/)
    expect(text).not.toContain('##[')
    const ours = /^::(error|warning|notice) (file|title)=/
    const obeyed = text.split('\n').filter((line) => /^\s*::/.test(line) && !(name === 'github' && ours.test(line)))
    expect(obeyed).toEqual([])
  })
})

test('the problem matcher reads each line of compact, and no note', () => {
  const text = readFileSync(new URL('../../problem-matcher.json', import.meta.url), 'utf8')
  const { problemMatcher } = JSON.parse(text) as {
    problemMatcher: readonly [{ readonly pattern: readonly [{ readonly regexp: string }] }]
  }
  const regexp = new RegExp(problemMatcher[0].pattern[0].regexp)
  const read = (['critical', 'medium', 'info'] as const).map((severity) =>
    regexp.exec(compact(reportOf([resultFor({ severity, message: 'A [b]: c' })])).trimEnd())?.slice(1),
  )
  expect(read).toEqual([
    ['pe1.cfg', '3', '2', 'error', 'A [b]: c', 'mgmt/no-telnet'],
    ['pe1.cfg', '3', '2', 'warning', 'A [b]: c', 'mgmt/no-telnet'],
    ['pe1.cfg', '3', '2', 'notice', 'A [b]: c', 'mgmt/no-telnet'],
  ])
  expect(regexp.test('note: the data are old')).toBe(false)
})
