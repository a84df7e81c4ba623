/** Where the lines of a text begin. Built once per file that a report names. */
export interface LineIndex {
  readonly text: string
  readonly starts: ArrayLike<number>
}

export interface Place {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
}

/** A line ends with LF; a text without any LF is divided by CR. The parsers divide alike. */
export function indexLines(text: string): LineIndex {
  const terminator = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
  const starts = [0]
  for (let at = text.indexOf(terminator); at >= 0; at = text.indexOf(terminator, at + 1)) starts.push(at + 1)
  return { text, starts }
}

/** Offsets outside the text count as its nearest end. */
export function placeOf({ text, starts }: LineIndex, offset: number): Place {
  const at = Math.max(0, Math.min(offset, text.length))
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
}

/** The offset at which a line begins. */
export function startOf({ text, starts }: LineIndex, line: number): number {
  return starts[line - 1] ?? text.length
}

/** The text of a line (from 1), without its terminator. */
export function lineOf(index: LineIndex, line: number): string {
  const from = index.starts[line - 1]
  if (from === undefined) return ''
  let to = index.starts[line] === undefined ? index.text.length : startOf(index, line + 1) - 1
  while (to > from && (index.text[to - 1] === '\r' || index.text[to - 1] === '\n')) to--
  return index.text.slice(from, to)
}
