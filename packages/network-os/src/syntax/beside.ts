import { abbreviates, afterNegation, fitMode } from './fit.ts'
import { weightOf } from './modes.ts'
import { Inner, modeAt, type Reader } from './reader.ts'

/**
 * The level at which a command stands that is written at the same column as the lines that opened the innermost
 * sections, none of which has indented lines. As on a device, the innermost mode that takes the command gets it,
 * unless the level around them knows more words of it: `ip route` is none of the commands of an interface.
 *
 * A command that neither a section nor the level around them knows stays in a section that has been seen to go without
 * indentation. If that is not known yet, the answer is the complement (`~`) of the level around the sections:
 * the next command that somebody knows will tell.
 */
export function levelBeside(
  reader: Reader,
  depth: number,
  at: number,
  end: number,
  column: number,
  typed: boolean,
): number {
  const command = afterNegation(reader.text, at, end)
  let around = depth
  while (isBeside(reader, around, column)) around--
  const outer = weigh(reader, around, at, command, end)
  for (let level = depth; level > around; level--) {
    const weight = weigh(reader, level, at, command, end)
    if (weight > 0 && isStronger(reader, level, around, weight, outer)) return level
  }
  if (outer > 0) return around
  for (let level = depth; level > around; level--) {
    if (abbreviates(reader.modes, modeAt(reader, level), reader.text, command, end)) return level
  }
  if (outer < 0 || reader.gap <= column) return around
  if (typed || reader.inner[depth - 1] === Inner.beside) return depth
  return ~around
}

/**
 * Whether a section's claim goes before that of the level around it. At the top level a tie goes to the latter after a
 * comment, and so does every command that it may know if the section has no line yet: IOS prints `!` after an empty
 * section.
 */
function isStronger(reader: Reader, level: number, around: number, weight: number, outer: number): boolean {
  if (reader.gap > (reader.columns[level - 1] as number) || around > 0) return weight >= outer
  return reader.inner[level - 1] === Inner.none ? outer === 0 : weight > outer
}

function isBeside(reader: Reader, level: number, column: number): boolean {
  return level > 0 && reader.columns[level - 1] === column && reader.inner[level - 1] !== Inner.indented
}

/** How many words of the command the section at a level knows; -1 for a first word that the top level shares; or 0. */
export function weigh(reader: Reader, level: number, at: number, command: number, end: number): number {
  const mode = modeAt(reader, level)
  const { phrases, text } = reader
  if (mode === 0) return weightOf(phrases, 0, text, command, end)
  const opener = at === command ? weightOf(phrases, mode, text, command, end) : 0
  return Math.max(opener, fitMode(reader.modes, mode, text, command, end))
}
