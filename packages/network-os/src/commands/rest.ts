import type { Secret } from '@breakwater/core'
import { readSecret } from '../secrets.ts'
import type { Word } from '../syntax/words.ts'
import type { Command } from './command.ts'

/** The words of a command from one of them on, taken one by one. */
export class Rest {
  readonly #text: string
  readonly #words: readonly Word[]
  #at: number

  /** `from` counts from 0, without `no` and `default`. */
  constructor(command: Command, from: number) {
    this.#text = command.table.text
    this.#words = command.words
    this.#at = from
  }

  get done(): boolean {
    return this.#at >= this.#words.length
  }

  take(): Word | undefined {
    return this.#words[this.#at++]
  }

  /** Takes a secret of one word; a placeholder or a quoted text with blanks in it is one word. */
  secret(): Secret | undefined {
    const read = readSecret(this.#text, this.#words, this.#at, { types: [], word: true })
    if (read !== undefined) this.#at = read.next
    return read?.secret
  }

  /** Takes the next word where it is one of these, in any case. */
  keyword<K extends string>(...keywords: readonly K[]): K | undefined {
    const word = this.#words[this.#at]
    word?.compared?.()
    const text = word?.text.toLowerCase()
    const found = keywords.find((keyword) => keyword === text)
    if (found !== undefined) this.#at++
    return found
  }
}
