import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../index.ts'
import { coverageOf } from './coverage.ts'

const file = new URL('../../../../../shared/guidance/coverage.md', import.meta.url)

/** Clause → the controls that the catalogue names for it. */
function controlsByClause(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, clause, , how = ''] = line.split(' | ').length > 2 ? line.split('|').map((cell) => cell.trim()) : []
    if (clause !== undefined && /^(?:E|A|AM|AH)\d\d$/.test(clause))
      found.set(clause, [...how.matchAll(/`([a-z0-9-]+\/[a-z0-9-]+)`/g)].map(([, id = '']) => id).toSorted())
  }
  return found
}

test.skipIf(!existsSync(file))('every clause is checked by the rules of the catalogue that exist, and no other', () => {
  const known = new Set(rules.map(({ id }) => id))
  const wanted = controlsByClause()
  expect(wanted.size).toBe(126)
  for (const { clause, rules: ids } of coverageOf(rules))
    expect([clause, ids]).toEqual([clause, wanted.get(clause)?.filter((id) => known.has(id))])
})

test('every clause has a rule, or the reason why no configuration can show it', () => {
  expect(coverageOf(rules).filter(({ standing }) => standing === 'not yet checked')).toEqual([])
})
