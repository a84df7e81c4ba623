/** A line that both texts have, or one of them. Lines count from 1. */
export interface Row {
  readonly kind: ' ' | '-' | '+'
  readonly before: number
  readonly after: number
}

/** Lines from and up to, the latter exclusive, of the one text and of the other. */
interface Part {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/**
 * Each line that stays, goes or comes. Lines that stand but once in both texts part them (patience); between these it is
 * the shortest way (Myers), which takes the square of what differs.
 */
export function align(a: readonly string[], b: readonly string[]): Row[] {
  const rows: Row[] = []
  let from = 0
  let otherFrom = 0
  const keep = (to: number, otherTo: number): void => {
    between(a, b, { from, to, otherFrom, otherTo }, rows)
    from = to
    otherFrom = otherTo
  }
  for (const [at, other] of anchors(a, b)) {
    keep(at, other)
    rows.push({ kind: ' ', before: at + 1, after: other + 1 })
    from = at + 1
    otherFrom = other + 1
  }
  keep(a.length, b.length)
  return rows
}

/** The longest row of lines that stand once in both, in the order of both. */
function anchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const others = placesOfSingles(b)
  const pairs: [number, number][] = []
  for (const [line, at] of placesOfSingles(a)) {
    const other = others.get(line)
    if (other !== undefined) pairs.push([at, other])
  }
  /** By length less one: the row of that length that ends first. */
  const ends: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  }
  const row: [number, number][] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) row.push(pair)
  }
  return row.toReversed()
}

/** The lines that stand once, in their order. */
function placesOfSingles(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) twice.add(line)
    else places.set(line, at)
  }
  for (const line of twice) places.delete(line)
  return places
}

function between(
  a: readonly string[],
  b: readonly string[],
  { from, to, otherFrom, otherTo }: Part,
  rows: Row[],
): void {
  let start = from
  let otherStart = otherFrom
  while (start < to && otherStart < otherTo && a[start] === b[otherStart])
    rows.push({ kind: ' ', before: ++start, after: ++otherStart })
  let end = to
  let otherEnd = otherTo
  while (end > start && otherEnd > otherStart && a[end - 1] === b[otherEnd - 1]) {
    end--
    otherEnd--
  }
  const part = middle(a.slice(start, end), b.slice(otherStart, otherEnd))
  for (const { kind, before, after } of part) rows.push({ kind, before: start + before, after: otherStart + after })
  while (end < to) rows.push({ kind: ' ', before: ++end, after: ++otherEnd })
}
function middle(a: readonly string[], b: readonly string[]): Row[] {
  if (b.length === 0) return a.map((_, index) => ({ kind: '-', before: index + 1, after: 1 }))
  if (a.length === 0) return b.map((_, index) => ({ kind: '+', before: 1, after: index + 1 }))
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let depth = 0; ; depth++) {
    trace.push(new Map(reach))
    const next = new Map(reach)
    for (let k = -depth; k <= depth; k += 2) {
      let x = comesFromAbove(reach, k, depth) ? at(reach, k + 1) : at(reach, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length)
    }
    reach = next
  }
}

function at(reach: ReadonlyMap<number, number>, k: number): number {
  return reach.get(k) ?? -1
}

function comesFromAbove(reach: ReadonlyMap<number, number>, k: number, depth: number): boolean {
  return k === -depth || (k !== depth && at(reach, k - 1) < at(reach, k + 1))
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], width: number, height: number): Row[] {
  const rows: Row[] = []
  let x = width
  let y = height
  for (let depth = trace.length - 1; depth >= 0; depth--) {
    const reach = trace[depth] ?? new Map<number, number>()
    const k = x - y
    const above = comesFromAbove(reach, k, depth)
    const fromX = above ? at(reach, k + 1) : at(reach, k - 1)
    const fromY = fromX - (above ? k + 1 : k - 1)
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      rows.push({ kind: ' ', before: x, after: y })
      x--
      y--
    }
    if (depth === 0) break
    if (above) rows.push({ kind: '+', before: x + 1, after: y })
    else rows.push({ kind: '-', before: x, after: y + 1 })
    x = fromX
    y = fromY
  }
  return rows.toReversed()
}
