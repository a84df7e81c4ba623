import { drawLine, type Shown } from '../text/frame.ts'
import { harmless } from '../text/harmless.ts'

const AROUND = 3

/** A line that both texts have, or one of them. Lines count from 1. */
interface Row {
  readonly kind: ' ' | '-' | '+'
  readonly before: number
  readonly after: number
}

/** A unified diff of two texts of a file, for reading: secrets and control characters are hidden. */
export function unifiedDiff(path: string, before: Shown, after: Shown): string {
  const rows = align(linesOf(before), linesOf(after))
  const changed = rows.flatMap(({ kind }, at) => (kind === ' ' ? [] : [at]))
  if (changed.length === 0) return ''
  const hunks: { from: number; to: number }[] = []
  for (const at of changed) {
    const last = hunks.at(-1)
    if (last !== undefined && at - AROUND <= last.to) last.to = Math.min(rows.length, at + AROUND + 1)
    else hunks.push({ from: Math.max(0, at - AROUND), to: Math.min(rows.length, at + AROUND + 1) })
  }
  const name = harmless(path)
  const text = hunks.map(({ from, to }) => {
    const part = rows.slice(from, to)
    const [first] = part
    const old = part.filter(({ kind }) => kind !== '+').length
    const fresh = part.filter(({ kind }) => kind !== '-').length
    const head = `@@ -${range(first?.before ?? 0, old)} +${range(first?.after ?? 0, fresh)} @@\n`
    return (
      head +
      part
        .map(
          ({ kind, before: a, after: b }) =>
            `${kind}${kind === '+' ? drawLine(after, b).text : drawLine(before, a).text}\n`,
        )
        .join('')
    )
  })
  return `--- a/${name}\n+++ b/${name}\n${text.join('')}`
}

function range(line: number, count: number): string {
  return `${count === 0 ? line - 1 : line},${count}`
}

function linesOf({ index }: Shown): string[] {
  const lines: string[] = []
  for (let line = 0; line < index.starts.length; line++)
    lines.push(index.text.slice(index.starts[line], index.starts[line + 1] ?? index.text.length))
  return lines
}

/** The shortest way from the one to the other (Myers): each line that stays, goes or comes. */
function align(a: readonly string[], b: readonly string[]): Row[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const rows: Row[] = []
  for (let at = 0; at < head; at++) rows.push({ kind: ' ', before: at + 1, after: at + 1 })
  rows.push(...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head))
  for (let at = tail; at > 0; at--) rows.push({ kind: ' ', before: a.length - at + 1, after: b.length - at + 1 })
  return rows
}

function middle(a: readonly string[], b: readonly string[], offset: number): Row[] {
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let depth = 0; ; depth++) {
    trace.push(new Map(reach))
    const next = new Map(reach)
    for (let k = -depth; k <= depth; k += 2) {
      let x = comesFromAbove(reach, k, depth) ? at(reach, k + 1) : at(reach, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length, offset)
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

function walkBack(trace: readonly ReadonlyMap<number, number>[], width: number, height: number, offset: number): Row[] {
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
      rows.push({ kind: ' ', before: offset + x, after: offset + y })
      x--
      y--
    }
    if (depth === 0) break
    if (above) rows.push({ kind: '+', before: offset + x + 1, after: offset + y })
    else rows.push({ kind: '-', before: offset + x, after: offset + y + 1 })
    x = fromX
    y = fromY
  }
  return rows.toReversed()
}
