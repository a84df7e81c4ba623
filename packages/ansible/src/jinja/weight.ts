import type { Data } from '../data.ts'
import { LazyEntries } from '../variables/lazy.ts'

/** Values that one value may stand for: a list may hold the same list many times over, and that one again. */
export const MOST_VALUES = 1_000_000

const weights = new WeakMap<Data, number>()

/** How many values a value stands for, those that it holds several times counted each time. */
export function weightOf(data: Data): number {
  if (data.kind !== 'list' && data.kind !== 'dict') return 1
  // What is made when somebody asks is not made for this.
  if (data.kind === 'dict' && data.entries instanceof LazyEntries) return data.entries.size + 1
  const known = weights.get(data)
  if (known !== undefined) return known
  // Of what holds itself.
  weights.set(data, 1)
  let weight = 1
  if (data.kind === 'list') for (const item of data.items) weight += weightOf(item)
  else for (const { value } of data.entries.values()) weight += weightOf(value)
  weights.set(data, weight)
  return weight
}

/** Whether a value may take in others. What it loses is counted again only where it seems too much. */
export function grows(data: Data, added: readonly Data[]): boolean {
  const more = added.reduce((sum, one) => sum + weightOf(one), 0)
  if (weightOf(data) + more > MOST_VALUES) weights.delete(data)
  const weight = weightOf(data) + more
  if (weight > MOST_VALUES) return false
  weights.set(data, weight)
  return true
}
