/** An exact replacement in a text: offsets in UTF-16 units, `end` exclusive. Nothing else of the text changes. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text after the edits, none of which may overlap; of insertions at one place, sections come after commands. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = ''
  let from = 0
  for (const edit of inOrder(edits)) {
    edited += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return edited + text.slice(from)
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end || Number(isSection(a)) - Number(isSection(b)))
}

/** Whether two sets of edits cannot be made together: they overlap, or write the same line at the same place. */
export function collide(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some((a) =>
    others.some((b) => {
      if (a.start === b.start && (a.end === b.end || firstLine(a) === firstLine(b))) return !areApart(a, b)
      return a.start < b.end && b.start < a.end
    }),
  )
}

/** A stretch of a text in which places are looked up together, in UTF-16 units. */
const STRETCH = 512

/** The edits that are taken already, found by their places. */
export class Taken {
  readonly #stretches = new Map<number, Edit[]>()

  constructor(others?: Taken) {
    if (others !== undefined) for (const [stretch, edits] of others.#stretches) this.#stretches.set(stretch, [...edits])
  }

  add(edits: readonly Edit[]): void {
    for (const edit of edits)
      for (const stretch of stretchesOf(edit)) {
        const there = this.#stretches.get(stretch)
        if (there === undefined) this.#stretches.set(stretch, [edit])
        else there.push(edit)
      }
  }

  /** Whether the edits cannot be made together with those. */
  collides(edits: readonly Edit[]): boolean {
    return edits.some((edit) =>
      stretchesOf(edit).some((stretch) => collide(this.#stretches.get(stretch) ?? [], [edit])),
    )
  }
}

function stretchesOf({ start, end }: Edit): number[] {
  const stretches: number[] = []
  for (let stretch = Math.floor(start / STRETCH); stretch <= Math.floor(end / STRETCH); stretch++)
    stretches.push(stretch)
  return stretches
}

/** Two insertions at one place that write different things. */
function areApart(a: Edit, b: Edit): boolean {
  return a.start === a.end && b.start === b.end && firstLine(a) !== firstLine(b)
}

function firstLine({ text }: Edit): string {
  return text.trim().split(/[\r\n]/, 1)[0] ?? ''
}

/** The edit that makes one line of words of another, and leaves the words alone that both begin or end with. */
export function rewording(text: string, start: number, end: number, words: readonly string[]): Edit {
  const old = [...text.slice(start, end).matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const shorter = Math.min(old.length, words.length)
  let before = 0
  while (before < shorter && old[before]?.text === words[before]) before++
  let after = 0
  while (after < shorter - before && old.at(-1 - after)?.text === words.at(-1 - after)) after++
  const fresh = words.slice(before, words.length - after).join(' ')
  const first = old[before]
  const last = old[old.length - after - 1]
  if (before + after === old.length) {
    if (first === undefined) return { start: end, end, text: fresh === '' ? '' : ` ${fresh}` }
    return { start: first.start, end: first.start, text: fresh === '' ? '' : `${fresh} ` }
  }
  if (fresh !== '') return { start: first?.start ?? start, end: last?.end ?? end, text: fresh }
  if (before > 0) return { start: old[before - 1]?.end ?? start, end: last?.end ?? end, text: '' }
  return { start: first?.start ?? start, end: old[old.length - after]?.start ?? end, text: '' }
}

/** A line that is followed by deeper ones. */
function isSection({ text }: Edit): boolean {
  return /^\S[^\r\n]*[\r\n]+[ \t]/.test(text.replace(/^[\r\n]+/, ''))
}
