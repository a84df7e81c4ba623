import type { ModeTable } from './modes.ts'

/** What a line is. Numbers, because a table holds one per line in a byte. */
export const LineKind = {
  /** A configuration command, with or without a section below it. */
  command: 0,
  /** Nothing, or blanks only. */
  blank: 1,
  /** A line that starts with `!` or `#`. */
  comment: 2,
  /** Free text: the body of a banner, a menu, a macro, a script. */
  text: 3,
  /** Encoded matter: a certificate, a public key, PEM. */
  opaque: 4,
  /** What a terminal or a collector added: prompts, `Building configuration...`, device messages, `do show`. */
  artefact: 5,
  /** `exit`, `exit-address-family`, `quit`, `end`: leaves a section, configures nothing. */
  exit: 6,
} as const

export type LineKind = (typeof LineKind)[keyof typeof LineKind]

/** Something about the text that is likely to be a mistake, such as a banner without an end. Offsets are UTF-16. */
export interface SyntaxNote {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** The lines of a device configuration, one column per property. Index `i` names the same line in every column. */
export interface LineTable {
  /** The text as given. Every offset counts UTF-16 units from its beginning. */
  readonly text: string
  /** The table of modes that the text was read with; `mode` and `opens` index it. */
  readonly modes: ModeTable
  readonly count: number
  /** Offset of the first character of the line, indentation included. */
  readonly start: Uint32Array
  /** Offset after the last character of the line, its terminator excluded. */
  readonly end: Uint32Array
  /** Offset where the content begins: after indentation, byte order mark, prompt and terminal control characters. */
  readonly body: Uint32Array
  /** Columns before the content, 255 at most; a tab advances to the next multiple of 8. A prompt counts as none. */
  readonly indent: Uint8Array
  /** A `LineKind`. */
  readonly kind: Uint8Array
  /** The line that opens the section in which this line stands, or -1. Always smaller than the line's own index. */
  readonly parent: Int32Array
  /** The mode in which the line is read: the mode that its parent opens, or 0 (global). */
  readonly mode: Uint8Array
  /** The mode that the line opens, or 0. A section without lines is open all the same. */
  readonly opens: Uint8Array
  readonly notes: readonly SyntaxNote[]
}

/** Prints the table: the text that was parsed, unit for unit. */
export function printLines(table: LineTable): string {
  const { text, count, start, end } = table
  let printed = text.slice(0, start[0] ?? text.length)
  for (let line = 0; line < count; line++) {
    const next = line + 1 < count ? start[line + 1] : text.length
    printed += text.slice(start[line], end[line]) + text.slice(end[line], next)
  }
  return printed
}
