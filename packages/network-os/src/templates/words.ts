import { Secret, type MappedText, type Origin, type Reason } from '@breakwater/core'
import { wordsBetween } from '../commands/command.ts'
import type { Word } from '../syntax/words.ts'

/** What a value that a line states owes to the line's words. */
export interface Attribution {
  readonly at: Origin
  /** Places of the elements of a list, where they differ. */
  readonly parts?: readonly Origin[]
  /** Why the value is not known, where a hole is in it. */
  readonly why?: Reason
  /** Whether words of the line say the value: what it is not told by, it does not depend on. */
  readonly said: boolean
}

/** The holes of a text look so; in the text of a device nothing else does. */
const HOLE = '{{'

/** Whether something in a value stands for a hole. */
export function holds(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(HOLE)
  if (value instanceof Secret) return value.redacted
  if (Array.isArray(value)) return value.some(holds)
  return typeof value === 'object' && value !== null && Object.values(value).some(holds)
}

/** Finds the words of a line that say a value, and so the place where one changes it. */
export function attribute(map: MappedText, value: unknown, start: number, end: number): Attribution {
  const line = map.lineAt(start, end)
  const holes = map.holesIn(start, end)
  if (value instanceof Secret) {
    const [hole] = map.holesIn(value.start, value.end)
    const at = placeOf(map, value.start, value.end, line)
    return hole === undefined ? { at, said: true } : { at, why: hole.why, said: true }
  }
  if (holes.length > 0 && holds(value)) {
    const hole = holes.find((one) => holds(value) && tells(value, map.file.text.slice(one.start, one.end))) ?? holes[0]
    if (hole !== undefined) return { at: placeOf(map, hole.start, hole.end, line), why: hole.why, said: true }
  }
  if (map.isOwn(start, end) && holes.length === 0) return { at: line, said: true }
  const words = wordsBetween(map.file.text, start, end)
  if (Array.isArray(value) && value.every((element) => typeof element === 'string' || typeof element === 'number')) {
    const found = value.map((element) => wordOf(words, String(element)))
    if (found.length > 0 && found.every((word) => word !== undefined)) {
      const parts = found.map((word) => placeOf(map, word.start, word.end, line))
      const at = parts.find((part) => part !== line) ?? line
      return parts.some((part) => part !== at) ? { at, parts, said: true } : { at, said: true }
    }
  } else if (typeof value === 'string' || typeof value === 'number') {
    const range = rangeOf(map, words, String(value), start, end)
    if (range !== undefined) return { at: placeOf(map, range.start, range.end, line), said: true }
  }
  // A flag is its line; a number or a list that no word says as such is made of what was filled in.
  if (typeof value === 'boolean' || typeof value === 'string' || value === undefined) return { at: line, said: false }
  const filled = words.find((word) => !map.isOwn(word.start, word.end))
  return { at: filled === undefined ? line : map.wordAt(filled.start, filled.end), said: false }
}

/** The word's own place where something filled it in, else its line. */
function placeOf(map: MappedText, start: number, end: number, line: Origin): Origin {
  return map.isOwn(start, end) ? line : map.wordAt(start, end)
}

function tells(value: unknown, hole: string): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.toLowerCase().includes(hole.toLowerCase())
}

/** The last such word: a value stands behind the keyword that announces it. */
function wordOf(words: readonly Word[], text: string): Word | undefined {
  const wanted = text.toLowerCase()
  return words.findLast((word) => word.text.toLowerCase() === wanted)
}

function rangeOf(
  map: MappedText,
  words: readonly Word[],
  value: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  if (!/\s/.test(value)) return wordOf(words, value)
  const at = map.file.text.slice(start, end).toLowerCase().lastIndexOf(value.toLowerCase())
  return at < 0 ? undefined : { start: start + at, end: start + at + value.length }
}
