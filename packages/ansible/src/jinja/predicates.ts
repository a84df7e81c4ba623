import type { Data } from '../data.ts'
import type { Predicate } from './calls.ts'
import { compareBy, contains, negate } from './operators.ts'
import { isNumeric, numberOf, truth } from './python.ts'
import { compileRegex, search } from './regex/match.ts'
import { addressTests } from './filters/addresses.ts'

type Kind = Data['kind']

function isKind(...kinds: readonly Kind[]): Predicate {
  return (target) => (target.kind === 'unknown' ? undefined : kinds.includes(target.kind))
}

function comparing(operator: '==' | '!=' | '<' | '<=' | '>' | '>='): Predicate {
  return (target, args) => compareBy(operator, target, args.at(0, 'other') ?? target)
}

function integral(holds: (value: bigint, by: bigint) => boolean): Predicate {
  return (target, args) => {
    const by = args.at(0, 'num')
    if (!isNumeric(target) || target.kind === 'float') return undefined
    const value = BigInt(numberOf(target))
    if (by !== undefined && (by.kind !== 'int' || by.value === 0)) return undefined
    return holds(value, by === undefined ? 2n : BigInt(by.kind === 'int' ? by.value : 1))
  }
}

function matching(prefix: string, suffix: string): Predicate {
  return (target, args, { run }) => {
    const pattern = args.string(0, 'pattern')
    if (target.kind !== 'string' || pattern === undefined) return undefined
    const flags = `${args.flag(1, 'ignorecase', false) ? 'i' : ''}${args.flag(2, 'multiline', false) ? 'm' : ''}`
    const regex = compileRegex(`${prefix}(?:${pattern})${suffix}`, flags)
    const found = regex === undefined ? undefined : search(regex, target.value, 0, run)
    return found === undefined ? undefined : found !== null
  }
}

function allOf(list: Data, wanted: boolean): boolean | undefined {
  if (list.kind !== 'list') return undefined
  const truths = list.items.map(truth)
  if (truths.includes(!wanted)) return !wanted
  return truths.includes(undefined) || list.open !== undefined ? undefined : wanted
}

function within(inner: Data, outer: Data | undefined): boolean | undefined {
  if (inner.kind !== 'list' || outer === undefined) return undefined
  const all = inner.items.map((item) => contains(outer, item))
  if (all.includes(false)) return false
  return all.includes(undefined) || inner.open !== undefined ? undefined : true
}

const version: Predicate = (target, args) => {
  const other = args.at(0, 'version')
  const operator = args.string(1, 'operator') ?? '=='
  if (target.kind !== 'string' || other?.kind !== 'string' || args.named.size > 0) return undefined
  const order = compareVersions(target.value, other.value)
  if (order === undefined) return undefined
  switch (operator) {
    case '==':
    case '=':
    case 'eq':
      return order === 0
    case '!=':
    case '<>':
    case 'ne':
      return order !== 0
    case '<':
    case 'lt':
      return order < 0
    case '<=':
    case 'le':
      return order <= 0
    case '>':
    case 'gt':
      return order > 0
    case '>=':
    case 'ge':
      return order >= 0
  }
  return undefined
}

/** By runs of digits and letters, as Python's LooseVersion; undefined where a number meets a word. */
function compareVersions(left: string, right: string): number | undefined {
  const a = left.match(/\d+|[a-z]+/gi) ?? []
  const b = right.match(/\d+|[a-z]+/gi) ?? []
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (/^\d/.test(part) !== /^\d/.test(other)) return undefined
    const order = /^\d/.test(part) ? Number(part) - Number(other) : part < other ? -1 : part > other ? 1 : 0
    if (order !== 0) return order
  }
  return a.length - b.length
}

const equals = comparing('==')
const same: Predicate = (target, args) => {
  const other = args.at(0, 'other')
  if (target.kind === 'unknown' || other === undefined || other.kind === 'unknown') return undefined
  return target.kind === other.kind && compareBy('==', target, other)
}

/** Jinja's and Ansible's tests. Those of a name that is not here nobody can decide. */
export const predicates: Readonly<Record<string, Predicate>> = {
  defined: (target) => (target.kind === 'unknown' ? definedness(target) : target.kind !== 'undefined'),
  undefined: (target) => negate(target.kind === 'unknown' ? definedness(target) : target.kind !== 'undefined'),
  none: isKind('null'),
  string: (target) =>
    target.kind !== 'unknown' ? target.kind === 'string' : target.pieces === undefined ? undefined : true,
  number: isKind('int', 'float', 'bool'),
  integer: isKind('int'),
  float: isKind('float'),
  boolean: isKind('bool'),
  mapping: isKind('dict'),
  sequence: isKind('list', 'string', 'dict'),
  iterable: isKind('list', 'string', 'dict', 'undefined'),
  list: isKind('list'),
  dict: isKind('dict'),
  callable: isKind('callable'),
  true: (target) => (target.kind === 'unknown' ? undefined : target.kind === 'bool' && target.value),
  false: (target) => (target.kind === 'unknown' ? undefined : target.kind === 'bool' && !target.value),
  truthy: (target) => truth(target),
  falsy: (target) => negate(truth(target)),
  odd: integral((value) => value % 2n !== 0n),
  even: integral((value) => value % 2n === 0n),
  divisibleby: integral((value, by) => value % by === 0n),
  lower: (target) => (target.kind === 'string' ? target.value === target.value.toLowerCase() : undefined),
  upper: (target) => (target.kind === 'string' ? target.value === target.value.toUpperCase() : undefined),
  sameas: same,
  in: (target, args) => contains(args.at(0, 'seq') ?? target, target),
  contains: (target, args) => contains(target, args.at(0, 'value') ?? target),
  eq: equals,
  equalto: equals,
  '==': equals,
  ne: comparing('!='),
  '!=': comparing('!='),
  lt: comparing('<'),
  lessthan: comparing('<'),
  '<': comparing('<'),
  le: comparing('<='),
  '<=': comparing('<='),
  gt: comparing('>'),
  greaterthan: comparing('>'),
  '>': comparing('>'),
  ge: comparing('>='),
  '>=': comparing('>='),
  match: matching('\\A', ''),
  search: matching('', ''),
  regex: matching('', ''),
  fullmatch: matching('\\A', '\\Z'),
  any: (target) => allOf(target, false),
  all: (target) => allOf(target, true),
  subset: (target, args) => within(target, args.at(0, 'b')),
  issubset: (target, args) => within(target, args.at(0, 'b')),
  superset: (target, args) => within(args.at(0, 'b') ?? target, target),
  issuperset: (target, args) => within(args.at(0, 'b') ?? target, target),
  version,
  version_compare: version,
  vault_encrypted: (target) => target.kind === 'unknown' && target.by === 'vault',
  'arista.avd.defined': (target, args) => {
    const defined = target.kind === 'unknown' ? undefined : target.kind !== 'undefined' && target.kind !== 'null'
    const wanted = args.at(0, 'test_value')
    return defined === true && wanted !== undefined && wanted.kind !== 'null'
      ? compareBy('==', target, wanted)
      : defined
  },
  ...addressTests,
}

function definedness(target: Extract<Data, { kind: 'unknown' }>): boolean | undefined {
  if (target.pieces !== undefined || target.by === 'vault' || target.by === 'prompt' || target.by === 'registered')
    return true
  const arms = target.choice?.arms.map(({ value }) =>
    value.kind === 'unknown' ? definedness(value) : value.kind !== 'undefined',
  )
  const [first] = arms ?? []
  return arms?.every((arm) => arm === first) === true ? first : undefined
}
