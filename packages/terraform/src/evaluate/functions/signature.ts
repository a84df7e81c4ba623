import type { Origin } from '@breakwater/core'
import { lift, sensitiveIn, unknownIn } from '../alternatives.ts'
import type { Scope } from '../context.ts'
import { toBool, toNumber, toText } from '../convert.ts'
import { parseDecimal, type Decimal } from '../decimal.ts'
import { bool, decimalOf, list, markedAs, number, text, unknown } from '../make.ts'
import type { NumberValue, StringValue, Value } from '../value.ts'

/** A call: where it stands, and what it may see. */
export interface Call {
  readonly at: Origin
  readonly scope: Scope
}

/** A function of the language. Undefined is an error that Terraform would report. */
export type Builtin = (args: readonly Value[], call: Call) => Value | undefined

export type Builtins = Readonly<Record<string, Builtin>>

interface Kinds {
  string: string
  number: number
  decimal: Decimal
  bool: boolean
  strings: readonly string[]
  any: Value
}

type Kind = keyof Kinds
type Read<Parameters extends readonly Kind[]> = { readonly [Index in keyof Parameters]: Kinds[Parameters[Index]] }
type Result = string | number | boolean | Decimal | readonly string[] | Value | undefined

/**
 * A function of known arguments: where one is not known, neither is the result, or it is one of the results for each
 * case. The result comes from the argument `subject`, the first one unless it is said.
 */
export function strict<const Parameters extends readonly Kind[]>(
  parameters: Parameters,
  compute: (...args: Read<Parameters>) => Result,
  subject = 0,
): Builtin {
  return variadic(
    parameters,
    parameters.length,
    (values) => compute(...(values as unknown as Read<Parameters>)),
    subject,
  )
}

/** Like `strict`, with the last kind for all further arguments too; `least` arguments must be there. */
export function variadic(
  parameters: readonly Kind[],
  least: number,
  compute: (values: readonly unknown[], args: readonly Value[], at: Origin) => Result,
  subject = 0,
): Builtin {
  return (args, call) => {
    if (args.length < least) return undefined
    return withKnown(args, call.at, (known) => {
      const values: unknown[] = []
      for (const [index, value] of known.entries()) {
        const kind = parameters[Math.min(index, parameters.length - 1)] ?? 'any'
        const read = readers[kind](value)
        if (read === undefined) return undefined
        values.push(read)
      }
      const at = known[subject]?.at ?? call.at
      return asValue(compute(values, known, at), at)
    })
  }
}

/** Calls with known arguments, for each case of the first one that has cases; otherwise unknown. */
export function withKnown(
  args: readonly Value[],
  at: Origin,
  make: (known: readonly Value[]) => Value | undefined,
): Value | undefined {
  for (const [index, value] of args.entries()) {
    if (value.kind === 'unknown' && value.oneOf !== undefined) {
      return lift(value, at, (one) => withKnown(args.with(index, one), at, make) ?? unknown({ kind: 'unreadable' }, at))
    }
  }
  const sensitive = args.some((value) => sensitiveIn(value))
  for (const value of args) {
    const open = unknownIn(value)
    if (open !== undefined) return unknown(open.why, at, sensitive)
  }
  const made = make(args)
  return made === undefined ? undefined : markedAs(made, sensitive)
}

const readers: { readonly [K in Kind]: (value: Value) => Kinds[K] | undefined } = {
  string: (value) => stringOf(value)?.value,
  number: (value) => numberOf(value)?.value,
  decimal: (value) => {
    const read = numberOf(value)
    return read === undefined ? undefined : decimalOf(read)
  },
  bool: (value) => {
    const read = toBool(value)
    return read.kind === 'bool' ? read.value : undefined
  },
  strings: (value) => {
    if (value.kind !== 'list') return undefined
    const strings = value.items.map((item) => stringOf(item)?.value)
    return strings.every((item) => item !== undefined) ? strings : undefined
  },
  any: (value) => value,
}

function stringOf(value: Value): StringValue | undefined {
  const read = toText(value)
  return read.kind === 'string' ? read : undefined
}

function numberOf(value: Value): NumberValue | undefined {
  const read = toNumber(value)
  return read.kind === 'number' ? read : undefined
}

function asValue(result: Result, at: Origin): Value | undefined {
  if (typeof result === 'string') return text(result, at)
  if (typeof result === 'boolean') return bool(result, at)
  if (typeof result === 'number') {
    const decimal = parseDecimal(String(result))
    return decimal === undefined ? undefined : number(decimal, at)
  }
  if (result === undefined) return undefined
  if ('digits' in result && typeof result.digits === 'bigint') return number(result as Decimal, at)
  if (Array.isArray(result)) {
    return list(
      (result as readonly string[]).map((item) => text(item, at)),
      at,
      'list',
    )
  }
  return result as Value
}
