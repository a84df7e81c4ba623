import { LineKind, type LineTable } from '../syntax/lines.ts'
import { commands, lineText, sectionEnd } from '../syntax/view.ts'
import type { Edit } from './edit.ts'
import { kinship, wordsOf } from './order.ts'

/** What is asked for again and again of a table. */
interface Known {
  readonly words: (readonly string[] | undefined)[]
  readonly members: Map<number, readonly number[]>
  /** The last section of each name, by the line around it. */
  readonly sections: Map<number, ReadonlyMap<string, number>>
}

const tables = new WeakMap<LineTable, Known>()

function knownOf(table: LineTable): Known {
  let known = tables.get(table)
  if (known === undefined) tables.set(table, (known = { words: [], members: new Map(), sections: new Map() }))
  return known
}

/** The words of a line. */
export function lineWords(table: LineTable, line: number): readonly string[] {
  const { words } = knownOf(table)
  return (words[line] ??= wordsOf(lineText(table, line)))
}

/** The commands directly below a line, those of the top level for -1. */
export function membersOf(table: LineTable, parent: number): readonly number[] {
  const { members } = knownOf(table)
  let found = members.get(parent)
  if (found === undefined) members.set(parent, (found = [...commands(table, parent)]))
  return found
}

export function isCommand(table: LineTable, line: number): boolean {
  return line >= 0 && line < table.count && table.kind[line] === LineKind.command
}

/** The last section of those words below `parent`; sections of one name merge, and the last word in them counts. */
export function sectionOf(table: LineTable, parent: number, words: readonly string[]): number | undefined {
  const { sections } = knownOf(table)
  let named = sections.get(parent)
  if (named === undefined) {
    const lines = membersOf(table, parent).filter((line) => table.opens[line] !== 0)
    named = new Map(lines.map((line) => [nameOf(lineWords(table, line)), line]))
    sections.set(parent, named)
  }
  return named.get(nameOf(words))
}

function nameOf(words: readonly string[]): string {
  return words.join(' ').toLowerCase()
}

/** The last command below `parent` that says the same as the words, or the contrary. */
export function commandOf(table: LineTable, parent: number, words: readonly string[]): number | undefined {
  let found: number | undefined
  for (const line of membersOf(table, parent)) {
    const other = lineWords(table, line)
    const same = kinship(other, words)
    if (same >= positiveCount(words) && (positiveCount(other) === same || words[0] === 'no')) found = line
  }
  return found
}

function positiveCount(words: readonly string[]): number {
  return words[0] === 'no' || words[0] === 'default' ? words.length - 1 : words.length
}

/** A place between two lines, with the indentation that a new line has there. */
export interface Gap {
  /** The line after which it is. */
  readonly after: number
  readonly indent: string
}

/** Where a command goes in a section: after those that are like it, before the sections in it. */
export function gapIn(table: LineTable, section: number, words: readonly string[], opens: boolean): Gap {
  const members = membersOf(table, section)
  const inner = members.findIndex((line) => table.opens[line] !== 0)
  const plain = inner < 0 ? members : members.slice(0, inner)
  const last = opens ? members.at(-1) : (nearest(table, plain, words) ?? plain.at(-1))
  const model = members[0]
  const indent = model === undefined ? `${indentOf(table, section)}${isFlat(table) ? '' : ' '}` : indentOf(table, model)
  if (last === undefined) return { after: section, indent }
  return { after: sectionEnd(table, last) - 1, indent }
}

/** Where a command, or a new section, goes at the top level: after what is like it, else after the host name. */
export function gapAtTop(table: LineTable, words: readonly string[], opens: boolean, hostname: number): Gap {
  const members = membersOf(table, -1).filter((line) => (table.opens[line] !== 0) === opens && !isOverhung(table, line))
  const last = nearest(table, members, words)
  if (last !== undefined) return { after: sectionEnd(table, last) - 1, indent: indentOf(table, last) }
  if (hostname >= 0) return { after: hostname, indent: indentOf(table, hostname) }
  let end = table.count
  for (let line = table.count - 1; line >= 0; line--)
    if (table.kind[line] === LineKind.exit && table.parent[line] === -1) end = line
    else if (table.kind[line] !== LineKind.blank && table.kind[line] !== LineKind.comment) break
  return { after: end - 1, indent: '' }
}

/** The command that begins with most of the words, and of those the last. */
function nearest(table: LineTable, lines: readonly number[], words: readonly string[]): number | undefined {
  let best: number | undefined
  let most = 1
  for (const line of lines) {
    const same = Math.min(2, kinship(lineWords(table, line), words))
    if (same < most) continue
    most = same
    best = line
  }
  return best
}

/** Whether a deeper line follows, though the command opens no section. */
function isOverhung(table: LineTable, line: number): boolean {
  let next = sectionEnd(table, line)
  while (next < table.count && table.kind[next] === LineKind.blank) next++
  return (
    next < table.count && table.kind[next] === LineKind.command && (table.indent[next] ?? 0) > (table.indent[line] ?? 0)
  )
}

/** Blanks before the content of a line. */
export function indentOf(table: LineTable, line: number): string {
  return /[ \t]*$/.exec(table.text.slice(table.start[line], table.body[line]))?.[0] ?? ''
}

/** Whether no section of the configuration is indented. */
function isFlat(table: LineTable): boolean {
  let nested = false
  for (let line = 0; line < table.count; line++) {
    const parent = table.parent[line] ?? -1
    if (parent < 0 || table.kind[line] !== LineKind.command) continue
    if ((table.indent[line] ?? 0) > (table.indent[parent] ?? 0)) return false
    nested = true
  }
  return nested
}

/** The terminator that lines of the text have. */
function terminatorAt(table: LineTable, line: number): string {
  const own = table.text.slice(table.end[line], table.start[line + 1] ?? table.text.length)
  if (own !== '' || line <= 0) return own === '' ? '\n' : own
  return table.text.slice(table.end[0], table.start[1] ?? table.text.length) || '\n'
}

/** Puts lines after a line. */
export function insertion(table: LineTable, after: number, lines: readonly string[]): Edit {
  if (after < 0) {
    const at = table.start[0] ?? 0
    return { start: at, end: at, text: lines.map((line) => line + terminatorAt(table, 0)).join('') }
  }
  const terminator = terminatorAt(table, after)
  const isLast = table.text.slice(table.end[after], table.start[after + 1] ?? table.text.length) === ''
  const at = after + 1 < table.count ? (table.start[after + 1] ?? 0) : table.text.length
  const text = lines.map((line) => (isLast ? terminator + line : line + terminator)).join('')
  return { start: at, end: at, text }
}

/** Takes a line out, with the section that it opens. */
export function deletion(table: LineTable, line: number): Edit {
  const next = sectionEnd(table, line)
  return {
    start: table.start[line] ?? 0,
    end: next < table.count ? (table.start[next] ?? 0) : table.text.length,
    text: '',
  }
}
