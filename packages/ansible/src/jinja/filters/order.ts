import { int, keyOf, list, string, tuple, unknownData, type Data } from '../../data.ts'
import type { Args, Calls, Filter } from '../calls.ts'
import { itemsOf } from '../items.ts'
import { compare, compareText, unknownWithin } from '../python.ts'
import { printText } from '../print.ts'

/** Sorted by Python's order, equal ones in their order; undefined where two cannot be ordered. */
function sorted(
  items: readonly Data[],
  keysFor: (item: Data) => readonly Data[],
  reverse: boolean,
): Data[] | undefined {
  let failed = false
  const keyed = items.map((item) => ({ item, keys: keysFor(item) }))
  keyed.sort((a, b) => {
    for (const [index, key] of a.keys.entries()) {
      const order = compare(key, b.keys[index] ?? key)
      if (order === undefined) failed = true
      else if (order !== 0) return reverse ? -order : order
    }
    return 0
  })
  return failed ? undefined : keyed.map(({ item }) => item)
}

function folded(data: Data, sensitive: boolean): Data {
  return !sensitive && data.kind === 'string' ? string(data.value.toLowerCase()) : data
}

const sort: Filter = (target, args, calls) => {
  const items = itemsOf(target)
  const reverse = args.flag(0, 'reverse', false)
  const sensitive = args.flag(1, 'case_sensitive', false)
  const attribute = args.at(2, 'attribute')
  const paths =
    attribute?.kind === 'string'
      ? attribute.value.split(',').map((path) => string(path))
      : attribute === undefined
        ? undefined
        : [attribute]
  if (items === undefined) return undefined
  const keysFor = (item: Data): readonly Data[] =>
    (paths === undefined ? [item] : paths.map((path) => calls.path(item, path))).map((key) => folded(key, sensitive))
  const out = sorted(items, keysFor, reverse)
  return out === undefined ? undefined : list(out, target.at)
}

const dictsort: Filter = (target, args) => {
  if (target.kind !== 'dict') return undefined
  const sensitive = args.flag(0, 'case_sensitive', false)
  const byValue = args.string(1, 'by') === 'value'
  const pairs = [...target.entries.values()]
  const out = sorted(
    pairs.map(({ key, value }) => tuple([key, value])),
    (pair) => [folded((pair.kind === 'list' ? pair.items[byValue ? 1 : 0] : undefined) ?? pair, sensitive)],
    args.flag(2, 'reverse', false),
  )
  return out === undefined ? undefined : list(out, target.at)
}

const groupby: Filter = (target, args, calls) => {
  const items = itemsOf(target)
  const attribute = args.at(0, 'attribute')
  const usual = args.at(1, 'default')
  const sensitive = args.flag(2, 'case_sensitive', false)
  if (items === undefined || attribute === undefined) return undefined
  const keyFor = (item: Data): Data => {
    const found = calls.path(item, attribute)
    return found.kind === 'undefined' && usual !== undefined ? usual : found
  }
  const out = sorted(items, (item) => [folded(keyFor(item), sensitive)], false)
  if (out === undefined) return undefined
  const groups: { key: Data; items: Data[] }[] = []
  for (const item of out) {
    const key = keyFor(item)
    const last = groups.at(-1)
    if (last !== undefined && compare(folded(last.key, sensitive), folded(key, sensitive)) === 0) last.items.push(item)
    else groups.push({ key, items: [item] })
  }
  return list(
    groups.map((group) => tuple([group.key, list(group.items)])),
    target.at,
  )
}

/** Digits by their value, letters without case: `Ethernet2` before `Ethernet10`. */
function naturalKey(text: string): readonly (string | bigint)[] {
  return text.split(/(\d+)/).map((part, index) => (index % 2 === 1 ? BigInt(part) : part.toLowerCase()))
}

function compareNatural(left: readonly (string | bigint)[], right: readonly (string | bigint)[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (part === other) continue
    if (typeof part === 'string' && typeof other === 'string') return compareText(part, other)
    return part < other ? -1 : 1
  }
  return left.length - right.length
}

function natural(target: Data, args: Args, calls: Calls): Data | undefined {
  if (target.kind === 'null' || target.kind === 'undefined') return list([])
  const items = unknownWithin(target) === undefined ? itemsOf(target) : undefined
  const path = args.at(0, 'sort_key')
  if (items === undefined) return undefined
  const keyed = items.map((item) => {
    const own = path === undefined || path.kind === 'null' ? item : calls.path(item, path)
    return { item, key: naturalKey(printText(own.kind === 'undefined' || own.kind === 'null' ? item : own) ?? '') }
  })
  keyed.sort((a, b) => compareNatural(a.key, b.key))
  return list(
    keyed.map(({ item }) => item),
    target.at,
  )
}

const PART = /^(.*?)\[?(\d+)-(\d+)\]?(.*)$/

/** `arista.avd.range_expand`: `Ethernet1-3,5` as its members; a range runs over the last number, and over those before it. */
const rangeExpand: Filter = (target) => {
  const sources = target.kind === 'list' ? target.items : [target]
  const out: string[] = []
  let prefix = ''
  for (const source of sources) {
    const text = printText(source)
    if (text === undefined) return undefined
    for (const part of text.split(',')) {
      const expanded = expandPart(part.trim(), prefix)
      if (expanded === undefined || out.length + expanded.length > 10_000) return undefined
      prefix = /^\D*/.exec(expanded[0] ?? '')?.[0] ?? ''
      out.push(...expanded)
    }
  }
  return list(
    out.map((text) => string(text, target.at)),
    target.at,
  )
}

function expandPart(part: string, before: string): string[] | undefined {
  if (part === '') return []
  const pieces = /^(\D*)(.*)$/.exec(part)
  const head = pieces?.[1] === '' ? before : (pieces?.[1] ?? '')
  const levels = (pieces?.[2] ?? '').split(/([/.])/)
  let out = [head]
  for (const level of levels) {
    const match = PART.exec(level)
    if (match === null) {
      out = out.map((text) => text + level)
      continue
    }
    const [from, to] = [Number(match[2]), Number(match[3])]
    if (to < from || to - from > 10_000 || match[1] !== '') return undefined
    out = out.flatMap((text) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${text}${from + index}${match[4] ?? ''}`),
    )
    if (out.length > 10_000) return undefined
  }
  return out
}

/** `arista.avd.list_compress`: `[1,2,3,5]` as `1-3,5`. */
const listCompress: Filter = (target) => {
  const items = itemsOf(target)?.map((item) =>
    item.kind === 'int' ? Number(item.value) : item.kind === 'string' ? Number(item.value) : Number.NaN,
  )
  if (items === undefined || items.some(Number.isNaN)) return undefined
  const numbers = [...new Set(items)].toSorted((a, b) => a - b)
  const runs: [number, number][] = []
  for (const value of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === value - 1) last[1] = value
    else runs.push([value, value])
  }
  return string(runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(','), target.at)
}

/** Natural sorting takes what is not defined for empty. */
export const naturalFilters: Readonly<Record<string, Filter>> = {
  natural_sort: natural,
  'arista.avd.natural_sort': natural,
}

export const orderFilters: Readonly<Record<string, Filter>> = {
  sort,
  dictsort,
  groupby,
  'arista.avd.range_expand': rangeExpand,
  'arista.avd.list_compress': listCompress,
  shuffle: () => unknownData({ kind: 'unresolved', name: 'filter shuffle' }, 'filter'),
  random: () => unknownData({ kind: 'unresolved', name: 'filter random' }, 'filter'),
  index_of: (target, args) => {
    const wanted = args.positional[1]
    const at = itemsOf(target)?.findIndex((item) => wanted !== undefined && keyOf(item) === keyOf(wanted)) ?? -1
    return args.positional[0]?.kind === 'string' && args.positional[0].value === 'eq' && at !== -1 ? int(at) : undefined
  },
}
