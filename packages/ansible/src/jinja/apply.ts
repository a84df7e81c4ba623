import { int, string, unknownData, unresolved, type Data } from '../data.ts'
import { item } from './access.ts'
import type { Args, Calls } from './calls.ts'
import { lenientFilters, strictFilters, textFilters } from './filters/index.ts'
import { predicates } from './predicates.ts'
import { fromPieces } from './print.ts'
import { isScalar, unknownWithin } from './python.ts'
import type { Env, Run } from './run.ts'
import { weightOf } from './weight.ts'

const NO_PARTS: readonly Data[] = []

class EnvCalls implements Calls {
  readonly run: Run
  readonly #env: Env
  /** The path asked for last, and its parts: most often it is asked of many values. */
  #path: string | undefined
  #parts: readonly Data[] = NO_PARTS

  constructor(env: Env) {
    this.run = env.run
    this.#env = env
  }

  filter(name: string, target: Data, args: Args): Data {
    return applyFilter(name, target, args, this.#env)
  }

  test(name: string, target: Data, args: Args): boolean | undefined {
    return decide(name, target, args, this.#env)
  }

  path(data: Data, path: Data): Data {
    let found = this.run.force(data)
    if (path.kind === 'int') return item(found, path, String(path.value))
    if (path.kind !== 'string') return unknownData({ kind: 'unreadable' })
    if (path.value !== this.#path) {
      this.#path = path.value
      this.#parts = path.value.split('.').map((part) => (/^\d+$/.test(part) ? int(Number(part)) : string(part)))
    }
    for (const part of this.#parts) found = item(found, part, path.value)
    return found
  }
}

const FILTER_COLLECTIONS = /^(?:ansible\.builtin|ansible\.utils|ansible\.netcommon|community\.general)\./

/** What a filter makes of a value; unknown where it is not known, or cannot be. */
export function applyFilter(written: string, target: Data, args: Args, env: Env): Data {
  const name = written.includes('.') ? written.replace(FILTER_COLLECTIONS, '') : written
  const calls = new EnvCalls(env)
  if (!env.run.spend(costOf(target))) return unknownData({ kind: 'unreadable' }, 'limit')
  const lenient = lenientFilters[name]
  if (lenient !== undefined)
    return placed(lenient(target, args, calls) ?? unknownFrom(unknownWithin(target) ?? target), target)
  const strict = strictFilters[name] ?? textFilters[name]
  if (strict === undefined)
    return target.kind === 'unknown' ? unknownFrom(target) : unresolved(`filter ${written}`, 'filter')
  if (target.kind === 'unknown' && target.pieces !== undefined && name in textFilters) {
    const pieces = target.pieces.map((piece) => {
      const changed = piece.hole === undefined ? strict(string(piece.text), args, calls) : undefined
      return changed?.kind === 'string' ? { ...piece, text: changed.value } : piece
    })
    return fromPieces(pieces)
  }
  const unsure = unknownWithin(target) ?? unknownAmong(args.positional) ?? unknownAmong(args.named.values())
  if (unsure !== undefined) return unknownFrom(unsure)
  return placed(strict(target, args, calls) ?? unknownData({ kind: 'unreadable' }, 'filter'), target)
}

function unknownAmong(values: Iterable<Data>): Data | undefined {
  for (const value of values) {
    const found = unknownWithin(value)
    if (found !== undefined) return found
  }
  return undefined
}

function costOf(target: Data): number {
  if (target.kind === 'list') return 1 + target.items.length + (weightOf(target) >> 6)
  return target.kind === 'string' ? 1 + (target.value.length >> 4) : 1
}

function unknownFrom(data: Data): Data {
  if (data.kind === 'unknown') return unknownData(data.why, data.by)
  if (data.kind === 'undefined') return unresolved(data.name)
  if ((data.kind === 'list' || data.kind === 'dict') && data.open !== undefined) return unknownData(data.open)
  return unknownData({ kind: 'unreadable' }, 'filter')
}

/** A value made of another is edited where that one is. */
function placed(result: Data, target: Data): Data {
  if (result.at !== undefined || target.at === undefined || !isScalar(result) || !isScalar(target)) return result
  return { ...result, at: target.at }
}

/** Whether a test holds; undefined where nobody can know. */
export function decide(written: string, target: Data, args: Args, env: Env): boolean | undefined {
  const predicate = predicates[written] ?? predicates[written.replace(/^(?:ansible\.builtin|ansible\.utils)\./, '')]
  return predicate?.(target, args, new EnvCalls(env))
}
