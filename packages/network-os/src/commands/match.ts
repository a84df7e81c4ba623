import type { Word } from '../syntax/words.ts'
import { isBlank } from '../syntax/phrases.ts'
import type { Row } from './row.ts'

interface Node {
  readonly literals: Map<string, Node>
  /** What a word in the text led to before, abbreviations and other cases included. */
  readonly seen: Map<string, Node | null>
  capture: Node | undefined
  row: Row | undefined
  /** A pattern that takes one word or more from here: `<name...>`. */
  rest: Row | undefined
  /** A pattern that takes any rest from here: `...`. */
  any: Row | undefined
}

/** The rows of one mode, ready to match. */
export type Matcher = Node

/** Words remembered per place; a text of made-up words must not fill the memory. */
const SEEN_AT_MOST = 4096

export interface Match {
  readonly row: Row
  readonly captures: readonly Word[]
}

export function compileRows(rows: readonly Row[]): Matcher {
  const root = node()
  for (const row of rows) {
    let at = root
    const words = row.pattern.split(/\s+/)
    for (const [index, text] of words.entries()) {
      const last = index === words.length - 1
      if (last && text === '...') {
        at.any ??= row
        break
      }
      if (last && text.endsWith('...>')) {
        at.rest ??= row
        break
      }
      if (text.startsWith('<')) at = at.capture ??= node()
      else {
        let next = at.literals.get(text)
        if (next === undefined) {
          next = node()
          at.literals.set(text, next)
        }
        at = next
      }
      if (last) at.row ??= row
    }
  }
  return root
}

function node(): Node {
  return { literals: new Map(), seen: new Map(), capture: undefined, row: undefined, rest: undefined, any: undefined }
}

/** The row for the command between two offsets: literal words first, then captures, then rests. */
export function matchRow(
  matcher: Matcher,
  text: string,
  from: number,
  to: number,
  negated: boolean,
): Match | undefined {
  let end = to
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  return descend(matcher, text, from, end, negated, NO_CAPTURES)
}

const NO_CAPTURES: readonly Word[] = []

function descend(
  at: Node,
  text: string,
  from: number,
  end: number,
  negated: boolean,
  captures: readonly Word[],
): Match | undefined {
  let start = from
  while (start < end && isBlank(text.charCodeAt(start))) start++
  if (start >= end) {
    const row = at.row ?? at.any ?? (negated ? firstBelow(at) : undefined)
    return row === undefined ? undefined : { row, captures }
  }
  let stop = start + 1
  while (stop < end && !isBlank(text.charCodeAt(stop))) stop++
  const next = literal(at, text.slice(start, stop))
  if (next !== undefined) {
    const found = descend(next, text, stop, end, negated, captures)
    if (found !== undefined) return found
  }
  if (at.capture !== undefined) {
    const found = descend(at.capture, text, stop, end, negated, [
      ...captures,
      { text: text.slice(start, stop), start, end: stop },
    ])
    if (found !== undefined) return found
  }
  if (at.rest !== undefined)
    return { row: at.rest, captures: [...captures, { text: text.slice(start, end), start, end }] }
  if (at.any !== undefined)
    return { row: at.any, captures: [...captures, { text: text.slice(start, end), start, end }] }
  if (negated && at.row !== undefined) return { row: at.row, captures }
  return undefined
}

function literal(at: Node, word: string): Node | undefined {
  const exact = at.literals.get(word)
  if (exact !== undefined || at.literals.size === 0) return exact
  const seen = at.seen.get(word)
  if (seen !== undefined) return seen ?? undefined
  const found = at.literals.get(word.toLowerCase()) ?? abbreviation(at, word.toLowerCase())
  if (at.seen.size < SEEN_AT_MOST) at.seen.set(word, found ?? null)
  return found
}

/**
 * The only word that begins so. A word that stops before a hyphen (`class` of `class-map`) is a command of its own and
 * no abbreviation, and where a pattern takes any word, only whole words are literals.
 */
function abbreviation(at: Node, word: string): Node | undefined {
  if (word.length < 2 || at.capture !== undefined || at.rest !== undefined) return undefined
  let found: Node | undefined
  for (const [full, next] of at.literals) {
    if (!full.startsWith(word) || full.charCodeAt(word.length) === 45) continue
    if (found !== undefined) return undefined
    found = next
  }
  return found
}

/**
 * Whether a word that nobody knows stands where a keyword would choose between rows: `ip {{what}} server`. Such a line may be
 * any of them.
 */
export function isUndecided(matcher: Matcher, words: readonly Word[], isHole: (word: Word) => boolean): boolean {
  let at: Node | undefined = matcher
  for (const word of words) {
    if (at === undefined) return false
    if (isHole(word)) {
      if (at.capture === undefined) return at.literals.size > 0 && at.rest === undefined
      at = at.capture
    } else at = literal(at, word.text) ?? at.capture
  }
  return false
}

/** The row of a negated command that ends early: the one below that lacks only captures. */
function firstBelow(at: Node): Row | undefined {
  if (at.rest !== undefined) return at.rest
  return at.capture === undefined ? undefined : (at.capture.row ?? at.capture.any ?? firstBelow(at.capture))
}
