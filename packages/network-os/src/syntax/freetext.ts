import { fitMode } from './fit.ts'
import { LineKind } from './lines.ts'
import { Verdict, verdictOf } from './modes.ts'
import { isBlank } from './phrases.ts'
import { contentAt, contentOf, note, type Reader, standBelow } from './reader.ts'

/** The characters that end a free text. */
export interface Delimiter {
  readonly text: string
  /** Offset after it on the line that begins the text. */
  readonly end: number
}

const ETX = '\x03'

/**
 * The delimiter at the word `word` of a line (0 is the first). It is one character. IOS prints the control character
 * ETX as the two characters `^C`; what follows either is text already: `^CC` is the delimiter and a C.
 */
export function delimiterAt(text: string, at: number, end: number, word: number): Delimiter | undefined {
  let from = at
  for (let skipped = 0; ; skipped++) {
    while (from < end && isBlank(text.charCodeAt(from)) && text.charAt(from) !== ETX) from++
    if (skipped === word || from === end) break
    while (from < end && !isBlank(text.charCodeAt(from))) from++
  }
  if (from === end) return undefined
  const delimiter = text.startsWith('^C', from) ? '^C' : text.charAt(from)
  return { text: delimiter, end: from + delimiter.length }
}

/** Reads a text up to its delimiter, and returns the line after it. What follows the delimiter there is ignored. */
export function readDelimited(reader: Reader, opener: number, delimiter: Delimiter): number {
  const { text } = delimiter
  if (find(reader.text, text, delimiter.end, reader.end[opener] as number) >= 0) return opener + 1
  const found = seek(reader, opener, closesAtDelimiter(reader, text))
  if (found.closed) return take(reader, opener, found.end)
  // A typed `^Cisco^` has a caret for its delimiter, which shows only where no `^C` comes.
  if (text === '^C') {
    if (isAtEdge(reader, opener, find(reader.text, '^', delimiter.end, reader.end[opener] as number))) return opener + 1
    const atDelimiter = closesAtDelimiter(reader, '^')
    const caret = seek(reader, opener, (line) => atDelimiter(line, true))
    if (caret.closed) return take(reader, opener, caret.end)
  }
  note(reader, opener, `is not closed by ${text === ETX ? '^C' : text}`)
  return take(reader, opener, found.end)
}

/** Reads a text up to a line that is one of the words, and returns the line after it. */
export function readUntil(reader: Reader, opener: number, words: readonly string[]): number {
  const { end, closed } = seek(reader, opener, (line) => words.includes(contentOf(reader, line)))
  if (!closed) note(reader, opener, `is not closed by ${words[0] ?? ''}`)
  return take(reader, opener, end)
}

/** Whether a line ends a text; `doubtful`: lines have been read that are certainly configuration. */
type Closes = (line: number, doubtful: boolean) => boolean

/** Closes at the delimiter; where that is doubtful, only where it begins or ends its line, unless no text has it. */
function closesAtDelimiter(reader: Reader, delimiter: string): Closes {
  const { text, start, end } = reader
  return (line, doubtful) => {
    const found = find(text, delimiter, start[line] as number, end[line] as number)
    if (found < 0) return false
    if (delimiter === '^C' || !doubtful) return true
    return contentAt(reader, line) === found || isAtEdge(reader, line, found)
  }
}

/** Whether nothing stands on the line after the character at `found`. */
function isAtEdge(reader: Reader, line: number, found: number): boolean {
  return found >= 0 && reader.text.slice(found + 1, reader.end[line]).trim() === ''
}

/**
 * The line after a text, and whether the text is closed there.
 *
 * Without a line that closes it the text would swallow the rest of the configuration. A text therefore ends before the
 * next command that begins another one; if it has not been closed by then, it ends before the first line that is
 * certainly configuration: a global command after a bare `!`, or a command that opens a mode before one of that mode.
 */
function seek(reader: Reader, opener: number, closes: Closes): { end: number; closed: boolean } {
  let certain = -1
  let line = opener + 1
  for (; line < reader.count; line++) {
    const verdict = verdictAt(reader, line)
    if (reader.modes.bodies[verdict] !== undefined) break
    if (closes(line, certain >= 0)) return { end: line + 1, closed: true }
    if (certain < 0 && line - 1 > opener) certain = certainly(reader, line, verdict)
  }
  return { end: certain < 0 ? line : certain, closed: false }
}

/** The line at which configuration certainly begins, if `line` tells; or -1. */
function certainly(reader: Reader, line: number, verdict: number): number {
  const { text, modes } = reader
  const global = verdict !== Verdict.none && verdict <= Verdict.leaf
  if (global && contentOf(reader, line - 1) === '!') return line
  const before = verdictAt(reader, line - 1)
  if (before === Verdict.none || before >= Verdict.leaf) return -1
  const fit = fitMode(modes, before, text, contentAt(reader, line), reader.end[line] as number)
  return fit > 0 ? line - 1 : -1
}

function verdictAt(reader: Reader, line: number): number {
  return verdictOf(reader.phrases, 0, reader.text, contentAt(reader, line), reader.end[line] as number)
}

/** The offset of a text of one or two characters between two offsets, or -1. Looks no further. */
function find(text: string, wanted: string, from: number, to: number): number {
  const code = wanted.charCodeAt(0)
  const second = wanted.length > 1 ? wanted.charCodeAt(1) : -1
  for (let at = from; at <= to - wanted.length; at++) {
    if (text.charCodeAt(at) === code && (second < 0 || text.charCodeAt(at + 1) === second)) return at
  }
  return -1
}

function take(reader: Reader, opener: number, to: number): number {
  for (let line = opener + 1; line < to; line++) standBelow(reader, line, opener, LineKind.text)
  return to
}
