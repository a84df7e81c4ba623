import type { Origin } from '@breakwater/core'
import type { Expression, ForNode } from '../syntax/tree.ts'
import { lift } from './alternatives.ts'
import { bind, originOf, spend, type Scope } from './context.ts'
import { toBool, toText } from './convert.ts'
import { integer, list, object, restOf, text, through, unknown, unreadable, withRest } from './make.ts'
import type { Entry, Rest, Value } from './value.ts'

/** One turn of a loop; `certain` where it is known to take place. */
export interface Turn {
  readonly key: Value
  readonly value: Value
}

export interface Turns {
  readonly turns: readonly Turn[]
  /** Where present, further turns may come, with these values. */
  readonly rest?: { readonly why: Rest; readonly turns: readonly Turn[] }
}

/** The turns that a loop makes over a collection; undefined for what is none. */
export function turnsOf(collection: Value, at: Origin): Turns | undefined {
  switch (collection.kind) {
    case 'list': {
      const isSet = collection.collection === 'set'
      const turns = collection.items.map((item, index) => {
        const value = through(collection, item)
        return { key: isSet ? value : integer(index, item.at), value }
      })
      if (collection.rest === undefined) return { turns }
      const { rest } = collection
      return { turns, rest: { why: rest, turns: further(rest, at) } }
    }
    case 'object': {
      const turns = [...collection.entries]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, entry]) => ({ key: text(key, entry.key), value: through(collection, entry.value) }))
      if (collection.rest === undefined) return { turns }
      const { rest } = collection
      return { turns, rest: { why: rest, turns: further(rest, at) } }
    }
    case 'unknown':
      return { turns: [], rest: { why: restOf(collection), turns: [unknownTurn(collection.why, at)] } }
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
      return undefined
  }
}

function further(rest: Rest, at: Origin): readonly Turn[] {
  if (rest.each.length === 0) return [unknownTurn(rest.why, at)]
  return rest.each.map((value) => ({ key: unknown(rest.why, at), value }))
}

function unknownTurn(why: Rest['why'], at: Origin): Turn {
  return { key: unknown(why, at), value: unknown(why, at) }
}

/** `[for k, v in c : x if y]` and `{for k, v in c : x => y}` */
export function evaluateFor(node: ForNode, scope: Scope, evaluate: (node: Expression, scope: Scope) => Value): Value {
  const at = originOf(scope, node)
  const collection = evaluate(node.collection, scope)
  if (collection.kind === 'unknown' && collection.oneOf !== undefined) {
    return lift(collection, at, (one) => loop(node, one, scope, at, evaluate))
  }
  return loop(node, collection, scope, at, evaluate)
}

function loop(
  node: ForNode,
  collection: Value,
  scope: Scope,
  at: Origin,
  evaluate: (node: Expression, scope: Scope) => Value,
): Value {
  const turns = turnsOf(collection, at)
  if (turns === undefined) return unreadable(at)
  const results: Result[] = []
  const uncertain: Result[] = []
  let why: Rest | undefined = turns.rest?.why
  const all = turns.turns.map((turn) => ({ turn, certain: true }))
  for (const turn of turns.rest?.turns ?? []) all.push({ turn, certain: false })
  for (const { turn, certain } of all) {
    if (!spend(scope.work, 1, at)) return unreadable(at)
    const names = new Map<string, Value>([[node.value.name, turn.value]])
    if (node.key !== undefined) names.set(node.key.name, turn.key)
    const inner = bind(scope, names)
    const condition = node.condition === undefined ? undefined : toBool(evaluate(node.condition, inner))
    if (condition?.kind === 'bool' && !condition.value) continue
    const key = node.keyResult === undefined ? undefined : toText(evaluate(node.keyResult, inner))
    const value = evaluate(node.valueResult, inner)
    const open = condition?.kind === 'unknown' ? condition : key?.kind === 'unknown' ? key : undefined
    if (open !== undefined) why ??= restOf(open)
    ;(certain && open === undefined ? results : uncertain).push({ key, value })
  }
  const rest = why === undefined ? undefined : { ...why, each: uncertain.map(({ value }) => value) }
  if (node.keyResult === undefined) {
    return withRest(
      list(
        results.map(({ value }) => value),
        at,
      ),
      rest,
    )
  }
  return withRest(object(entriesOf(results, node.grouped, at), at), rest)
}

interface Result {
  readonly key: Value | undefined
  readonly value: Value
}

function entriesOf(results: readonly Result[], grouped: boolean, at: Origin): ReadonlyMap<string, Entry> {
  const groups = new Map<string, Value[]>()
  const entries = new Map<string, Entry>()
  for (const { key, value } of results) {
    if (key?.kind !== 'string') continue
    if (grouped) {
      const group = groups.get(key.value) ?? []
      group.push(value)
      groups.set(key.value, group)
      entries.set(key.value, { key: key.at, value: list(group, at) })
    } else {
      // Terraform refuses a key that comes twice.
      const twice = entries.has(key.value)
      entries.set(key.value, { key: key.at, value: twice ? unreadable(at) : value })
    }
  }
  return entries
}
