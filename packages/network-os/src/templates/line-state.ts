import type { DraftItem, ListName, Reason } from '@breakwater/core'
import type { Word } from '../syntax/words.ts'

/** What the line that is being read has done so far. */
export interface LineState {
  readonly why: Reason | undefined
  readonly negated: boolean
  readonly conditional: boolean
  /** A hole's text was looked at. */
  looked: boolean
  /** Something that was stated has the hole in it. */
  told: boolean
  /** The hole stands where a keyword could. */
  compared: boolean
  readonly added: DraftItem<ListName>[]
  readonly unset: (() => void)[]
  readonly removed: Set<string>
}

/** A hole as a word. */
export class HoleWord implements Word {
  readonly start: number
  readonly end: number
  readonly #text: string
  readonly #line: LineState

  constructor({ text, start, end }: Word, line: LineState) {
    this.start = start
    this.end = end
    this.#text = text
    this.#line = line
  }

  get text(): string {
    this.#line.looked = true
    return this.#text
  }

  compared(): void {
    this.#line.compared = true
  }
}
