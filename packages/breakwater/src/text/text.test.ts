import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFrame } from './frame.ts'
import { harmless, harmlessJson, harmlessStart } from './harmless.ts'
import { indexLines, lineOf, placeOf, startOf } from './line-index.ts'
import { plain, wantsColor } from './style.ts'
import { counted, table, thousands } from './table.ts'
import { padEnd, widthOf } from './width.ts'

describe('lines and columns', () => {
  test('of every kind of line end', () => {
    const index = indexLines('ab\ncd\r\n\nef')
    expect([0, 1, 2, 3, 5, 7, 8, 10, 99].map((offset) => placeOf(index, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 3 },
      { line: 4, column: 3 },
    ])
    expect([1, 2, 3, 4, 5].map((line) => lineOf(index, line))).toEqual(['ab', 'cd', '', 'ef', ''])
  })

  test('a place leads back to its offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\t', '😀') }), fc.nat(), (text, nat) => {
        const offset = nat % (text.length + 1)
        const index = indexLines(text)
        const { line, column } = placeOf(index, offset)
        expect(startOf(index, line) + column - 1).toBe(offset)
      }),
    )
  })
})

describe('harmless', () => {
  test.for([
    ['plain text', 'plain text'],
    ['tab\tstays', 'tab\tstays'],
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u0007\u0000\u007f', '␇␀␡'],
    ['\u009b31m', '<9B>31m'],
    ['\u202eevil', '<U+202E>evil'],
    ['a\u200bb', 'a<U+200B>b'],
    ['\ud800x', '\ufffdx'],
    ['😀 ü', '😀 ü'],
    ['##[error]x', '## [error]x'],
  ] as const)('%j', ([text, safe]) => {
    expect(harmless(text)).toBe(safe)
  })

  test('the beginning of a line is no command', () => {
    expect(harmlessStart('::error::x')).toBe('./::error::x')
    expect(harmlessStart('a::b')).toBe('a::b')
  })

  test('json means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = harmlessJson(JSON.stringify(`${text}##[x]\u009b\u202e`))
        expect(JSON.parse(json)).toBe(`${text}##[x]\u009b\u202e`)
        // oxlint-disable-next-line no-control-regex -- what it must not hold
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]|##\[/)
      }),
    )
  })
})

const at = (line: number, startColumn: number, endColumn: number) => ({
  file: 'x',
  startLine: line,
  startColumn,
  endLine: line,
  endColumn,
})

const frame = (
  text: string,
  line: number,
  from: number,
  to: number,
  masked: { start: number; end: number }[] = [],
): string => codeFrame({ index: indexLines(text), masked }, at(line, from, to), 'high', plain).join('\n')

describe('code frame', () => {
  test('shows the header of the section', () => {
    expect(frame('line vty 0 4\n login\n transport input all\n', 3, 2, 21)).toBe(
      `1 │ line vty 0 4\n· │\n3 │  transport input all\n  │  ^^^^^^^^^^^^^^^^^^^`,
    )
  })

  test('wide characters take two columns', () => {
    expect(frame('description 東京 x', 1, 16, 17)).toBe('1 │ description 東京 x\n  │                  ^')
  })

  test('a secret in the middle moves what follows', () => {
    expect(frame('username a secret hunter2 extra', 1, 27, 32, [{ start: 18, end: 25 }])).toBe(
      '1 │ username a secret <hidden> extra\n  │                            ^^^^^',
    )
  })

  test('what looks like a secret is hidden where nobody knows the line', () => {
    const shown = { index: indexLines('foo password 7 0822455D0A16 bar'), masked: [], isObscure: () => true }
    expect(codeFrame(shown, at(1, 1, 4), 'high', plain)[0]).toBe('1 │ foo password 7 <hidden> bar')
  })

  test('an empty place has one mark; a place beyond the text is no fault', () => {
    expect(frame('ab', 1, 3, 3)).toBe('1 │ ab\n  │   ^')
    expect(frame('ab', 9, 3, 3)).toBe('9 │ \n  │ ^')
  })

  test('any place of any text can be drawn, on lines that begin with a gutter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), fc.nat(20), (text, line, from, length) => {
        const lines = frame(text, line + 1, from + 1, from + length + 1, [{ start: from, end: from + 2 }]).split('\n')
        for (const drawn of lines) expect(drawn).toMatch(/^[ ·\d]+ │/)
      }),
    )
  })
})

test('colour is the user’s choice', () => {
  expect(wantsColor({}, true)).toBe(true)
  expect(wantsColor({}, false)).toBe(false)
  expect(wantsColor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false)
  expect(wantsColor({ NO_COLOR: '' }, true)).toBe(true)
  expect(wantsColor({ FORCE_COLOR: '1' }, false)).toBe(true)
  expect(wantsColor({ FORCE_COLOR: '0' }, true)).toBe(false)
  expect(wantsColor({ TERM: 'dumb' }, true)).toBe(false)
})

test('tables and counts', () => {
  expect(
    table([
      [{ text: 'a' }, { text: 'n' }],
      [{ text: '東京' }, { text: '1,000' }],
    ]),
  ).toEqual(['a         n', '東京  1,000'])
  expect(thousands(1234567)).toBe('1,234,567')
  expect([counted(1, 'line'), counted(2000, 'line')]).toEqual(['1 line', '2,000 lines'])
  expect(widthOf(padEnd('e\u0301', 3))).toBe(3)
})
