import type { Origin, Reason, Span } from '@breakwater/core'

/**
 * A value as YAML, variables and Jinja share it. `at` is where a person wrote it and the way from there; values that the
 * evaluator computes have no place of their own.
 */
export type Data =
  | NullData
  | BoolData
  | IntData
  | FloatData
  | StringData
  | ListData
  | DictData
  | UndefinedData
  | UnknownData
  | CallableData

interface Placed {
  readonly at: Origin | undefined
}

export interface NullData extends Placed {
  readonly kind: 'null'
}

export interface BoolData extends Placed {
  readonly kind: 'bool'
  readonly value: boolean
}

/** `value` is a number where that is exact (up to 2^53), else a bigint. */
export interface IntData extends Placed {
  readonly kind: 'int'
  readonly value: number | bigint
}

export interface FloatData extends Placed {
  readonly kind: 'float'
  readonly value: number
}

export interface StringData extends Placed {
  readonly kind: 'string'
  readonly value: string
  /** The parts of a string that was put together from several places. */
  readonly pieces: readonly Piece[] | undefined
  /** Holds Jinja that Ansible evaluates where the value is used (`{{` in YAML, and not `!unsafe`). */
  readonly template: boolean
}

export interface ListData extends Placed {
  readonly kind: 'list'
  /** Only `append` and its like change it, in the template that made it. */
  readonly items: Data[]
  readonly tuple: boolean
  /** Why there may be other items than these. */
  open: Reason | undefined
  /** Some string within is a template. */
  readonly template: boolean
}

/** A dict's key as Python tells keys apart: `1` is not `'1'`. */
export type Key = string | number | bigint | boolean | null

export interface DictEntry {
  readonly key: Data
  value: Data
}

export interface DictData extends Placed {
  readonly kind: 'dict'
  readonly entries: Map<Key, DictEntry>
  open: Reason | undefined
  readonly template: boolean
}

/** A name or attribute that is surely not defined. */
export interface UndefinedData extends Placed {
  readonly kind: 'undefined'
  /** As a person wrote it: `ntp.server`. */
  readonly name: string
}

export interface UnknownData extends Placed {
  readonly kind: 'unknown'
  readonly why: Reason
  /** What kept it from being known, where the reader cares. */
  readonly by: UnknownCause | undefined
  /** The string that it is, as far as it is known. */
  readonly pieces: readonly Piece[] | undefined
  /** What it can be: the arms of a condition that cannot be decided. */
  readonly choice: Choice<Data> | undefined
}

export type UnknownCause =
  | 'vault'
  | 'lookup'
  | 'prompt'
  | 'fact'
  | 'registered'
  | 'filter'
  | 'condition'
  | 'loop'
  | 'limit'

/** Something that a template can call: a macro, a global function. Never in YAML. */
export interface CallableData extends Placed {
  readonly kind: 'callable'
  readonly name: string
  /** Attributes, as `loop`, `namespace`, an imported template and a joiner have them. */
  readonly members: Map<string, Data> | undefined
  readonly call: ((positional: readonly Data[], named: ReadonlyMap<string, Data>) => Data) | undefined
}

/** A stretch of text with one place. A hole has no text. */
export interface Piece {
  readonly text: string
  /** Where a person edits it, and the way from there. */
  readonly at: Origin | undefined
  /** Variables that fed it, as dotted paths. */
  readonly deps: readonly string[]
  readonly hole: Hole | undefined
}

export interface Hole {
  readonly why: Reason
  readonly by: UnknownCause | undefined
}

/** Something that depends on a condition nobody can decide. Arms may be empty, never missing. */
export interface Choice<T> {
  readonly arms: readonly { readonly when: Condition; readonly value: T }[]
}

/** A condition that cannot be decided, and the way it must fall for the text to be there. */
export interface Condition {
  /** `loop`: the text stands for each item of something unknown. */
  readonly kind: 'if' | 'loop'
  /** As it is written: `ssh_only is defined`. */
  readonly text: string
  readonly holds: boolean
  readonly span: Span
  readonly why: Reason
}

export const NULL: NullData = { kind: 'null', at: undefined }
export const TRUE: BoolData = { kind: 'bool', value: true, at: undefined }
export const FALSE: BoolData = { kind: 'bool', value: false, at: undefined }
export const EMPTY: StringData = { kind: 'string', value: '', at: undefined, pieces: undefined, template: false }

export function bool(value: boolean): BoolData {
  return value ? TRUE : FALSE
}

export function int(value: number | bigint, at?: Origin): IntData {
  return { kind: 'int', value: exact(value), at }
}

/** A number where it is exact. */
export function exact(value: number | bigint): number | bigint {
  if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value) ? value : BigInt(value)
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value
}

export function float(value: number, at?: Origin): FloatData {
  return { kind: 'float', value, at }
}

export function string(value: string, at?: Origin, pieces?: readonly Piece[]): StringData {
  return { kind: 'string', value, at, pieces, template: false }
}

export function list(items: Data[], at?: Origin, open?: Reason): ListData {
  return { kind: 'list', items, tuple: false, at, open, template: false }
}

export function tuple(items: Data[]): ListData {
  return { kind: 'list', items, tuple: true, at: undefined, open: undefined, template: false }
}

export function dict(entries: Map<Key, DictEntry>, at?: Origin): DictData {
  return { kind: 'dict', entries, at, open: undefined, template: false }
}

/** A dict of names; for tables and tests. */
export function record(values: Readonly<Record<string, Data>>, at?: Origin): DictData {
  return dict(new Map(Object.entries(values).map(([name, value]) => [name, { key: string(name), value }])), at)
}

export function undefinedData(name: string, at?: Origin): UndefinedData {
  return { kind: 'undefined', name, at }
}

export function unknownData(why: Reason, by?: UnknownCause, at?: Origin): UnknownData {
  return { kind: 'unknown', why, by, at, pieces: undefined, choice: undefined }
}

/** The name of a value that a vault holds. */
export const VAULT = '!vault'

/** A value that nothing in view gives, such as a fact or a registered result. */
export function unresolved(name: string, by?: UnknownCause, at?: Origin): UnknownData {
  return unknownData({ kind: 'unresolved', name }, by, at)
}

/** The key under which a dict keeps a value, or undefined where Python could not hash it. */
export function keyOf(data: Data): Key | undefined {
  switch (data.kind) {
    case 'string':
    case 'int':
    case 'bool':
      return data.value
    case 'float':
      return Number.isInteger(data.value) ? exact(data.value) : data.value
    case 'null':
      return null
    case 'list':
    case 'dict':
    case 'undefined':
    case 'unknown':
    case 'callable':
      return undefined
  }
}

/** The value of a dict's entry, or undefined. */
export function entry(data: DictData, key: Key): Data | undefined {
  return data.entries.get(key)?.value
}

/** Plain values as Data, for callers that have some. Functions, symbols and cycles are none. */
export function fromPlain(value: unknown): Data {
  if (value === null || value === undefined) return NULL
  if (typeof value === 'boolean') return bool(value)
  if (typeof value === 'bigint') return int(value)
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float(value)
  if (typeof value === 'string') return string(value)
  if (Array.isArray(value)) return list(value.map(fromPlain))
  if (typeof value !== 'object') return NULL
  return record(Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fromPlain(item)])))
}
