import { diffArrays } from 'diff'

/** A line that both texts have, or one of them. Lines count from 1. */
export interface Row {
  readonly kind: ' ' | '-' | '+'
  readonly before: number
  readonly after: number
}

/** Each line that stays, goes or comes. */
export function align(a: readonly string[], b: readonly string[]): Row[] {
  const rows: Row[] = []
  let before = 1
  let after = 1
  for (const { added, removed, count } of diffArrays([...a], [...b])) {
    const kind = added ? '+' : removed ? '-' : ' '
    for (let line = 0; line < count; line++) {
      rows.push({ kind, before, after })
      if (kind !== '+') before++
      if (kind !== '-') after++
    }
  }
  return rows
}
