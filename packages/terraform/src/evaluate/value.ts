import type { Origin, Reason } from '@breakwater/core'

interface Marked {
  /** Where a person edits it, and the way from there to its use: references, module calls, loops and templates. */
  readonly at: Origin
  /** A variable or a function says that it must not be shown. */
  readonly sensitive: boolean
}

export interface NullValue extends Marked {
  readonly kind: 'null'
}

export interface BoolValue extends Marked {
  readonly kind: 'bool'
  readonly value: boolean
}

export interface NumberValue extends Marked {
  readonly kind: 'number'
  readonly value: number
  /** The exact number as Terraform prints it; `value` is the nearest double. */
  readonly digits: string
}

export interface StringValue extends Marked {
  readonly kind: 'string'
  readonly value: string
  /** What it was put together from, in order; where absent it is one piece, which comes from `at`. */
  readonly pieces?: readonly Piece[]
}

/** A stretch of a text with its place, or a hole that nothing in view fills. */
export type Piece =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly at: Origin
      /** Whether unit i of the text is unit i of the span: so for literal text without escapes. */
      readonly verbatim: boolean
      readonly sensitive: boolean
    }
  | { readonly kind: 'hole'; readonly value: UnknownValue; readonly at: Origin }

/** What a list, a set, a map or an object may hold beyond what is known. */
export interface Rest {
  readonly why: Reason
  readonly at: Origin
  /** What further members look like, any number of times and also never; empty where nothing is known of them. */
  readonly each: readonly Value[]
}

export interface ListValue extends Marked {
  readonly kind: 'list'
  readonly collection: 'tuple' | 'list' | 'set'
  readonly items: readonly Value[]
  /** Where present, more items may follow. */
  readonly rest?: Rest
}

export interface Entry {
  /** The place of the key; for keys that are computed, the place of the entry. */
  readonly key: Origin
  readonly value: Value
}

export interface ObjectValue extends Marked {
  readonly kind: 'object'
  readonly collection: 'object' | 'map'
  readonly entries: ReadonlyMap<string, Entry>
  /** Where present, more entries may be there. */
  readonly rest?: Rest
  /** Address of the resource whose attributes these are; those that are not written are unknown. */
  readonly resource?: string
}

export interface UnknownValue extends Marked {
  readonly kind: 'unknown'
  readonly why: Reason
  /** All that it can be, where that is bounded: the arms of a conditional that cannot be decided. Some may be unknown. */
  readonly oneOf?: readonly Value[]
  /** The place of the condition that decides between `oneOf`. */
  readonly condition?: Origin
  /** A text of which a part is known. */
  readonly pieces?: readonly Piece[]
  /** The attribute of a resource that only applying tells: `aws_security_group.web[0]` and `id`. */
  readonly reference?: { readonly address: string; readonly path: readonly string[] }
}

export type KnownValue = NullValue | BoolValue | NumberValue | StringValue | ListValue | ObjectValue

/** A value of the language. `null` means that the argument is not set. */
export type Value = KnownValue | UnknownValue

/** Whether it is one text, number or truth value. */
export function isTextual(value: Value): value is StringValue | NumberValue | BoolValue {
  return value.kind === 'string' || value.kind === 'number' || value.kind === 'bool'
}
