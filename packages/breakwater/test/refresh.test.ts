import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLifecycle } from '@breakwater/lifecycle'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** The built command. `npm ci` builds it; after a change `npm run build && npm run bundle` does. */
const bin = fileURLToPath(new URL('../dist/lifecycle-bin.js', import.meta.url))
const data = fileURLToPath(new URL('../../lifecycle/src/data/', import.meta.url))

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  mkdirSync(join(cwd, 'in'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const refresh = (...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [bin, 'refresh', 'in', '--data', 'out', '--today', '2026-12-01', ...args], {
    cwd,
    encoding: 'utf8',
  })

const { exploited } = await loadLifecycle()

const catalogue = (without?: string): string =>
  JSON.stringify({
    catalogVersion: '2026.11.30',
    dateReleased: '2026-11-30T00:00:00Z',
    vulnerabilities: exploited
      .filter(({ cve }) => cve !== without)
      .map(({ cve, name, added, due, ransomware }) => ({
        cveID: cve,
        vendorProject: 'Cisco',
        product: 'IOS XE',
        vulnerabilityName: name,
        dateAdded: added,
        dueDate: due,
        knownRansomwareCampaignUse: ransomware === true ? 'Known' : 'Unknown',
      })),
  })

test('a catalogue that says the same writes the same rows, of a later day', () => {
  writeFileSync(join(cwd, 'in/kev.json'), catalogue())
  const { status, stdout, stderr } = refresh()
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toBe('1 file read, 6 modules written\n')
  const same = readdirSync(data).filter((name) => name !== 'about.ts')
  for (const name of same)
    expect(readFileSync(join(cwd, 'out', name), 'utf8')).toBe(readFileSync(join(data, name), 'utf8'))
  expect(readFileSync(join(cwd, 'out/about.ts'), 'utf8')).toContain("exploited: '2026-11-30'")
  expect(refresh().stdout).toBe('1 file read, 0 modules written\n')
})

test('a row that vanishes is refused, and nothing is written; it can be accepted', () => {
  writeFileSync(join(cwd, 'in/kev.json'), catalogue('CVE-2023-20198'))
  const { status, stdout, stderr } = refresh()
  expect([status, existsSync(join(cwd, 'out'))]).toEqual([1, false])
  expect(stdout).toContain('CVE-2023-20198 is no longer in the catalogue (--accept "row-vanished: CVE-2023-20198")')
  expect(stderr).toContain('1 refusal, nothing was written')
  expect(refresh('--accept', 'row-vanished: CVE-2023-20198', '--dry-run')).toMatchObject({
    status: 0,
    stdout: '1 file read, 6 modules would change\n',
  })
})

test.each([
  [['refresh'], 'give one folder'],
  [['refresh', 'nowhere'], 'there is no file or folder "nowhere"'],
  [['refresh', 'in'], 'there is no file in "in"'],
  [['refresh', 'in', '--datum', 'x'], 'did you mean "--data"?\nbreakwater-lifecycle refresh --help lists the options'],
])('%j is told', (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})

test('without a folder for the data it says where it has to run', () => {
  writeFileSync(join(cwd, 'in/kev.json'), catalogue())
  const { status, stderr } = spawnSync(process.execPath, [bin, 'refresh', 'in'], { cwd, encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('run it in a work tree of Breakwater')
})
