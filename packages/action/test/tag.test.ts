import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../.github/tag-action', import.meta.url))

test('a release is tagged with the bundle in it, and the branch is left as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-'))
  const repository = join(folder, 'repository')
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const run = (program: string, ...args: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync(program, args, {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` },
    })
    expect([status, stderr.includes('fatal')], stderr).toEqual([0, false])
    return stdout.trim()
  }
  // In place of the build, which other tests do.
  put('bin/npm', '#!/bin/sh\nmkdir -p packages/action/dist && echo bundled > packages/action/dist/action.js\n')
  chmodSync(join(folder, 'bin/npm'), 0o755)
  put('repository/.gitignore', 'dist/\n')
  put('repository/action.yml', 'name: Breakwater\n')
  put('repository/packages/breakwater/package.json', '{ "version": "1.2.3" }')
  mkdirSync(join(repository, '.github'))
  copyFileSync(script, join(repository, '.github/tag-action'))
  run('git', 'init', '-q', '--bare', join(folder, 'remote'))
  run('git', '-c', 'init.defaultBranch=main', 'init', '-q')
  run('git', 'add', '-A')
  run('git', '-c', 'user.name=T', '-c', 'user.email=t@example.net', 'commit', '-qm', 'x')
  run('git', 'remote', 'add', 'origin', join(folder, 'remote'))
  const head = run('git', 'rev-parse', 'HEAD')
  run('bash', '.github/tag-action')
  expect(run('git', 'rev-parse', 'HEAD')).toBe(head)
  expect(run('git', 'status', '--porcelain')).toBe('')
  const remote = ['--git-dir', join(folder, 'remote')]
  expect(run('git', ...remote, 'tag')).toBe('v1\nv1.2.3')
  expect(run('git', ...remote, 'show', 'v1:packages/action/dist/action.js')).toBe('bundled')
  expect(run('git', ...remote, 'show', 'v1.2.3:action.yml')).toBe('name: Breakwater')
  expect(run('git', ...remote, 'rev-parse', 'v1.2.3^')).toBe(head)
  rmSync(folder, { recursive: true })
})
