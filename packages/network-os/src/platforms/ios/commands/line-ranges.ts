import type { DraftItem, Origin } from '@breakwater/core'
import type { Lowering } from '../../../commands/lowering.ts'
import { holds } from '../../../templates/words.ts'

type Line = DraftItem<'lines'>

/**
 * The items of the VTY lines `first` to `last`. Ranges that overlap are split, as IOS splits them when it saves, so that
 * what is said of a range counts for each of its lines. A range that is cut out of a wider one stands at its own header.
 */
export function vtyRange(to: Lowering, first: number, last: number, at: Origin): Line[] {
  const wider = vtyLines(to).find((line) => line.id.first <= first && line.id.last >= last)
  const isCutOut = wider !== undefined && (wider.id.first !== first || wider.id.last !== last)
  split(to, first)
  split(to, last + 1)
  const covered = vtyLines(to).filter((line) => line.id.first >= first && line.id.last <= last)
  const [whole] = covered
  if (isCutOut && whole !== undefined) {
    to.draft.remove('lines', whole.key)
    return [restate(add(to, first, last, at), whole)]
  }
  let next = first
  const items: Line[] = []
  if (covered.length > 0) to.memory.set(SPLIT, true)
  for (const line of covered) {
    if (line.id.first > next) items.push(add(to, next, line.id.first - 1, at))
    items.push(line)
    next = line.id.last + 1
  }
  if (next <= last) items.push(add(to, next, last, at))
  return items
}

/** Takes VTY lines away: `no line vty 5 15`. */
export function removeVtyRange(to: Lowering, first: number, last: number): void {
  split(to, first)
  split(to, last + 1)
  for (const line of vtyLines(to))
    if (line.id.first >= first && line.id.last <= last) to.draft.remove('lines', line.key)
}

/** Joins neighbouring ranges again of which the same lines of the text say the same, so that a range is named as it was written. */
export function joinVtyRanges(to: Lowering): void {
  const ranges = vtyLines(to)
  if (!to.memory.has(SPLIT) || ranges.length < 2) return
  for (const { key } of ranges) to.draft.remove('lines', key)
  let before: Line | undefined
  for (const range of ranges) {
    if (before !== undefined && before.id.last + 1 === range.id.first && saysTheSame(before, range)) {
      to.draft.remove('lines', before.key)
      const header = before.at.span.start > range.at.span.start ? before.at : range.at
      before = restate(add(to, before.id.first, range.id.last, header), range)
    } else before = restate(add(to, range.id.first, range.id.last, range.at), range)
  }
}

const SPLIT = 'lines.split'

function saysTheSame(a: Line, b: Line): boolean {
  const [said, other] = [a.all(), b.all()]
  if (said.size !== other.size || (said.size === 0 && a.at !== b.at)) return false
  for (const [field, { state, at }] of said) {
    const same = other.get(field)
    if (same?.state !== state || same.at !== at) return false
  }
  return true
}

function vtyLines(to: Lowering): Line[] {
  return to.draft
    .items('lines')
    .filter(({ id, key }) => id.kind === 'vty' && !holds(key))
    .toSorted((a, b) => a.id.first - b.id.first)
}

function add(to: Lowering, first: number, last: number, at: Origin): Line {
  const key = first === last ? `vty ${first}` : `vty ${first} ${last}`
  return to.draft.add('lines', key, { kind: 'vty', first, last }, at)
}

/** Makes two items of the one that has the line `at` in it, but does not begin there. */
function split(to: Lowering, at: number): void {
  const whole = vtyLines(to).find((line) => line.id.first < at && line.id.last >= at)
  if (whole === undefined) return
  to.memory.set(SPLIT, true)
  to.draft.remove('lines', whole.key)
  for (const [first, last] of [
    [whole.id.first, at - 1],
    [at, whole.id.last],
  ] as const) {
    restate(add(to, first, last, whole.at), whole)
  }
}

function restate(part: Line, whole: Line): Line {
  for (const [field, stated] of whole.all()) {
    if (stated.state === 'known') part.set(field as 'password', stated.value as never, stated.at)
    else if (stated.state === 'unset') part.unset(field as 'password', stated.at)
    else if (stated.state === 'unknown') part.unknown(field as 'password', stated.why, stated.at)
    else if (stated.state === 'joined') {
      for (const [index, one] of [stated.before, ...stated.may].entries())
        if (one !== undefined && one.state !== 'absent') part.state(field as 'password', one, index > 0)
    }
  }
  return part
}
