import { lift } from '../alternatives.ts'
import { unknown } from '../make.ts'
import type { Rest, Value } from '../value.ts'
import type { Builtin, Call } from './signature.ts'

/** What a function makes of its first argument, for each case of it; unknown where it has none. */
export function ofCollection(make: (value: Value, args: readonly Value[], call: Call) => Value | undefined): Builtin {
  const builtin: Builtin = (args, call) => {
    const [value, ...others] = args
    if (value === undefined) return undefined
    if (value.kind !== 'unknown') return make(value, others, call)
    return lift(value, call.at, (one) => builtin([one, ...others], call) ?? unknown({ kind: 'unreadable' }, call.at))
  }
  return builtin
}

/** What two collections may hold beyond what is known. */
export function addedTo(rest: Rest | undefined, more: Rest): Rest {
  return rest === undefined ? more : { ...rest, each: [...rest.each, ...more.each] }
}
