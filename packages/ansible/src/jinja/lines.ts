import type { Condition } from '../data.ts'
import { NO_CONDITION, type Segment } from './rendered.ts'
import { isSegment, type Printed } from './run.ts'

/** Beyond so many ways for one line, what depends on conditions in it becomes a hole. */
const MAX_WAYS = 32

interface Way {
  readonly when: readonly Condition[]
  readonly parts: readonly Segment[]
}

/**
 * The printed parts line by line: a line of which a part depends on a condition stands once for each way it may fall, each time
 * whole, marked with the conditions of that way.
 */
export function toSegments(printed: readonly Printed[]): {
  readonly segments: readonly Segment[]
  readonly complete: boolean
} {
  if (allSegments(printed)) return { segments: printed, complete: true }
  const out: Out = { segments: [], left: MAX_PARTS }
  for (const way of walk(printed, [{ when: NO_CONDITION, parts: [] }], NO_CONDITION, out)) flush(way, out)
  return { segments: out.segments, complete: out.left > 0 }
}

/** Beyond so many parts the rest is left out: arms within arms can be more than anybody could read. */
const MAX_PARTS = 400_000

interface Out {
  readonly segments: Segment[]
  left: number
}

function allSegments(printed: readonly Printed[]): printed is readonly Segment[] {
  return printed.every(isSegment)
}

function flush(way: Way, out: Out): void {
  out.left -= way.parts.length
  for (const part of way.parts) out.segments.push(way.when.length === 0 ? part : { ...part, when: way.when })
}

/** Goes through parts with the ways that the line begun may have; yields the ways of the line left open. */
function walk(
  printed: readonly Printed[],
  begun: readonly Way[],
  base: readonly Condition[],
  out: Out,
): readonly Way[] {
  let ways = begun
  for (const part of printed) {
    out.left -= ways.length
    if (out.left <= 0) return ways
    if (isSegment(part)) ways = addPart(part, ways, base, out)
    else {
      const possible = ways.flatMap((way) => {
        const arms = part.arms.filter((arm) => !contradicts(way.when, arm.when))
        return arms.flatMap((arm) =>
          walk(arm.printed, [{ when: joined(way.when, arm.when), parts: way.parts }], joined(way.when, arm.when), out),
        )
      })
      ways = merged(possible, ways.every((way) => way.when === base) ? base : (ways[0]?.when ?? base), base)
    }
  }
  return ways
}

function addPart(part: Segment, begun: readonly Way[], base: readonly Condition[], out: Out): readonly Way[] {
  let ways = begun
  let start = 0
  for (;;) {
    const newline = part.text.indexOf('\n', start)
    const end = newline === -1 ? part.text.length : newline + 1
    if (end > start || part.hole !== undefined) {
      const piece = cutPart(part, start, end)
      for (const way of ways) out.left -= way.parts.length >> 4
      ways = ways.map((way) => ({ when: way.when, parts: [...way.parts, piece] }))
    }
    if (newline === -1) return ways
    for (const way of ways) flush(way, out)
    ways = [{ when: base, parts: [] }]
    start = end
    if (start === part.text.length) return ways
  }
}

/** A stretch of a part. Where the part is the template's own text, its place is narrowed too. */
function cutPart(part: Segment, start: number, end: number): Segment {
  if (start === 0 && end === part.text.length) return part
  const { at } = part
  const text = part.text.slice(start, end)
  const direct = at.span.end - at.span.start === part.text.length
  if (!direct) return { ...part, text }
  const span = { file: at.span.file, start: at.span.start + start, end: at.span.start + end }
  return { ...part, text, at: { span, via: at.via }, template: part.template === at.span ? span : part.template }
}

/** Ways at the start of a line are all the same one; too many ways are one with a hole. */
function merged(ways: readonly Way[], usual: readonly Condition[], base: readonly Condition[]): readonly Way[] {
  const open = ways.filter((way) => way.parts.length > 0)
  if (open.length === 0) return [{ when: base, parts: [] }]
  const empty = ways.length > open.length ? ways.filter((way) => way.parts.length === 0).slice(0, MAX_WAYS) : []
  const all = [...open, ...empty]
  if (all.length <= MAX_WAYS) return all
  const [first] = open
  const [part] = first?.parts ?? []
  if (part === undefined) return [{ when: usual, parts: [] }]
  return [{ when: base, parts: [{ ...part, text: '', hole: { why: { kind: 'conditional' }, by: 'limit' } }] }]
}

/** Whether the two are of one evaluation: in a loop a condition may fall differently each time. */
function same(a: Condition, b: Condition): boolean {
  return a.span === b.span
}

function contradicts(when: readonly Condition[], other: Condition): boolean {
  return when.some((known) => same(known, other) && known.holds !== other.holds)
}

function joined(when: readonly Condition[], other: Condition): readonly Condition[] {
  return when.some((known) => same(known, other) && known.holds === other.holds) ? when : [...when, other]
}
