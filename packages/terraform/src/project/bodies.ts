import type { Hop, Origin, Reason } from '@breakwater/core'
import { bind, originOf, spend, type Scope } from '../evaluate/context.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { turnsOf, type Turn } from '../evaluate/loops.ts'
import { object, withHop } from '../evaluate/make.ts'
import type { Entry, Value } from '../evaluate/value.ts'
import type { AttributeNode, BlockNode } from '../syntax/tree.ts'
import type { Part } from './config.ts'
import type { Attribute, Body, NestedBlock, Repetition } from './project.ts'

/** Evaluates arguments and blocks. `way` is what leads to a value that stands in a module itself. */
export function evaluateBody(
  parts: readonly Part[],
  scope: Scope,
  at: Origin,
  way: readonly Hop[],
  skips: ReadonlySet<string> = NOTHING,
): Body {
  const attributes = new Map<string, Attribute>()
  const blocks: NestedBlock[] = []
  let complete = true
  for (const { file, item } of parts) {
    const inner: Scope = file === scope.file ? scope : { ...scope, file }
    if (item.kind === 'error') {
      complete = false
    } else if (item.kind === 'attribute') {
      const { name } = item.name
      if (skips.has(name)) continue
      const value = alongWay(evaluate(item.expression, inner), way)
      attributes.set(name, { name, key: originOf(inner, item.name), value })
    } else if (item.type.name === 'dynamic') {
      if (!addDynamic(item, inner, way, blocks)) complete = false
    } else if (!skips.has(item.type.name)) {
      blocks.push(nestedBlock(item, item.type.name, inner, way))
    }
  }
  return { at: withWay(at, way), attributes, blocks, complete }
}

const NOTHING: ReadonlySet<string> = new Set()

function withWay(at: Origin, way: readonly Hop[]): Origin {
  return way.length === 0 ? at : { span: at.span, via: [...at.via, ...way] }
}

/** A value that stands in a module comes to the device by the call of the module. */
function alongWay(value: Value, way: readonly Hop[]): Value {
  if (way.length === 0 || value.at.via.some(({ role }) => role === 'module')) return value
  let found = value
  for (const hop of way) found = withHop(found, hop)
  return found
}

function partsOf(node: BlockNode, scope: Scope): readonly Part[] {
  return node.body.items.map((item) => ({ file: scope.file, item }))
}

function nestedBlock(
  node: BlockNode,
  type: string,
  scope: Scope,
  way: readonly Hop[],
  repeats?: Repetition,
): NestedBlock {
  const at = originOf(scope, { start: node.start, end: node.headerEnd })
  const body = evaluateBody(partsOf(node, scope), scope, at, way)
  const labels = node.labels.map(({ name }) => name)
  return { type, labels: type === node.type.name ? labels : [], body, ...(repeats === undefined ? {} : { repeats }) }
}

/** Steps of work that a block costs, which holds more than a value. */
const COST_OF_BLOCK = 20

/** Adds the blocks that a dynamic one makes; false where it is not known that these are all. */
function addDynamic(node: BlockNode, scope: Scope, way: readonly Hop[], blocks: NestedBlock[]): boolean {
  const type = node.labels[0]?.name
  const forEach = argument(node, 'for_each')
  const content = node.body.items.find((item) => item.kind === 'block' && item.type.name === 'content')
  if (type === undefined || content?.kind !== 'block') return true
  const iterator = argument(node, 'iterator')?.expression
  const name = iterator?.kind === 'variable' ? iterator.name : type
  const at = originOf(scope, forEach?.expression ?? node)
  const collection = forEach === undefined ? undefined : evaluate(forEach.expression, scope)
  for (const { turn, why } of iterations(collection, at)) {
    if (!spend(scope.work, COST_OF_BLOCK, at)) return false
    const inner = bind(scope, new Map([[name, iteratorOf(turn, at)]]))
    blocks.push(nestedBlock(content, type, inner, way, why && { argument: 'for_each', why, at }))
  }
  return true
}

function argument(node: BlockNode, name: string): AttributeNode | undefined {
  return node.body.items.find((item) => item.kind === 'attribute' && item.name.name === name) as
    | AttributeNode
    | undefined
}

/** What `each` or the iterator of a dynamic block is in a turn. */
export function iteratorOf({ key, value }: Turn, at: Origin): Value {
  const hop: Hop = { role: 'loop', span: at.span }
  const entries = new Map<string, Entry>([
    ['key', { key: at, value: withHop(key, hop) }],
    ['value', { key: at, value: withHop(value, hop) }],
  ])
  return object(entries, at)
}

export interface Iteration {
  readonly turn: Turn
  /** Set where it is not known whether, and how often, the turn takes place. */
  readonly why?: Reason
}

/** The turns over a collection; those that may be are told apart. */
export function iterations(collection: Value | undefined, at: Origin): readonly Iteration[] {
  if (collection === undefined) return []
  if (collection.kind === 'unknown' && collection.oneOf !== undefined) {
    const { oneOf, why } = collection
    const found: Iteration[] = []
    const keys = new Set<string>()
    for (const one of oneOf) {
      for (const { turn } of iterations(one, at)) {
        const key = turn.key.kind === 'string' ? turn.key.value : undefined
        if (key !== undefined && keys.has(key) && oneOf.length > 2) continue
        if (key !== undefined) keys.add(key)
        found.push({ turn, why })
      }
    }
    return found
  }
  const turns = turnsOf(collection, at)
  if (turns === undefined) return []
  const certain = turns.turns.map((turn): Iteration => ({ turn }))
  const { rest } = turns
  return rest === undefined
    ? certain
    : [...certain, ...rest.turns.map((turn): Iteration => ({ turn, why: rest.why.why }))]
}
