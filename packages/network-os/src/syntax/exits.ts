import { LineKind } from './lines.ts'
import { isBlank } from './phrases.ts'
import { Inner, NO_GAP, openerAt, type Reader, settlePending, stand } from './reader.ts'

/** The commands that leave a mode, as `leaving` tells them apart; `run` leaves it for one command of the exec mode. */
export const Leave = { nothing: 0, exit: 1, named: 2, end: 3, run: 4 } as const

/** Which of the commands that leave a mode the content is: `exit`, `quit`, `exit-address-family`, `end`, `do show`. */
export function leaving(text: string, at: number, end: number): number {
  let to = at
  while (to < end && !isBlank(text.charCodeAt(to))) to++
  if (to - at < 2) return Leave.nothing
  const word = text.slice(at, to).toLowerCase()
  if (word === 'do') return Leave.run
  if (word.startsWith('exit-')) return Leave.named
  while (to < end && isBlank(text.charCodeAt(to))) to++
  if (to < end) return Leave.nothing
  if (word === 'exit' || word === 'exi' || word === 'quit') return Leave.exit
  return word === 'end' ? Leave.end : Leave.nothing
}

/**
 * Reads a command that leaves a mode. It stands in the section that it leaves.
 *
 * `exit` at the column of an open section closes that one. At a deeper column it closes nothing by itself:
 * in an indented text the next line's column decides, for IOS prints ` exit` after sub-modes that it does not indent.
 */
export function readExit(reader: Reader, line: number, at: number, end: number, column: number, leave: number): void {
  reader.kind[line] = LineKind.exit
  if (reader.pending >= 0) settlePending(reader, line, leave === Leave.end ? 0 : reader.depth)
  reader.last = -1
  reader.gap = NO_GAP
  if (leave === Leave.end) {
    reader.depth = 0
    return stand(reader, line, 0)
  }
  const named = leave === Leave.named ? namedLevel(reader, reader.text.slice(at, end).trimEnd().toLowerCase()) : 0
  if (named > 0) reader.depth = named
  else while (reader.depth > 0 && (reader.columns[reader.depth - 1] as number) > column) reader.depth--
  const level = reader.depth
  stand(reader, line, level)
  if (level === 0) return
  if ((reader.columns[level - 1] as number) < column) reader.inner[level - 1] = Inner.indented
  else if (leave === Leave.exit || named > 0) reader.depth = level - 1
}

/** The innermost level whose mode is left by that command, or 0. */
function namedLevel(reader: Reader, command: string): number {
  for (let level = reader.depth; level > 0; level--) {
    const mode = reader.opens[openerAt(reader, level)] as number
    if (reader.modes.exits[mode]?.includes(command) === true) return level
  }
  return 0
}
