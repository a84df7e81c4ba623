import { isFinding, type Location, type Result } from '../results.ts'
import { harmless, harmlessJson } from '../text/harmless.ts'
import { lineOf } from '../text/line-index.ts'
import { level, type Level } from './compact.ts'
import type { Report, Reporter } from './report.ts'

const LEVELS: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', notice: 'INFO' }

/** The Reviewdog Diagnostic Format. Its columns count bytes of UTF-8. */
export const rdjson: Reporter = (report) => {
  const diagnostics = report.results.results.filter(isFinding).map((result) => diagnostic(result, report))
  const whole = { source: { name: 'breakwater' }, severity: 'WARNING', diagnostics }
  return `${harmlessJson(JSON.stringify(whole, undefined, 2))}\n`
}

function diagnostic(result: Result, report: Report): unknown {
  const { rule, severity, device, message, location, remediation = [], fix } = result
  const [edit, ...more] = fix?.edits ?? []
  const enter = remediation.length > 0 ? `\nEnter:\n${remediation.map(harmless).join('\n')}` : ''
  return {
    message: `${harmless(message)} (${harmless(device)})${enter}`,
    location: { path: `${report.prefix}${location.file}`, range: rangeOf(location, report) },
    severity: LEVELS[level(severity)],
    code: { value: rule },
    // Each suggestion stands for itself, in the diagnostic's own file: several edits that belong together are none.
    ...(edit?.location !== undefined &&
      more.length === 0 &&
      edit.file === location.file && { suggestions: [{ range: rangeOf(edit.location, report), text: edit.text }] }),
  }
}

function rangeOf(location: Location, { source }: Report): unknown {
  const { file, startLine, startColumn, endLine, endColumn } = location
  const index = source(file)?.index
  const column = (line: number, units: number): number =>
    index === undefined ? units : utf8Length(lineOf(index, line).slice(0, units - 1)) + 1
  return {
    start: { line: startLine, column: column(startLine, startColumn) },
    end: { line: endLine, column: column(endLine, endColumn) },
  }
}

/** Bytes of UTF-8; a surrogate alone counts as the three of U+FFFD. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
