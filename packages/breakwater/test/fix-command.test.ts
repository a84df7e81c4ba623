import type { SpawnSyncReturns } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBuilt } from './running.ts'

const schema = JSON.parse(readFileSync(new URL('../schema/results.schema.json', import.meta.url), 'utf8')) as object

const ROUTED = 'hostname r1\nversion 15.2\nip source-route\nend\n'
const MENDED = 'hostname r1\nversion 15.2\nno ip source-route\nend\n'
const rule = ['--rule', 'services/no-source-routing'] as const

let folder = ''
let cwd = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-'))
  cwd = join(folder, 'site')
  mkdirSync(join(cwd, '.git'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string | Uint8Array): void {
  writeFileSync(join(cwd, path), text)
}

function got(path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}

function check(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return runBuilt(cwd, ['check', ...args], { input })
}

interface Json {
  readonly results: readonly { rule: string; fix?: { applicability: string; edits: readonly object[] } }[]
  readonly notes: readonly { message: string }[]
  readonly fixed?: object
}

describe('--fix', () => {
  test('writes what is safe, and judges what is left', () => {
    put('r1.cfg', ROUTED)
    const first = check(['--fix', ...rule])
    expect(got('r1.cfg')).toBe(MENDED)
    expect(first.stdout).toContain('Fixed 1 finding with 1 edit in 1 file\n')
    expect(first.status).toBe(0)
    const second = check(['--fix', ...rule])
    expect(second.stdout).toContain('Fixed nothing\n')
    expect(got('r1.cfg')).toBe(MENDED)
    expect(readdirSync(cwd)).toEqual(['.git', 'r1.cfg'])
  })

  test('leaves every other class alone unless it is asked for, and says so', () => {
    const telnet = 'hostname r1\nversion 15.2\nip ssh version 2\nline vty 0 4\n transport input telnet ssh\nend\n'
    put('r1.cfg', telnet)
    const only = ['--rule', 'mgmt/no-telnet']
    for (const args of [['--fix'], ['--fix=safe'], ['--fix=disruptive']]) {
      const { stdout, status } = check([...args, ...only])
      expect(got('r1.cfg')).toBe(telnet)
      expect(stdout).toContain('Left with a remediation: 1 lockout-risk (--fix=lockout-risk)\n')
      expect(status).toBe(1)
    }
    expect(check(['--fix=lockout-risk', ...only]).status).toBe(0)
    expect(got('r1.cfg')).toBe(telnet.replace('telnet ssh', 'ssh'))
  })

  test('keeps a byte order mark, UTF-16, Latin-1, CRLF and the mode', () => {
    const crlf = ROUTED.replaceAll('\n', '\r\n')
    put('bom.cfg', Buffer.from(`\uFEFF${crlf}`))
    put('wide.cfg', Buffer.from(`\uFEFF${crlf}`, 'utf16le'))
    put('latin.cfg', Buffer.from(ROUTED.replace('version', 'banner motd #caf\u00e9#\nversion'), 'latin1'))
    chmodSync(join(cwd, 'latin.cfg'), 0o640)
    check(['--fix', ...rule])
    const mended = MENDED.replaceAll('\n', '\r\n')
    expect(readFileSync(join(cwd, 'bom.cfg'))).toEqual(Buffer.from(`\uFEFF${mended}`))
    expect(readFileSync(join(cwd, 'wide.cfg'))).toEqual(Buffer.from(`\uFEFF${mended}`, 'utf16le'))
    expect(readFileSync(join(cwd, 'latin.cfg'))).toEqual(
      Buffer.from(MENDED.replace('version', 'banner motd #caf\u00e9#\nversion'), 'latin1'),
    )
    expect(statSync(join(cwd, 'latin.cfg')).mode & 0o777).toBe(0o640)
  })

  test('does not touch what is suppressed, a capture, or what it only reads beside', () => {
    const suppressed = ROUTED.replace(
      'ip source',
      '! breakwater-disable-next-line services/no-source-routing -- a lab\nip source',
    )
    const capture = `r1#show running-config\nBuilding configuration...\n\n${ROUTED}r1#\n`
    put('suppressed.cfg', suppressed)
    put('capture.cfg', capture)
    const { stdout } = check(['--fix', ...rule])
    expect(got('suppressed.cfg')).toBe(suppressed)
    expect(got('capture.cfg')).toBe(capture)
    expect(stdout).toContain('capture.cfg: a capture of a terminal is not edited')
    expect(stdout).toContain('Left with a remediation: 1 safe, to be entered by hand\n')
  })

  test('follows a link within the project, and none out of it', () => {
    put('real', ROUTED)
    writeFileSync(join(folder, 'outside'), ROUTED)
    symlinkSync('real', join(cwd, 'inner.cfg'))
    symlinkSync('../outside', join(cwd, 'outer.cfg'))
    const { stdout } = check(['--fix', ...rule, 'inner.cfg', 'outer.cfg'])
    expect(got('real')).toBe(MENDED)
    expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe(ROUTED)
    expect(stdout).toContain('outer.cfg was not fixed: it is a link that leads out of the project')
  })

  test('tells of many captures once', () => {
    const capture = `Current configuration : 90 bytes\n${ROUTED}`
    for (const name of ['a', 'b', 'c']) put(`${name}.cfg`, capture)
    const { stdout } = check(['--fix', ...rule])
    expect(stdout.match(/capture/g)).toHaveLength(1)
    expect(stdout).toContain('3 files are captures of a terminal and are not edited: a.cfg and more')
    expect(stdout).toContain('Left with a remediation: 3 safe, to be entered by hand\n')
    for (const name of ['a', 'b', 'c']) expect(got(`${name}.cfg`)).toBe(capture)
  })

  test('parts no hard links, and mends a file once that is named twice', () => {
    put('r1.cfg', ROUTED)
    linkSync(join(cwd, 'r1.cfg'), join(folder, 'snapshot'))
    const linked = check(['--fix', ...rule, 'r1.cfg', './r1.cfg'])
    expect(linked.stdout).toContain('r1.cfg was not fixed: it has another name too (a hard link)')
    expect(linked.status).toBe(1)
    expect(got('r1.cfg')).toBe(ROUTED)
    rmSync(join(folder, 'snapshot'))
    expect(check(['--fix', ...rule, 'r1.cfg', './r1.cfg', cwd]).stdout).toContain(
      'Fixed 1 finding with 1 edit in 1 file\n',
    )
    expect(got('r1.cfg')).toBe(MENDED)
  })

  test('counts what is left in projects, whose files stay', () => {
    put('r1.cfg', ROUTED)
    mkdirSync(join(cwd, 'playbooks'), { recursive: true })
    const play =
      '- hosts: all\n  gather_facts: false\n  tasks:\n    - cisco.ios.ios_config:\n        lines:\n          - ip source-route\n'
    put('playbooks/site.yml', play)
    put('inventory.ini', '[all]\nr2 ansible_network_os=cisco.ios.ios\n')
    const { stdout } = check(['--fix', ...rule])
    expect(got('playbooks/site.yml')).toBe(play)
    expect(stdout).toContain('Fixed 1 finding with 1 edit in 1 file\n')
    expect(stdout).toContain('Left with a remediation: 1 safe, to be entered by hand\n')
  })

  test('takes a fix back that would bring another finding', () => {
    const text =
      'hostname sw1\nversion 15.2\nip dhcp snooping vlan 10\ninterface GigabitEthernet1/0/1\n switchport access vlan 10\n switchport mode access\nend\n'
    put('sw1.cfg', text)
    const { stdout } = check(['--fix=disruptive', '--rule', 'l2/dhcp-snooping-dai'])
    expect(got('sw1.cfg')).toBe(text)
    expect(stdout).toContain(
      'sw1.cfg: 1 fix withdrawn: the text would have said something else too, or failed where it passed: l2/dhcp-snooping-dai',
    )
  })

  test('does not write the standard input', () => {
    const { status, stderr } = check(['--fix', '--stdin-filename', 'r1.cfg'], ROUTED)
    expect(stderr).toContain('--fix writes files, and the standard input is none')
    expect(status).toBe(2)
  })

  test('knows its classes', () => {
    put('r1.cfg', ROUTED)
    const { status, stderr } = check(['--fix=needs-site-value'])
    expect(stderr).toContain('--fix cannot be "needs-site-value"')
    expect(status).toBe(2)
    expect(check(['--fix', 'r1.cfg', ...rule]).status).toBe(0)
  })
})

describe('--fix-dry-run', () => {
  test('prints a diff, and writes nothing', () => {
    put('r1.cfg', ROUTED)
    const { stdout, status } = check(['--fix-dry-run', ...rule])
    expect(stdout).toBe(
      '--- a/r1.cfg\n+++ b/r1.cfg\n@@ -1,4 +1,4 @@\n hostname r1\n version 15.2\n-ip source-route\n+no ip source-route\n end\n',
    )
    expect(status).toBe(0)
    expect(got('r1.cfg')).toBe(ROUTED)
  })

  test('of the standard input too', () => {
    const { stdout } = check(['--fix-dry-run', ...rule, '--stdin-filename', 'r1.cfg'], ROUTED)
    expect(stdout).toContain('-ip source-route\n+no ip source-route\n')
  })

  test('shows no secret, around or in what goes', () => {
    const text =
      'hostname r1\nversion 15.2\nenable secret 9 $9$Zq8vB2mN4kX1$abcDEF\nenable password 7 13061E010803\nsnmp-server community S3cr3tW0rd RO\nend\n'
    put('r1.cfg', text)
    const { stdout } = check(['--fix-dry-run', '--rule', 'credentials/enable-secret'])
    expect(stdout).toContain(
      ' enable secret 9 <hidden>\n-enable password 7 <hidden>\n snmp-server community <hidden> RO\n',
    )
    for (const secret of ['13061E010803', 'S3cr3tW0rd', 'abcDEF']) expect(stdout).not.toContain(secret)
  })

  test('leaves the standard output to its diff', () => {
    put('r1.cfg', ROUTED)
    expect(check(['--fix-dry-run', '--format', 'json']).stderr).toContain('write --format json=<file> beside it')
    expect(check(['--fix-dry-run', '--format', 'json=out.json', ...rule]).stdout).toContain('+no ip source-route')
    expect((JSON.parse(got('out.json')) as Json).fixed).toMatchObject({ written: false, edits: 1 })
    expect(check(['--fix', '--fix-dry-run']).status).toBe(2)
  })
})

describe('edits in reports', () => {
  test('JSON has them, as the schema says', () => {
    put('r1.cfg', ROUTED)
    const { stdout } = check([...rule, '--format', 'json'])
    const results = JSON.parse(stdout) as Json
    const ajv = new Ajv({ strict: false })
    expect(ajv.validate(schema, results), JSON.stringify(ajv.errors)).toBe(true)
    expect(results.results[0]?.fix).toEqual({
      applicability: 'safe',
      edits: [{ file: 'r1.cfg', start: 25, end: 25, text: 'no ' }],
    })
    const after = JSON.parse(check(['--fix', ...rule, '--format', 'json']).stdout) as Json
    expect(ajv.validate(schema, after), JSON.stringify(ajv.errors)).toBe(true)
    expect(after.fixed).toEqual({
      applicability: 'safe',
      written: true,
      files: 1,
      edits: 1,
      findings: 1,
      left: { safe: 0, disruptive: 0, 'lockout-risk': 0, 'needs-site-value': 0 },
    })
  })

  test('SARIF and rdjson tell the same edits in lines and columns', () => {
    put('r1.cfg', ROUTED)
    const sarif = JSON.parse(check([...rule, '--format', 'sarif']).stdout) as {
      runs: readonly { results: readonly { fixes: readonly object[] }[] }[]
    }
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 }
    expect(sarif.runs[0]?.results[0]?.fixes).toEqual([
      {
        description: { text: 'Fix (safe)' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'r1.cfg', uriBaseId: '%SRCROOT%' },
            replacements: [{ deletedRegion: region, insertedContent: { text: 'no ' } }],
          },
        ],
      },
    ])
    const rd = JSON.parse(check([...rule, '--format', 'rdjson']).stdout) as {
      diagnostics: readonly { suggestions: readonly object[] }[]
    }
    const place = { line: 3, column: 1 }
    expect(rd.diagnostics[0]?.suggestions).toEqual([{ range: { start: place, end: place }, text: 'no ' }])
  })
})
