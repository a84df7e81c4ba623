import { lift } from './alternatives.ts'
import { parseDecimal } from './decimal.ts'
import { bool, number, text, unreadable } from './make.ts'
import type { BoolValue, NumberValue, StringValue, UnknownValue, NullValue, Value } from './value.ts'

type Or<V> = V | NullValue | UnknownValue

/** A text of a text, number or bool; null stays; anything else cannot be converted. */
export function toText(value: Value): Or<StringValue> {
  switch (value.kind) {
    case 'string':
    case 'null':
      return value
    case 'number':
      return text(value.digits, value.at, value.sensitive)
    case 'bool':
      return text(String(value.value), value.at, value.sensitive)
    case 'unknown':
      return value.oneOf === undefined ? value : (lift(value, value.at, toText) as Or<StringValue>)
    case 'list':
    case 'object':
      return unreadable(value.at)
  }
}

export function toNumber(value: Value): Or<NumberValue> {
  switch (value.kind) {
    case 'number':
    case 'null':
      return value
    case 'string': {
      const decimal = parseDecimal(value.value)
      return decimal === undefined ? unreadable(value.at) : number(decimal, value.at, value.sensitive)
    }
    case 'unknown':
      return value.oneOf === undefined ? value : (lift(value, value.at, toNumber) as Or<NumberValue>)
    case 'bool':
    case 'list':
    case 'object':
      return unreadable(value.at)
  }
}

export function toBool(value: Value): Or<BoolValue> {
  switch (value.kind) {
    case 'bool':
    case 'null':
      return value
    case 'string':
      if (value.value === 'true' || value.value === '1') return bool(true, value.at, value.sensitive)
      if (value.value === 'false' || value.value === '0') return bool(false, value.at, value.sensitive)
      return unreadable(value.at)
    case 'unknown':
      return value.oneOf === undefined ? value : (lift(value, value.at, toBool) as Or<BoolValue>)
    case 'number':
    case 'list':
    case 'object':
      return unreadable(value.at)
  }
}
