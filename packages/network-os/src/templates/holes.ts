import type { DraftItem, ListName, MappedText } from '@breakwater/core'
import { wordsBetween } from '../commands/command.ts'
import type { Holes, Lowering } from '../commands/lowering.ts'
import { isUndecided, type Matcher } from '../commands/match.ts'
import type { LineTable } from '../syntax/lines.ts'
import type { Word } from '../syntax/words.ts'
import { clear } from './clear.ts'
import { TemplateDraft } from './draft.ts'

/** Watches over the lines of a text with holes: a line that nobody can tell opens what it may add to. */
export class HoleWatch implements Holes {
  readonly draft: TemplateDraft
  readonly #map: MappedText
  readonly #table: LineTable
  readonly #opened: DraftItem<ListName>[] = []
  /** Clearings that are done. */
  #cleared = 0

  constructor(map: MappedText, table: LineTable) {
    this.#map = map
    this.#table = table
    this.draft = new TemplateDraft(map)
  }

  begin(line: number, matcher: Matcher | undefined, from: number, negated: boolean, to: Lowering): boolean {
    const start = this.#table.body[line] ?? 0
    this.reach(start)
    const end = trimmed(this.#table.text, start, this.#table.end[line] ?? start)
    const [hole] = this.#map.holesIn(start, end)
    if (hole !== undefined) {
      const words = wordsBetween(this.#table.text, from, end)
      const isHole = (word: { readonly start: number; readonly end: number }): boolean =>
        this.#map.holesIn(word.start, word.end).length > 0
      const isWhole = words[0] !== undefined && isHole(words[0])
      if (isWhole || (matcher !== undefined && isUndecided(matcher, words, isHole))) {
        const around = to.around()
        if ((this.#table.parent[line] ?? -1) < 0) this.draft.openAll(hole.why)
        for (const item of around) item.open(hole.why)
        this.#opened.push(...around)
        return false
      }
    }
    this.draft.begin(start, end, negated)
    return true
  }

  words(words: readonly Word[]): readonly Word[] {
    return this.draft.watched(words)
  }

  isFilled(start: number, end: number): boolean {
    return !this.#map.isOwn(start, end)
  }

  end(): void {
    this.draft.end()
  }

  reach(offset: number): void {
    const { clearings } = this.#map
    for (; (clearings[this.#cleared]?.offset ?? Infinity) <= offset; this.#cleared++) {
      const mark = clearings[this.#cleared]
      if (mark !== undefined) clear(this.draft, mark)
    }
  }

  close(): void {
    this.draft.finish(this.#opened)
  }
}

function trimmed(text: string, start: number, end: number): number {
  let at = end
  while (at > start && text.charCodeAt(at - 1) <= 32) at--
  return at
}
