import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkConfig } from './check.ts'
import type { Config } from './config.ts'
import { findConfig } from './find.ts'
import { loadConfig } from './load.ts'
import { configSchema } from './schema.ts'
import { settingsOf } from './settings.ts'

const rules = [
  { id: 'mgmt/no-telnet', title: 'Accept no Telnet', severity: 'critical', options: undefined },
  {
    id: 'mgmt/exec-timeout',
    title: 'Limit idle sessions',
    severity: 'medium',
    options: { properties: { minutes: { type: 'integer', minimum: 1 } }, additionalProperties: false },
  },
]
const schema = configSchema(rules, ['recommended', 'all'], ['ios', 'iosxe'], {})

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'breakwater-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string): string {
  const whole = join(root, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
  return whole
}

async function load(path: string): Promise<Config> {
  return checkConfig(await loadConfig(path), schema)
}

async function complaint(name: string, text: string): Promise<string> {
  const path = put(name, text)
  try {
    await load(path)
  } catch (error) {
    return (error as Error).message.replaceAll(path, name)
  }
  return 'no complaint'
}

describe('finding', () => {
  test('in the folder, or above it, up to the root of the repository', () => {
    const above = put('breakwater.config.yaml', '')
    put('repo/.git/HEAD', '')
    put('repo/a/b/x', '')
    expect(findConfig(join(root, 'repo/a/b'), '/')).toBeUndefined()
    const own = put('repo/.breakwaterrc', '')
    expect(findConfig(join(root, 'repo/a/b'), '/')).toBe(own)
    expect(findConfig(root, '/')).toBe(above)
  })

  test('not above the home of the user', () => {
    put('breakwater.config.json', '{}')
    put('home/work/x', '')
    expect(findConfig(join(root, 'home/work'), join(root, 'home'))).toBeUndefined()
  })

  test('package.json only with the key', () => {
    put('.git', '')
    put('package.json', '{"dependencies":{"breakwater":"1"}}')
    expect(findConfig(root, '/')).toBeUndefined()
    const path = put('package.json', '{"breakwater":{"failOn":"low"}}')
    expect(findConfig(root, '/')).toBe(path)
  })
})

describe('loading', () => {
  test.for([
    ['breakwater.config.json', '{ "failOn": "low" }'],
    ['breakwater.config.yaml', 'failOn: low'],
    ['breakwater.config.yml', 'failOn: low'],
    ['.breakwaterrc', 'failOn: low'],
    ['.breakwaterrc.json', '{"failOn":"low"}'],
    ['.breakwaterrc.yaml', 'failOn: low'],
    ['package.json', '{"name":"x","breakwater":{"failOn":"low"}}'],
    ['breakwater.config.mjs', 'export default { failOn: "low" }'],
    ['breakwater.config.ts', 'const failOn: string = "low"\nexport default { failOn }'],
  ] as const)('%s', async ([name, text]) => {
    expect(await load(put(name, text))).toEqual({ failOn: 'low' })
  })

  test('an empty file is an empty configuration', async () => {
    expect(await load(put('.breakwaterrc', ''))).toEqual({})
  })
})

describe('what is wrong, with its key and its place', () => {
  test.for([
    [
      'a.yaml',
      'failOn: hihg',
      'a.yaml:1:1: failOn cannot be "hihg": it is one of critical, high, medium, low, info; did you mean "high"?',
    ],
    [
      'a.yaml',
      'rules:\n  mgmt/no-telnt: off',
      'a.yaml:2:3: rules.mgmt/no-telnt is not known; did you mean "mgmt/no-telnet"?',
    ],
    [
      'a.yaml',
      'rules:\n  mgmt/exec-timeout:\n    options:\n      minutes: 0',
      'a.yaml:4:7: rules.mgmt/exec-timeout.options.minutes must be >= 1 (it is 0)',
    ],
    [
      'a.yaml',
      'rules:\n  mgmt/no-telnet: loud',
      'a.yaml:2:3: rules.mgmt/no-telnet cannot be "loud": it is one of on, off, critical, high, medium, low, info',
    ],
    [
      'a.yaml',
      'preset: recomended',
      'a.yaml:1:1: preset cannot be "recomended": it is one of recommended, all; did you mean "recommended"?',
    ],
    ['a.yaml', 'overrides:\n  - files: ["*"]', 'a.yaml:2:5: overrides.0 lacks "rules"'],
    [
      'a.yaml',
      'overrides:\n  - roles: [pe]\n    rules: {}',
      'a.yaml:2:13: overrides.0.roles.0 names the role "pe", which "roles" does not define',
    ],
    ['a.json', '{\n  "rules": [] }', 'a.json:2:3: rules must be object (it is [])'],
    [
      'package.json',
      '{"name":"x",\n"breakwater":{"falOn":1}}',
      'package.json:2:15: falOn is not known; did you mean "failOn"?',
    ],
    [
      'a.mjs',
      'export default { failOn: 3 }',
      'a.mjs: failOn cannot be 3: it is one of critical, high, medium, low, info',
    ],
    ['a.yaml', 'a: [1', 'a.yaml:1:6: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['a.yaml', '[]', 'a.yaml:1:1: the configuration must be object (it is [])'],
  ] as const)('%s %j', async ([name, text, message]) => {
    expect(await complaint(name, text)).toBe(message)
  })
})

describe('settings', () => {
  const config: Config = {
    rules: { 'mgmt/no-telnet': 'low' },
    ignores: ['lab/**', '*.bak'],
    platforms: { 'old/**': 'ios', '*.xe': 'iosxe' },
    roles: { pe: { hostnames: ['pe*'] }, oob: { files: ['oob/**'] } },
    overrides: [
      { roles: ['pe'], rules: { 'mgmt/no-telnet': 'high' } },
      { files: ['old/**'], roles: ['pe', 'oob'], rules: { 'mgmt/no-telnet': 'off' } },
    ],
  }
  const settings = settingsOf(config, '/net/breakwater.config.json')
  const levels = (path: string, host: string): unknown[] =>
    settings.layersFor(path, host).map((layer) => layer['mgmt/no-telnet'])

  test('by file and role', () => {
    expect(levels('/net/a.cfg', 'p1')).toEqual(['low'])
    expect(levels('/net/a.cfg', 'pe1')).toEqual(['low', 'high'])
    expect(levels('/net/old/a.cfg', 'pe1')).toEqual(['low', 'high', 'off'])
    expect(levels('/net/old/a.cfg', 'p1')).toEqual(['low'])
    expect(settings.layersFor('/net/a.cfg', 'pe1')).toBe(settings.layersFor('/net/b.cfg', 'pe2'))
  })

  test('what the site told, with the roles of the device', () => {
    const { siteFor } = settingsOf(
      {
        roles: config.roles ?? {},
        site: { users: ['noc'], ownPrefixes: ['192.0.2.0/24'] },
        overrides: [{ roles: ['oob'], site: { users: [] } }],
      },
      '/net/breakwater.config.json',
    )
    const ownPrefixes = ['192.0.2.0/24']
    expect(siteFor('/net/a.cfg', 'p1')).toEqual({ users: ['noc'], ownPrefixes, roles: [] })
    expect(siteFor('/net/oob/a.cfg', 'pe1')).toEqual({ users: [], ownPrefixes, roles: ['pe', 'oob'] })
    expect(siteFor('/net/a.cfg', 'pe1')).toBe(siteFor('/net/b.cfg', 'pe2'))
    expect(settingsOf({ site: { users: [] } }, '/net/breakwater.config.json').siteFor('/net/a.cfg', 'p1')).toEqual({
      users: [],
    })
  })

  test('ignored files and platforms', () => {
    expect(['/net/lab/x/y.cfg', '/net/a/b.bak', '/net/a.cfg'].map(settings.ignores)).toEqual([true, true, false])
    expect(['/net/old/a', '/net/old/a.xe', '/net/b'].map(settings.platformOf)).toEqual(['ios', 'iosxe', undefined])
  })
})

test('the documentation names every key', () => {
  const keys = Object.keys((schema as { properties: object }).properties).filter((key) => key !== '$schema')
  const source = readFileSync(new URL('config.ts', import.meta.url), 'utf8')
  for (const key of keys) expect(source).toContain(`readonly ${key}?:`)
})
