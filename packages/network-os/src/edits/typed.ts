import type { DeviceReading } from '../read.ts'
import { LineKind, type LineTable } from '../syntax/lines.ts'
import { lineText } from '../syntax/view.ts'
import { applyEdits, type Edit } from './edit.ts'

/**
 * The text, without the lines that go, after somebody typed the commands behind all others: what says the same after
 * an edit was edited rightly.
 */
export function typedText({ table, file }: DeviceReading, gone: readonly Edit[], lines: readonly string[]): string {
  let ends = false
  for (let line = 0; line < table.count; line++)
    if (table.kind[line] === LineKind.exit && lineText(table, line) === 'end') ends = true
  return `${applyEdits(file.text, gone)}\n${ends ? 'end' : '!'}\n${lines.join('\n')}\n`
}

/** Whether the text was captured from a terminal: it tells what a device had, and is nobody's to edit. */
export function isCapture({ table }: DeviceReading): boolean {
  for (let line = 0; line < table.count; line++) {
    if (table.kind[line] !== LineKind.artefact) {
      if (table.kind[line] === LineKind.command && isTypedAtPrompt(table, line)) return true
      continue
    }
    if (CAPTURED.test(lineText(table, line))) return true
  }
  return false
}

/** What a device prints around its configuration, a prompt before `show run`, a pager. */
const CAPTURED = /^(?:building conf|current conf|using \d+ out of|uncompressed conf|\S+[#>]|[%*[^])|--More--/i

function isTypedAtPrompt(table: LineTable, line: number): boolean {
  return /\S/.test(table.text.slice(table.start[line], table.body[line]).replace(/^\uFEFF/, ''))
}
