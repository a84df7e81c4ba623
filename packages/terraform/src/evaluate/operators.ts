import type { Origin } from '@breakwater/core'
import type { BinaryOperator } from '../syntax/tree.ts'
import { lift, oneOf, sameValue } from './alternatives.ts'
import { toBool, toNumber } from './convert.ts'
import { add, compare, divide, multiply, negate, remainder, type Decimal } from './decimal.ts'
import { bool, decimalOf, markedAs, number, unknown, unreadable } from './make.ts'
import type { Value } from './value.ts'

export function unary(operator: '-' | '!', operand: Value, at: Origin): Value {
  if (operator === '!') {
    const value = toBool(operand)
    if (value.kind === 'unknown') return lift(value, at, (one) => unary('!', one, at))
    return value.kind === 'bool' ? bool(!value.value, value.at, value.sensitive) : unreadable(at)
  }
  const value = toNumber(operand)
  if (value.kind === 'unknown') return lift(value, at, (one) => unary('-', one, at))
  const decimal = value.kind === 'number' ? decimalOf(value) : undefined
  return decimal === undefined ? unreadable(at) : number(negate(decimal), at, value.sensitive)
}

export function binary(operator: BinaryOperator, left: Value, right: Value, at: Origin): Value {
  switch (operator) {
    case '&&':
    case '||':
      return logical(operator === '||', left, right, at)
    case '==':
    case '!=':
      return equality(operator === '==', left, right, at)
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return arithmetic(operator, toNumber(left), toNumber(right), at)
  }
}

/** One operand that decides is enough, wherever it stands. */
function logical(decides: boolean, left: Value, right: Value, at: Origin): Value {
  const a = toBool(left)
  const b = toBool(right)
  const sensitive = a.sensitive || b.sensitive
  const settled = [a, b].find((value) => value.kind === 'bool' && value.value === decides)
  if (settled !== undefined) return bool(decides, settled.at, sensitive)
  if (a.kind === 'unknown') return lift(a, at, (one) => logical(decides, one, right, at))
  if (b.kind === 'unknown') return lift(b, at, (one) => logical(decides, left, one, at))
  return a.kind === 'bool' && b.kind === 'bool' ? bool(!decides, at, sensitive) : unreadable(at)
}

function equality(positive: boolean, left: Value, right: Value, at: Origin): Value {
  if (left.kind === 'unknown' && left.oneOf !== undefined)
    return lift(left, at, (one) => equality(positive, one, right, at))
  if (right.kind === 'unknown' && right.oneOf !== undefined)
    return lift(right, at, (one) => equality(positive, left, one, at))
  const same = sameValue(left, right)
  const sensitive = left.sensitive || right.sensitive
  if (same !== undefined) return bool(same === positive, at, sensitive)
  const open = left.kind === 'unknown' ? left : right
  return unknown(open.kind === 'unknown' ? open.why : { kind: 'unresolved', name: 'comparison' }, at, sensitive)
}

function arithmetic(
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  left: ReturnType<typeof toNumber>,
  right: ReturnType<typeof toNumber>,
  at: Origin,
): Value {
  if (left.kind === 'unknown') return lift(left, at, (one) => arithmetic(operator, toNumber(one), right, at))
  if (right.kind === 'unknown') return lift(right, at, (one) => arithmetic(operator, left, toNumber(one), at))
  if (left.kind !== 'number' || right.kind !== 'number') return unreadable(at)
  const a = decimalOf(left)
  const b = decimalOf(right)
  if (a === undefined || b === undefined) return unreadable(at)
  const result = computed(operator, a, b)
  const sensitive = left.sensitive || right.sensitive
  if (typeof result === 'boolean') return bool(result, at, sensitive)
  return result === undefined ? unreadable(at) : number(result, at, sensitive)
}

function computed(
  operator: Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>,
  a: Decimal,
  b: Decimal,
): Decimal | boolean | undefined {
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return add(a, negate(b))
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b)
    case '%':
      return remainder(a, b)
    case '<':
      return compare(a, b) < 0
    case '<=':
      return compare(a, b) <= 0
    case '>':
      return compare(a, b) > 0
    case '>=':
      return compare(a, b) >= 0
  }
}

/** The arm that the condition chooses; both where it cannot be decided, and the one value where they agree. */
export function choose(condition: Value, yes: () => Value, no: () => Value, at: Origin): Value {
  const value = toBool(condition)
  switch (value.kind) {
    case 'bool':
      return markedAs(value.value ? yes() : no(), value.sensitive)
    case 'unknown':
      return markedAs(oneOf([yes(), no()], at, { kind: 'conditional' }, value.at), value.sensitive)
    case 'null':
      return unreadable(at)
  }
}
