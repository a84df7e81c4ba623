import { bind, originOf, type Scope } from '../evaluate/context.ts'
import { toNumber } from '../evaluate/convert.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { integer, object, unknown } from '../evaluate/make.ts'
import type { Value } from '../evaluate/value.ts'
import { iterations, iteratorOf } from './bodies.ts'
import { attributePart, type ConfigBlock } from './config.ts'
import type { Repetition } from './project.ts'

/** An instance of a resource or a module. */
export interface Instance {
  readonly index: string | number | undefined
  readonly scope: Scope
  readonly repeats: Repetition | undefined
}

/** More instances than this are one that stands for all. */
const MOST = 1000

/** The instances that `count` or `for_each` makes; one without an index where neither is there. */
export function instancesOf(
  block: ConfigBlock,
  scope: Scope,
): { readonly by: 'count' | 'for_each' | undefined; readonly instances: readonly Instance[] } {
  const count = attributePart(block, 'count')
  if (count !== undefined) {
    const inner: Scope = { ...scope, file: count.file }
    const instances = counted(evaluate(count.node.expression, inner), inner, count.node.expression, scope)
    return { by: 'count', instances }
  }
  const forEach = attributePart(block, 'for_each')
  if (forEach === undefined) return { by: undefined, instances: [{ index: undefined, scope, repeats: undefined }] }
  const inner: Scope = { ...scope, file: forEach.file }
  const at = originOf(inner, forEach.node.expression)
  const instances: Instance[] = []
  const all = iterations(evaluate(forEach.node.expression, inner), at)
  const kept = all.slice(0, MOST)
  for (const { turn, why } of kept) {
    const names = new Map<string, Value>([['each', iteratorOf(turn, at)]])
    const index = turn.key.kind === 'string' ? turn.key.value : turn.key.kind === 'number' ? turn.key.value : undefined
    const repeats: Repetition | undefined = why && { argument: 'for_each', why, at }
    instances.push({ index, scope: bind(scope, names), repeats })
  }
  if (all.length > kept.length) {
    scope.work.note({ kind: 'limit', message: `more than ${MOST} instances: the others are left out`, at })
  }
  return { by: 'for_each', instances }
}

function counted(value: Value, place: Scope, node: { start: number; end: number }, scope: Scope): readonly Instance[] {
  const at = originOf(place, node)
  const number = toNumber(value)
  if (number.kind === 'number') {
    const length = Math.min(Math.max(0, Math.floor(number.value)), MOST)
    if (number.value > MOST) {
      scope.work.note({ kind: 'limit', message: `more than ${MOST} instances: the others are left out`, at })
    }
    return Array.from({ length }, (_, index) => ({
      index,
      scope: withIndex(scope, integer(index, at)),
      repeats: undefined,
    }))
  }
  if (number.kind === 'unknown') {
    const cases = number.oneOf
    if (cases?.every((one) => one.kind === 'number' && one.value === 0) === true) return []
    const single = cases?.every((one) => one.kind === 'number' && one.value <= 1) === true
    const index = single ? integer(0, at) : unknown(number.why, at)
    const repeats: Repetition = { argument: 'count', why: number.why, at }
    return [{ index: single ? 0 : undefined, scope: withIndex(scope, index), repeats }]
  }
  const repeats: Repetition = { argument: 'count', why: { kind: 'unreadable' }, at }
  return [{ index: undefined, scope: withIndex(scope, unknown(repeats.why, at)), repeats }]
}

function withIndex(scope: Scope, index: Value): Scope {
  return bind(scope, new Map([['count', object(new Map([['index', { key: index.at, value: index }]]), index.at)]]))
}
