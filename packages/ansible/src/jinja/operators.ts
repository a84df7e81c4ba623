import { bool, exact, float, int, string, unknownData, unresolved, type Data } from '../data.ts'
import { formatPercent } from './format.ts'
import { MAX_TEXT } from './methods.ts'
import { compare, equal, isNumeric, numberOf, type Numeric } from './python.ts'
import { fromPieces, printPieces } from './print.ts'
import type { BinaryOperator, CompareOperator } from './syntax.ts'

type Arithmetic = Exclude<BinaryOperator, 'and' | 'or'>

/** An operator's result; what Python would refuse is unknown. */
export function arithmetic(operator: Arithmetic, left: Data, right: Data): Data {
  if (left.kind === 'unknown' && !(operator === '+' && left.pieces !== undefined)) return unknownData(left.why, left.by)
  if (right.kind === 'unknown' && left.kind !== 'string' && left.kind !== 'unknown')
    return unknownData(right.why, right.by)
  if (isNumeric(left) && isNumeric(right)) return numbers(operator, left, right)
  if (operator === '+') return plus(left, right)
  if (right.kind === 'unknown') return unknownData(right.why, right.by)
  if (operator === '%' && left.kind === 'string') {
    const text = formatPercent(left.value, right)
    return text === undefined ? unreadable() : string(text, left.at)
  }
  if (operator === '*') return repeat(left, right) ?? repeat(right, left) ?? unreadable()
  const missing = left.kind === 'undefined' ? left : right
  return missing.kind === 'undefined' ? unresolved(missing.name) : unreadable()
}

function unreadable(): Data {
  return unknownData({ kind: 'unreadable' })
}

function plus(left: Data, right: Data): Data {
  const texts = [left, right].filter(
    (data) => data.kind === 'string' || (data.kind === 'unknown' && data.pieces !== undefined),
  )
  if (texts.length === 2) {
    const length = textLength(left) + textLength(right)
    return length > MAX_TEXT
      ? unknownData({ kind: 'unreadable' }, 'limit')
      : fromPieces([...printPieces(left), ...printPieces(right)])
  }
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.items.length + right.items.length > 200_000) return unknownData({ kind: 'unreadable' }, 'limit')
    return { ...left, items: [...left.items, ...right.items], open: left.open ?? right.open }
  }
  const unsure = [left, right].find((data) => data.kind === 'unknown')
  if (unsure?.kind === 'unknown') return unknownData(unsure.why, unsure.by)
  const missing = [left, right].find((data) => data.kind === 'undefined')
  return missing?.kind === 'undefined' ? unresolved(missing.name) : unreadable()
}

function textLength(data: Data): number {
  return data.kind === 'string' ? data.value.length : 0
}

function repeat(what: Data, times: Data): Data | undefined {
  if (times.kind !== 'int') return undefined
  const count = Math.max(Number(times.value), 0)
  if (what.kind === 'string')
    return count * what.value.length > MAX_TEXT
      ? unknownData({ kind: 'unreadable' }, 'limit')
      : string(what.value.repeat(count), what.at)
  if (what.kind !== 'list') return undefined
  if (count * what.items.length > 200_000) return unknownData({ kind: 'unreadable' }, 'limit')
  return { ...what, items: Array.from({ length: count }, () => what.items).flat() }
}

function numbers(operator: Arithmetic, left: Numeric, right: Numeric): Data {
  const a = numberOf(left)
  const b = numberOf(right)
  const at = left.at ?? right.at
  // oxlint-disable-next-line eqeqeq
  if (b == 0 && (operator === '/' || operator === '//' || operator === '%')) return unreadable()
  if (operator === '/') return float(Number(a) / Number(b), at)
  if (left.kind === 'float' || right.kind === 'float') return float(floats(operator, Number(a), Number(b)), at)
  const big = bigs(operator, BigInt(a), BigInt(b))
  if (big !== undefined) return int(exact(big), at)
  return operator === '**' && b < 0 ? float(Number(a) ** Number(b), at) : unknownData({ kind: 'unreadable' }, 'limit')
}

function floats(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '//':
      return Math.floor(a / b)
    case '%':
      return a - b * Math.floor(a / b)
    case '**':
      return a ** b
  }
}

function bigs(operator: Arithmetic, a: bigint, b: bigint): bigint | undefined {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return bits(a) + bits(b) > 20_000 ? undefined : a * b
    case '/':
      return undefined
    case '//':
      return floorDivide(a, b)
    case '%':
      return a - b * floorDivide(a, b)
    case '**':
      return b < 0n || b > 10_000n || bits(a) * Number(b) > 20_000 ? undefined : a ** b
  }
}

/** About as many bits as a number has: what would take more than a moment is not computed. */
function bits(value: bigint): number {
  return value.toString(16).length * 4
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/** A comparison; undefined where nobody can know. */
export function compareBy(operator: CompareOperator, left: Data, right: Data): boolean | undefined {
  switch (operator) {
    case '==':
      return equal(left, right)
    case '!=':
      return negate(equal(left, right))
    case 'in':
      return contains(right, left)
    case 'not in':
      return negate(contains(right, left))
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const order = compare(left, right)
      if (order === undefined) return undefined
      if (order === 0) return operator === '<=' || operator === '>='
      return order < 0 ? operator.startsWith('<') : operator.startsWith('>')
    }
  }
}

export function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

export function contains(collection: Data, wanted: Data): boolean | undefined {
  if (collection.kind === 'unknown') return undefined
  if (collection.kind === 'undefined') return undefined
  if (wanted.kind === 'unknown')
    return collection.kind === 'list' && collection.items.length === 0 && collection.open === undefined
      ? false
      : undefined
  if (collection.kind === 'string')
    return wanted.kind === 'string' ? collection.value.includes(wanted.value) : undefined
  if (collection.kind === 'dict') {
    const has = (wanted.kind === 'string' || wanted.kind === 'int') && collection.entries.has(wanted.value)
    return has ? true : collection.open === undefined ? false : undefined
  }
  if (collection.kind !== 'list') return undefined
  let sure = collection.open === undefined
  for (const item of collection.items) {
    const same = equal(item, wanted)
    if (same === true) return collection.open?.kind === 'conditional' ? undefined : true
    if (same === undefined) sure = false
  }
  return sure ? false : undefined
}

export function truthData(value: boolean | undefined, why: Data): Data {
  if (value !== undefined) return bool(value)
  return why.kind === 'unknown' ? unknownData(why.why, why.by) : unknownData({ kind: 'conditional' })
}
