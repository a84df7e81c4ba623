import {
  dict,
  FALSE,
  float,
  int,
  keyOf,
  list,
  NULL,
  string,
  TRUE,
  tuple,
  undefinedData,
  unknownData,
  unresolved,
  type Condition,
  type Data,
  type DictEntry,
  type Key,
} from '../data.ts'
import { attribute, item, slice } from './access.ts'
import { applyFilter, decide } from './apply.ts'
import { Args } from './calls.ts'
import { dictMethods, listMethods, MAX_TEXT, MUTATING, stringMethods } from './methods.ts'
import { arithmetic, compareBy, negate, truthData } from './operators.ts'
import { fromPieces, printPieces } from './print.ts'
import { truth, unknownWithin } from './python.ts'
import { choose, lookup, originOf, spanOf, type Env } from './run.ts'
import { grows, MOST_VALUES, weightOf } from './weight.ts'
import type {
  Argument,
  BinaryExpression,
  CallExpression,
  CompareExpression,
  ConcatExpression,
  Constant,
  Expression,
  FilterExpression,
  TestExpression,
} from './syntax.ts'

/** The value of an expression, its templates evaluated. What is not known is unknown with its reason; nothing throws. */
export function evaluate(node: Expression, env: Env): Data {
  const value = env.run.force(raw(node, env))
  if ((value.kind !== 'list' && value.kind !== 'dict') || !BUILDERS.has(node.kind)) return value
  return weightOf(value) > MOST_VALUES ? unknownData({ kind: 'unreadable' }, 'limit') : value
}

/** Expressions that make lists and dictionaries of others. */
const BUILDERS: ReadonlySet<Expression['kind']> = new Set(['list', 'tuple', 'dict', 'binary', 'filter', 'call'])

/** The same, but what is within a collection may still hold templates: `a.b` of which only `b` is wanted. */
function raw(node: Expression, env: Env): Data {
  if (!env.run.spend(1)) return unknownData({ kind: 'unreadable' }, 'limit')
  switch (node.kind) {
    case 'constant':
      return constant(node, env)
    case 'name':
      return lookup(env, node.name)
    case 'attribute':
      return member(node.object, env, `.${node.name}`, node.name)
    case 'item': {
      if (node.index.kind === 'slice') {
        const { from, to, step } = node.index
        const part = (bound: Expression | undefined): Data | undefined =>
          bound === undefined ? undefined : evaluate(bound, env)
        return slice(evaluate(node.object, env), part(from), part(to), part(step))
      }
      const index = evaluate(node.index, env)
      const name = index.kind === 'string' ? `.${index.value}` : index.kind === 'int' ? `.${index.value}` : '[]'
      return member(node.object, env, name, index)
    }
    case 'list':
      return list(
        node.items.map((part) => evaluate(part, env)),
        originOf(env, node),
      )
    case 'tuple':
      return tuple(node.items.map((part) => evaluate(part, env)))
    case 'dict':
      return dictOf(
        node.pairs.map(({ key, value }) => [evaluate(key, env), evaluate(value, env)]),
        env,
        node,
      )
    case 'slice':
    case 'error':
      return unknownData({ kind: 'unreadable' })
    case 'call':
      return call(node, env)
    case 'filter':
      return filterExpression(node, node.target === undefined ? string('') : evaluate(node.target, env), env)
    case 'test':
      return test(node, env)
    case 'unary':
      return unary(node.operator, evaluate(node.operand, env))
    case 'binary':
      return binary(node, env)
    case 'compare':
      return comparison(node, env)
    case 'concat':
      return concat(node, env)
    case 'conditional': {
      const condition = evaluate(node.test, env)
      const holds = truth(condition)
      if (holds === true) return evaluate(node.value, env)
      const otherwise = (): Data => (node.otherwise === undefined ? undefinedData('') : evaluate(node.otherwise, env))
      if (holds === false) return otherwise()
      const when = conditionOf(node.test, condition, env)
      return choose(when, evaluate(node.value, env), node.otherwise === undefined ? string('') : otherwise())
    }
  }
}

/** A condition that cannot be decided, as it is written. */
export function conditionOf(test: Expression, value: Data, env: Env, kind: Condition['kind'] = 'if'): Condition {
  const why = value.kind === 'unknown' ? value.why : ({ kind: 'conditional' } as const)
  return { kind, text: env.template.text.slice(test.start, test.end).trim(), holds: true, span: spanOf(env, test), why }
}

function constant(node: Constant, env: Env): Data {
  switch (node.type) {
    case 'string':
      return string(String(node.value), originOf(env, node))
    case 'int':
      return int(typeof node.value === 'bigint' ? node.value : Number(node.value), originOf(env, node))
    case 'float':
      return float(Number(node.value), originOf(env, node))
    case 'bool':
      return node.value === true ? TRUE : FALSE
    case 'null':
      return NULL
  }
}

/** A part of a value, by its name or its index. `name`: as it goes on in a path. */
function member(object: Expression, env: Env, name: string, index: string | Data): Data {
  const { reads } = env.run
  const mark = reads.length
  const data = raw(object, env)
  const base = data.kind === 'string' ? env.run.force(data) : data
  const dep = reads.only(mark)
  const path = `${dep ?? env.template.text.slice(object.start, object.end)}${name}`
  const found = typeof index === 'string' ? attribute(base, index, path) : item(base, index, path)
  if (dep !== undefined && found.kind !== 'callable') reads.replace(mark, path)
  return found
}

function dictOf(pairs: readonly (readonly [Data, Data])[], env: Env, node: Expression): Data {
  const entries = new Map<Key, DictEntry>()
  for (const [key, value] of pairs) {
    const name = keyOf(key)
    if (name === undefined) return unknownWithin(key) ?? unknownData({ kind: 'unreadable' })
    entries.set(name, { key, value })
  }
  return dict(entries, originOf(env, node))
}

function unary(operator: '-' | '+' | 'not', operand: Data): Data {
  if (operator === 'not') return truthData(negate(truth(operand)), operand)
  if (operator === '+') return operand
  return arithmetic('-', int(0), operand)
}

function binary(node: BinaryExpression, env: Env): Data {
  const left = evaluate(node.left, env)
  if (node.operator !== 'and' && node.operator !== 'or')
    return arithmetic(node.operator, left, evaluate(node.right, env))
  const holds = truth(left)
  const settles = node.operator === 'or'
  if (holds === settles) return left
  const right = evaluate(node.right, env)
  if (holds !== undefined) return right
  if (truth(right) === settles) return settles ? TRUE : FALSE
  return node.operator === 'or' || right.kind !== 'unknown' ? left : right
}

function comparison(node: CompareExpression, env: Env): Data {
  let left = evaluate(node.first, env)
  for (const { operator, operand } of node.rest) {
    const right = evaluate(operand, env)
    if (!env.run.spend((weightOf(left) + weightOf(right)) >> 5)) return unknownData({ kind: 'unreadable' }, 'limit')
    const holds = compareBy(operator, left, right)
    if (holds === undefined) return truthData(undefined, unknownWithin(left) ?? unknownWithin(right) ?? left)
    if (!holds) return FALSE
    left = right
  }
  return TRUE
}

function concat(node: ConcatExpression, env: Env): Data {
  const pieces = node.parts.flatMap((part) => {
    const mark = env.run.reads.length
    const data = evaluate(part, env)
    const deps = env.run.reads.since(mark)
    const at = originOf(env, part)
    return printPieces(data).map((piece) => ({
      ...piece,
      at: piece.at ?? at,
      deps: piece.deps.length > 0 ? piece.deps : deps,
    }))
  })
  let size = 0
  for (const piece of pieces) size += piece.text.length
  if (size > MAX_TEXT || !env.run.spend(pieces.length)) return unknownData({ kind: 'unreadable' }, 'limit')
  return fromPieces(pieces)
}

const NO_ARGS = new Args([])

function argsOf(args: readonly Argument[], env: Env): Args | Data {
  const [first] = args
  if (first === undefined) return NO_ARGS
  if (args.length === 1 && first.spread === '' && first.name === undefined)
    return new Args([evaluate(first.value, env)])
  const positional: Data[] = []
  let named: Map<string, Data> | undefined
  for (const { spread, name, value } of args) {
    const data = evaluate(value, env)
    if (spread === '*') {
      if (data.kind !== 'list' || data.open !== undefined) return data
      positional.push(...data.items)
    } else if (spread === '**') {
      if (data.kind !== 'dict' || data.open !== undefined) return data
      named ??= new Map()
      for (const [key, entry] of data.entries) named.set(String(key), entry.value)
    } else if (name === undefined) positional.push(data)
    else (named ??= new Map()).set(name, data)
  }
  return new Args(positional, named)
}

function call(node: CallExpression, env: Env): Data {
  const { callee } = node
  const args = argsOf(node.args, env)
  if (!(args instanceof Args)) return unknownData(args.kind === 'unknown' ? args.why : { kind: 'unreadable' })
  if (callee.kind === 'attribute') {
    const self = evaluate(callee.object, env)
    const result = method(self, callee.name, args, env)
    if (result !== undefined) return result
    if (self.kind === 'unknown') return unknownData(self.why, self.by)
  }
  const data = evaluate(callee, env)
  if (data.kind !== 'callable' || data.call === undefined) {
    if (data.kind === 'unknown') return unknownData(data.why, data.by)
    return unresolved(`${env.template.text.slice(callee.start, callee.end)}()`, 'filter')
  }
  if (env.run.depth > 100) {
    env.run.note('limit', 'calls nest too deeply; what they print was not evaluated', originOf(env, node))
    return unknownData({ kind: 'unreadable' }, 'limit')
  }
  env.run.depth++
  const result = data.call(args.positional, args.named)
  env.run.depth--
  return result
}

/** The result of a method; undefined where the value has none of that name. */
function method(self: Data, name: string, args: Args, env: Env): Data | undefined {
  if (self.kind !== 'dict' && self.kind !== 'list' && self.kind !== 'string') return undefined
  const has =
    self.kind === 'dict' ? name in dictMethods : self.kind === 'list' ? name in listMethods : name in stringMethods
  if (!has) return undefined
  if (self.kind === 'string' && name === 'join')
    return applyFilter('join', args.at(0, 'iterable') ?? NULL, new Args([self]), env)
  const unsure = [...args.positional, ...args.named.values()].find((arg) => arg.kind === 'unknown')
  const mutates = MUTATING.has(name) && self.kind !== 'string'
  if (unsure?.kind === 'unknown' && !mutates && !(name === 'get' && args.positional[0]?.kind !== 'unknown'))
    return unknownData(unsure.why, unsure.by)
  if (!env.run.spend(self.kind === 'string' ? 1 + (self.value.length >> 4) : 1))
    return unknownData({ kind: 'unreadable' }, 'limit')
  if ((mutates || name === 'pop') && self.kind !== 'string' && env.run.undecided.length > 0)
    self.open = { kind: 'conditional' }
  if (mutates && !grows(self, [...args.positional, ...args.named.values()])) {
    self.open ??= { kind: 'unreadable' }
    return NULL
  }
  const result =
    self.kind === 'dict'
      ? dictMethods[name]?.(self, args)
      : self.kind === 'list'
        ? listMethods[name]?.(self, args)
        : stringMethods[name]?.(self, args)
  return result ?? unknownData({ kind: 'unreadable' })
}

export function filterExpression(node: FilterExpression, target: Data, env: Env): Data {
  const args = argsOf(node.args, env)
  if (!(args instanceof Args)) return unknownData(args.kind === 'unknown' ? args.why : { kind: 'unreadable' })
  return applyFilter(node.name, target, args, env)
}

/** A chain of filters over a text that a block printed. */
export function filterText(node: Expression, text: Data, env: Env): Data {
  if (node.kind !== 'filter') return text
  return filterExpression(node, node.target === undefined ? text : filterText(node.target, text, env), env)
}

function test(node: TestExpression, env: Env): Data {
  const target = evaluate(node.target, env)
  const args = argsOf(node.args, env)
  if (!(args instanceof Args)) return unknownData(args.kind === 'unknown' ? args.why : { kind: 'unreadable' })
  const holds = decide(node.name, target, args, env)
  if (holds !== undefined) return node.negated === holds ? FALSE : TRUE
  const unsure = [target, ...args.positional].find((data) => data.kind === 'unknown') ?? target
  return truthData(undefined, unsure)
}
