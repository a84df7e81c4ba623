import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lint, ruleIds, version } from '../src/index.ts'
import { configSchema } from '../src/config/schema.ts'
import { catalogue, platformNames, presetNames } from '../src/catalogue.ts'
import { frontends, sectionsOf } from '../src/frontends.ts'

const files = [
  { path: 'a.cfg', text: 'hostname r1\nversion 12.4\nip ssh version 1\nend\n' },
  { path: 'notes.md', text: 'The quick brown fox.\n' },
]

test('judges texts in memory', () => {
  const { summary, results } = lint(files, { today: '2026-11-24' })
  expect(summary.files).toBe(1)
  expect(results.filter(({ rule }) => rule === 'ssh/version-2-only')).toMatchObject([
    {
      verdict: 'fail',
      device: 'r1',
      location: { file: 'a.cfg', startLine: 3, startColumn: 1, endLine: 3, endColumn: 17 },
    },
  ])
})

test('with settings as in a configuration', () => {
  const { results } = lint(files, {
    presets: ['all'],
    rules: { '**': 'off', 'ssh/version-2-only': 'info' },
    evidence: true,
  })
  expect(results.map(({ rule, severity }) => [rule, severity])).toEqual([['ssh/version-2-only', 'info']])
})

test('its version is that of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(version).toBe(manifest.version)
  expect(ruleIds()).toContain('ssh/version-2-only')
})

test('the schema of the configuration is printed', async () => {
  const rules = [...catalogue.values()].map(({ id, title, severity, options }) => ({
    id,
    title,
    severity,
    options: options?.schema,
  }))
  const schema = configSchema(rules, presetNames, platformNames, sectionsOf(frontends))
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot('../schema/config.schema.json')
})
