import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FrontendSettings } from '../src/frontends.ts'
import type { Result, Results } from '../src/results.ts'
import { fakeFrontend } from './fake-frontend.ts'
import { runCheck } from './running.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  put('.git/HEAD', '')
  put(
    'site.fake',
    'device pe1 of pe\ndevice pe2 of pe\ndevice pe3 of pe\nvalues vars.yml\ntemplate base.j2\ninclude acl.cfg\n',
  )
  put('vars.yml', 'ssh: { version: 1, opens: k1wi-jam }\n')
  put('base.j2', 'ip ssh version {{ ssh.version }}\n')
  put('acl.cfg', 'hostname acl\nversion 12.4\nip ssh version 1\nend\n')
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

async function check(
  args: readonly string[],
  more: { seen?: FrontendSettings[]; input?: string; below?: string } = {},
) {
  return runCheck([fakeFrontend(more.seen)], ['--rule', 'ssh/version-2-only', ...args], {
    cwd: join(cwd, more.below ?? ''),
    home: cwd,
    today: '2026-11-24',
    ...(more.input !== undefined && { input: more.input }),
  })
}

async function json(args: readonly string[] = [], more: Parameters<typeof check>[1] = {}): Promise<Results> {
  return JSON.parse((await check(['--format', 'json', ...args], more)).stdout) as Results
}

function places(results: readonly Result[]): string[] {
  return results.map(({ device, location }) => `${device} ${location.file}:${location.startLine}`)
}

describe('results', () => {
  test('one for each device, where a person edits, with the way from there', async () => {
    const { results, summary } = await json()
    expect(places(results)).toEqual(['pe1 vars.yml:1', 'pe2 vars.yml:1', 'pe3 vars.yml:1'])
    expect(results[0]).toMatchObject({
      rule: 'ssh/version-2-only',
      platform: 'iosxe',
      location: { startColumn: 8, endColumn: 18 },
      via: [{ role: 'template', file: 'base.j2', startLine: 1, startColumn: 1, endLine: 1, endColumn: 6 }],
    })
    expect(Object.keys(results[0] ?? {})).not.toContain('source')
    expect(summary).toMatchObject({ files: 4, devices: 3, lines: 6, linesUnderstood: 3, fail: { high: 3 } })
  })

  test('for people, one for all devices of a group; secrets stay hidden', async () => {
    const { stdout, status } = await check([])
    expect(status).toBe(1)
    expect(stdout).toContain(`high      SSH version 1 is forced; allow version 2 only
          vars.yml:1:8  3 devices of group pe  ssh/version-2-only
          1 │ ssh: { version: 1, opens: <hidden> }
            │        ^^^^^^^^^^
`)
    expect(stdout).toContain('Checked 3 devices in 4 files · 6 lines, 50% understood')
    expect(stdout).toContain('3 findings: 3 high')
    expect(stdout).not.toContain('k1wi')
  })

  test('for other programs, a line that says the same is said once', async () => {
    expect((await check(['--format', 'compact', '--quiet'])).stdout).toBe(
      'vars.yml:1:8: error: SSH version 1 is forced; allow version 2 only [ssh/version-2-only]\n',
    )
    expect((await check(['--format', 'github', '--quiet'])).stdout).toMatch(
      /^::error file=vars\.yml,.*\(on 3 devices\).*\n$/,
    )
  })

  test('what two devices say of one place is told once; what belongs to no device comes after', async () => {
    expect((await json()).notes).toEqual([
      { kind: 'limit', message: 'the site has an end' },
      { kind: 'syntax', message: 'the site could say more', location: expect.anything() as object },
    ])
  })

  test('a file that a project includes is no device of its own; a file that no project wants is', async () => {
    put('lone.cfg', 'hostname lone\nversion 12.4\nip ssh version 1\nend\n')
    expect(places((await json()).results)).toContain('lone lone.cfg:3')
    expect(places((await json()).results)).not.toContain('acl acl.cfg:3')
    expect(places((await json(['acl.cfg'])).results)).toEqual(['acl acl.cfg:3'])
  })
})

describe('comments in the language of the file', () => {
  test.for([
    ['vars.yml', '# breakwater-disable-file ssh/version-2-only -- lab\nssh: { version: 1 }\n'],
    ['vars.tf', '/* breakwater-disable-next-line ssh/version-2-only -- lab */\nversion: 1\n'],
    ['vars.tf', 'version: 1 // breakwater-disable-line ssh/version-2-only -- lab\n'],
    ['vars.j2', '{#- breakwater-disable-next-line ssh/version-2-only -- lab (expires=2026-12-31) -#}\nversion: 1\n'],
  ] as const)('%s: %s', async ([name, text]) => {
    put('site.fake', `device pe1 of pe\ndevice pe2 of pe\nvalues ${name}\ninclude acl.cfg\n`)
    put(name, text)
    const { results, summary, notes } = await json()
    expect(summary).toMatchObject({ suppressed: 2, fail: { high: 0 } })
    expect(results.map(({ suppressed }) => suppressed?.reason)).toEqual(['lab', 'lab'])
    expect(notes.filter(({ message }) => message.includes('suppression'))).toEqual([])
    expect((await json(['--no-inline-config'])).summary).toMatchObject({ suppressed: 0, fail: { high: 2 } })
  })

  test('one that no device needs is told once, in any file of the project', async () => {
    put('base.j2', '{# breakwater-disable-file ssh/version-2-only -- lab #}\nip ssh version {{ ssh.version }}\n')
    expect((await json()).notes.filter(({ message }) => message.includes('suppression'))).toEqual([
      {
        kind: 'syntax',
        message: 'The suppression of ssh/version-2-only is not needed',
        location: { file: 'base.j2', startLine: 1, startColumn: 28, endLine: 1, endColumn: 46 },
      },
    ])
  })

  test('in JSON there are none', async () => {
    put('site.fake', 'device pe1 of pe\nvalues vars.json\ninclude acl.cfg\n')
    put('vars.json', '{ "#": "# breakwater-disable-file ssh/version-2-only -- lab", version: 1 }')
    expect((await json()).summary).toMatchObject({ suppressed: 0, fail: { high: 1 } })
  })
})

describe('what is read', () => {
  test('from a folder below, files of the repository above', async () => {
    put('sites/a.fake', 'device pe9 of pe\nvalues vars.yml\n')
    expect(places((await json([], { below: 'sites' })).results)).toEqual(['pe9 ../vars.yml:1'])
  })

  test('with --pre-commit, results in the files that were passed, or that pass through them', async () => {
    put('other.yml', 'version: 1\n')
    put('site2.fake', 'device pe9 of pe\nvalues other.yml\n')
    expect(places((await json(['--pre-commit', 'site.fake', 'other.yml', 'site2.fake'])).results)).toEqual([
      'pe9 other.yml:1',
    ])
    expect(places((await json(['--pre-commit', 'site.fake', 'base.j2'])).results)).toHaveLength(3)
  })

  test('the standard input stands in place of a file', async () => {
    const input = 'device pe7 of pe\nvalues vars.yml\n'
    expect(places((await json(['--stdin-filename', 'site.fake'], { input })).results)).toEqual(['pe7 vars.yml:1'])
  })

  test('a front-end that fails is a fault of ours, and the rest is judged', async () => {
    put('site.fake', 'throw\n')
    const { status, stdout, stderr } = await check(['--format', 'compact'])
    expect([status, stdout]).toEqual([2, expect.stringContaining('acl.cfg:3:1: error: SSH version 1')])
    expect(stderr).toContain('the fake front-end fails')
  })

  test('nothing, where nothing is a configuration', async () => {
    rmSync(join(cwd, 'site.fake'))
    rmSync(join(cwd, 'acl.cfg'))
    const { status, stderr } = await check([])
    expect([status, stderr]).toEqual([2, 'breakwater: nothing to check: no configuration among 0 files\n'])
  })
})

describe('settings', () => {
  test('options of the command line and a section of the configuration reach the front-end', async () => {
    put('conf/breakwater.config.json', '{ "fake": { "values": "more.yml" } }')
    put('more.yml', 'version: 1\n')
    put('site.fake', 'device pe1 of pe\ninclude acl.cfg\n')
    const seen: FrontendSettings[] = []
    expect(
      places((await json(['-i', 'more.yml', '--config', 'conf/breakwater.config.json'], { seen })).results),
    ).toEqual(['pe1 more.yml:1'])
    expect(seen.map(({ flags, section }) => ({ flags, section }))).toEqual([
      { flags: { inventory: ['more.yml'] }, section: { values: 'more.yml' } },
    ])
    expect(seen[0]?.fromSection('more.yml')).toBe('conf/more.yml')
  })

  test('a section that its schema does not allow is refused', async () => {
    put('breakwater.config.json', '{ "fake": { "valeus": "more.yml" } }')
    await expect(check([])).rejects.toThrow('did you mean "values"?')
  })

  test('what an option names can be read wherever it lies; nothing else can', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'breakwater-'))
    writeFileSync(join(elsewhere, 'far.yml'), 'version: 1\n')
    rmSync(join(cwd, 'acl.cfg'))
    put('site.fake', `device pe1 of pe\nvalues ../${elsewhere.slice(elsewhere.lastIndexOf('/') + 1)}/far.yml\n`)
    expect(places((await json()).results)).toEqual([])
    expect(places((await json(['-i', join(elsewhere, 'far.yml')])).results)).toHaveLength(1)
    rmSync(elsewhere, { recursive: true })
  })

  test('an option for which there is no file is told', async () => {
    rmSync(join(cwd, 'site.fake'))
    expect((await json(['-i', 'vars.yml'])).notes).toContainEqual({
      kind: 'limit',
      message: '--inventory was not used: there is no file for fake',
    })
  })
})
