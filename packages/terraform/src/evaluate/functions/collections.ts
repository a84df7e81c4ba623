import type { Origin } from '@breakwater/core'
import { indexIn } from '../access.ts'
import { sameValue, unknownIn } from '../alternatives.ts'
import { toNumber, toText } from '../convert.ts'
import { bool, integer, list, restOf, through, unknown, withRest } from '../make.ts'
import type { ListValue, Rest, Value } from '../value.ts'
import { graphemes } from './graphemes.ts'
import { addedTo, ofCollection } from './cases.ts'
import { strict, type Builtin, type Builtins } from './signature.ts'
import { addAll } from '../../add-all.ts'

/** No list of a configuration is longer. */
const LONGEST = 100_000

const length = ofCollection((value, _, { at }) => {
  if (value.kind === 'string') return integer(graphemes(value.value).length, at)
  if (value.kind === 'object') {
    if (value.resource !== undefined) return unknown({ kind: 'unresolved', name: value.resource }, at)
    return value.rest === undefined ? integer(value.entries.size, at) : unknown(value.rest.why, at)
  }
  if (value.kind !== 'list') return undefined
  if (value.rest !== undefined) return unknown(value.rest.why, at)
  const open = value.collection === 'set' ? unknownIn(value) : undefined
  return open === undefined ? integer(value.items.length, at) : unknown(open.why, at)
})

/** Lists one after the other; what is unknown of them is the rest of the result. */
function joined(values: readonly Value[], at: Origin): ListValue | undefined {
  const items: Value[] = []
  let rest: Rest | undefined
  for (const value of values) {
    if (value.kind === 'unknown') {
      rest = addedTo(rest, restOf(value, listsOf(value)))
    } else if (value.kind === 'list') {
      const members = value.items.map((item) => through(value, item))
      // Behind something unknown no item has a place of its own any more.
      if (rest === undefined) addAll(items, members)
      else rest = { ...rest, each: [...rest.each, ...members] }
      if (value.rest !== undefined) rest = addedTo(rest, value.rest)
    } else {
      return undefined
    }
    if (items.length > LONGEST) return undefined
  }
  return withRest(list(items, at), rest)
}

/** Items of all the lists that an unknown value can be. */
function listsOf(value: Value & { kind: 'unknown' }): readonly Value[] {
  return (value.oneOf ?? []).flatMap((one) => (one.kind === 'list' ? one.items : []))
}

const concat: Builtin = (args, { at }) => joined(args, at)

const flatten = ofCollection((value, _, { at }) => {
  if (value.kind !== 'list') return undefined
  const parts: Value[] = []
  const budget = { left: LONGEST }
  addFlat(value, parts, budget, 0)
  return budget.left > 0 ? joined(parts, at) : undefined
})

function addFlat(value: ListValue, parts: Value[], budget: { left: number }, depth: number): void {
  if (depth > 300) budget.left = 0
  for (const item of value.items) {
    if (budget.left-- <= 0) return
    const member = through(value, item)
    if (member.kind === 'list') addFlat(member, parts, budget, depth + 1)
    else if (member.kind === 'unknown') parts.push(member)
    else parts.push(list([member], member.at))
  }
  if (value.rest === undefined) return
  const inner: Value[] = []
  for (const item of value.rest.each) {
    if (item.kind === 'list') addFlat(item, inner, budget, depth + 1)
    else inner.push(list([item], item.at))
  }
  const each = inner.flatMap((part) => (part.kind === 'list' ? part.items : []))
  parts.push(withRest(list([], value.at), { ...value.rest, each }))
}

const element = ofCollection((value, [index], { at }) => {
  if (value.kind !== 'list' || index === undefined) return undefined
  const position = toNumber(index)
  if (position.kind === 'unknown') return indexIn(value, position, at)
  if (position.kind !== 'number') return undefined
  if (value.rest !== undefined) return indexIn(value, position, at)
  if (value.items.length === 0) return undefined
  const { length } = value.items
  const item = value.items[((position.value % length) + length) % length]
  return item === undefined ? undefined : through(value, item)
})

const contains = ofCollection((value, [wanted], { at }) => {
  if (value.kind !== 'list' || wanted === undefined) return undefined
  const results = value.items.map((item) => sameValue(item, wanted))
  if (results.includes(true)) return bool(true, at)
  if (value.rest !== undefined) return unknown(value.rest.why, at)
  if (!results.includes(undefined)) return bool(false, at)
  const open = unknownIn(list([wanted, ...value.items], at))
  return unknown(open?.why ?? { kind: 'unreadable' }, at)
})

/** The first argument that is neither null nor the empty text; something unknown before it may be it. */
const coalesce: Builtin = (args, { at }) => {
  const open: Value[] = []
  for (const value of args) {
    if (value.kind === 'null' || (value.kind === 'string' && value.value === '')) continue
    if (value.kind === 'unknown') {
      open.push(value)
      continue
    }
    const [first] = open
    return first?.kind === 'unknown' ? unknown(first.why, at, first.sensitive) : value
  }
  const [first] = open
  return first?.kind === 'unknown' ? unknown(first.why, at, first.sensitive) : undefined
}

const coalescelist: Builtin = (args, { at }) => {
  for (const value of args) {
    if (value.kind === 'unknown') return unknown(value.why, at, value.sensitive)
    if (value.kind === 'list' && value.rest !== undefined && value.items.length === 0)
      return unknown(value.rest.why, at)
    if (value.kind === 'list' && value.items.length > 0) return value
  }
  return undefined
}

/** The one item of a list, null for none. */
const one = ofCollection((value, _, { at }) => {
  if (value.kind === 'null') return value
  if (value.kind !== 'list') return { ...value }
  const [first] = value.items
  if (value.rest !== undefined) {
    const members = [...value.items, ...value.rest.each]
    const [only] = members
    // A resource of unknown count is still that resource, and so are its attributes.
    const isResource =
      (only?.kind === 'object' && only.resource !== undefined) ||
      (only?.kind === 'unknown' && only.reference !== undefined)
    return members.length === 1 && only !== undefined && isResource ? only : unknown(value.rest.why, at)
  }
  if (value.items.length > 1) return undefined
  return first === undefined ? { kind: 'null', at, sensitive: false } : through(value, first)
})

function filtered(keep: (item: Value) => boolean): Builtin {
  return ofCollection((value, _, { at }) => {
    if (value.kind !== 'list') return undefined
    const items: Value[] = []
    for (const item of value.items) if (keep(item)) items.push(through(value, item))
    return withRest(list(items, at, 'list'), value.rest)
  })
}

/** Items without those that come again. */
export function distinctItems(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>()
  const kept: Value[] = []
  for (const item of items) {
    const simple = item.kind === 'string' || item.kind === 'number' || item.kind === 'bool' ? toText(item) : undefined
    if (simple?.kind === 'string') {
      const key = `${item.kind}:${simple.value}`
      if (!seen.has(key)) kept.push(item)
      seen.add(key)
    } else if (kept.length > 2000 || !kept.some((other) => sameValue(other, item) === true)) {
      kept.push(item)
    }
  }
  return kept
}

const distinct = ofCollection((value, _, { at }) => {
  if (value.kind !== 'list') return undefined
  const items = distinctItems(value.items.map((item) => through(value, item)))
  return withRest(list(items, at, 'list'), value.rest)
})

function every(wanted: boolean): Builtin {
  return ofCollection((value, _, { at }) => {
    if (value.kind !== 'list') return undefined
    const states = value.items.map((item) => {
      const state = toText(item)
      return state.kind === 'unknown' ? undefined : state.kind === 'string' && state.value === 'true'
    })
    if (states.includes(!wanted)) return bool(!wanted, at)
    if (value.rest !== undefined) return unknown(value.rest.why, at)
    if (!states.includes(undefined)) return bool(wanted, at)
    return unknown(unknownIn(value)?.why ?? { kind: 'unreadable' }, at)
  })
}

const slice = strict(['any', 'number', 'number'], (value, start, end) => {
  if (value.kind !== 'list' || start < 0 || end < start || end > value.items.length) return undefined
  return list(
    value.items.slice(start, end).map((item) => through(value, item)),
    value.at,
  )
})

const reverse = ofCollection((value, _, { at }) => {
  if (value.kind !== 'list') return undefined
  if (value.rest !== undefined)
    return withRest(list([], at), { ...value.rest, each: [...value.items, ...value.rest.each] })
  return list(value.items.map((item) => through(value, item)).toReversed(), at)
})

/** Texts in the order of their UTF-8 bytes. */
const sort = ofCollection((value, _, { at }) => {
  if (value.kind !== 'list') return undefined
  const items = value.items.map((item) => toText(through(value, item)))
  const open = items.find((item) => item.kind !== 'string')
  if (open !== undefined) return open.kind === 'unknown' ? unknown(open.why, at) : undefined
  if (value.rest !== undefined)
    return withRest(list([], at, 'list'), { ...value.rest, each: [...items, ...value.rest.each] })
  const texts = items.filter((item) => item.kind === 'string')
  return list(
    texts.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)),
    at,
    'list',
  )
})

const chunklist = strict(['any', 'number'], (value, size) => {
  if (value.kind !== 'list' || size < 0 || !Number.isInteger(size)) return undefined
  const width = size === 0 ? Math.max(value.items.length, 1) : size
  const chunks: Value[] = []
  for (let at = 0; at < value.items.length; at += width)
    chunks.push(list(value.items.slice(at, at + width), value.at, 'list'))
  return list(chunks, value.at, 'list')
})

const index = strict(['any', 'any'], (value, wanted) => {
  if (value.kind !== 'list') return undefined
  const found = value.items.findIndex((item) => sameValue(item, wanted) === true)
  return found === -1 ? undefined : found
})

const matchkeys = strict(['any', 'any', 'any'], (items, names, wanted) => {
  if (items.kind !== 'list' || names.kind !== 'list' || wanted.kind !== 'list') return undefined
  if (items.items.length !== names.items.length || items.items.length * wanted.items.length > 1_000_000)
    return undefined
  const kept = items.items.filter((_, at) =>
    wanted.items.some((item) => sameValue(item, names.items[at] as Value) === true),
  )
  return list(kept, items.at, 'list')
})

/** Functions of lists. */
export const collections: Builtins = {
  alltrue: every(true),
  anytrue: every(false),
  chunklist,
  coalesce,
  coalescelist,
  compact: filtered((item) => item.kind !== 'null' && !(item.kind === 'string' && item.value === '')),
  concat,
  contains,
  distinct,
  element,
  flatten,
  index,
  length,
  matchkeys,
  one,
  reverse,
  slice,
  sort,
}
