import { dict, entry, float, int, keyOf, list, string, tuple, type Data, type DictEntry, type Key } from '../../data.ts'
import type { Args, Filter } from '../calls.ts'
import { itemsOf } from '../items.ts'
import { compare, equal, isNumeric, numberOf } from '../python.ts'
import { printText } from '../print.ts'

/** Something by which equal values are told at once, where Python hashes them. */
function mark(data: Data): string | undefined {
  const key = keyOf(data)
  if (key !== undefined) return isNumeric(data) ? `n${String(numberOf(data))}` : `${typeof key}${String(key)}`
  if (data.kind === 'list' && data.items.length < 50) {
    const parts = data.items.map(mark)
    return parts.includes(undefined) ? undefined : `[${parts.join('\u0000')}]`
  }
  return undefined
}

/** A collection that answers whether it has a value. */
function lookup(items: readonly Data[]): (data: Data) => boolean {
  const marks = new Set(items.map(mark))
  const others = items.filter((item) => mark(item) === undefined)
  return (data) => {
    const key = mark(data)
    return key === undefined ? others.some((other) => equal(other, data) === true) : marks.has(key)
  }
}

export function uniqueItems(items: readonly Data[], keyFor: (item: Data) => Data = (item) => item): Data[] {
  const marks = new Set<string>()
  const others: Data[] = []
  return items.filter((item) => {
    const value = keyFor(item)
    const key = mark(value)
    if (key !== undefined) return marks.size < marks.add(key).size
    if (others.some((other) => equal(other, value) === true)) return false
    others.push(value)
    return true
  })
}

function both(operation: (left: readonly Data[], right: readonly Data[]) => Data[]): Filter {
  return (target, args) => {
    const left = itemsOf(target)
    const right = itemsOf(args.at(0, 'b') ?? target)
    return left === undefined || right === undefined || left.length * right.length > 25_000_000
      ? undefined
      : list(operation(left, right), target.at)
  }
}

const subelements: Filter = (target, args) => {
  const path = args.at(0, 'subelements')
  const skip = args.at(1, 'skip_missing')
  const skips = skip?.kind === 'bool' && skip.value
  const names =
    path?.kind === 'string'
      ? path.value.split('.')
      : path?.kind === 'list'
        ? path.items.map((item) => printText(item) ?? '')
        : []
  const items =
    target.kind === 'dict'
      ? [...target.entries.values()].map((item) => item.value)
      : target.kind === 'list'
        ? target.items
        : undefined
  if (items === undefined || names.length === 0) return undefined
  const out: Data[] = []
  for (const item of items) {
    let found: Data | undefined = item
    for (const name of names) found = found?.kind === 'dict' ? entry(found, name) : undefined
    if (found?.kind === 'list') out.push(...found.items.map((part) => tuple([item, part])))
    else if (!skips) return undefined
  }
  return list(out, target.at)
}

const product: Filter = (target, args) => {
  const lists = [target, ...args.positional].map((data) =>
    data.kind === 'list' || data.kind === 'string' ? itemsOf(data) : undefined,
  )
  let rows: Data[][] = [[]]
  for (const items of lists) {
    if (items === undefined || rows.length * items.length > 100_000) return undefined
    rows = rows.flatMap((row) => items.map((item) => [...row, item]))
  }
  return list(
    rows.map((row) => tuple(row)),
    target.at,
  )
}

const batch: Filter = (target, args) => {
  const items = itemsOf(target)
  const size = args.int(0, 'linecount') ?? 0
  const filler = args.at(1, 'fill_with')
  if (items === undefined || size < 1) return undefined
  const rows: Data[] = []
  for (let at = 0; at < items.length; at += size) {
    const row = items.slice(at, at + size)
    if (filler !== undefined && size < 100_000) while (row.length < size) row.push(filler)
    rows.push(list(row))
  }
  return list(rows, target.at)
}

const slices: Filter = (target, args) => {
  const items = itemsOf(target)
  const count = args.int(0, 'slices') ?? 0
  const filler = args.at(1, 'fill_with')
  if (items === undefined || count < 1 || count > 10_000) return undefined
  const size = Math.floor(items.length / count)
  const extra = items.length % count
  let at = 0
  const rows = Array.from({ length: count }, (_, index) => {
    const row = items.slice(at, (at += size + (index < extra ? 1 : 0)))
    if (filler !== undefined && index >= extra) row.push(filler)
    return list(row)
  })
  return list(rows, target.at)
}

function extreme(sign: 1 | -1): Filter {
  return (target, args, calls) => {
    const attribute = args.named.get('attribute')
    const items = itemsOf(target)
    if (items === undefined || items.length === 0) return undefined
    const keyFor = (item: Data): Data => (attribute === undefined ? item : calls.path(item, attribute))
    return items.reduce((best, item) => ((compare(keyFor(item), keyFor(best)) ?? 0) * sign > 0 ? item : best))
  }
}

const sum: Filter = (target, args, calls) => {
  const attribute = args.at(0, 'attribute')
  const start = args.at(1, 'start')
  const items = itemsOf(target)?.map((item) => (attribute === undefined ? item : calls.path(item, attribute)))
  if (items === undefined) return undefined
  if (start?.kind === 'list')
    return list([...start.items, ...items.flatMap((item) => (item.kind === 'list' ? item.items : []))])
  if (!items.every(isNumeric)) return undefined
  if (items.some((item) => item.kind === 'float'))
    return float(items.reduce((total, item) => total + Number(numberOf(item)), 0))
  const first = start?.kind === 'int' ? BigInt(start.value) : 0n
  return int(items.reduce((total, item) => total + BigInt(numberOf(item)), first))
}

/** `arista.avd.convert_dicts`: a dict of dicts as a list of dicts that hold their key. */
const convertDicts: Filter = (target, args) => {
  const name = args.string(0, 'primary_key') ?? 'name'
  if (target.kind !== 'dict') return target
  const items = [...target.entries.values()].map(({ key, value }) => {
    const inner = value.kind === 'dict' ? value.entries : new Map<Key, DictEntry>()
    return dict(new Map<Key, DictEntry>([[name, { key: string(name), value: key }], ...inner]), value.at)
  })
  return list(items, target.at)
}

function keysOf(args: Args): readonly string[] {
  const given = args.positional[0]
  const items = given?.kind === 'list' ? given.items : args.positional
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}

function keeping(wanted: boolean): Filter {
  return (target, args) => {
    const keys = new Set(keysOf(args))
    const prune = (data: Data): Data => {
      if (data.kind === 'list') return { ...data, items: data.items.map(prune) }
      if (data.kind !== 'dict') return data
      return { ...data, entries: new Map([...data.entries].filter(([key]) => keys.has(String(key)) === wanted)) }
    }
    return prune(target)
  }
}

export const collectionFilters: Readonly<Record<string, Filter>> = {
  unique: (target, args, calls) => {
    const items = itemsOf(target)
    const attribute = args.named.get('attribute')
    if (items === undefined) return undefined
    return list(
      uniqueItems(items, attribute === undefined ? undefined : (item) => calls.path(item, attribute)),
      target.at,
    )
  },
  union: both((left, right) => uniqueItems([...left, ...right])),
  intersect: both((left, right) => uniqueItems(left.filter(lookup(right)))),
  difference: both((left, right) => {
    const has = lookup(right)
    return uniqueItems(left.filter((item) => !has(item)))
  }),
  symmetric_difference: both((left, right) => {
    const [inLeft, inRight] = [lookup(left), lookup(right)]
    return uniqueItems([...left.filter((item) => !inRight(item)), ...right.filter((item) => !inLeft(item))])
  }),
  subelements,
  product,
  batch,
  slice: slices,
  min: extreme(-1),
  max: extreme(1),
  sum,
  keep_keys: keeping(true),
  remove_keys: keeping(false),
  'arista.avd.convert_dicts': convertDicts,
}
