import type { Change } from '@breakwater/core'
import type { Commands } from '../commands/lowering.ts'
import { writeChanges } from '../commands/write.ts'

/** A command to be entered, and the commands that open the sections around it, the outermost first. */
export interface Order {
  readonly path: readonly string[]
  readonly words: readonly string[]
}

/** The commands that make a change; a line that stands deeper belongs to the section that the line before it opens. */
export function ordersOf(commands: Commands, change: Change): Order[] {
  const lines = writeChanges(commands, [change])
  const orders: Order[] = []
  const open: { readonly column: number; readonly line: string }[] = []
  for (const [index, line] of lines.entries()) {
    const column = columnOf(line)
    while ((open.at(-1)?.column ?? -1) >= column) open.pop()
    const next = lines[index + 1]
    if (next !== undefined && columnOf(next) > column) open.push({ column, line: line.trim() })
    // A section of a text ends where the next line says so, and not by a command of its own.
    else if (!/^exit\b/.test(line.trim()))
      orders.push({ path: open.map((header) => header.line), words: wordsOf(line) })
  }
  return orders
}

function columnOf(line: string): number {
  return line.length - line.trimStart().length
}

export function wordsOf(line: string): string[] {
  return line.match(/\S+/g) ?? []
}

/** The words without a `no` or `default` before them. */
export function positive(words: readonly string[]): readonly string[] {
  return isNegated(words) || words[0] === 'default' ? words.slice(1) : words
}

export function isNegated(words: readonly string[]): boolean {
  return words[0] === 'no'
}

/** How many words two commands begin with in common, whatever they are negated. */
export function kinship(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [positive(a), positive(b)]
  let same = 0
  while (same < one.length && one[same]?.toLowerCase() === other[same]?.toLowerCase()) same++
  return same
}

/** What stands in a remediation where a person, or the line that is mended, gives the word. */
const PLACEHOLDER = /^<[A-Z][A-Z0-9-]*>$/

export function hasPlaceholder(text: string): boolean {
  return /<[A-Z][A-Z0-9-]*>/.test(text)
}

/** The words with those of the line that is mended in place of placeholders; undefined where it has none for one. */
export function filledFrom(words: readonly string[], line: readonly string[]): string[] | undefined {
  const shift = isNegated(words) && !isNegated(line) ? 1 : 0
  const filled = words.map((word, at) => (PLACEHOLDER.test(word) ? line[at - shift] : word))
  return filled.includes(undefined) ? undefined : (filled as string[])
}
