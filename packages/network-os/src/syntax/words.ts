import type { LineTable } from './lines.ts'
import { isBlank } from './phrases.ts'

/** A word of a line. Offsets are UTF-16 units into the table's text. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Of a word that nobody knows: hears that it was held against keywords. */
  readonly compared?: () => void
}

/** The words of a line, split at blanks; quotes have no meaning. Prompts are left out. */
export function words(table: LineTable, line: number): Word[] {
  const { text } = table
  const end = table.end[line] ?? 0
  const found: Word[] = []
  let at = table.body[line] ?? end
  while (at < end) {
    while (at < end && isBlank(text.charCodeAt(at))) at++
    if (at === end) break
    const start = at
    while (at < end && !isBlank(text.charCodeAt(at))) at++
    found.push({ text: text.slice(start, at), start, end: at })
  }
  return found
}

/** The rest of a line from its word `from` on (0 is the first), without blanks at either end; '' when it has fewer. */
export function rest(table: LineTable, line: number, from: number): Word {
  const { text } = table
  let end = table.end[line] ?? 0
  let at = table.body[line] ?? end
  for (let skipped = 0; ; skipped++) {
    while (at < end && isBlank(text.charCodeAt(at))) at++
    if (skipped === from || at === end) break
    while (at < end && !isBlank(text.charCodeAt(at))) at++
  }
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--
  return { text: text.slice(at, end), start: at, end }
}
