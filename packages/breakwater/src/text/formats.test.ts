import { expect, test } from 'vitest'
import { csv } from './csv.ts'
import { markdownTable } from './markdown.ts'

test('cells are quoted where they have to be, and no spreadsheet runs them', () => {
  expect(
    csv([
      ['a', 1],
      ['b "c", d', '=1+1'],
    ]),
  ).toBe(`a,1\n"b ""c"", d",'=1+1\n`)
  expect(csv([['two\nlines', '-5', '@x']])).toBe("two␊lines,'-5,'@x\n")
})

test('a pipe or a line feed ends no cell', () => {
  expect(markdownTable(['a', 'b'], [['x | y', 'two\nlines']])).toBe(
    '| a | b |\n| --- | --- |\n| x \\| y | two␊lines |\n',
  )
})
