import type { Origin } from '@breakwater/core'
import { entry, int, list, string, unknownData, type Condition, type Data, type DictData } from '../data.ts'
import { evaluateData, evaluateExpression } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import { fileTemplate, stringTemplate } from '../template-text.ts'
import { undecided } from './conditions.ts'
import { pairsOf } from '../variables/extra.ts'

/** One turn of a loop. */
export interface Turn {
  readonly item: Data
  readonly index: number
  /** Where what it goes through is not known. */
  readonly when: readonly Condition[]
}

export interface Loop {
  readonly turns: readonly Turn[]
  readonly variable: string
  readonly indexVariable: string | undefined
  readonly at: Origin
}

/** Finds the files of a pattern, for `with_fileglob`. */
export type Glob = (pattern: string) => readonly string[]

/** The loop of a task, with every turn; undefined where it has none. */
export function loopOf(task: DictData, scope: Scope, at: Origin, glob: Glob): Loop | undefined {
  for (const [key, { value }] of task.entries) {
    if (key !== 'loop' && !(typeof key === 'string' && key.startsWith('with_'))) continue
    const control = entry(task, 'loop_control')
    const name = control?.kind === 'dict' ? entry(control, 'loop_var') : undefined
    const index = control?.kind === 'dict' ? entry(control, 'index_var') : undefined
    const place = value.at ?? at
    return {
      turns: turnsOf(itemsOf(key, value, scope, glob), value, place),
      variable: name?.kind === 'string' ? name.value : 'item',
      indexVariable: index?.kind === 'string' ? index.value : undefined,
      at: place,
    }
  }
  return undefined
}

function turnsOf(items: Data, source: Data, at: Origin): Turn[] {
  const condition = undecided(textOf(source), at, 'loop')
  if (items.kind === 'list') {
    const turns: Turn[] = items.items.map((item, index) => ({ item, index, when: [] }))
    if (items.open !== undefined)
      turns.push({ item: unknownData(items.open, 'loop', at), index: turns.length, when: [condition] })
    return turns
  }
  if (items.kind === 'unknown')
    return [{ item: unknownData(items.why, items.by ?? 'loop', at), index: 0, when: [condition] }]
  if (items.kind === 'undefined')
    return [{ item: unknownData({ kind: 'unresolved', name: items.name }, 'loop', at), index: 0, when: [condition] }]
  return []
}

function itemsOf(kind: string, source: Data, scope: Scope, glob: Glob): Data {
  const form = kind.replace(/^with_(?:ansible\.builtin\.)?/, '')
  const value = force(source, scope)
  switch (form) {
    case 'loop':
    case 'list':
      return value
    case 'items':
      return flat(wrapped(value), 1, scope)
    case 'flattened':
      return flat(wrapped(value), 20, scope)
    case 'dict':
      return computed('_a | dict2items', [value], scope)
    case 'indexed_items': {
      const items = flat(wrapped(value), 1, scope)
      return items.kind === 'list'
        ? { ...items, items: items.items.map((item, index) => list([int(index), item])) }
        : items
    }
    case 'together':
      return combined('zip_longest', value, scope)
    case 'nested':
    case 'cartesian':
      return combined('product', value, scope)
    case 'subelements': {
      const [first, second] = value.kind === 'list' ? value.items : []
      if (first === undefined || second === undefined) return unknownData({ kind: 'unreadable' }, 'loop')
      return computed('_a | subelements(_b, skip_missing=True)', [forceName(first, scope), second], scope)
    }
    case 'sequence':
      return value.kind === 'string' ? sequence(value.value) : unknownData({ kind: 'unresolved', name: kind }, 'loop')
    case 'fileglob': {
      const patterns = wrapped(value)
      if (patterns.kind !== 'list' || patterns.items.some((item) => item.kind !== 'string'))
        return unknownData({ kind: 'unresolved', name: kind }, 'loop')
      return list(
        patterns.items.flatMap((item) => glob(item.kind === 'string' ? item.value : '').map((path) => string(path))),
      )
    }
    default:
      return unknownData({ kind: 'unresolved', name: kind }, 'lookup')
  }
}

function force(data: Data, scope: Scope): Data {
  return evaluateData(data, scope).value
}

/** A bare name stands for the variable in the older forms. */
function forceName(data: Data, scope: Scope): Data {
  if (data.kind !== 'string' || !/^[A-Za-z_]\w*$/.test(data.value)) return data
  const found = scope.lookup(data.value)
  return found.kind === 'undefined' ? data : force(found, scope)
}

function wrapped(value: Data): Data {
  switch (value.kind) {
    case 'list':
    case 'unknown':
    case 'undefined':
      return value
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
    case 'dict':
    case 'callable':
      return list([value], value.at)
  }
}

function flat(data: Data, depth: number, scope: Scope): Data {
  if (data.kind !== 'list') return data
  let open = data.open
  const items = data.items.flatMap((item): readonly Data[] => {
    const value = forceName(item, scope)
    if (value.kind === 'list' && depth > 0) {
      const inner = depth > 1 ? flat(value, depth - 1, scope) : value
      open ??= value.open
      return inner.kind === 'list' ? inner.items : [inner]
    }
    return [value]
  })
  return { ...list(items, data.at, open) }
}

function combined(filter: string, value: Data, scope: Scope): Data {
  if (value.kind !== 'list') return value
  const [first, ...rest] = value.items.map((item) => forceName(item, scope))
  if (first === undefined) return value
  const names = rest.map((_, index) => NAMES[index + 1] ?? '_z')
  return computed(`_a | ${filter}(${names.join(', ')}) | list`, [first, ...rest], scope)
}

const NAMES = ['_a', '_b', '_c', '_d', '_e', '_f', '_g']

/** What a filter makes of some values. */
function computed(expression: string, values: readonly Data[], scope: Scope): Data {
  const given = new Map(values.map((value, index) => [NAMES[index] ?? '_z', value]))
  const around: Scope = { lookup: (name) => given.get(name) ?? scope.lookup(name) }
  return evaluateExpression(fileTemplate({ path: '', text: expression }), around).value
}

const MOST_TURNS = 100_000

/** `start=1 end=9 stride=2 format=pe%02d`, `1-9/2:pe%02x` */
function sequence(text: string): Data {
  const short = /^(?:(\w+)-)?(\w+)(?:\/(-?\w+))?(?::(.+))?$/.exec(text.trim())
  const named = new Map(pairsOf(text))
  const count = named.get('count')
  const start = Number(short?.[1] ?? named.get('start') ?? 1)
  const stride = Number(short?.[3] ?? named.get('stride') ?? 1)
  const end = count === undefined ? Number(short?.[2] ?? named.get('end')) : start + stride * (Number(count) - 1)
  const format = short?.[4] ?? named.get('format') ?? '%d'
  if (
    ![start, stride, end].every(Number.isSafeInteger) ||
    stride === 0 ||
    Math.abs((end - start) / stride) > MOST_TURNS
  )
    return unknownData({ kind: 'unresolved', name: 'with_sequence' }, 'loop')
  const items: Data[] = []
  for (let at = start; stride > 0 ? at <= end : at >= end; at += stride)
    items.push(
      string(
        format.replace(/%(0?)(\d*)([dxXo])/, (_, zero: string, width: string, base: string) => {
          const digits = at.toString(base === 'o' ? 8 : base === 'd' ? 10 : 16)
          return (base === 'X' ? digits.toUpperCase() : digits).padStart(Number(width || 0), zero === '0' ? '0' : ' ')
        }),
      ),
    )
  return list(items)
}

function textOf(data: Data): string {
  if (data.kind !== 'string') return 'its items'
  const { text } = stringTemplate(data)
  return text.replace(/^\s*\{\{-?\s*/, '').replace(/\s*-?\}\}\s*$/, '')
}
