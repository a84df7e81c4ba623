/** Where the lines of a text begin and end, terminators excluded. */
export interface Split {
  readonly count: number
  readonly start: Uint32Array
  readonly end: Uint32Array
}

const CR = 13

/**
 * Splits a text into lines. A line ends with LF; CRs at its end belong to the terminator (captures have `\r\r\n`).
 * A CR elsewhere is part of the line, unless the text has no LF at all: then each CR ends a line.
 * The text after the last terminator is a line if it has a character.
 */
export function splitLines(text: string): Split {
  const terminator = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
  const count = countLines(text, terminator)
  const start = new Uint32Array(count)
  const end = new Uint32Array(count)
  let from = 0
  for (let line = 0; line < count; line++) {
    const found = text.indexOf(terminator, from)
    start[line] = from
    end[line] = lineEnd(text, from, found < 0 ? text.length : found)
    from = found + 1
  }
  return { count, start, end }
}

function countLines(text: string, terminator: string): number {
  let count = 0
  for (let at = text.indexOf(terminator); at >= 0; at = text.indexOf(terminator, at + 1)) count++
  return text.length > 0 && !text.endsWith(terminator) ? count + 1 : count
}

function lineEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && text.charCodeAt(end - 1) === CR) end--
  return end
}
