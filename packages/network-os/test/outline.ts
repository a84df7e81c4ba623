import { iosModes } from '../src/platforms/ios/modes.ts'
import { LineKind, type LineTable } from '../src/syntax/lines.ts'
import { parseLines } from '../src/syntax/parse.ts'
import { lineAt } from '../src/syntax/view.ts'

/** A text of IOS and the structure that it must have. */
export interface Sample {
  readonly name: string
  readonly text: readonly string[]
  readonly rows: readonly string[]
  readonly notes?: readonly string[]
}

const KINDS = Object.keys(LineKind)

/** A table's lines as `number parent kind mode: content`, with `> mode` after the content of a line that opens one. */
export function outline(table: LineTable): string[] {
  return Array.from({ length: table.count }, (_, line) => row(table, line))
}

/** What a sample gives, to be compared with the sample. */
export function read(sample: Sample): Sample {
  const table = parseLines(sample.text.join('\n'), iosModes)
  const notes = table.notes.map((note) => note.message)
  const { name, text } = sample
  return { name, text, rows: outline(table), ...(notes.length > 0 && { notes }) }
}

function row(table: LineTable, line: number): string {
  const { text, kind, parent, mode, opens } = lineAt(table, line)
  const below = parent < 0 ? '-' : String(parent)
  return `${line} ${below} ${KINDS[kind]} ${mode}: ${text}${opens === undefined ? '' : ` > ${opens}`}`
}
