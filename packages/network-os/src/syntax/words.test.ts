import { expect, test } from 'vitest'
import { iosModes } from '../platforms/ios/modes.ts'
import { parseLines } from './parse.ts'
import { rest, words } from './words.ts'

const table = parseLines(
  'interface Gi0/1\n description  to "pe2" ! x  \n\tip\xa0address\t192.0.2.1\npe1(config)# no shut',
  iosModes,
)

test('words know where they stand', () => {
  expect(words(table, 0)).toEqual([
    { text: 'interface', start: 0, end: 9 },
    { text: 'Gi0/1', start: 10, end: 15 },
  ])
})

test('blanks, tabs and no-break spaces part words; quotes do not join them', () => {
  expect(words(table, 1).map((word) => word.text)).toEqual(['description', 'to', '"pe2"', '!', 'x'])
  expect(words(table, 2).map((word) => word.text)).toEqual(['ip', 'address', '192.0.2.1'])
})

test('a prompt is no word', () => {
  expect(words(table, 3).map((word) => word.text)).toEqual(['no', 'shut'])
})

test('the rest of a line keeps its blanks inside, not around', () => {
  const found = rest(table, 1, 1)
  expect(found.text).toBe('to "pe2" ! x')
  expect(table.text.slice(found.start, found.end)).toBe(found.text)
  expect(rest(table, 1, 0).text).toBe('description  to "pe2" ! x')
  expect(rest(table, 0, 2).text).toBe('')
  expect(rest(table, 0, 9).text).toBe('')
})

test('a line that is not there has no words', () => {
  expect(words(table, 99)).toEqual([])
  expect(rest(table, 99, 0)).toEqual({ text: '', start: 0, end: 0 })
})
