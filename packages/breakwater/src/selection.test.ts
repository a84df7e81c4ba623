import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { globMatcher, rulesByLayers, selectRules, unmatched, type Selection } from './selection.ts'

const id = 'ssh/version-2-only'
const recommended: Selection = { presets: ['recommended'], only: [] }
const find = (layers: Parameters<typeof selectRules>[1], selection = recommended) =>
  selectRules(selection, layers).find(({ rule }) => rule.id === id)

test('presets', () => {
  expect(selectRules({ presets: ['all'], only: [] }, [])).toHaveLength(catalogue.size)
  expect(find([])?.severity).toBe('high')
})

test('a preset may set options; the configuration stands above it', () => {
  const nisg: Selection = { presets: ['nsa-nisg'], only: [] }
  const minutes = (layers: Parameters<typeof selectRules>[1], selection: Selection) =>
    selectRules(selection, layers).find(({ rule }) => rule.id === 'mgmt/exec-timeout')?.options
  expect(minutes([], recommended)).toEqual({ minutes: 10 })
  expect(minutes([], nisg)).toEqual({ minutes: 5 })
  expect(minutes([{ 'mgmt/exec-timeout': { options: { minutes: 3 } } }], nisg)).toEqual({ minutes: 3 })
})

test('each preset holds what cites its documents', () => {
  const ids = (preset: string) => selectRules({ presets: [preset], only: [] }, []).map(({ rule }) => rule.id)
  expect(ids('cisa-2024')).toContain('credentials/prefer-type-8')
  expect(ids('recommended')).not.toContain('credentials/prefer-type-8')
  expect(ids('aa25-239a')).toContain('services/no-smart-install')
  expect(ids('aa25-239a')).not.toContain('mgmt/exec-timeout')
  expect(ids('hunt').every((rule) => rule.startsWith('ioc/'))).toBe(true)
})

test('a later setting wins', () => {
  expect(find([{ [id]: 'off' }])).toBeUndefined()
  expect(find([{ 'ssh/*': 'off' }])).toBeUndefined()
  expect(find([{ 'ssh/*': 'off' }, { [id]: 'low' }])?.severity).toBe('low')
  expect(find([{ [id]: { severity: 'critical' } }])?.severity).toBe('critical')
  expect(find([{ [id]: false }, { [id]: true }])?.severity).toBe('high')
})

test('the command line has the last word', () => {
  const only = { presets: ['recommended'], only: ['ssh/version-*'] }
  expect(selectRules(only, [{ [id]: 'off' }]).map(({ rule }) => rule.id)).toEqual([id])
  expect(find([{ [id]: 'low' }], only)?.severity).toBe('low')
})

test('devices with the same layers share one array', () => {
  const rulesFor = rulesByLayers(recommended)
  const layers = [{}]
  expect(rulesFor(layers)).toBe(rulesFor(layers))
})

test('globs', () => {
  expect(globMatcher('ssh/*')('ssh/ciphers')).toBe(true)
  expect(globMatcher('*')('ssh/ciphers')).toBe(false)
  expect(globMatcher('**')('ssh/ciphers')).toBe(true)
  expect(globMatcher('ssh/v?rsion-2-only')('ssh/version-2-only')).toBe(true)
  expect(unmatched(['ssh/*', 'nothing/*', 'ssh/version'])).toEqual(['nothing/*', 'ssh/version'])
})
