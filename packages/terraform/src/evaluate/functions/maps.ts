import { attributeIn, indexIn } from '../access.ts'
import { lift } from '../alternatives.ts'
import { toText } from '../convert.ts'
import { list, object, restOf, text, through, unknown, withRest } from '../make.ts'
import type { Entry, Rest, Value } from '../value.ts'
import { addedTo, ofCollection } from './cases.ts'
import { strict, type Builtin, type Builtins } from './signature.ts'

const merge: Builtin = (args, { at }) => {
  const entries = new Map<string, Entry>()
  let rest: Rest | undefined
  for (const value of args) {
    if (value.kind === 'null') continue
    const open = value.kind === 'unknown' ? restOf(value) : value.kind === 'object' ? value.rest : undefined
    if (open !== undefined) {
      // It may replace what stands before it.
      for (const [key, entry] of entries) {
        entries.set(key, { ...entry, value: unknown(open.why, entry.value.at, entry.value.sensitive) })
      }
      rest = addedTo(rest, open)
    }
    if (value.kind === 'object') {
      for (const [key, entry] of value.entries) entries.set(key, { ...entry, value: through(value, entry.value) })
    } else if (value.kind !== 'unknown') {
      return undefined
    }
  }
  return withRest(object(entries, at), rest)
}

const lookup: Builtin = ([map, key, fallback], call) => {
  const { at } = call
  if (map === undefined || key === undefined) return undefined
  if (map.kind === 'object' && key.kind === 'string') {
    const isThere = map.entries.has(key.value) || map.rest !== undefined
    if (isThere || map.resource !== undefined) return attributeIn(map, key.value, at)
    return fallback
  }
  if (map.kind === 'unknown')
    return lift(
      map,
      at,
      (one) =>
        lookup([one, key, ...(fallback === undefined ? [] : [fallback])], call) ?? unknown({ kind: 'unreadable' }, at),
    )
  return key.kind === 'unknown' ? indexIn(map, key, at) : undefined
}

const keys = ofCollection((value, _, { at }) => {
  if (value.kind !== 'object') return undefined
  const items = [...value.entries.keys()].toSorted().map((key) => text(key, value.entries.get(key)?.key ?? at))
  return withRest(list(items, at), value.rest === undefined ? undefined : { ...value.rest, each: [] })
})

const values = ofCollection((value, _, { at }) => {
  if (value.kind !== 'object') return undefined
  const items = [...value.entries.keys()].toSorted().flatMap((key) => {
    const entry = value.entries.get(key)
    return entry === undefined ? [] : [through(value, entry.value)]
  })
  return withRest(list(items, at), value.rest)
})

const zipmap: Builtin = ([names, items], { at }) => {
  if (names === undefined || items === undefined) return undefined
  const open = names.kind === 'unknown' ? names : items.kind === 'unknown' ? items : undefined
  if (open !== undefined) return unknown(open.why, at, open.sensitive)
  if (names.kind !== 'list' || items.kind !== 'list') return undefined
  const rest = names.rest ?? items.rest
  if (names.items.length !== items.items.length && rest === undefined) return undefined
  const entries = new Map<string, Entry>()
  for (const [index, name] of names.items.entries()) {
    const key = toText(name)
    const value = items.items[index]
    if (key.kind === 'unknown') return unknown(key.why, at)
    if (key.kind === 'string' && value !== undefined)
      entries.set(key.value, { key: key.at, value: through(items, value) })
  }
  return withRest(object(entries, at), rest)
}

const transpose = strict(['any'], (value) => {
  if (value.kind !== 'object') return undefined
  const groups = new Map<string, Value[]>()
  for (const [key, entry] of [...value.entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const item of entry.value.kind === 'list' ? entry.value.items : []) {
      const name = toText(item)
      if (name.kind === 'string') groups.set(name.value, [...(groups.get(name.value) ?? []), text(key, entry.key)])
    }
  }
  const entries = new Map<string, Entry>()
  for (const [key, items] of groups) entries.set(key, { key: value.at, value: list(items, value.at, 'list') })
  return object(entries, value.at, 'map')
})

/** Functions of maps. */
export const maps: Builtins = { keys, lookup, merge, transpose, values, zipmap }
