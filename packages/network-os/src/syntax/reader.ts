import { LineKind, type LineTable, type SyntaxNote } from './lines.ts'
import type { ModeTable } from './modes.ts'
import { isBlank, type PhraseSet } from './phrases.ts'
import { splitLines } from './split.ts'

/** How the lines of an open section stand to the line that opened it. */
export const Inner = {
  /** None has been read. */
  none: 0,
  /** At the same column: the section has no indentation, and its commands tell where it ends. */
  beside: 1,
  /** At a deeper column: indentation alone tells where it ends. */
  indented: 2,
} as const

/** The column of no comment at all: beyond every other. */
export const NO_GAP = 256

/** A line table that is being filled, with the sections that are open. */
export interface Reader extends LineTable {
  readonly notes: SyntaxNote[]
  readonly phrases: PhraseSet
  /** The open sections, outermost first: `depth` of them. */
  depth: number
  readonly openers: number[]
  readonly columns: number[]
  readonly inner: number[]
  /** The last command, or -1 after something that no command can continue. */
  last: number
  /** The first of the commands beside a section that may prove to be its own, or -1. */
  pending: number
  /** The leftmost column of a comment since the last command. */
  gap: number
  /** Whether the lines are what a show command printed, and not configuration. */
  output: boolean
}

/** A reader at the first line. Lines are commands at the top level until said otherwise. */
export function createReader(text: string, modes: ModeTable): Reader {
  const { count, start, end } = splitLines(text)
  return {
    text,
    modes,
    count,
    start,
    end,
    body: new Uint32Array(count),
    indent: new Uint8Array(count),
    kind: new Uint8Array(count),
    parent: new Int32Array(count),
    mode: new Uint8Array(count),
    opens: new Uint8Array(count),
    notes: [],
    phrases: modes.openers(),
    depth: 0,
    openers: [],
    columns: [],
    inner: [],
    last: -1,
    pending: -1,
    gap: NO_GAP,
    output: false,
  }
}

/** The line that opened the section at a level (1 is the outermost), or -1 for level 0, the top. */
export function openerAt(reader: Reader, level: number): number {
  return level === 0 ? -1 : (reader.openers[level - 1] as number)
}

/** The mode of the section at a level, 0 (global) at the top. */
export function modeAt(reader: Reader, level: number): number {
  return level === 0 ? 0 : (reader.opens[reader.openers[level - 1] as number] as number)
}

/** Opens a section at the innermost level. */
export function push(reader: Reader, opener: number, column: number): void {
  const level = reader.depth
  reader.openers[level] = opener
  reader.columns[level] = column
  reader.inner[level] = Inner.none
  reader.depth = level + 1
}

/** Writes where a line stands: in the section at `level`. */
export function stand(reader: Reader, line: number, level: number): void {
  reader.parent[line] = openerAt(reader, level)
  reader.mode[line] = modeAt(reader, level)
}

/** Writes a line of a body: it stands below `opener`, in the mode that this one opens. Free text keeps its blanks. */
export function standBelow(reader: Reader, line: number, opener: number, kind: number): void {
  reader.kind[line] = kind
  reader.parent[line] = opener
  reader.mode[line] = reader.opens[opener] as number
  reader.body[line] = kind === LineKind.text ? (reader.start[line] as number) : contentAt(reader, line)
  reader.indent[line] = Math.min(reader.body[line] - (reader.start[line] as number), 255)
}

/** Offset of the first character of a line that is no blank. */
export function contentAt(reader: Reader, line: number): number {
  const end = reader.end[line] as number
  let at = reader.start[line] as number
  while (at < end && isBlank(reader.text.charCodeAt(at))) at++
  return at
}

/** A line without the blanks around it. */
export function contentOf(reader: Reader, line: number): string {
  return reader.text.slice(contentAt(reader, line), reader.end[line]).trimEnd()
}

/** Notes a problem with a line, after the first words of that line: a body's secret never stands in a note. */
export function note(reader: Reader, line: number, problem: string): void {
  const start = reader.body[line] as number
  const end = reader.end[line] as number
  const [first = '', second = ''] = reader.text.slice(start, Math.min(end, start + 60)).split(/\s+/)
  reader.notes.push({ message: `${first} ${second} ${problem}`.replaceAll(/ +/g, ' '), start, end })
}

/** Ends the wait of the pending commands before `line`: they, and the comments among them, stand at `level`. */
export function settlePending(reader: Reader, line: number, level: number): void {
  const around = reader.parent[reader.pending] as number
  const opener = openerAt(reader, level)
  for (let i = reader.pending; i < line; i++) {
    const parent = reader.parent[i] as number
    const waits = reader.kind[i] === LineKind.command ? parent === around : parent > opener
    if (waits) stand(reader, i, level)
  }
  reader.pending = -1
}

/** Ends the wait of the pending commands before `line` where they are, and closes the sections beside them. */
export function dropPending(reader: Reader, line: number): void {
  const column = reader.indent[reader.pending] as number
  while (reader.depth > 0 && (reader.columns[reader.depth - 1] as number) >= column) reader.depth--
  settlePending(reader, line, reader.depth)
}
