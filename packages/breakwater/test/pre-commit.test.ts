import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWholeRun } from './whole-run.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const SSH_V1 = 'hostname r1\nversion 12.4\n!\nip ssh version 1\nend\n'
/** Asked for every rule, it has no finding of medium severity or worse. */
const QUIET = '! nothing of a device\nalias exec s show\nend\n'

let folder = ''
let env: NodeJS.ProcessEnv = {}

function run(program: string, args: readonly string[], cwd: string): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { status, text: stdout + stderr }
}

function commit(cwd: string): void {
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'x'],
  ])
    expect(run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.net', ...args], cwd)).toMatchObject({
      status: 0,
    })
}

// `.ci/run` installs Debian's package `pre-commit`, without which these fail.
describe.skipIf(!isWholeRun)('the hooks, run by pre-commit (in .ci/run)', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'breakwater-'))
    const { npm_config_local_prefix: _prefix, GITHUB_ACTIONS: _actions, ...rest } = process.env
    env = { ...rest, PRE_COMMIT_HOME: join(folder, 'cache'), npm_config_prefer_offline: 'true', HUSKY: '0' }
    // What git tracks or would track, as a clone has it, also of work that is not committed yet.
    const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    })
    const clone = join(folder, 'clone')
    for (const path of listed.stdout.split('\0')) {
      if (path === '' || !existsSync(join(root, path))) continue
      mkdirSync(dirname(join(clone, path)), { recursive: true })
      copyFileSync(join(root, path), join(clone, path))
    }
    commit(clone)
    const site = join(folder, 'site')
    for (const [path, text] of [
      ['bad.cfg', SSH_V1],
      ['good.cfg', QUIET],
      ['other.yaml', 'services:\n  web: { image: nginx }\n'],
      ['breakwater.config.json', '{ "rules": { "**": "off", "ssh/version-2-only": "on" } }'],
    ] as const) {
      mkdirSync(site, { recursive: true })
      writeFileSync(join(site, path), text)
    }
    commit(site)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const site = () => join(folder, 'site')

  test('try-repo of a clone: what is no configuration and what is clean passes; breakwater-all sees every file', () => {
    const files = ['--files', 'good.cfg', 'other.yaml', '--hook-stage', 'manual']
    const args = ['try-repo', join(folder, 'clone'), '--verbose', '--color=never', ...files]
    const { status, text } = run('pre-commit', args, site())
    expect(text).toMatch(/breakwater \(network hardening\)\.+Passed/)
    expect(text).toMatch(/breakwater \(network hardening, all files\)\.+Failed/)
    expect(text).toContain('bad.cfg:4:1  r1  ssh/version-2-only')
    expect(status).toBe(1)
  }, 300_000)

  test('in a repository: a file with a finding fails the commit', () => {
    const { text: sha } = run('git', ['rev-parse', 'HEAD'], join(folder, 'clone'))
    const hooks = `repos: [{ repo: '${join(folder, 'clone')}', rev: ${sha.trim()}, hooks: [{ id: breakwater }] }]\n`
    writeFileSync(join(site(), '.pre-commit-config.yaml'), hooks)
    run('git', ['add', '.pre-commit-config.yaml'], site())
    const bad = run('pre-commit', ['run', '--color=never', '--files', 'bad.cfg', 'good.cfg', 'other.yaml'], site())
    expect(bad.text).toContain('bad.cfg:4:1  r1  ssh/version-2-only')
    expect(bad.text).not.toContain('other.yaml')
    expect(bad.status).toBe(1)
    const good = run('pre-commit', ['run', '--color=never', '--files', 'good.cfg', 'other.yaml'], site())
    expect(good.text).toMatch(/breakwater \(network hardening\)\.+Passed/)
    expect(good.status).toBe(0)
  }, 300_000)

  test('in a repository: safe fixes are written, what is suppressed or risky is not', () => {
    const { text: sha } = run('git', ['rev-parse', 'HEAD'], join(folder, 'clone'))
    const hooks = `repos: [{ repo: '${join(folder, 'clone')}', rev: ${sha.trim()}, hooks: [{ id: breakwater-fix }] }]\n`
    writeFileSync(join(site(), '.pre-commit-config.yaml'), hooks)
    writeFileSync(
      join(site(), 'breakwater.config.json'),
      '{ "rules": { "**": "off", "ssh/version-2-only": "on", "services/no-source-routing": "on" } }',
    )
    const routed = 'hostname r1\nversion 15.2\nip source-route\nend\n'
    writeFileSync(join(site(), 'routed.cfg'), routed)
    run('git', ['add', '-A'], site())
    const args = ['run', '--color=never', '--files', 'routed.cfg', 'bad.cfg', 'other.yaml']
    const first = run('pre-commit', args, site())
    expect(first.text).toContain('files were modified by this hook')
    expect(first.text).toContain('bad.cfg:4:1  r1  ssh/version-2-only')
    expect(readFileSync(join(site(), 'routed.cfg'), 'utf8')).toBe(routed.replace('ip source', 'no ip source'))
    expect(readFileSync(join(site(), 'bad.cfg'), 'utf8')).toBe(SSH_V1.replace('end', 'no ip source-route\nend'))
    const second = run('pre-commit', ['run', '--color=never', '--files', 'routed.cfg', 'good.cfg'], site())
    expect(second.text).toMatch(/breakwater \(network hardening, safe fixes\)\.+Passed/)
  }, 300_000)
})
