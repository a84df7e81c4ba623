import {
  dict,
  entry,
  int,
  list,
  NULL,
  string,
  tuple,
  unknownData,
  unresolved,
  type Data,
  type DictEntry,
  type Key,
  type ListData,
  type Piece,
} from '../../data.ts'
import { Args, type Filter } from '../calls.ts'
import { itemsOf } from '../items.ts'
import { fromPieces, printPieces, printText } from '../print.ts'
import { isScalar, truth } from '../python.ts'
import { choose } from '../run.ts'

const fallback: Filter = (target, args) => {
  const other = args.at(0, 'default_value') ?? string('')
  const empty = args.flag(1, 'boolean', false)
  if (target.kind === 'undefined') return other
  if (target.kind === 'unknown') {
    const arms = target.choice?.arms
    const [yes, no] = arms ?? []
    if (yes === undefined || no === undefined) return target
    const settle = (value: Data): Data =>
      value.kind === 'undefined' || (empty && truth(value) === false) ? other : value
    return choose(yes.when, settle(yes.value), settle(no.value))
  }
  return empty && truth(target) === false ? other : target
}

/** `arista.avd.default`: the first that is neither undefined nor None. */
const firstSet: Filter = (target, args) => {
  const candidates = [target, ...args.positional]
  for (const value of candidates) if (value.kind !== 'undefined' && value.kind !== 'null') return value
  return NULL
}

const ternary: Filter = (target, args) => {
  const holds = target.kind === 'null' && args.at(2, 'none_val') !== undefined ? undefined : truth(target)
  const [yes, no] = [args.at(0, 'true_val') ?? NULL, args.at(1, 'false_val') ?? NULL]
  if (target.kind === 'null' && args.at(2, 'none_val') !== undefined) return args.at(2, 'none_val')
  if (holds !== undefined) return holds ? yes : no
  return undefined
}

function elements(target: Data): readonly Data[] | undefined {
  return target.kind === 'list' || target.kind === 'dict' || target.kind === 'string' ? itemsOf(target) : undefined
}

function openOf(target: Data): ListData['open'] {
  return target.kind === 'list' || target.kind === 'dict' ? target.open : undefined
}

const join: Filter = (target, args, calls) => {
  const items = elements(target)
  const separator = args.at(0, 'd') ?? string('')
  const attribute = args.at(1, 'attribute')
  const gap = printText(separator)
  if (items === undefined || gap === undefined) return undefined
  const pieces: Piece[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && gap !== '') pieces.push({ text: gap, at: separator.at, deps: [], hole: undefined })
    pieces.push(...printPieces(attribute === undefined ? item : calls.path(item, attribute)))
  }
  const open = openOf(target)
  if (open !== undefined) pieces.push({ text: '', at: target.at, deps: [], hole: { why: open, by: undefined } })
  if (!calls.run.spend(pieces.length)) return undefined
  return fromPieces(pieces.map((piece) => (piece.at === undefined ? { ...piece, at: target.at } : piece)))
}

const map: Filter = (target, args, calls) => {
  const items = elements(target)
  if (items === undefined) return undefined
  const attribute = args.named.get('attribute')
  const [name, ...rest] = args.positional
  if (attribute === undefined && name?.kind !== 'string') return undefined
  const usual = args.named.get('default')
  const named = new Map([...args.named].filter(([key]) => key !== 'attribute'))
  const results = items.map((item) => {
    if (attribute === undefined)
      return calls.filter(name?.kind === 'string' ? name.value : '', item, new Args(rest, named))
    const found = calls.path(item, attribute)
    return found.kind === 'undefined' && usual !== undefined ? usual : found
  })
  return list(results, target.at, openOf(target))
}

function selecting(wanted: boolean, byAttribute: boolean): Filter {
  return (target, args, calls) => {
    const items = elements(target)
    if (items === undefined) return undefined
    const [attribute, rest] = byAttribute ? [args.positional[0], args.from(1)] : [undefined, args]
    const [name] = rest.positional
    if (name !== undefined && name.kind !== 'string') return undefined
    let sure = true
    const kept: Data[] = []
    for (const item of items) {
      const value = attribute === undefined ? item : calls.path(item, attribute)
      const holds = name === undefined ? truth(value) : calls.test(name.value, value, rest.from(1))
      if (holds === undefined) sure = false
      if (holds !== !wanted) kept.push(item)
    }
    return list(kept, target.at, openOf(target) ?? (sure ? undefined : { kind: 'conditional' }))
  }
}

function end(which: 'first' | 'last'): Filter {
  return (target) => {
    const items = elements(target)
    const open = openOf(target)
    if (items === undefined || (open !== undefined && (which === 'last' || open.kind === 'conditional')))
      return undefined
    return (
      (which === 'first' ? items[0] : items.at(-1)) ??
      (open === undefined ? { kind: 'undefined', name: which, at: undefined } : undefined)
    )
  }
}

const length: Filter = (target) => {
  if (openOf(target) !== undefined) return undefined
  const items = target.kind === 'string' ? Array.from(target.value) : elements(target)
  return items === undefined ? undefined : int(items.length)
}

const toList: Filter = (target) => {
  const items = elements(target)
  return items === undefined ? undefined : list([...items], target.at, openOf(target))
}

function pairs(target: Data, keyName: string, valueName: string): Data | undefined {
  if (target.kind !== 'dict') return undefined
  const items = [...target.entries.values()].map(({ key, value }) => {
    const entries = new Map<Key, DictEntry>([
      [keyName, { key: string(keyName), value: key }],
      [valueName, { key: string(valueName), value }],
    ])
    return dict(entries, value.at)
  })
  return list(items, target.at, target.open)
}

const itemsToDict: Filter = (target, args) => {
  const [keyName, valueName] = [args.string(0, 'key_name') ?? 'key', args.string(1, 'value_name') ?? 'value']
  if (target.kind !== 'list') return undefined
  const entries = new Map<Key, DictEntry>()
  for (const item of target.items) {
    const key = item.kind === 'dict' ? entry(item, keyName) : undefined
    const value = item.kind === 'dict' ? entry(item, valueName) : undefined
    if (key === undefined || value === undefined || (key.kind !== 'string' && key.kind !== 'int')) return undefined
    entries.set(key.value, { key, value })
  }
  return { ...dict(entries, target.at), open: target.open }
}

const combine: Filter = (target, args) => {
  const recursive = args.named.get('recursive')
  const deep = recursive?.kind === 'bool' && recursive.value
  const listMerge = args.named.get('list_merge')
  const mode = listMerge?.kind === 'string' ? listMerge.value : 'replace'
  const sources = [target, ...args.positional].flatMap((data) => (data.kind === 'list' ? data.items : [data]))
  let merged: Data = dict(new Map(), target.at)
  for (const source of sources) {
    if (source.kind !== 'dict') {
      if (source.kind === 'unknown' && merged.kind === 'dict') merged.open = source.why
      else return undefined
    } else merged = merge(merged, source, deep, mode)
  }
  return merged
}

function merge(left: Data, right: Data, deep: boolean, mode: string): Data {
  if (left.kind === 'list' && right.kind === 'list') return mergeLists(left, right, mode)
  if (left.kind !== 'dict' || right.kind !== 'dict') return right
  const entries = new Map(left.entries)
  for (const [key, { key: name, value }] of right.entries) {
    const old = entries.get(key)?.value
    const within = old !== undefined && (deep ? old.kind === value.kind : old.kind === 'list' && value.kind === 'list')
    entries.set(key, { key: name, value: within && old !== undefined ? merge(old, value, deep, mode) : value })
  }
  return { ...dict(entries, right.at ?? left.at), open: left.open ?? right.open }
}

function mergeLists(left: ListData, right: ListData, mode: string): Data {
  const open = left.open ?? right.open
  if (mode === 'append') return list([...left.items, ...right.items], right.at, open)
  if (mode === 'prepend') return list([...right.items, ...left.items], right.at, open)
  if (mode === 'keep') return left
  return mode === 'replace' ? right : { ...unknownData({ kind: 'unreadable' }, 'filter') }
}

const flatten: Filter = (target, args) => {
  if (target.kind !== 'list') return undefined
  const skip = args.flag(1, 'skip_nulls', true)
  let open = target.open
  const walk = (items: readonly Data[], levels: number): Data[] =>
    items.flatMap((item) => {
      if (skip && item.kind === 'null') return []
      if (item.kind !== 'list' || levels === 0) return [item]
      open ??= item.open
      return walk(item.items, levels - 1)
    })
  return list(walk(target.items, args.int(0, 'levels') ?? 100), target.at, open)
}

function zip(target: Data, args: Args, longest: boolean): Data | undefined {
  const lists = [target, ...args.positional].map((data) =>
    data.kind === 'list' && data.open === undefined ? data.items : undefined,
  )
  if (lists.some((items) => items === undefined)) return undefined
  const sizes = lists.map((items) => items?.length ?? 0)
  const count = longest ? Math.max(...sizes) : Math.min(...sizes)
  const filler = args.named.get('fillvalue') ?? NULL
  return list(
    Array.from({ length: count }, (_, index) => tuple(lists.map((items) => items?.[index] ?? filler))),
    target.at,
  )
}

const extract: Filter = (target, args, calls) => {
  const [container, ...more] = args.positional
  if (container === undefined) return undefined
  const path = more[0]?.kind === 'list' ? more[0].items : more
  let found = calls.path(container, target)
  for (const part of path) found = calls.path(found, part)
  return found
}

const mandatory: Filter = (target) => (target.kind === 'undefined' ? unresolved(target.name) : target)

const toBool: Filter = (target) => {
  switch (target.kind) {
    case 'null':
    case 'bool':
      return target
    case 'string':
      return { kind: 'bool', value: /^(?:yes|on|1|true)$/i.test(target.value), at: target.at }
    case 'int':
    case 'float':
      return { kind: 'bool', value: target.value === 1, at: target.at }
    case 'list':
    case 'dict':
    case 'undefined':
    case 'unknown':
    case 'callable':
      return undefined
  }
}

const toString: Filter = (target) => {
  if (target.kind === 'string') return target
  if (target.kind === 'unknown') return target.pieces === undefined ? undefined : target
  return target.kind === 'undefined' ? undefined : fromPieces(printPieces(target))
}

const typeDebug: Filter = (target) => {
  const names: Partial<Record<Data['kind'], string>> = { string: 'str', null: 'NoneType' }
  return isScalar(target) || target.kind === 'list' || target.kind === 'dict'
    ? string(names[target.kind] ?? target.kind)
    : undefined
}

/** Filters that take unknown values for what they are: one element that is not known does not hide the others. */
export const lenientCollectionFilters: Readonly<Record<string, Filter>> = {
  default: fallback,
  d: fallback,
  'arista.avd.default': firstSet,
  mandatory,
  ternary,
  join,
  map,
  select: selecting(true, false),
  reject: selecting(false, false),
  selectattr: selecting(true, true),
  rejectattr: selecting(false, true),
  first: end('first'),
  last: end('last'),
  length,
  count: length,
  list: toList,
  dict2items: (target, args) =>
    pairs(target, args.string(0, 'key_name') ?? 'key', args.string(1, 'value_name') ?? 'value'),
  items2dict: itemsToDict,
  items: (target) =>
    target.kind === 'dict'
      ? list(
          [...target.entries.values()].map(({ key, value }) => tuple([key, value])),
          target.at,
          target.open,
        )
      : undefined,
  combine,
  flatten,
  zip: (target, args) => zip(target, args, false),
  zip_longest: (target, args) => zip(target, args, true),
  extract,
  bool: toBool,
  string: toString,
  type_debug: typeDebug,
  attr: (target, args, calls) => calls.path(target, args.at(0, 'name') ?? NULL),
  safe: (target) => target,
  'arista.avd.hide_passwords': (target, args) => {
    const hides = truth(args.at(0, 'hide_passwords') ?? NULL)
    return hides === undefined ? undefined : hides ? string('<removed>') : target
  },
}
