import { LineKind, type LineTable } from './lines.ts'

/** One line of a table as an object, for the few lines that somebody looks at. */
export interface LineView {
  readonly line: number
  /** The content, without indentation, prompt and blanks at the end. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: LineKind
  readonly parent: number
  /** Name of the mode in which the line is read. */
  readonly mode: string
  /** Name of the mode that the line opens. */
  readonly opens: string | undefined
}

/** The content of a line, without indentation, prompt and blanks at the end. */
export function lineText(table: LineTable, line: number): string {
  return table.text.slice(table.body[line], table.end[line]).trimEnd()
}

/** The line as an object. */
export function lineAt(table: LineTable, line: number): LineView {
  const opens = table.opens[line] ?? 0
  return {
    line,
    text: lineText(table, line),
    start: table.body[line] ?? 0,
    end: table.end[line] ?? 0,
    kind: (table.kind[line] ?? LineKind.blank) as LineKind,
    parent: table.parent[line] ?? -1,
    mode: table.modes.names[table.mode[line] ?? 0] ?? '',
    opens: opens === 0 ? undefined : table.modes.names[opens],
  }
}

/**
 * Index after the last line of the section that `line` opens, nested sections included; `line + 1` when it is empty.
 * Comments and blank lines after the last command are not part of the section.
 */
export function sectionEnd(table: LineTable, line: number): number {
  let end = line + 1
  if (table.opens[line] === 0) return end
  for (let i = end; i < table.count; i++) {
    if ((table.parent[i] ?? -1) >= line) end = i + 1
    else if (isConfiguration(table.kind[i] ?? 0)) break
  }
  return end
}

/** The lines directly below `line`, of every kind, in order; those of the top level for -1. */
export function* children(table: LineTable, line: number): Generator<number> {
  for (let i = line + 1; i < table.count; i++) {
    const parent = table.parent[i] ?? -1
    if (parent === line) yield i
    else if (parent < line && isConfiguration(table.kind[i] ?? 0)) return
  }
}

/** The commands directly below `line`, in order; those of the top level for -1. */
export function* commands(table: LineTable, line: number): Generator<number> {
  for (const child of children(table, line)) if (table.kind[child] === LineKind.command) yield child
}

function isConfiguration(kind: number): boolean {
  return kind === LineKind.command || kind === LineKind.exit
}

/** The line that holds an offset. */
export function lineOf(table: LineTable, offset: number): number {
  let low = 0
  let high = table.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((table.start[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
