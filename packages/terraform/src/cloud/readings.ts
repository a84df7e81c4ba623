import type { Condition, Origin, Reason } from '@breakwater/core'
import { attributeOf, itemsOf } from '../project/read.ts'
import type { Body, Repetition } from '../project/project.ts'
import type { UnknownValue, Value } from '../evaluate/value.ts'

/** What an argument says, as far as it is known. */
export type Reading<T> =
  | { readonly state: 'known'; readonly value: T; readonly at: Origin }
  | { readonly state: 'unknown'; readonly why: Reason; readonly at: Origin }

/** The value of an argument; undefined where it is not set. */
export function valueOf(body: Body, name: string): Value | undefined {
  return attributeOf(body, name)?.value
}

/** A text, number or truth value as text; undefined for anything else. */
export function textOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'string':
    case 'bool':
      return String(value.value)
    case 'number':
      return value.digits
    case 'null':
    case 'list':
    case 'object':
    case 'unknown':
    case undefined:
      return undefined
  }
}

/** The number that a text or number says; undefined for anything else. */
export function numberOf(value: Value | undefined): number | undefined {
  const text = textOf(value)?.trim()
  return text !== undefined && /^-?\d{1,10}$/.test(text) ? Number(text) : undefined
}

/** Whether an argument is true; `otherwise` where it is not set, undefined where nobody knows. */
export function isTrue(body: Body, name: string, otherwise: boolean): boolean | undefined {
  const value = valueOf(body, name)
  if (value === undefined) return otherwise
  const text = textOf(value)
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** The members of a list, or the value itself; those that nobody knows are unknown values. Alternatives carry their condition. */
export function membersOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'null') return []
  if (value.kind === 'unknown') return value.oneOf === undefined ? [value] : alternativesOf(value).flatMap(membersOf)
  const items = itemsOf(value)
  if (items === undefined) return [value]
  const members = items.flatMap(membersOf)
  if (value.kind !== 'list' || value.rest === undefined) return members
  const { why, at, each } = value.rest
  const further = each.flatMap(membersOf).map((one) => under(one, loopAt(at)))
  return [...members, ...further, { kind: 'unknown', why, at, sensitive: false }]
}

/** What an unknown value can be, each with the condition under which it is that. */
function alternativesOf({ oneOf = [], condition }: UnknownValue): readonly Value[] {
  return condition === undefined || oneOf.length !== 2
    ? oneOf
    : oneOf.map((one, index) => under(one, { kind: 'if', text: textAt(condition), holds: index === 0 }))
}

function under(value: Value, condition: Condition): Value {
  return { ...value, at: { ...value.at, when: [condition, ...(value.at.when ?? [])] } }
}

/** The condition under which what `count` or `for_each` repeats is there at all. */
export function loopOf(repeats: Repetition | undefined): readonly Condition[] {
  return repeats === undefined ? [] : [loopAt(repeats.at)]
}

function loopAt(at: Origin): Condition {
  return { kind: 'loop', text: textAt(at), holds: true }
}

/** The expression as it is used; where it comes from elsewhere, the first step of the way. */
function textAt({ span, via }: Origin): string {
  const { file, start, end } = via[0]?.span ?? span
  return file.text.slice(start, end)
}

/** The place under further conditions. */
export function placeUnder(at: Origin, conditions: readonly Condition[]): Origin {
  return conditions.length === 0 ? at : { ...at, when: [...conditions, ...(at.when ?? [])] }
}
