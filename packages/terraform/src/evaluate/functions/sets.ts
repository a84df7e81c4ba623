import { sameValue } from '../alternatives.ts'
import { list, through } from '../make.ts'
import type { ListValue, Value } from '../value.ts'
import { distinctItems } from './collections.ts'
import { variadic, type Builtin, type Builtins } from './signature.ts'

const LONGEST = 100_000

function setFunction(make: (sets: readonly ListValue[]) => readonly Value[] | undefined): Builtin {
  return variadic(['any'], 1, (values, _, at) => {
    const sets = (values as readonly Value[]).filter((value) => value.kind === 'list')
    if (sets.length < values.length) return undefined
    const items = make(sets)
    return items === undefined ? undefined : list(sorted(distinctItems(items)), at, 'set')
  })
}

/** Sets have an order of their own: texts and numbers by their size. */
export function sorted(items: readonly Value[]): readonly Value[] {
  if (items.every((item) => item.kind === 'string')) {
    return items.toSorted((a, b) => (a.kind === 'string' && b.kind === 'string' && a.value < b.value ? -1 : 1))
  }
  if (items.every((item) => item.kind === 'number')) {
    return items.toSorted((a, b) => (a.kind === 'number' && b.kind === 'number' ? a.value - b.value : 0))
  }
  return items
}

function has(set: ListValue, wanted: Value): boolean {
  return set.items.some((item) => sameValue(item, wanted) === true)
}

function tooMuch(sets: readonly ListValue[]): boolean {
  return sets.reduce((product, { items }) => product * Math.max(items.length, 1), 1) > LONGEST
}

const setproduct: Builtin = variadic(['any'], 1, (values, _, at) => {
  const sets = (values as readonly Value[]).filter((value) => value.kind === 'list')
  if (sets.length < values.length || tooMuch(sets)) return undefined
  let rows: readonly (readonly Value[])[] = [[]]
  for (const set of sets) rows = rows.flatMap((row) => set.items.map((item) => [...row, through(set, item)]))
  const isSet = sets.every((set) => set.collection === 'set')
  return list(
    rows.map((row) => list(row, at)),
    at,
    isSet ? 'set' : 'list',
  )
})

/** Functions of sets. */
export const sets: Builtins = {
  setintersection: setFunction(([first, ...others]) =>
    tooMuch([...others]) ? undefined : first?.items.filter((item) => others.every((set) => has(set, item))),
  ),
  setproduct,
  setsubtract: setFunction(([first, second]) =>
    first === undefined || second === undefined || tooMuch([first, second])
      ? undefined
      : first.items.filter((item) => !has(second, item)),
  ),
  setunion: setFunction((all) => all.flatMap((set) => set.items.map((item) => through(set, item)))),
}
