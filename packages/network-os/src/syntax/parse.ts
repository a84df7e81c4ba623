import { readArtefact, readCommand } from './commands.ts'
import { readPem } from './encoded.ts'
import { Leave, leaving, readExit } from './exits.ts'
import { LineKind, type LineTable } from './lines.ts'
import type { ModeTable } from './modes.ts'
import { createReader, dropPending, openerAt, type Reader } from './reader.ts'
import { isDeviceMessage, isPager, promptAt, skipTerminal } from './terminal.ts'

/** What the first character of the content can begin, apart from a command. */
const First = { command: 0, comment: 1, other: 2, leave: 3 } as const
const FIRST = firstCharacters()
const DEEPEST = 255
const BYTE_ORDER_MARK = 0xfeff

function firstCharacters(): Uint8Array {
  const first = new Uint8Array(128)
  for (const character of '!#') first[character.charCodeAt(0)] = First.comment
  for (const character of '%^*-[') first[character.charCodeAt(0)] = First.other
  for (const character of 'eEqQdD') first[character.charCodeAt(0)] = First.leave
  return first
}

/**
 * Reads the text of a device configuration line by line. Never throws; takes time in proportion to the text.
 *
 * A line belongs to the last line before it that stands at a smaller column, as IOS prints it. Where a mode's commands
 * stand at the column of the line that opened it, the platform's modes tell which commands are its own.
 */
export function parseLines(text: string, modes: ModeTable): LineTable {
  const reader = createReader(text, modes)
  let line = 0
  while (line < reader.count) line = readLine(reader, line)
  if (reader.pending >= 0) dropPending(reader, line)
  return reader
}

/** Reads a line, and what belongs to it if that is no command; returns the line after it. */
function readLine(reader: Reader, line: number): number {
  const { text } = reader
  const to = reader.end[line] as number
  let at = reader.start[line] as number
  let column = 0
  let code = 0
  let touched = false
  for (; at < to; at++) {
    code = text.charCodeAt(at)
    if (code === 32 || code === 160) column++
    else if (code > 32 && code !== BYTE_ORDER_MARK && !((code === 45 || code === 60) && isPager(text, at))) break
    else if (code === 9) column = (column | 7) + 1
    else if (code !== BYTE_ORDER_MARK) {
      at = skipTerminal(text, at, to) - 1
      column = 0
      touched = true
    }
  }
  if (column > DEEPEST) column = DEEPEST
  reader.body[line] = at
  reader.indent[line] = column
  if (at >= to) return readBlank(reader, line, touched)
  if (reader.output && isOutput(reader, at, to)) return readArtefact(reader, line)
  const first = code < 128 ? (FIRST[code] as number) : First.command
  if (first === First.command) return readCommand(reader, line, at, to, column, false)
  if (first === First.comment) return readComment(reader, line, column)
  return readOther(reader, line, at, to, column, first)
}

function readBlank(reader: Reader, line: number, touched: boolean): number {
  reader.kind[line] = touched ? LineKind.artefact : LineKind.blank
  reader.parent[line] = -1
  return line + 1
}

/** A comment stands in the section around its column, and ends none: IOS writes `!` inside sections, too. */
function readComment(reader: Reader, line: number, column: number): number {
  const { columns, depth } = reader
  let level = depth
  while (level > 0 && (columns[level - 1] as number) >= column) level--
  if (column < reader.gap) reader.gap = column
  const opener = openerAt(reader, level)
  reader.kind[line] = LineKind.comment
  reader.parent[line] = opener
  reader.mode[line] = opener < 0 ? 0 : (reader.opens[opener] as number)
  return line + 1
}

function readOther(reader: Reader, line: number, at: number, to: number, column: number, first: number): number {
  const { text } = reader
  if (first === First.leave) {
    const leave = leaving(text, at, to)
    if (leave === Leave.nothing) return readCommand(reader, line, at, to, column, false)
    if (leave === Leave.run) return readArtefact(reader, line)
    readExit(reader, line, at, to, column, leave)
    return line + 1
  }
  if (text.startsWith('-----BEGIN ', at)) return readPem(reader, line)
  if (isDeviceMessage(text, at, to)) return readArtefact(reader, line)
  return readCommand(reader, line, at, to, column, false)
}

/** Whether the content is what a show command printed: up to a prompt, a bare `!`, or the head of a configuration. */
function isOutput(reader: Reader, at: number, to: number): boolean {
  const { text } = reader
  const bare = text.charCodeAt(at) === 33 && text.slice(at, to).trimEnd() === '!'
  const over =
    bare || promptAt(text, at, to) !== undefined || /^(?:Building|Current) configuration/.test(text.slice(at, to))
  if (over) reader.output = false
  return !over
}
