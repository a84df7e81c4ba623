import type { Location, Severity } from '../results.ts'
import { guessInConfiguration, type Guess } from './guess.ts'
import { harmless } from './harmless.ts'
import { lineOf, startOf, type LineIndex } from './line-index.ts'
import { paint, paintSeverity, type Style } from './style.ts'
import { columnsOf, padStart } from './width.ts'

/** A stretch of a file that must not be shown. */
export interface Masked {
  readonly start: number
  readonly end: number
}

/** What a frame needs of a file. `masked` is sorted. */
export interface Shown {
  readonly index: LineIndex
  readonly masked: readonly Masked[]
  /** Whether nobody knows what a line (from 1) holds, so that what looks like a secret is hidden too; if not given, of no line. */
  readonly isObscure?: (line: number) => boolean
  /** What looks like a secret in any line, where the file is no configuration. */
  readonly guess?: Guess
}

export const MASK = '<hidden>'
const TAB = 8

/** The lines around a place, with the place underlined. Every line begins with a line number or a rule. */
export function codeFrame(shown: Shown, location: Location, severity: Severity, style: Style): string[] {
  const { startLine: line } = location
  const opener = sectionOpener(shown.index, line)
  const numbers = opener === undefined ? [line] : [opener, line]
  const gutter = String(line).length
  const bar = paint(style, 'dim', '│')
  const frame: string[] = []
  for (const number of numbers) {
    const drawn = drawLine(shown, number)
    const label = paint(style, 'dim', padStart(String(number), gutter))
    if (number !== line) {
      frame.push(`${label} ${bar} ${crop(drawn, 0, style.width - gutter - 3).text}`)
      if (line - number > 1) frame.push(`${paint(style, 'dim', '·'.repeat(gutter))} ${bar}`)
      continue
    }
    const from = drawn.at(location.startColumn - 1)
    const last = location.endLine === line ? location.endColumn - 1 : Number.POSITIVE_INFINITY
    const to = Math.max(from + 1, drawn.at(last))
    const { text, shift } = crop(drawn, from, style.width - gutter - 3)
    const length = Math.max(1, Math.min(to, shift + drawn.columnsOf(text)) - from)
    const mark = paintSeverity(style, severity, '^'.repeat(length))
    frame.push(
      `${label} ${bar} ${text}`,
      `${' '.repeat(gutter)} ${bar} ${' '.repeat(Math.max(0, from - shift))}${mark}`,
    )
  }
  return frame
}

interface Drawn {
  readonly text: string
  /** The terminal column (from 0) of a UTF-16 offset of the raw line. */
  at: (offset: number) => number
  columnsOf: (text: string) => number
}

/** One line with secrets hidden, tabs spread and control characters visible. */
export function drawLine({ index, masked, isObscure, guess }: Shown, line: number): Drawn {
  const raw = lineOf(index, line)
  const base = startOf(index, line)
  const hidden = masked.filter(({ start, end }) => start < base + raw.length && end > base)
  const guessed = guess?.(raw) ?? (isObscure?.(line) === true ? guessInConfiguration(raw) : [])
  for (const { start, end } of guessed) hidden.push({ start: base + start, end: base + end })
  const columns: number[] = []
  let text = ''
  let column = 0
  const put = (drawn: string): void => {
    text += drawn
    for (const character of drawn) column += columnsOf(character)
  }
  for (let at = 0; at < raw.length;) {
    const secret = hidden.find(({ start, end }) => start - base <= at && end - base > at)
    const size = secret === undefined ? ((raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) : secret.end - base - at
    for (let unit = 0; unit < size; unit++) columns[at + unit] = column
    if (secret !== undefined) put(MASK)
    else if (raw[at] === '\t') put(' '.repeat(TAB - (column % TAB)))
    else put(harmless(raw.slice(at, at + size)))
    at += size
  }
  text = text.replaceAll('##[', '## [')
  return {
    text: text.trimEnd(),
    at: (offset) => (offset < raw.length ? (columns[offset] ?? column) : column),
    columnsOf: (drawn) => {
      let width = 0
      for (const character of drawn) width += columnsOf(character)
      return width
    },
  }
}

/** A window of a long line that shows the place; `shift` is the column at which it begins. */
function crop({ text }: Drawn, from: number, width: number): { text: string; shift: number } {
  const room = Math.max(40, width)
  const characters = Array.from(text)
  if (characters.length <= room) return { text, shift: 0 }
  const begin = from < room - 20 ? 0 : from - 20
  const cut = characters.slice(begin, begin + room - 2).join('')
  const head = begin === 0 ? cut : `…${cut.slice(1)}`
  return { text: begin + room - 2 < characters.length ? `${head}…` : head, shift: begin }
}

const REACH = 500

/** The line that opens the section of an indented line, by indentation. */
function sectionOpener(index: LineIndex, line: number): number | undefined {
  const depth = indentation(lineOf(index, line))
  if (depth === 0) return undefined
  for (let above = line - 1; above >= Math.max(1, line - REACH); above--) {
    const text = lineOf(index, above)
    if (text.trim() === '') continue
    if (indentation(text) < depth) return text.startsWith('!') || text.startsWith('#') ? undefined : above
  }
  return undefined
}

function indentation(text: string): number {
  return text.length - text.trimStart().length
}
