/** A line of a text, without its end. */
export interface Line {
  readonly text: string
  readonly start: number
}

/** The lines of a text, whatever their ends. */
export function* linesOf(text: string): Iterable<Line> {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    yield { text: text.slice(start, end).replace(/\r+$/, ''), start }
    start = end + 1
  }
}
