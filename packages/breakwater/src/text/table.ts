import { padEnd, padStart, widthOf } from './width.ts'

export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** A table without rules: the first `left` columns stand to the left, the others, which count, to the right. */
export function table(rows: readonly (readonly Cell[])[], left = 1): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, { text }] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(text))
  return rows.map((row) =>
    row
      .map(({ text, paint }, column) => {
        const width = widths[column] ?? 0
        const last = column === row.length - 1
        const padded = column < left ? (last ? text : padEnd(text, width)) : padStart(text, width)
        return paint === undefined ? padded : paint(padded)
      })
      .join('  '),
  )
}

/** 12034 → 12,034, whatever the locale. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 device`, `2,000 devices`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`
}
