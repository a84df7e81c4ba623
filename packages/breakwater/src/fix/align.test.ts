import { expect, test } from 'vitest'
import { align } from './align.ts'

/** The texts that the rows are made of, and how many rows are not in both. */
function read(a: string, b: string): { readonly texts: readonly string[]; readonly changed: number } {
  const [before, after] = [a.split(''), b.split('')]
  const rows = align(before, after)
  const text = (gone: string, lines: readonly string[], of: 'before' | 'after'): string =>
    rows
      .filter(({ kind }) => kind !== gone)
      .map((row) => lines[row[of] - 1])
      .join('')
  return {
    texts: [text('+', before, 'before'), text('-', after, 'after')],
    changed: rows.filter(({ kind }) => kind !== ' ').length,
  }
}

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'axc', 2],
  ['a!b!c!', 'a!x!b!c!', 2],
  ['!!a!!', '!!!a!', 2],
  ['abcd', 'dabc', 2],
  ['aabb', 'bbaa', 4],
])('%j and %j', (a, b, changed) => {
  expect(read(a, b)).toEqual({ texts: [a, b], changed })
})
