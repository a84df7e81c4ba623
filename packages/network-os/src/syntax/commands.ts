import { levelBeside, weigh } from './beside.ts'
import { readBody } from './bodies.ts'
import { Leave, leaving, readExit } from './exits.ts'
import { afterNegation, fitMode } from './fit.ts'
import { LineKind } from './lines.ts'
import { Verdict, verdictOf } from './modes.ts'
import { dropPending, Inner, modeAt, NO_GAP, openerAt, push, type Reader, settlePending } from './reader.ts'
import { isDeviceMessage, promptAt } from './terminal.ts'

/** The mode of a section whose opening command the platform's modes do not name. */
const UNKNOWN = 1

/**
 * Reads a line of unknown sort, most likely a command, and returns the line after what it read.
 * `typed`: the line had a prompt that names a mode below the top level.
 */
export function readCommand(
  reader: Reader,
  line: number,
  at: number,
  to: number,
  column: number,
  typed: boolean,
): number {
  const { text, modes, phrases, columns, inner } = reader
  while (reader.depth > 0 && (columns[reader.depth - 1] as number) > column) reader.depth--
  if (reader.pending >= 0 && reader.indent[reader.pending] !== column) dropPending(reader, line)

  let verdict = -1
  if (reader.depth === 0 || columns[0] === column) {
    verdict = verdictOf(phrases, 0, text, at, to)
    if (verdict === Verdict.none && !typed) {
      const next = readForeign(reader, line, at, to, column)
      if (next > line) return next
    }
  }

  let level = findLevel(reader, verdict, at, to, column, typed)
  if (level < 0) return readPending(reader, line, ~level)
  if (reader.pending >= 0) settlePending(reader, line, level)
  let mode = modeAt(reader, level)
  if (level > 0 || verdict < 0) verdict = verdictOf(phrases, mode, text, at, to)

  const { last } = reader
  if (last >= 0 && (reader.indent[last] as number) < column && isOverhung(reader, level, at, to)) {
    reader.opens[last] = mode = UNKNOWN
    reader.depth = level
    push(reader, last, reader.indent[last] as number)
    level = reader.depth
    verdict = Verdict.none
  }
  if (verdict === Verdict.artefact) return readSession(reader, line)

  reader.depth = level
  if (level > 0) inner[level - 1] = (columns[level - 1] as number) < column ? Inner.indented : Inner.beside
  reader.parent[line] = openerAt(reader, level)
  reader.mode[line] = mode
  reader.last = line
  reader.gap = NO_GAP
  if (verdict === Verdict.none || verdict >= Verdict.leaf) return line + 1
  reader.opens[line] = verdict
  const body = modes.bodies[verdict]
  if (body !== undefined) return readBody(reader, line, at, body)
  push(reader, line, column)
  return line + 1
}

/** The level at which a command stands; its complement if later commands must tell. `verdict`: that of the top level. */
function findLevel(reader: Reader, verdict: number, at: number, to: number, column: number, typed: boolean): number {
  const { columns, inner } = reader
  let level = reader.depth
  while (level > 0 && columns[level - 1] === column && inner[level - 1] === Inner.indented) level--
  if (level > 0) {
    const around = columns[level - 1] as number
    if (around < column) return reader.gap <= around && isStray(reader, level, at, to) ? 0 : level
    return levelBeside(reader, level, at, to, column, typed)
  }
  // The section just left: its commands may go on at its own column, as the actions of an event manager applet do.
  if (reader.depth === 0 || reader.gap <= column) return 0
  return (verdict === Verdict.none || verdict === Verdict.shared) && isOwn(reader, 1, at, to) ? 1 : 0
}

/** Whether the last command opens a section for a line at its own level, because the line stands deeper. */
function isOverhung(reader: Reader, level: number, at: number, to: number): boolean {
  const { last, modes, text } = reader
  if (reader.parent[last] !== openerAt(reader, level) || reader.opens[last] !== 0) return false
  const start = reader.body[last] as number
  const end = reader.end[last] as number
  if (afterNegation(text, start, end) !== start) return false
  const mode = reader.mode[last] as number
  if (mode !== 0) return fitMode(modes, mode, text, start, end) <= 0
  const apart =
    verdictOf(reader.phrases, 0, text, start, end) === Verdict.leaf || reader.gap <= (reader.indent[last] as number)
  return !apart || weigh(reader, 0, at, afterNegation(text, at, to), to) === 0
}

/** Whether a command that the top level does not know is one of the section's own. */
function isOwn(reader: Reader, level: number, at: number, to: number): boolean {
  const command = afterNegation(reader.text, at, to)
  if (verdictOf(reader.phrases, 0, reader.text, command, to) !== 0) return false
  return fitMode(reader.modes, modeAt(reader, level), reader.text, command, to) > 0
}

/**
 * Whether an indented command after a comment at the section's own column is a global one.
 * IOS prints ` vstack` so, after `control-plane` and `!`.
 */
function isStray(reader: Reader, level: number, at: number, to: number): boolean {
  if (modeAt(reader, level) === UNKNOWN) return false
  const command = afterNegation(reader.text, at, to)
  const weight = weigh(reader, 0, at, command, to)
  return weight > 0 && weight > weigh(reader, level, at, command, to)
}

/** Reads a command whose section the commands after it will show, as one of the level around the open sections. */
function readPending(reader: Reader, line: number, level: number): number {
  if (reader.pending < 0) reader.pending = line
  reader.parent[line] = openerAt(reader, level)
  reader.mode[line] = modeAt(reader, level)
  reader.last = line
  return line + 1
}

/** Reads a command that begins or ends a session: `conf t`, `write`, `enable`. No section is open after it. */
function readSession(reader: Reader, line: number): number {
  reader.depth = 0
  return readArtefact(reader, line)
}

/** Reads a line that is no part of the configuration. */
export function readArtefact(reader: Reader, line: number): number {
  reader.kind[line] = LineKind.artefact
  reader.parent[line] = -1
  return line + 1
}

/** Reads a line that is no command at all: a prompt with what was typed there, a message of the device. */
function readForeign(reader: Reader, line: number, at: number, to: number, column: number): number {
  const { text } = reader
  const prompt = promptAt(text, at, to)
  if (prompt === undefined) return isDeviceMessage(text, at, to) ? readArtefact(reader, line) : line
  let from = prompt.end
  while (from < to && text.charCodeAt(from) <= 32) from++
  if (prompt.mode !== 'section') reader.depth = 0
  if (prompt.mode === 'exec' || from === to) {
    reader.output = prompt.mode === 'exec' && SHOW.test(text.slice(from, to))
    return readArtefact(reader, line)
  }
  reader.body[line] = from
  if (text.charCodeAt(from) === 33) {
    reader.kind[line] = LineKind.comment
    reader.parent[line] = -1
    return line + 1
  }
  const leave = leaving(text, from, to)
  if (leave === Leave.run) return readArtefact(reader, line)
  if (leave === Leave.nothing) return readCommand(reader, line, from, to, column, true)
  readExit(reader, line, from, to, column, leave)
  return line + 1
}

/** A show command that prints something else than a configuration. */
const SHOW = /^sh(?:ow?)?\s+(?!(?:run|start|conf|arch|tech|der))/i
