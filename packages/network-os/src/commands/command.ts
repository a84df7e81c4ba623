import { originAt, type Origin, type SourceFile } from '@breakwater/core'
import type { LineTable } from '../syntax/lines.ts'
import { isBlank } from '../syntax/phrases.ts'
import type { Word } from '../syntax/words.ts'

/** What watches over a line of a text with holes. */
export interface Watch {
  /** The words, which tell when somebody reads them. */
  words(words: readonly Word[]): readonly Word[]
  /** Whether something filled these words into the line. */
  isFilled(start: number, end: number): boolean
}

/** One command line, matched by a row. */
export class Command {
  readonly file: SourceFile
  readonly table: LineTable
  readonly line: number
  /** Whether it begins with `no`. */
  readonly negated: boolean
  /** Whether it begins with `default`: the setting goes back to its default. */
  readonly defaulted: boolean
  /** What the captures of the pattern matched, in order; a trailing `<name...>` is one word with blanks in it. */
  readonly captures: readonly Word[]
  readonly #watch: Watch | undefined
  #words: readonly Word[] | undefined
  #at: Origin | undefined

  constructor(
    file: SourceFile,
    table: LineTable,
    line: number,
    negated: boolean,
    defaulted: boolean,
    captures: readonly Word[],
    watch?: Watch,
  ) {
    this.#watch = watch
    this.file = file
    this.table = table
    this.line = line
    this.negated = negated
    this.defaulted = defaulted
    this.captures = captures
  }

  /** The text of a capture; '' where the line ended before it. */
  text(capture: number): string {
    return this.captures[capture]?.text ?? ''
  }

  /** The words of the line after `no` or `default`. */
  get words(): readonly Word[] {
    if (this.#words === undefined) {
      const { text, body, end } = this.table
      const all = wordsBetween(text, body[this.line] ?? 0, end[this.line] ?? 0)
      const words = this.negated || this.defaulted ? all.slice(1) : all
      this.#words = this.#watch?.words(words) ?? words
    }
    return this.#words
  }

  /** The whole command, without indentation and blanks at the end. */
  get at(): Origin {
    if (this.#at === undefined) {
      const { text } = this.table
      const start = this.table.body[this.line] ?? 0
      let end = this.table.end[this.line] ?? 0
      while (end > start && text.charCodeAt(end - 1) <= 32) end--
      this.#at = originAt(this.file, start, end)
    }
    return this.#at
  }

  /** The place of what some of its words alone decide: in a device's own file the command, else where they are filled in. */
  about(words: { readonly start: number; readonly end: number }): Origin {
    const { start, end } = words
    return this.#watch?.isFilled(start, end) === true ? originAt(this.file, start, end) : this.at
  }

  /** The place from one word to another. */
  from(first: Word, last: Word = first): Origin {
    return originAt(this.file, first.start, last.end)
  }
}

/** The words between two offsets, split at blanks. */
export function wordsBetween(text: string, from: number, to: number): Word[] {
  const words: Word[] = []
  let at = from
  for (;;) {
    while (at < to && isBlank(text.charCodeAt(at))) at++
    if (at >= to) return words
    const start = at
    while (at < to && !isBlank(text.charCodeAt(at))) at++
    words.push({ text: text.slice(start, at), start, end: at })
  }
}
