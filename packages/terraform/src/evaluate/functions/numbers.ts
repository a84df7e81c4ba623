import { compare, parseDecimal, rounded, negate, type Decimal } from '../decimal.ts'
import { integer, list } from '../make.ts'
import { add } from '../decimal.ts'
import type { Value } from '../value.ts'
import { toNumber } from '../convert.ts'
import { decimalOf } from '../make.ts'
import { strict, variadic, type Builtin, type Builtins } from './signature.ts'

/** Terraform makes no longer ranges. */
const LONGEST_RANGE = 1024

/** The argument that is least or greatest, with its own place. */
function extreme(sign: 1 | -1): Builtin {
  return variadic(['any'], 1, (values) => {
    let best: { readonly value: Value; readonly decimal: Decimal } | undefined
    for (const value of values as readonly Value[]) {
      const read = toNumber(value)
      const decimal = read.kind === 'number' ? decimalOf(read) : undefined
      if (decimal === undefined) return undefined
      if (best === undefined || compare(decimal, best.decimal) * sign > 0) best = { value: read, decimal }
    }
    return best?.value
  })
}

const range = variadic(['number'], 1, (values, _, at) => {
  const [first = 0, second, third] = values as readonly number[]
  const start = second === undefined ? 0 : first
  const limit = second ?? first
  const step = third ?? (limit < start ? -1 : 1)
  if (step === 0 || step > 0 !== limit >= start) return limit === start ? list([], at, 'list') : undefined
  if (Math.abs((limit - start) / step) > LONGEST_RANGE) return undefined
  const items: Value[] = []
  for (let value = start; step > 0 ? value < limit : value > limit; value += step) items.push(integer(value, at))
  return list(items, at, 'list')
})

function parseInteger(source: string, base: number): number | Decimal | undefined {
  if (!Number.isInteger(base) || base < 2 || base > 36 || !/^[+-]?[\da-z]+$/i.test(source) || source.length > 300)
    return undefined
  let digits = 0n
  for (const char of source.replace(/^[+-]/, '').toLowerCase()) {
    const digit = Number.parseInt(char, 36)
    if (digit >= base) return undefined
    digits = digits * BigInt(base) + BigInt(digit)
  }
  return { digits: source.startsWith('-') ? -digits : digits, scale: 0 }
}

function sum(value: Value): Decimal | undefined {
  if (value.kind !== 'list' || value.items.length === 0) return undefined
  let total: Decimal = { digits: 0n, scale: 0 }
  for (const item of value.items) {
    const read = toNumber(item)
    const decimal = read.kind === 'number' ? decimalOf(read) : undefined
    if (decimal === undefined) return undefined
    total = add(total, decimal)
  }
  return total
}

/** Functions of numbers. */
export const numbers: Builtins = {
  abs: strict(['decimal'], (value) => (value.digits < 0n ? negate(value) : value)),
  ceil: strict(['decimal'], (value) => rounded(value, true)),
  floor: strict(['decimal'], (value) => rounded(value, false)),
  log: strict(['number', 'number'], (value, base) => finite(Math.log(value) / Math.log(base))),
  max: extreme(1),
  min: extreme(-1),
  parseint: strict(['string', 'number'], parseInteger),
  pow: strict(['number', 'number'], power),
  range,
  signum: strict(['number'], Math.sign),
  sum: strict(['any'], sum),
}

function power(base: number, exponent: number): number | Decimal | undefined {
  if (Number.isInteger(base) && Number.isInteger(exponent) && exponent >= 0 && exponent < 500) {
    return { digits: BigInt(base) ** BigInt(exponent), scale: 0 }
  }
  return finite(base ** exponent)
}

function finite(value: number): Decimal | undefined {
  return Number.isFinite(value) ? parseDecimal(String(value)) : undefined
}
