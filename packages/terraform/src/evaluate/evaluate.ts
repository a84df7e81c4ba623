import type { Origin } from '@breakwater/core'
import type { Expression, TemplateNode } from '../syntax/tree.ts'
import { attributeIn, indexIn, splat } from './access.ts'
import { callFunction } from './call.ts'
import { bind, descend, originOf, type Scope } from './context.ts'
import { parseDecimal } from './decimal.ts'
import { evaluateFor } from './loops.ts'
import { bool, list, markedAs, nullAt, number, object, restOf, text, unreadable, unresolved, withRest } from './make.ts'
import { binary, choose, unary } from './operators.ts'
import { evaluateTemplate } from './template.ts'
import { toText } from './convert.ts'
import type { Entry, Rest, Value } from './value.ts'
import { bounded } from './weight.ts'

/** The value of an expression. What cannot be known is unknown with its reason; never throws. */
export function evaluate(node: Expression, scope: Scope): Value {
  const { work } = scope
  const at = originOf(scope, node)
  const value = descend(work, at) ? evaluateNode(node, scope, at) : unreadable(at)
  work.depth--
  return bounded(value, work, at)
}

function evaluateNode(node: Expression, scope: Scope, at: Origin): Value {
  switch (node.kind) {
    case 'literal':
      return literal(node.value, at)
    case 'template':
      return evaluateTemplate(node, scope, evaluate)
    case 'parentheses':
      return evaluate(node.expression, scope)
    case 'tuple':
      return list(
        node.items.map((item) => evaluate(item, scope)),
        at,
      )
    case 'object':
      return evaluateObject(node, scope)
    case 'for':
      return evaluateFor(node, scope, evaluate)
    case 'variable':
      return scope.binding(node.name) ?? unresolved(node.name, at)
    case 'access':
    case 'index':
      return evaluateStep(node, scope)
    case 'splat':
      return splat(evaluate(node.collection, scope), at, (item) =>
        evaluate(node.each, bind(scope, new Map([[SPLAT_ITEM, item]]))),
      )
    case 'splat-item':
      return scope.binding(SPLAT_ITEM) ?? unreadable(at)
    case 'call':
      return callFunction(node, scope, evaluate)
    case 'unary':
      return unary(node.operator, evaluate(node.operand, scope), at)
    case 'binary':
      return binary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope), at)
    case 'conditional':
      return choose(
        evaluate(node.condition, scope),
        () => evaluate(node.yes, scope),
        () => evaluate(node.no, scope),
        at,
      )
    case 'error':
      return unreadable(at)
  }
}

/** No identifier. */
const SPLAT_ITEM = '*'

function literal(value: boolean | null | { readonly number: string }, at: Origin): Value {
  if (value === null) return nullAt(at)
  if (typeof value === 'boolean') return bool(value, at)
  const decimal = parseDecimal(value.number)
  return decimal === undefined ? unreadable(at) : number(decimal, at)
}

function evaluateStep(node: Expression & { kind: 'access' | 'index' }, scope: Scope): Value {
  const at = originOf(scope, node)
  const referred = evaluateReference(node, scope, at)
  if (referred !== undefined) return referred
  const value = evaluate(node.object, scope)
  return node.kind === 'access'
    ? attributeIn(value, node.name.name, at)
    : indexIn(value, evaluate(node.index, scope), at)
}

/** `var.a`, `aws_vpc.main`, `data.aws_ami.image`, whose names are no bindings. */
function evaluateReference(
  node: Expression & { kind: 'access' | 'index' },
  scope: Scope,
  at: Origin,
): Value | undefined {
  const name = stepName(node)
  if (name === undefined) return undefined
  const { object: base } = node
  if (base.kind === 'variable') {
    if (scope.binding(base.name) !== undefined || TWO_STEPS.has(base.name)) return undefined
    return scope.reference(base.name, name, undefined, at) ?? unresolved(`${base.name}.${name}`, at)
  }
  if (base.kind !== 'access' || base.object.kind !== 'variable' || !TWO_STEPS.has(base.object.name)) return undefined
  const { name: root } = base.object
  if (scope.binding(root) !== undefined) return undefined
  return scope.reference(root, base.name.name, name, at) ?? unresolved(`${root}.${base.name.name}.${name}`, at)
}

const TWO_STEPS: ReadonlySet<string> = new Set(['data', 'ephemeral'])

function stepName(node: Expression & { kind: 'access' | 'index' }): string | undefined {
  if (node.kind === 'access') return node.name.name
  return node.index.kind === 'template' ? plainText(node.index) : undefined
}

function plainText({ parts }: TemplateNode): string | undefined {
  let out = ''
  for (const part of parts) {
    if (part.kind !== 'text') return undefined
    out += part.text
  }
  return out
}

function evaluateObject(node: Expression & { kind: 'object' }, scope: Scope): Value {
  const at = originOf(scope, node)
  const entries = new Map<string, Entry>()
  const others: Value[] = []
  let why: Rest | undefined
  let sensitive = false
  for (const item of node.items) {
    const key = toText(keyOf(item.key, scope))
    const value = evaluate(item.value, scope)
    if (key.kind === 'string') {
      entries.set(key.value, { key: originOf(scope, item.key), value })
      sensitive ||= key.sensitive
    } else {
      why ??= restOf(key.kind === 'unknown' ? key : unreadable(originOf(scope, item.key)))
      others.push(value)
    }
  }
  const rest = why === undefined ? undefined : { ...why, each: others }
  return markedAs(withRest(object(entries, at), rest), sensitive)
}

/** A bare word is the key itself. */
function keyOf(key: Expression, scope: Scope): Value {
  return key.kind === 'variable' ? text(key.name, originOf(scope, key)) : evaluate(key, scope)
}
