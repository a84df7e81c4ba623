import { readEncoded } from './encoded.ts'
import { delimiterAt, readDelimited, readUntil } from './freetext.ts'
import type { Body } from './modes.ts'
import type { Reader } from './reader.ts'

/**
 * Reads what follows a command whose section holds no commands, and returns the line after it.
 * The lines stand below the command, in the mode that it opens; that mode is closed again on return.
 */
export function readBody(reader: Reader, line: number, at: number, body: Body): number {
  switch (body.kind) {
    case 'delimited': {
      const delimiter = delimiterAt(reader.text, at, reader.end[line] as number, body.at)
      if (delimiter !== undefined) return readDelimited(reader, line, delimiter)
      reader.opens[line] = 0
      return line + 1
    }
    case 'until':
      return readUntil(reader, line, body.words)
    case 'hex':
    case 'base64':
      return readEncoded(reader, line, body.kind)
  }
}
