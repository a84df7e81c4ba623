import type { SpawnSyncReturns } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBuilt } from './running.ts'

const R1 = [
  'version 15.2',
  'hostname r1',
  'snmp-server community alpha-1 RO',
  'snmp-server community bravo-2 RW',
  'line vty 0 4',
  ' exec-timeout 30 0',
  ' transport input telnet',
  'end',
  '',
]

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  put('.git/HEAD', '')
  put('r1.cfg', R1)
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string | readonly string[]): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), typeof text === 'string' ? text : text.join('\n'))
}

function breakwater(...args: readonly string[]): SpawnSyncReturns<string> {
  return runBuilt(cwd, [...args, '--today', '2026-11-24'])
}

interface Json {
  readonly summary: { readonly suppressed: number; readonly baselined: number }
  readonly results: readonly {
    rule: string
    location: { startLine: number }
    suppressed?: { by: string; reason: string }
  }[]
  readonly notes: readonly { kind: string; message: string }[]
}

function checked(...args: readonly string[]): Json {
  return JSON.parse(breakwater('check', '--format', 'json', ...args).stdout) as Json
}

/** The findings that the baseline does not accept, as rule and line. */
const open = (...args: readonly string[]): string[] =>
  checked('--baseline', 'breakwater-baseline.json', ...args)
    .results.filter(({ suppressed }) => suppressed === undefined)
    .map(({ rule, location }) => `${rule}:${location.startLine}`)

describe('a baseline', () => {
  test('accepts what is there, and says so', () => {
    const { length } = checked().results
    const { status, stdout } = breakwater('baseline')
    expect([status, stdout]).toEqual([0, `breakwater-baseline.json: ${length} findings on 1 device accepted\n`])
    const { status: code, stdout: text } = breakwater('check', '--baseline', 'breakwater-baseline.json')
    expect(code).toBe(0)
    expect(text).toContain(`${length} in the baseline`)
    const { summary, results } = checked('--baseline', 'breakwater-baseline.json')
    expect(summary).toMatchObject({ suppressed: 0, baselined: length })
    expect(new Set(results.map(({ suppressed }) => JSON.stringify(suppressed)))).toEqual(
      new Set(['{"by":"baseline","reason":"accepted in the baseline of 2026-11-24"}']),
    )
  })

  test('is the same bytes on two runs, without a secret', () => {
    breakwater('baseline')
    breakwater('baseline', '--output', 'again.json')
    const text = readFileSync(join(cwd, 'breakwater-baseline.json'), 'utf8')
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(text)
    expect(text).toContain('"setting":"snmp.communities[community]"')
    expect(text).not.toMatch(/alpha-1|bravo-2/)
  })

  test('survives moved lines and a renamed file', () => {
    breakwater('baseline')
    const [version = '', hostname = '', first = '', second = '', ...rest] = R1
    put('r1.cfg', [version, '!', hostname, ...rest.slice(0, -2), second, first, 'end', ''])
    mkdirSync(join(cwd, 'archive'))
    renameSync(join(cwd, 'r1.cfg'), join(cwd, 'archive/r1.cfg'))
    expect(open()).toEqual([])
  })

  test('takes in nothing new', () => {
    breakwater('baseline')
    put('r1.cfg', R1.toSpliced(3, 0, 'snmp-server community charlie-3 RO'))
    expect(open('--rule', 'snmp/no-v1-v2c')).toEqual(['snmp/no-v1-v2c:4'])
    put('r1.cfg', R1)
    put('r2.cfg', R1.join('\n').replace('hostname r1', 'hostname r2'))
    expect(open('--rule', 'mgmt/no-telnet')).toEqual(['mgmt/no-telnet:7'])
  })

  test('gives back a violation that changed', () => {
    breakwater('baseline')
    put('r1.cfg', R1.join('\n').replace('exec-timeout 30 0', 'exec-timeout 0 0'))
    expect(open()).toEqual(['mgmt/exec-timeout:6'])
  })

  test('tells that findings are gone, for the devices that were judged', () => {
    put('r2.cfg', R1.join('\n').replace('hostname r1', 'hostname r2'))
    breakwater('baseline')
    put('r1.cfg', R1.join('\n').replace('transport input telnet', 'transport input ssh'))
    const gone = '1 finding of the baseline is there no more; breakwater baseline writes it anew'
    const notes = (...paths: readonly string[]): string[] =>
      checked('--baseline', 'breakwater-baseline.json', ...paths)
        .notes.map(({ message }) => message)
        .filter((message) => message.includes('baseline'))
    expect(notes()).toEqual([gone])
    expect(notes('r1.cfg')).toEqual([gone])
    expect(notes('r2.cfg')).toEqual([])
    expect(notes('--rule', 'mgmt/exec-timeout')).toEqual([])
  })

  test('leaves to a comment what a comment suppresses', () => {
    put('r1.cfg', R1.toSpliced(6, 0, ' ! breakwater-disable-next-line mgmt/no-telnet -- lab'))
    breakwater('baseline')
    expect(readFileSync(join(cwd, 'breakwater-baseline.json'), 'utf8')).not.toContain('mgmt/no-telnet')
  })

  test('can be named by the configuration, relative to it', () => {
    put('breakwater.config.json', '{ "baseline": "accepted/today.json" }')
    mkdirSync(join(cwd, 'accepted'))
    expect(breakwater('baseline', '-o', 'accepted/today.json').status).toBe(0)
    expect(breakwater('check').status).toBe(0)
    // A baseline is made of all that is there, whatever was accepted before.
    const before = readFileSync(join(cwd, 'accepted/today.json'), 'utf8')
    breakwater('baseline', '-o', 'accepted/today.json')
    expect(readFileSync(join(cwd, 'accepted/today.json'), 'utf8')).toBe(before)
  })

  test('--fix leaves what was accepted as it is', () => {
    const text = ['version 17.9', 'hostname r1', 'ip finger', 'end', '']
    put('r1.cfg', text)
    breakwater('baseline')
    const fix = ['check', '--rule', 'services/no-legacy-services', '--fix'] as const
    expect(breakwater(...fix, '--baseline', 'breakwater-baseline.json').status).toBe(0)
    expect(readFileSync(join(cwd, 'r1.cfg'), 'utf8')).toBe(text.join('\n'))
    breakwater(...fix)
    expect(readFileSync(join(cwd, 'r1.cfg'), 'utf8')).not.toContain('\nip finger')
  })

  test('stands in SARIF as accepted elsewhere', () => {
    breakwater('baseline')
    const { stdout } = breakwater('check', '--format', 'sarif', '--baseline', 'breakwater-baseline.json')
    const { runs } = JSON.parse(stdout) as { runs: { results: { suppressions: { kind: string }[] }[] }[] }
    expect(new Set(runs[0]?.results.map(({ suppressions }) => suppressions[0]?.kind))).toEqual(new Set(['external']))
  })
})

describe('a baseline that is none', () => {
  const of = (entry: object): string =>
    JSON.stringify({ schema: 'breakwater/baseline@1', day: '2026-11-24', accepted: [entry] })
  const entry = { device: 'r1', rule: 'mgmt/no-telnet', setting: 'x', line: '0123456789abcdef', count: 1 }

  test.each([
    ['{', /Expected property name|in JSON/],
    ['[]', /the file must be an object/],
    ['{}', /schema must be "breakwater\/baseline@1"/],
    ['{"schema":"breakwater/baseline@1"}', /day must be a date, YYYY-MM-DD/],
    ['{"schema":"breakwater/baseline@1","day":"2026-11-24"}', /accepted must be a list/],
    [of([]), /accepted\[0\] must be an object/],
    [of({ ...entry, count: 0 }), /accepted\[0\]\.count must be a whole number from 1 on/],
    [of({ ...entry, line: 'x' }), /accepted\[0\]\.line must match/],
    [of({ ...entry, rule: 'telnet' }), /accepted\[0\]\.rule must match/],
  ])('%s', (text, message) => {
    put('wrong.json', text)
    const { status, stderr } = breakwater('check', '--baseline', 'wrong.json')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^breakwater: .*wrong\.json: /)
    expect(stderr).toMatch(message)
  })

  test('a file that is not there', () => {
    const { status, stderr } = breakwater('check', '--baseline', 'none.json')
    expect([status, stderr]).toEqual([
      2,
      `breakwater: there is no baseline "${join(cwd, 'none.json')}"; breakwater baseline writes one\n`,
    ])
  })

  test('nothing is written where nothing was judged', () => {
    rmSync(join(cwd, 'r1.cfg'))
    const { status, stderr } = breakwater('baseline')
    expect(status).toBe(2)
    expect(stderr).toContain('nothing to check')
    expect(() => readFileSync(join(cwd, 'breakwater-baseline.json'))).toThrow(/ENOENT/)
  })
})
