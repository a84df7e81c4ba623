import type { SpawnSyncReturns } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBuilt } from './running.ts'

const schema = JSON.parse(readFileSync(new URL('../schema/results.schema.json', import.meta.url), 'utf8')) as object

const SSH_V1 = 'hostname r1\nversion 12.4\n!\nip ssh version 1\nend\n'
const CLEAN = 'hostname r2\nversion 12.4\n!\nip ssh version 2\nend\n'
const rule = ['--rule', 'ssh/version-2-only'] as const

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  put('.git/HEAD', '')
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

function breakwater(
  args: readonly string[],
  more: { input?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  return runBuilt(cwd, args, more)
}

interface Json {
  readonly summary: Record<string, unknown>
  readonly results: readonly {
    rule: string
    verdict: string
    severity: string
    device: string
    location: { file: string }
    suppressed?: object
  }[]
  readonly notes: readonly { kind: string; message: string; location?: { startLine: number } }[]
}

function json(args: readonly string[]): Json {
  return JSON.parse(breakwater(['check', '--format', 'json', ...args]).stdout) as Json
}

describe('exit codes', () => {
  test('0: clean', () => {
    put('r2.cfg', CLEAN)
    const { status, stdout, stderr } = breakwater(['check', ...rule])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Checked 1 device in 1 file')
    expect(stdout).toContain('No findings')
  })

  test('1: findings at or above the threshold', () => {
    put('r1.cfg', SSH_V1)
    expect(breakwater(['check', ...rule]).status).toBe(1)
    expect(breakwater(['check', ...rule, '--fail-on', 'high']).status).toBe(1)
    expect(breakwater(['check', ...rule, '--fail-on', 'critical']).status).toBe(0)
  })

  test('1: unknown, if asked for', () => {
    put('part.cfg', 'line vty 0 4\n transport input ssh\n')
    expect(breakwater(['check', ...rule]).status).toBe(0)
    expect(breakwater(['check', ...rule, '--fail-on-unknown']).status).toBe(1)
  })

  test.for([
    [['check', 'nowhere'], 'there is no file or folder "nowhere"'],
    [['check', 'notes.txt'], 'notes.txt: no configuration that can be read'],
    [['check', 'empty'], 'nothing to check'],
    [['check', '--formt=json'], 'did you mean "--format"?'],
    [['check', '--format', 'jsn'], 'did you mean "json"?'],
    [['check', '--format', 'json', '--format', 'pretty'], 'only one format can go to the standard output'],
    [['check', '--rule', 'ssh/version-2-onyl'], 'did you mean "ssh/version-2-only"?'],
    [['check', '--today', '2026-02-30'], 'it is a date of the form YYYY-MM-DD'],
    [['check', '--config', 'gone.yaml'], 'there is no configuration'],
    [['chekc'], 'did you mean "check"?'],
    [['explain', 'ssh/version-2-onl'], 'did you mean "ssh/version-2-only"?'],
    [['inspect', 'notes.txt'], 'no configuration that can be read'],
  ] as const)('2: %j', ([args, message]) => {
    put('notes.txt', 'The quick brown fox jumps over the lazy dog.\n')
    mkdirSync(join(cwd, 'empty'))
    const { status, stderr, stdout } = breakwater(args)
    expect(stderr).toContain(message)
    expect([status, stdout]).toEqual([2, ''])
  })

  test('2: modules that Terraform has not fetched, and what to do', () => {
    put(
      'main.tf',
      'module "iosxe" {\n  source           = "netascode/nac-iosxe/iosxe"\n  yaml_directories = ["data/"]\n}\n',
    )
    const { status, stderr } = breakwater(['check'])
    expect([status, stderr]).toEqual([
      2,
      'breakwater: main.tf:1: the files of module "iosxe" are not in view: run terraform init, which puts them below ' +
        '.terraform/modules\nbreakwater: nothing to check: no configuration among 1 files\n',
    ])
  })

  test('a named file that nobody reads is an error, but what can be read is reported', () => {
    put('r1.cfg', SSH_V1)
    put('notes.txt', 'The quick brown fox.\n')
    const { status, stdout, stderr } = breakwater(['check', ...rule, 'r1.cfg', 'notes.txt'])
    expect(status).toBe(2)
    expect(stdout).toContain('SSH version 1')
    expect(stderr).toContain('notes.txt')
  })

  test('--pre-commit passes over it', () => {
    put('notes.txt', 'The quick brown fox.\n')
    expect(breakwater(['check', '--pre-commit', 'notes.txt'])).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})

describe('what is looked at', () => {
  test('names with blanks and signs; folders below; not node_modules, not .git, not binaries', () => {
    for (const path of ['a b|#.cfg', 'x/ü/r.conf', 'node_modules/r.cfg', '.git/r.cfg', 'noending']) put(path, SSH_V1)
    writeFileSync(join(cwd, 'image.cfg'), Buffer.concat([Buffer.from(SSH_V1), Buffer.alloc(300)]))
    expect(json([...rule]).results.map(({ location }) => location.file)).toEqual([
      'a b|#.cfg',
      'noending',
      'x/ü/r.conf',
    ])
  })

  test('the standard input', () => {
    const { status, stdout } = breakwater(['check', ...rule, '--format', 'compact', '--stdin-filename', 'x/r1.cfg'], {
      input: SSH_V1,
    })
    expect([status, stdout]).toEqual([
      1,
      'x/r1.cfg:4:1: error: SSH version 1 is forced; allow version 2 only [ssh/version-2-only]\n',
    ])
  })
})

describe('formats', () => {
  test('several at once, into files', () => {
    put('r1.cfg', SSH_V1)
    const { stdout } = breakwater(['check', ...rule, '--format', 'json=out.json', '--format', 'github'])
    expect(stdout).toMatch(/^::error file=r1\.cfg,line=4,/)
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ schema: 'breakwater/results@1' })
  })

  test('json fits its schema, with and without evidence', () => {
    put('r1.cfg', SSH_V1)
    put('r2.cfg', CLEAN)
    put('part.cfg', 'line vty 0 4\n transport input telnet\nfoo bar\n')
    const validate = new Ajv({ strict: false }).compile(schema)
    for (const args of [[], ['--evidence'], ['--evidence', '--preset', 'all']]) {
      validate(json(args))
      expect(validate.errors).toBeNull()
    }
    const verdicts = new Set(json(['--evidence']).results.map(({ verdict }) => verdict))
    expect([...verdicts].toSorted()).toEqual(['fail', 'notapplicable', 'pass', 'unknown'])
  })

  test('two runs give the same bytes', () => {
    for (let n = 0; n < 30; n++) put(`r${n}.cfg`, n % 2 === 0 ? SSH_V1 : CLEAN)
    for (const format of ['pretty', 'compact', 'json', 'github']) {
      const args = ['check', '--preset', 'all', '--evidence', '--format', format]
      expect(breakwater(args).stdout).toBe(breakwater(args).stdout)
    }
  })

  test('colour only where it is wanted', () => {
    put('r1.cfg', SSH_V1)
    expect(breakwater(['check']).stdout).not.toContain('\u001b')
    expect(breakwater(['check'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[')
    expect(breakwater(['check'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b')
  })

  test('paths for GitHub are those of the repository', () => {
    put('net/r1.cfg', SSH_V1)
    const { stdout } = runBuilt(join(cwd, 'net'), ['check', ...rule, '--format', 'github'], {
      env: { GITHUB_WORKSPACE: cwd },
    })
    expect(stdout).toMatch(/^::error file=net\/r1\.cfg,/)
  })
})

test('a configuration full of mischief does no harm in any format', () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e'
  put(
    'evil.cfg',
    `hostname r1${evil}\nversion 12.4\nbanner motd ^C\n::error::owned\n##[error]owned\n${evil}\n^C\nip ssh version 1\n::error::owned ${evil}\nline vty 0 4\n transport input telnet ${evil}\nend\n`,
  )
  put('::error::owned.cfg', SSH_V1)
  for (const args of [
    ...['pretty', 'compact', 'json', 'github'].map((format) => [
      'check',
      '--preset',
      'all',
      '--evidence',
      '--format',
      format,
    ]),
    ['inspect', 'evil.cfg'],
    ['inspect', 'evil.cfg', '--format', 'json'],
  ]) {
    const { stdout, stderr } = breakwater(args)
    expect(stdout).not.toBe('')
    // oxlint-disable-next-line no-control-regex -- all that a terminal obeys, but for the line end
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(stdout).not.toContain('##[')
    const ours = /^::(error|warning|notice) (file|title)=/
    const obeyed = stdout.split('\n').filter((line) => /^\s*::/.test(line) && !ours.test(line))
    expect(obeyed).toEqual([])
  }
})

const accepted = (comment: string): string => `hostname r1\nversion 12.4\n! ${comment}\nip ssh version 1\nend\n`

describe('suppression', () => {
  test('an accepted finding stays visible and does not fail', () => {
    put('r1.cfg', accepted('breakwater-disable-next-line ssh/version-2-only -- lab (expires=2099-01-01)'))
    expect(breakwater(['check', ...rule]).status).toBe(0)
    const { summary, results } = json([...rule])
    expect(summary['suppressed']).toBe(1)
    expect(results[0]?.suppressed).toEqual({ by: 'inline', reason: 'lab', expires: '2099-01-01' })
    expect(breakwater(['check', ...rule, '--no-inline-config']).status).toBe(1)
  })

  test.for([
    ['breakwater-disable-next-line ssh/version-2-only', 'no reason'],
    ['breakwater-disable-next-line ssh/version-2 -- lab', 'unknown rule, "ssh/version-2"'],
    ['breakwater-disable-next-line ssh/version-2-only -- lab (expires=2020-01-01)', 'expired on 2020-01-01'],
  ] as const)('%s', ([comment, note]) => {
    put('r1.cfg', accepted(comment))
    expect(breakwater(['check', ...rule]).status).toBe(1)
    expect(json([...rule]).notes.find(({ kind }) => kind === 'syntax')).toMatchObject({
      message: expect.stringContaining(note) as string,
      location: { startLine: 3 },
    })
  })

  test('what is not needed is told', () => {
    put('r2.cfg', `! breakwater-disable-file ssh/version-2-only -- lab\n${CLEAN}`)
    expect(json([...rule]).notes.map(({ message }) => message)).toContain(
      'The suppression of ssh/version-2-only is not needed',
    )
    expect(json(['--rule', 'ssh/ciphers']).notes.map(({ message }) => message)).not.toContain(
      'The suppression of ssh/version-2-only is not needed',
    )
  })
})

describe('configuration', () => {
  test('is found, and its mistakes are told with their place', () => {
    put('r1.cfg', SSH_V1)
    put('breakwater.config.yaml', 'preset: all\nrules:\n  "**": off\n  ssh/version-2-only: low\n')
    expect(breakwater(['check']).status).toBe(0)
    expect(json([]).results.map(({ severity }) => severity)).toEqual(['low'])
    expect(breakwater(['check', ...rule, '--no-config']).status).toBe(1)
    put('breakwater.config.yaml', 'rules:\n  ssh/version2: off\n')
    expect(breakwater(['check'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/breakwater\.config\.yaml:2:3: rules\.ssh\/version2 is not known/) as string,
    })
  })

  test('by role and by path', () => {
    put('pe/r1.cfg', SSH_V1)
    put('lab/r1.cfg', SSH_V1.replace('r1', 'lab1'))
    put('other/r1.cfg', SSH_V1.replace('r1', 'x1'))
    const overrides = [
      { roles: ['edge'], rules: { 'ssh/version-2-only': 'critical' } },
      { files: ['lab/**'], rules: { 'ssh/*': 'off' } },
    ]
    put('.breakwaterrc', JSON.stringify({ roles: { edge: { hostnames: ['r*'] } }, overrides }))
    expect(json([...rule]).results.map(({ device, severity }) => [device, severity])).toEqual([
      ['lab1', 'high'],
      ['x1', 'high'],
      ['r1', 'critical'],
    ])
    expect(
      json([])
        .results.filter((result) => result.rule === 'ssh/version-2-only')
        .map(({ device }) => device),
    ).toEqual(['x1', 'r1'])
  })

  test('code of a stranger is not run', () => {
    put('r1.cfg', SSH_V1)
    put(
      'breakwater.config.mjs',
      `import { writeFileSync } from 'node:fs'\nwriteFileSync('owned', '')\nexport default { failOn: 'critical' }\n`,
    )
    const { status, stderr } = breakwater(['check', ...rule])
    expect([status, existsSync(join(cwd, 'owned'))]).toEqual([2, false])
    expect(stderr).toContain('--trust-config')
    expect([breakwater(['check', ...rule, '--no-config']).status, existsSync(join(cwd, 'owned'))]).toEqual([1, false])
    expect([breakwater(['check', ...rule, '--trust-config']).status, existsSync(join(cwd, 'owned'))]).toEqual([0, true])
    expect(breakwater(['check', ...rule, '--config', 'breakwater.config.mjs']).status).toBe(0)
  })
})

describe('hunting over a fleet', () => {
  test('what few devices have comes first, each thing with its count, its devices and its place', () => {
    for (const name of ['a1', 'a2', 'a3']) put(`${name}.cfg`, `hostname ${name}\nusername noc secret 5 $1$x$y\nend\n`)
    put(
      'a4.cfg',
      'hostname a4\nip ssh port 22022 rotary 1\nusername noc secret 5 $1$x$y\nusername oper secret 5 $1$x$z\nend\n',
    )
    const { stdout } = breakwater(['check', '.', '--preset', 'hunt'])
    expect(stdout).toMatch(/^1 of 4  SSH port 22022 +a4  a4\.cfg:2:1$/m)
    expect(stdout).toMatch(/^1 of 4  local user oper +a4  a4\.cfg:4:1$/m)
    expect(stdout).not.toContain('local user noc')
    expect(stdout).toContain('next   show tcp brief all')
    const results = JSON.parse(breakwater(['check', '.', '--preset', 'hunt', '--format', 'json']).stdout) as {
      unusual: { trait: string; devices: number }[]
    }
    expect(results.unusual.map(({ trait, devices }) => [trait, devices])).toEqual([
      ['SSH port 22022', 1],
      ['local user oper', 1],
      ['local user noc', 4],
    ])
    expect(JSON.parse(breakwater(['check', '.', '--format', 'json']).stdout)).not.toHaveProperty('unusual')
  })
})

describe('the other commands', () => {
  test('rules', () => {
    const rules = JSON.parse(breakwater(['rules', '--format', 'json']).stdout) as Record<string, unknown>[]
    expect(rules.length).toBeGreaterThan(10)
    for (const listed of rules)
      expect(Object.keys(listed)).toEqual(['id', 'title', 'severity', 'category', 'platforms', 'presets', 'guidance'])
    expect(breakwater(['rules']).stdout).toContain('ssh/version-2-only')
  })

  test('explain', () => {
    const { status, stdout } = breakwater(['explain', 'ssh/version-2-only'])
    expect(status).toBe(0)
    for (const part of ['Run SSH version 2 only', 'EVHG E41', 'ip ssh version 1', 'recommended'])
      expect(stdout).toContain(part)
    expect(JSON.parse(breakwater(['explain', 'ssh/version-2-only', '--format', 'json']).stdout)).toMatchObject({
      id: 'ssh/version-2-only',
      page: expect.stringContaining('# Run SSH version 2 only') as string,
    })
  })

  test('inspect', () => {
    put('r1.cfg', 'hostname r1\nversion 12.4\n!\nsnmp-server community s3cr3t RO\nfoo bar\nip ssh version 1\nend\n')
    const { status, stdout } = breakwater(['inspect', 'r1.cfg'])
    expect(status).toBe(0)
    expect(stdout).toContain('platform  ios: version 12.4')
    expect(stdout).toContain('5 ? foo bar')
    expect(stdout).toContain('ssh.version = 1  (line 6)')
    expect(stdout).not.toContain('s3cr3t')
    const inspection = JSON.parse(breakwater(['inspect', 'r1.cfg', '--format', 'json']).stdout) as { tree: object[] }
    expect(inspection.tree[5]).toEqual({
      line: 6,
      depth: 0,
      kind: 'command',
      mode: 'global',
      class: 'understood',
      text: 'ip ssh version 1',
    })
  })

  test('inspect tells who reaches the management, and what access lists mean', () => {
    const lines = ['hostname r1', 'version 15.2', 'ip access-list standard MGMT', ' permit 192.0.2.0 0.0.0.127']
    lines.push(' permit host 192.0.2.1', ' permit 192.0.2.128 0.0.0.127', 'line vty 0 4', ' transport input ssh')
    put('r1.cfg', [...lines, ' access-class MGMT in', 'line vty 5 15', ' transport input ssh', 'end', ''].join('\n'))
    const { stdout } = breakwater(['inspect', 'r1.cfg'])
    expect(stdout).toMatch(/^SSH +vty 0 4 +IPv4 +192\.0\.2\.0\/24 \(MGMT\)$/m)
    expect(stdout).toMatch(/^SSH +vty 5 15 +IPv4 +everybody$/m)
    expect(stdout).toMatch(/^MGMT +IPv4 +3 entries +used by VTY lines 0-4; unreachable: line 5$/m)
    const inspection = JSON.parse(breakwater(['inspect', 'r1.cfg', '--format', 'json']).stdout) as {
      management: object[]
    }
    expect(inspection.management[0]).toEqual({
      service: 'SSH',
      by: 'vty 0 4',
      family: 4,
      state: 'limited',
      from: ['192.0.2.0/24'],
      exact: true,
      list: 'MGMT',
      line: 8,
    })
  })

  test('coverage', () => {
    const { status, stdout } = breakwater(['coverage'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^E70   checked +Cisco: no vstack\n +services\/no-smart-install$/m)
    expect(stdout).toMatch(/^E10   not checkable +Use a SIEM\n +left to people: organisational tooling$/m)
    const clauses = JSON.parse(breakwater(['coverage', '--format', 'json']).stdout) as { clause: string }[]
    expect(clauses).toHaveLength(126)
    expect(clauses.find(({ clause }) => clause === 'E70')).toEqual({
      document: 'EVHG',
      clause: 'E70',
      text: 'Cisco: no vstack',
      rules: ['services/no-smart-install'],
    })
    expect(breakwater(['coverage', '-f', 'csv']).stdout).toContain(
      'EVHG,E70,Cisco: no vstack,checked,services/no-smart-install,\n',
    )
    expect(breakwater(['coverage', '-f', 'markdown']).stdout).toContain(
      '| E10 | Use a SIEM | not checkable |  | organisational tooling |\n',
    )
  })

  test('coverage of devices', () => {
    put('r1.cfg', 'hostname r1\nversion 15.2\nno vstack\nline vty 0 4\n transport input telnet\nend\n')
    put('r2.cfg', 'hostname r2\nversion 15.2\nline vty 0 4\n transport input ssh\nend\n')
    const clauses = JSON.parse(breakwater(['coverage', '.', '--format', 'json']).stdout) as {
      clause: string
      devices: Record<string, number>
    }[]
    const devicesOf = (wanted: string) => clauses.find(({ clause }) => clause === wanted)?.devices
    expect(devicesOf('AM05')).toEqual({ pass: 1, fail: 1, unknown: 0, notapplicable: 0 })
    expect(devicesOf('E70')).toEqual({ pass: 1, fail: 0, unknown: 1, notapplicable: 0 })
    expect(breakwater(['coverage', '.']).stdout).toMatch(/^E70 .*\n +services\/no-smart-install\n +1 unknown, 1 pass$/m)
    expect(breakwater(['coverage', 'nowhere'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('init', () => {
    put(
      'r1.cfg',
      'hostname r1\nvrf definition MGMT\nusername noc secret 5 $1$x$y\naccess-list 20 permit 192.0.2.0 0.0.0.255\nline vty 0 4\n access-class 20 in\nlogging host 192.0.2.20\nend\n',
    )
    put('r2.cfg', "hostname r2\nusername noc secret 5 $1$x$y\nusername o'per secret 5 $1$x$y\nend\n")
    expect(breakwater(['init', '.'])).toMatchObject({
      status: 0,
      stdout: 'Wrote breakwater.config.yaml; 2 devices read. Take the comment signs away from what is right.\n',
    })
    const text = readFileSync(join(cwd, 'breakwater.config.yaml'), 'utf8')
    for (const part of [
      "  # users:\n  #   - 'noc'     # on 2 of 2 devices\n  #   - 'o''per'  # on 1 of 2 devices\n",
      "  # managementPrefixes:\n  #   - '192.0.2.0/24'  # on 1 of 2 devices\n",
      "  # managementVrfs:\n  #   - 'MGMT'  # on 1 of 2 devices\n",
      "  # logHosts:\n  #   - '192.0.2.20'  # on 1 of 2 devices\n",
      "  # tunnels: ['192.0.2.77']\n",
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('$1$')
    // It holds as it stands, and with every member told.
    expect(breakwater(['check', 'r1.cfg', '--rule', 'ioc/*'])).toMatchObject({ status: 0, stderr: '' })
    put('breakwater.config.yaml', text.replaceAll(/^ {2}# ( {2}- |[a-zA-Z]+:)/gm, '  $1'))
    expect(breakwater(['check', 'r1.cfg', 'r2.cfg', '--rule', 'ioc/suspicious-local-user'])).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(breakwater(['init', '.'])).toMatchObject({
      status: 2,
      stderr: 'breakwater: breakwater.config.yaml is there already; --force replaces it, --stdout prints another\n',
    })
    expect(breakwater(['init', '.', '--stdout']).stdout).toBe(text)
  })

  test('help and version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(breakwater(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
    for (const command of ['check', 'explain', 'rules', 'coverage', 'init', 'inspect']) {
      expect(breakwater(['--help']).stdout).toContain(command)
      expect(breakwater([command, '--help'])).toMatchObject({ status: 0, stderr: '' })
    }
  })
})
