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
