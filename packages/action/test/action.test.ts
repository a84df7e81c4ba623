import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commandsIn, type RunnerCommand } from './commands.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, object>>
  readonly runs: { readonly using: string; readonly main: string }
}

const SSH_V1 = 'hostname r1\nversion 12.4\n!\nip ssh version 1\nend\n'
const CLEAN = 'hostname r2\nversion 12.4\n!\nip ssh version 2\nend\n'
const CONFIG = '{ "rules": { "**": "off", "ssh/version-2-only": "on" } }'

let runner = ''
let workspace = ''
beforeEach(() => {
  runner = mkdtempSync(join(tmpdir(), 'breakwater-'))
  workspace = join(runner, 'work')
  mkdirSync(join(runner, 'temp'))
  for (const name of ['output', 'summary']) writeFileSync(join(runner, name), '')
  writeFileSync(join(runner, 'event.json'), '{}')
  put('.git/HEAD', '')
  put('breakwater.config.json', CONFIG)
})
afterEach(() => rmSync(runner, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), text)
}

interface Step {
  readonly status: number | null
  readonly stdout: string
  readonly commands: readonly RunnerCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** Runs the Action as a runner does, with the defaults of its manifest. */
function step(inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}): Step {
  const given = Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, { default: fallback = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      inputs[name] ?? fallback,
    ]),
  )
  for (const name of Object.keys(inputs)) expect(Object.keys(manifest.inputs)).toContain(name)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, manifest.runs.main)], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env['PATH'],
      HOME: runner,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      GITHUB_EVENT_PATH: join(runner, 'event.json'),
      GITHUB_EVENT_NAME: 'push',
      RUNNER_TEMP: join(runner, 'temp'),
      ...given,
      ...env,
    },
  })
  expect(stderr).toBe('')
  const lines = readFileSync(join(runner, 'output'), 'utf8').trimEnd().split('\n')
  return {
    status,
    stdout,
    // How old the data are depends on the day of the test.
    commands: commandsIn(stdout).filter(({ message }) => !/\d days old/.test(message)),
    outputs: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    summary: readFileSync(join(runner, 'summary'), 'utf8'),
  }
}

test('findings: annotations, outputs, the page of the run', () => {
  put('configs/r1.cfg', SSH_V1)
  put('configs/r2.cfg', CLEAN)
  const { status, commands, outputs, summary, stdout } = step({ paths: 'configs', 'sarif-file': 'out.sarif' })
  expect(status).toBe(1)
  expect(commands).toEqual([
    {
      name: 'error',
      properties: {
        file: 'configs/r1.cfg',
        line: '4',
        endLine: '4',
        col: '1',
        endColumn: '17',
        title: 'ssh/version-2-only (high)',
      },
      message: 'SSH version 1 is forced; allow version 2 only\nEnter:\nip ssh version 2',
    },
  ])
  expect(outputs).toEqual({
    errors: '1',
    warnings: '0',
    notes: '0',
    suppressed: '0',
    unknown: '0',
    'exit-code': '1',
    'sarif-file': 'out.sarif',
    'report-json': join(runner, 'temp/breakwater/results.json'),
  })
  expect(JSON.parse(readFileSync(join(workspace, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  expect(Object.keys(manifest.outputs)).toEqual(Object.keys(outputs))
  expect(JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))).toMatchObject({ summary: { devices: 2 } })
  expect(summary).toContain('### Breakwater: 1 finding (1 high)')
  expect(summary).toContain('| ssh | 1 | 0 | 0 | 1 | 0 |')
  expect(summary).toContain('EVHG E41')
  expect(stdout).toContain('4 │ ip ssh version 1')
  expect(manifest.runs.using).toBe('node24')
})

test('clean', () => {
  put('r2.cfg', CLEAN)
  const { status, commands, outputs, summary } = step()
  expect([status, commands, outputs['errors'], outputs['exit-code']]).toEqual([0, [], '0', '0'])
  expect(summary).toContain('### Breakwater: no findings')
})

test('below the threshold, without annotations, without the page', () => {
  put('r1.cfg', SSH_V1)
  const { status, commands, outputs, summary } = step({ 'fail-on': 'critical', annotations: 'false', summary: 'false' })
  expect([status, commands, outputs['errors'], summary]).toEqual([0, [], '1', ''])
})

test('in a folder below the workspace; places are those of the repository', () => {
  put('net/configs/r1.cfg', SSH_V1)
  const { commands } = step({ 'working-directory': 'net', paths: 'configs\n' })
  expect(commands.map(({ properties }) => properties['file'])).toEqual(['net/configs/r1.cfg'])
})

test('what the baseline accepts is neither annotated nor counted', () => {
  put('r1.cfg', SSH_V1)
  put('r2.cfg', CLEAN)
  const bin = join(root, 'packages/breakwater/dist/bin.js')
  const { status } = spawnSync(process.execPath, [bin, 'baseline', '--output', 'accepted.json'], { cwd: workspace })
  expect(status).toBe(0)
  put('r3.cfg', SSH_V1.replace('r1', 'r3'))
  const { status: code, commands, outputs } = step({ baseline: 'accepted.json' })
  expect(code).toBe(1)
  expect(commands.filter(({ name }) => name === 'error').map(({ properties }) => properties['file'])).toEqual([
    'r3.cfg',
  ])
  expect(outputs['errors']).toBe('1')
})

test('other reports beside it, and presets', () => {
  put('r1.cfg', SSH_V1)
  step({ 'format-file': 'compact=out.txt', profile: 'hunt,cisa-2024' })
  expect(readFileSync(join(workspace, 'out.txt'), 'utf8')).toContain('r1.cfg:4:1: error: SSH version 1')
})

test.for([
  [{ annotations: 'maybe' }, 'the input "annotations" cannot be "maybe": it is true or false'],
  [{ 'max-annotations': '11' }, 'the input "max-annotations" cannot be "11": it is a number from 1 to 10'],
  [{ paths: 'nowhere\n::error::x' }, 'breakwater: there is no file or folder "nowhere"'],
  [{ 'fail-on': 'dire' }, 'breakwater: --fail-on cannot be "dire"'],
  [{ paths: '--config=x' }, 'breakwater: there is no file or folder "--config=x"'],
] as const)('wrong: %j', ([inputs, message]) => {
  put('r1.cfg', SSH_V1)
  const { status, commands } = step(inputs)
  expect(status).toBe(2)
  expect(commands[0]).toMatchObject({ name: 'error', properties: {} })
  expect(commands[0]?.message).toContain(message)
  expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['error']))
})

describe('limits', () => {
  test('ten annotations of a level; what is on many devices is one; the rest is counted', () => {
    for (let index = 0; index < 25; index++) put(`r${index}.cfg`, SSH_V1.replace('r1', `r${index}`))
    const many = step({ 'max-annotations': '3' })
    expect(many.commands).toHaveLength(1)
    expect(many.commands[0]?.message).toContain('(and 24 more places on 25 devices)')
    expect(many.outputs['errors']).toBe('25')
    put('breakwater.config.json', '{ "preset": "all" }')
    const all = step({ 'max-annotations': '1' })
    const count = (name: string) => all.commands.filter((command) => command.name === name).length
    expect([count('error'), count('warning'), count('notice')].every((found) => found <= 1)).toBe(true)
    expect(commandsIn(all.stdout).at(-1)?.message).toContain('more findings')
    expect(all.commands[0]?.properties['title']).toMatch(/\(high\)$/)
  })
})

describe('what strangers wrote', () => {
  const EVIL =
    '::error file=x::pwned ##[error]pwned ]]> <script>alert(1)</script> [x](javascript:alert(1)) \u001b[31mred\u0007 %0A::warning::pwned'
  test('is no command, no markup and no escape sequence anywhere', () => {
    put('breakwater.config.json', '{ "preset": "all" }')
    const name = 'a,b:c%0A=d.cfg'
    put(
      name,
      `hostname ::add-mask::r1\nversion 12.4\nip ssh version 1\nbanner motd ^C\n::error::pwned\n${EVIL}\n^C\nsnmp-server community ::error::k1wi-jam RW\nusername ${EVIL.split(' ')[0]} password 0 k1wi-jam\nsnmp-server location ${EVIL}\nline vty 0 4\n transport input telnet ! ${EVIL}\n::stop-commands::x\nend\n`,
    )
    const { commands, stdout, summary, outputs } = step()
    expect(new Set(commands.map((command) => command.name))).toEqual(new Set(['error', 'warning', 'notice']))
    for (const { properties } of commands) expect(['a,b:c%0A=d.cfg', undefined]).toContain(properties['file'])
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout + summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    expect(summary).not.toMatch(/<script|\]\(javascript|^::/m)
    expect(stdout + summary + readFileSync(outputs['report-json'] ?? '', 'utf8')).not.toContain('k1wi')
  })

  test('gives the same bytes on two runs', () => {
    put('r1.cfg', SSH_V1)
    const first = step()
    writeFileSync(join(runner, 'summary'), '')
    expect(step()).toEqual(first)
  })
})

describe('only what changed', () => {
  function git(...args: readonly string[]): string {
    const { stdout, status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.net', '-c', 'init.defaultBranch=main', ...args],
      { cwd: workspace, encoding: 'utf8' },
    )
    expect([status, stderr.includes('fatal')]).toEqual([0, false])
    return stdout.trim()
  }
  function commit(): string {
    git('add', '-A')
    git('commit', '-qm', 'x')
    return git('rev-parse', 'HEAD')
  }
  beforeEach(() => {
    rmSync(join(workspace, '.git'), { recursive: true })
    git('init', '-q')
    put('old.cfg', SSH_V1)
  })
  const files = ({ commands }: Step) => commands.flatMap(({ properties }) => properties['file'] ?? [])

  test('of a push, from the commit before', () => {
    const before = commit()
    put('a b/ü.cfg', SSH_V1.replace('r1', 'r2'))
    commit()
    writeFileSync(join(runner, 'event.json'), JSON.stringify({ before }))
    expect(files(step({ 'only-changed': 'true' }))).toEqual(['a b/ü.cfg'])
    expect(files(step())).toEqual(['a b/ü.cfg', 'old.cfg'])
  })

  test('of a pull request, from the base; nothing changed is clean', () => {
    const sha = commit()
    put('README', 'x')
    commit()
    writeFileSync(join(runner, 'event.json'), JSON.stringify({ pull_request: { base: { sha } } }))
    const { status, commands } = step({ 'only-changed': 'true' }, { GITHUB_EVENT_NAME: 'pull_request' })
    expect([status, commands]).toEqual([0, []])
  })

  test.for([
    ['{}', 'the event names no commit to compare with'],
    ['no JSON', 'the event names no commit to compare with'],
    ['{ "before": "--output=x" }', 'the event names no commit to compare with'],
    [`{ "before": "${'0'.repeat(40)}" }`, 'the event names no commit to compare with'],
    [`{ "before": "${'a'.repeat(40)}" }`, 'is not in the checkout; give actions/checkout "fetch-depth: 0"'],
  ] as const)('where nobody knows, everything, and why: %s', ([event, why]) => {
    commit()
    writeFileSync(join(runner, 'event.json'), event)
    const ran = step({ 'only-changed': 'true' })
    expect(ran.commands[0]).toMatchObject({ name: 'notice', message: expect.stringContaining(why) as string })
    expect(files(ran)).toEqual(['old.cfg'])
    expect(existsSync(join(workspace, 'x'))).toBe(false)
  })
})
