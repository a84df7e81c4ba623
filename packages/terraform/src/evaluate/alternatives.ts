import type { Origin, Reason } from '@breakwater/core'
import { unknown } from './make.ts'
import type { KnownValue, UnknownValue, Value } from './value.ts'

/** More cases than this are as good as unbounded. */
const MOST = 16

/** One of several values, which cannot be decided. Where all are known and the same it is that value. */
export function oneOf(
  values: readonly Value[],
  at: Origin,
  why: Reason = { kind: 'conditional' },
  condition?: Origin,
): Value {
  const flat = values.flatMap((value) =>
    value.kind === 'unknown' && value.oneOf !== undefined ? value.oneOf : [value],
  )
  const [first] = flat
  if (first !== undefined && first.kind !== 'unknown' && flat.every((value) => sameValue(first, value) === true))
    return first
  const sensitive = flat.some((value) => value.sensitive)
  const open = flat.find((value) => value.kind === 'unknown' && value.pieces === undefined)
  if (open?.kind === 'unknown' && flat.every((value) => value.kind === 'unknown'))
    return unknown(open.why, at, sensitive)
  const bounded = flat.length > MOST ? {} : { oneOf: flat }
  return { kind: 'unknown', why, at, sensitive, ...bounded, ...(condition === undefined ? {} : { condition }) }
}

/** What comes of an unknown value: of each of its cases, where it has some. */
export function lift(value: UnknownValue, at: Origin, make: (value: Value) => Value): Value {
  if (value.oneOf === undefined) return { ...unknown(value.why, at, value.sensitive), ...conditionOf(value) }
  return oneOf(value.oneOf.map(make), at, value.why, value.condition)
}

function conditionOf({ condition }: UnknownValue): { condition?: Origin } {
  return condition === undefined ? {} : { condition }
}

/** How much of a value is looked at: members, and levels of nesting. */
interface Budget {
  left: number
  depth: number
}

const DEEPEST = 500

function newBudget(): Budget {
  return { left: 100_000, depth: 0 }
}

/** Whether two values are the same; undefined where that is not known. Numbers and texts are different. */
export function sameValue(a: Value, b: Value, budget = newBudget()): boolean | undefined {
  if (a === b && a.kind !== 'unknown') return true
  if (budget.left-- <= 0 || budget.depth >= DEEPEST || a.kind === 'unknown' || b.kind === 'unknown') return undefined
  if (a.kind !== b.kind) return false
  budget.depth++
  const same = sameMembers(a, b, budget)
  budget.depth--
  return same
}

function sameMembers(a: KnownValue, b: KnownValue, budget: Budget): boolean | undefined {
  switch (a.kind) {
    case 'null':
      return true
    case 'bool':
    case 'string':
      return a.value === (b as typeof a).value
    case 'number':
      return a.digits === (b as typeof a).digits
    case 'list': {
      const other = b as typeof a
      if (a.rest !== undefined || other.rest !== undefined) return undefined
      if (a.items.length !== other.items.length) return false
      return allSame(a.items.map((item, index) => sameValue(item, other.items[index] as Value, budget)))
    }
    case 'object': {
      const other = b as typeof a
      if (
        a.rest !== undefined ||
        other.rest !== undefined ||
        a.resource !== undefined ||
        other.resource !== undefined
      ) {
        return undefined
      }
      if (a.entries.size !== other.entries.size) return false
      const results: (boolean | undefined)[] = []
      for (const [key, { value }] of a.entries) {
        const there = other.entries.get(key)
        results.push(there === undefined ? false : sameValue(value, there.value, budget))
      }
      return allSame(results)
    }
  }
}

function allSame(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false
  return results.includes(undefined) ? undefined : true
}

/** The first unknown in a value, however deep; undefined where all of it is known. */
export function unknownIn(value: Value, budget = newBudget()): UnknownValue | undefined {
  if (value.kind === 'unknown') return value
  if (budget.left-- <= 0 || budget.depth >= DEEPEST) return unknown({ kind: 'unreadable' }, value.at)
  budget.depth++
  const found = unknownMember(value, budget)
  budget.depth--
  return found
}

function unknownMember(value: KnownValue, budget: Budget): UnknownValue | undefined {
  if (value.kind === 'list') {
    if (value.rest !== undefined) return unknown(value.rest.why, value.rest.at)
    for (const item of value.items) {
      const found = unknownIn(item, budget)
      if (found !== undefined) return found
    }
  }
  if (value.kind === 'object') {
    if (value.rest !== undefined) return unknown(value.rest.why, value.rest.at)
    if (value.resource !== undefined) return unknown({ kind: 'unresolved', name: value.resource }, value.at)
    for (const entry of value.entries.values()) {
      const found = unknownIn(entry.value, budget)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Whether any part of a value is sensitive. */
export function sensitiveIn(value: Value, budget = newBudget()): boolean {
  if (value.sensitive) return true
  if (budget.left-- <= 0 || budget.depth >= DEEPEST) return false
  budget.depth++
  const found =
    (value.kind === 'list' && value.items.some((item) => sensitiveIn(item, budget))) ||
    (value.kind === 'object' && [...value.entries.values()].some((entry) => sensitiveIn(entry.value, budget)))
  budget.depth--
  return found
}
