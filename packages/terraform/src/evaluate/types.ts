import type { Expression } from '../syntax/tree.ts'
import { lift } from './alternatives.ts'
import { toBool, toNumber, toText } from './convert.ts'
import { distinctItems } from './functions/collections.ts'
import { sorted } from './functions/sets.ts'
import { list, markedAs, nullAt, object, unknown, unreadable, withRest } from './make.ts'
import type { Entry, Value } from './value.ts'

/** A type constraint of a variable. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> }

interface AttributeType {
  readonly type: Type
  readonly optional: boolean
  /** Makes the value of an attribute that is not given. */
  readonly fallback: (() => Value) | undefined
}

const ANY: Type = { kind: 'any' }

/** Reads a type constraint; what is none is `any`. */
export function readType(node: Expression, evaluate: (node: Expression) => Value): Type {
  if (node.kind === 'variable') return namedType(node.name)
  // `type = "string"` was the way of 0.11.
  if (node.kind === 'template' && node.parts.length === 1 && node.parts[0]?.kind === 'text')
    return namedType(node.parts[0].text)
  if (node.kind !== 'call') return ANY
  const [argument] = node.arguments
  if (argument === undefined) return ANY
  switch (node.name.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: node.name.name, of: readType(argument, evaluate) }
    case 'tuple':
      return argument.kind === 'tuple'
        ? { kind: 'tuple', items: argument.items.map((item) => readType(item, evaluate)) }
        : ANY
    case 'object':
      return argument.kind === 'object' ? objectType(argument, evaluate) : ANY
    default:
      return ANY
  }
}

function namedType(name: string): Type {
  switch (name) {
    case 'string':
    case 'number':
    case 'bool':
      return { kind: name }
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, of: ANY }
    default:
      return ANY
  }
}

function objectType(node: Expression & { kind: 'object' }, evaluate: (node: Expression) => Value): Type {
  const attributes = new Map<string, AttributeType>()
  for (const { key, value } of node.items) {
    const name =
      key.kind === 'variable'
        ? key.name
        : key.kind === 'template' && key.parts[0]?.kind === 'text'
          ? key.parts[0].text
          : undefined
    if (name === undefined) continue
    const isOptional = value.kind === 'call' && value.name.name === 'optional'
    const [inner, fallback] = isOptional ? value.arguments : [value]
    const type = inner === undefined ? ANY : readType(inner, evaluate)
    attributes.set(name, {
      type,
      optional: isOptional,
      fallback: fallback === undefined ? undefined : () => evaluate(fallback),
    })
  }
  return { kind: 'object', attributes }
}

/** The value as one of the type, members and defaults of `optional()` included; unreadable where it cannot be one. */
export function convert(value: Value, type: Type, depth = 0): Value {
  if (type.kind === 'any' || value.kind === 'null') return value
  if (depth > 100) return unreadable(value.at)
  if (value.kind === 'unknown') {
    return value.oneOf === undefined ? value : lift(value, value.at, (one) => convert(one, type, depth + 1))
  }
  switch (type.kind) {
    case 'string':
      return toText(value)
    case 'number':
      return toNumber(value)
    case 'bool':
      return toBool(value)
    case 'list':
    case 'set':
      return toCollection(value, type.kind, type.of, depth)
    case 'map':
      return toMap(value, type.of, depth)
    case 'tuple':
      if (value.kind !== 'list') return unreadable(value.at)
      return { ...value, items: value.items.map((item, index) => convert(item, type.items[index] ?? ANY, depth + 1)) }
    case 'object':
      return toObject(value, type.attributes, depth)
  }
}

function toCollection(value: Value, kind: 'list' | 'set', of: Type, depth: number): Value {
  if (value.kind !== 'list') return unreadable(value.at)
  const inner = of.kind === 'any' ? unified(value.items) : of
  const converted = value.items.map((item) => convert(item, inner, depth + 1))
  const items = kind === 'set' ? sorted(distinctItems(converted)) : converted
  const rest =
    value.rest === undefined
      ? undefined
      : { ...value.rest, each: value.rest.each.map((item) => convert(item, inner, depth + 1)) }
  return markedAs(withRest(list(items, value.at, kind), rest), value.sensitive)
}

/** Items of one collection are of one type: where texts stand among them, all become texts. */
function unified(items: readonly Value[]): Type {
  const kinds = new Set(items.map((item) => item.kind))
  const isMixed = kinds.has('string') && (kinds.has('number') || kinds.has('bool'))
  return isMixed ? { kind: 'string' } : ANY
}

function toMap(value: Value, of: Type, depth: number): Value {
  if (value.kind !== 'object') return unreadable(value.at)
  const inner = of.kind === 'any' ? unified([...value.entries.values()].map((entry) => entry.value)) : of
  const entries = new Map<string, Entry>()
  for (const [key, entry] of value.entries)
    entries.set(key, { ...entry, value: convert(entry.value, inner, depth + 1) })
  return markedAs(withRest(object(entries, value.at, 'map'), value.rest), value.sensitive)
}

function toObject(value: Value, attributes: ReadonlyMap<string, AttributeType>, depth: number): Value {
  if (value.kind !== 'object') return unreadable(value.at)
  const entries = new Map<string, Entry>()
  for (const [name, { type, optional, fallback }] of attributes) {
    const given = value.entries.get(name)
    if (given !== undefined && (given.value.kind !== 'null' || fallback === undefined)) {
      entries.set(name, { ...given, value: convert(given.value, type, depth + 1) })
    } else if (given === undefined && value.rest !== undefined) {
      entries.set(name, { key: value.at, value: unknown(value.rest.why, value.at) })
    } else if (optional || given !== undefined) {
      const made = fallback === undefined ? nullAt(value.at) : convert(fallback(), type, depth + 1)
      entries.set(name, { key: given?.key ?? made.at, value: made })
    } else {
      return unreadable(value.at)
    }
  }
  return markedAs(object(entries, value.at), value.sensitive)
}
