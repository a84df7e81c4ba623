import { LineKind } from './lines.ts'
import { contentAt, contentOf, note, type Reader, stand, standBelow } from './reader.ts'

const PEM_LINE = /^(?:[\d+/A-Za-z]+={0,2}|[A-Za-z-]+: .*)?$/
const BASE64 = /^[\d+/A-Za-z]+={0,2}$/
const HEX = /^[\dA-Fa-f][\dA-Fa-f ]*$/

/**
 * Reads a certificate or a key below the line that announces it, and returns the line after it; at once if the next
 * line is not encoded (`certificate ... nvram:name`). IOS ends a certificate with two blanks, a tab and `quit`.
 */
export function readEncoded(reader: Reader, opener: number, encoding: 'hex' | 'base64'): number {
  let past = opener + 1
  for (let line = past; line < reader.count; line++) {
    const content = contentOf(reader, line)
    if (content === '') continue
    const closes = content === 'quit' || content === 'exit'
    if (!closes && !isEncoded(reader, opener, line, content, encoding, past > opener + 1)) break
    while (past < line) standBelow(reader, past++, opener, LineKind.blank)
    standBelow(reader, past++, opener, closes ? LineKind.exit : LineKind.opaque)
    if (closes) return past
  }
  if (past > opener + 1) note(reader, opener, 'is not closed by quit')
  return past
}

function isEncoded(
  reader: Reader,
  opener: number,
  line: number,
  content: string,
  encoding: 'hex' | 'base64',
  inside: boolean,
): boolean {
  if (encoding === 'hex') return HEX.test(content)
  const deeper = contentAt(reader, line) - (reader.start[line] as number) > (reader.indent[opener] as number)
  return content.startsWith('ssh-') || (BASE64.test(content) && (deeper || inside || content.length >= 20))
}

/** Reads a block from `-----BEGIN ...` to `-----END ...`, wherever it stands; its lines are of the section around it. */
export function readPem(reader: Reader, first: number): number {
  let line = first
  for (; line < reader.count; line++) {
    const content = contentOf(reader, line)
    const ends = content.startsWith('-----END ')
    if (line > first && !ends && !PEM_LINE.test(content)) break
    stand(reader, line, reader.depth)
    reader.kind[line] = LineKind.opaque
    reader.body[line] = contentAt(reader, line)
    if (ends) return line + 1
  }
  note(reader, first, 'is not closed by -----END')
  return line
}
