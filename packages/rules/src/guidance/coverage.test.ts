import { expect, test } from 'vitest'
import { defineRule } from '@breakwater/core'
import { rules } from '../index.ts'
import { coverageOf, guidanceDocuments } from './coverage.ts'

const citing = (id: string, ...clauses: readonly string[]) =>
  defineRule({
    id,
    title: 'A test',
    severity: 'low',
    why: '',
    guidance: clauses.map((clause) => ({ document: 'EVHG', clause })),
    platforms: ['ios'],
    since: '0.1.0',
    check: () => [],
  })

test('a clause stands as the rules that cite it and its own reason say', () => {
  const covered = coverageOf([citing('b/b', 'E01', 'E05'), citing('a/a', 'E01')])
  const standing = (clause: string) => {
    const found = covered.find((one) => one.document === 'EVHG' && one.clause === clause)
    return [found?.standing, found?.rules]
  }
  expect(standing('E01')).toEqual(['checked', ['a/a', 'b/b']])
  expect(standing('E05')).toEqual(['partly', ['b/b']])
  expect(standing('E10')).toEqual(['not checkable', []])
  expect(standing('E03')).toEqual(['not yet checked', []])
})

test('the clauses of a document have numbers of their own', () => {
  for (const { clauses } of guidanceDocuments)
    expect(new Set(clauses.map(({ clause }) => clause)).size).toBe(clauses.length)
  expect(guidanceDocuments.map(({ id, clauses }) => [id, clauses.length])).toEqual([
    ['EVHG', 77],
    ['AA25-239A', 49],
  ])
})

test('what a rule cites of a listed document is one of its clauses', () => {
  const known = new Set(guidanceDocuments.flatMap(({ id, clauses }) => clauses.map(({ clause }) => `${id} ${clause}`)))
  const listed = new Set(guidanceDocuments.map(({ id }) => id))
  const unknown = rules.flatMap(({ id, guidance }) =>
    guidance
      .filter(({ document, clause }) => listed.has(document) && !known.has(`${document} ${clause}`))
      .map(({ document, clause }) => `${id} cites ${document} ${clause}`),
  )
  expect(unknown).toEqual([])
})
