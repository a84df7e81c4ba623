import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  createEngine,
  defineRule,
  explain,
  lint,
  must,
  parse,
  rules,
  version,
  type Results,
  type Rule,
} from '../src/index.ts'
import { configSchema } from '../src/config/schema.ts'
import { catalogue, platformNames, presetNames } from '../src/catalogue.ts'
import { frontends, sectionsOf } from '../src/frontends.ts'
import { addFiles } from '../src/library/files.ts'
import { Run } from '../src/run.ts'
import { fakeFrontend } from './fake-frontend.ts'

const SSH_V1 = 'hostname r1\nversion 12.4\nip ssh version 1\nend\n'
const only = { rules: { '**': 'off', 'ssh/version-2-only': 'on' }, today: '2026-11-24' } as const

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../schema/results.schema.json', import.meta.url), 'utf8')) as object,
)

describe('one text', () => {
  test('is judged at once', () => {
    const results = lint(SSH_V1, { ...only, path: 'a.cfg' })
    expectTypeOf(results).toEqualTypeOf<Results>()
    expect(results.summary).toMatchObject({ files: 1, devices: 1 })
    expect(results.results).toMatchObject([
      {
        rule: 'ssh/version-2-only',
        verdict: 'fail',
        device: 'r1',
        location: { file: 'a.cfg', startLine: 3, startColumn: 1, endLine: 3, endColumn: 17 },
      },
    ])
  })

  test('with all rules, in the shape of the JSON', () => {
    const results = lint(SSH_V1, { presets: ['all'], evidence: true, today: '2026-11-24' })
    expect(validate(results)).toBe(true)
    expect(results.results.length).toBeGreaterThan(catalogue.size / 2)
  })

  test('that is no configuration has no device', () => {
    expect(lint('The quick brown fox.\n').summary).toMatchObject({ files: 0, devices: 0 })
    expect(lint('', { platform: 'ios' }).summary).toMatchObject({ files: 1, devices: 1 })
  })

  test('with settings as in a configuration', () => {
    const { results } = lint(SSH_V1, { ...only, rules: { '**': 'off', 'ssh/version-2-only': 'info' } })
    expect(results.map(({ rule, severity }) => [rule, severity])).toEqual([['ssh/version-2-only', 'info']])
  })
})

describe('a project', () => {
  test('in memory, as a map or an object', async () => {
    const files = { 'x/b.cfg': SSH_V1, './a.cfg': SSH_V1, 'notes.md': 'The quick brown fox.\n' }
    const results = lint({ files }, only)
    expectTypeOf(results).toEqualTypeOf<Promise<Results>>()
    expect((await results).results.map(({ location }) => location.file)).toEqual(['a.cfg', 'x/b.cfg'])
    expect(await lint({ files: new Map(Object.entries(files)) }, only)).toEqual(await results)
  })

  test('in memory, read by a front-end', async () => {
    const enabled = [
      { rule: catalogue.get('ssh/version-2-only') as Rule, severity: 'high' as const, options: undefined },
    ]
    const run = new Run({
      rulesFor: () => enabled,
      rules: 1,
      today: '2026-11-24',
      evidence: false,
      inlineConfig: true,
    })
    const texts = new Map([
      ['s/site.fake', 'device pe1\nvalues s/vars.yml\ninclude s/acl.cfg\n'],
      ['s/vars.yml', 'version: 1\n'],
      ['s/acl.cfg', SSH_V1],
    ])
    await addFiles(run, texts, {}, [fakeFrontend()])
    expect(run.end().results.results.map(({ device, location }) => [device, location.file])).toEqual([
      ['pe1', 's/vars.yml'],
    ])
  })

  test('on the disk, nothing but what is asked', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
    for (const folder of ['a', 'b']) {
      mkdirSync(join(cwd, folder))
      writeFileSync(join(cwd, folder, 'r1.cfg'), SSH_V1)
    }
    writeFileSync(join(cwd, 'breakwater.config.json'), '{ "rules": { "ssh/version-2-only": "off" } }')
    const { results, summary } = await lint({ paths: ['a'], cwd }, only)
    expect(results.map(({ location }) => location.file)).toEqual(['a/r1.cfg'])
    expect(summary.files).toBe(1)
    await expect(lint({ paths: ['c'], cwd })).rejects.toThrow('there is no file or folder "c"')
    rmSync(cwd, { recursive: true })
  })

  test('knows end of life, which one text does not, unless it is given', async () => {
    const text = 'hostname r1\nversion 12.4\nboot system flash c2800nm-adventerprisek9-mz.124-24.T8.bin\nend\n'
    const only = {
      presets: ['all'],
      rules: { '**': 'off', 'lifecycle/*': 'on' },
      evidence: true,
      today: '2026-11-24',
    } as const
    const verdicts = ({ results }: Results) => new Set(results.map(({ verdict }) => verdict))
    expect(verdicts(await lint({ files: { a: text } }, only))).toContain('fail')
    expect(verdicts(lint(text, only))).not.toContain('fail')
  })
})

describe('rules of a plugin', () => {
  const named = defineRule({
    id: 'site/hostname-form',
    title: 'Name devices by role and number',
    severity: 'low',
    why: 'Who is on call knows a device by its name',
    guidance: [],
    platforms: ['ios', 'iosxe'],
    since: '1.0.0',
    options: { schema: { properties: { form: { type: 'string' } } }, defaults: { form: '^(pe|p|rr)\\d+$' } },
    *check({ system }, { options }) {
      yield must(system.hostname, (name) => new RegExp(options.form).test(name), {
        message: (name) => `The name ${name} has no role`,
      })
    },
  }) as Rule

  test('run beside those of the package, and can be set and suppressed', () => {
    const engine = createEngine({ ...only, plugins: [named], rules: { '**': 'off', 'site/*': 'on' } })
    expect(engine.lint(SSH_V1).results.map(({ rule, message }) => [rule, message])).toEqual([
      ['site/hostname-form', 'The name r1 has no role'],
    ])
    expect(engine.lint('hostname pe1\nend\n', { platform: 'ios' }).results).toEqual([])
    expect(engine.rules().map(({ id }) => id)).toEqual(['site/hostname-form'])
    expect(engine.explain('site/hostname-form')).toMatchObject({ category: 'site', since: '1.0.0' })
    const set = { 'site/hostname-form': { severity: 'high', options: { form: '^r' } } } as const
    expect(lint(SSH_V1, { ...only, plugins: [named], rules: set }).results.map(({ rule }) => rule)).not.toContain(
      named.id,
    )
    const comment = '! breakwater-disable-file site/hostname-form -- old names\n'
    expect(lint(comment + SSH_V1, { ...only, plugins: [named], rules: { '**': 'off', 'site/*': 'on' } })).toMatchObject(
      {
        summary: { suppressed: 1 },
        notes: [],
      },
    )
  })

  test('a rule that fails is an error, never a clean result', () => {
    const broken: Rule = {
      ...named,
      check: () => {
        throw new Error('the rule is broken')
      },
    }
    expect(() => lint(SSH_V1, { plugins: [broken] })).toThrow('the rule is broken')
  })

  test('an id that is taken, or is none', () => {
    expect(() => createEngine({ plugins: [{ ...named, id: 'ssh/version-2-only' }] })).toThrow('already')
    expect(() => createEngine({ plugins: [{ ...named, id: 'hostname' }] })).toThrow('category/name')
  })
})

test('parse gives the facts and no secret', () => {
  const parsed = parse('hostname r1\nversion 12.4\nenable password k1wi-jam\nend\n', { path: 'r1.cfg' })
  expect(parsed).toMatchObject({ device: 'r1', platform: 'ios', coverage: 'whole', lines: 4, linesUnderstood: 4 })
  expect(parsed?.facts.find(({ setting }) => setting === 'system.hostname')).toEqual({
    setting: 'system.hostname',
    state: 'known',
    value: 'r1',
    by: 'config',
    location: { file: 'r1.cfg', startLine: 1, startColumn: 1, endLine: 1, endColumn: 12 },
  })
  expect(JSON.stringify(parsed)).not.toContain('k1wi')
  expect(parse('The quick brown fox.\n')).toBeUndefined()
})

test('rules and explain', () => {
  expect(rules().map(({ id }) => id)).toEqual([...catalogue.keys()])
  expect(explain('ssh/version-2-only')).toMatchObject({ id: 'ssh/version-2-only', severity: 'high', category: 'ssh' })
  expect(explain('ssh/no-such-rule')).toBeUndefined()
})

test('its version is that of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(version).toBe(manifest.version)
})

test('the schema of the configuration is printed', async () => {
  const shapes = [...catalogue.values()].map(({ id, title, severity, options }) => ({
    id,
    title,
    severity,
    options: options?.schema,
  }))
  const schema = configSchema(shapes, presetNames, platformNames, sectionsOf(frontends))
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot('../schema/config.schema.json')
})
