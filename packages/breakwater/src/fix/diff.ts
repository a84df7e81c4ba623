import { align } from './align.ts'
import { drawLine, type Shown } from '../text/frame.ts'
import { harmless } from '../text/harmless.ts'

const AROUND = 3

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
