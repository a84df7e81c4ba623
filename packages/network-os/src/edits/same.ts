import {
  reveal,
  Secret,
  vocabulary,
  type Change,
  type Device,
  type Fact,
  type FactList,
  type ItemRef,
  type Origin,
} from '@breakwater/core'

type Members = Readonly<Record<string, { readonly kind: 'leaf' | 'list' }>>

/** Where two configurations first differ: a setting or a list, and the item where one is different. */
export interface Difference {
  readonly setting: string
  readonly key?: string
}

/** Whether two configurations say the same of a device, wherever they say it. */
export function saysTheSame(a: Device, b: Device): boolean {
  return differenceOf(a, b) === undefined
}

/** What two configurations say differently of a device, wherever they say it; undefined where that is nothing. */
export function differenceOf(a: Device, b: Device): Difference | undefined {
  if (a.coverage !== b.coverage || a.platform !== b.platform || a.name !== b.name) return { setting: '' }
  for (const [group, declared] of Object.entries(vocabulary)) {
    const [one, other] = [member(a, group), member(b, group)]
    if (isList(declared)) {
      const found = listDifference(group, one as Items, other as Items)
      if (found !== undefined) return found
      continue
    }
    for (const [name, { kind }] of Object.entries(declared as Members)) {
      const setting = `${group}.${name}`
      const [mine, yours] = [member(one, name), member(other, name)]
      if (kind === 'list') {
        const found = listDifference(setting, mine as Items, yours as Items)
        if (found !== undefined) return found
      } else if (!same(mine, yours, PLACES)) return { setting }
    }
  }
  return undefined
}

type Items = FactList<object & { readonly key: string }>

function isList(declared: object): boolean {
  return 'kind' in declared && declared.kind === 'list'
}

function member(of: unknown, name: string): unknown {
  return (of as Record<string, unknown>)[name]
}

function listDifference(setting: string, a: Items, b: Items): Difference | undefined {
  if (a.complete !== b.complete) return { setting }
  const [mine, yours] = [inForce(a), inForce(b)]
  // Who refers to what, and whose a secret is, has a key that counts; the same ones can come in another order.
  if (a.setting === 'references' || a.setting === 'secrets')
    return sameInAnyOrder(mine, yours) ? undefined : { setting }
  const others = new Map(yours.map((item) => [item.key, item]))
  for (const item of mine) if (!same(item, others.get(item.key), PLACES)) return { setting, key: item.key }
  if (mine.length === yours.length) return undefined
  const own = new Set(mine.map(({ key }) => key))
  const more = yours.find(({ key }) => !own.has(key))
  return { setting, ...(more && { key: more.key }) }
}

function sameInAnyOrder(mine: readonly object[], yours: readonly object[]): boolean {
  if (mine.length !== yours.length) return false
  const left = new Map<string, object[]>()
  for (const item of yours) {
    const alike = left.get(wordsIn(item))
    if (alike === undefined) left.set(wordsIn(item), [item])
    else alike.push(item)
  }
  return mine.every((item) => {
    const alike = left.get(wordsIn(item)) ?? []
    const at = alike.findIndex((other) => same(item, other, UNNAMED))
    if (at >= 0) alike.splice(at, 1)
    return at >= 0
  })
}

/** What two items that are the same have in common in any case. */
function wordsIn(item: object): string {
  let words = ''
  for (const name in item) {
    const value = UNNAMED.has(name) ? undefined : member(item, name)
    if (typeof value === 'string') words += `${value}\n`
  }
  return words
}

/** A secret that is taken away still stands in the text that takes it away. */
function inForce({ items }: Items): readonly (object & { readonly key: string })[] {
  return items.filter((item) => !('inForce' in item) || item.inForce === true)
}

/** A device numbers the entries of its access lists anew. */
const PLACES: ReadonlySet<string> = new Set(['at', 'parts', 'item', 'by', 'id', 'start', 'end', 'sequence'])
const UNNAMED: ReadonlySet<string> = new Set([...PLACES, 'key'])

/** Whether two values are the same but for their places. Getters of items are called. */
function same(a: unknown, b: unknown, without: ReadonlySet<string>): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Secret)
    return b instanceof Secret && a.storage === b.storage && a.redacted === b.redacted && reveal(a) === reveal(b)
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at], without))
  if (a instanceof Map || a instanceof Set)
    return (b instanceof Map || b instanceof Set) && same([...a], [...b], without)
  let count = 0
  for (const name in a) {
    if (without.has(name)) continue
    const value = member(a, name)
    if (value === undefined) continue
    count++
    if (!same(value, member(b, name), without)) return false
  }
  for (const name in b) if (!without.has(name) && member(b, name) !== undefined) count--
  return count === 0
}

/** What follows from the rest, so that it goes with what it follows from. */
const FOLLOWING: ReadonlySet<string> = new Set(['secrets', 'references', 'snmp.configured'])

/**
 * Whether lines between two offsets say something of the device beside the settings and items that are to go. The
 * lines can then not be taken out.
 */
export function saysMore(device: Device, { start, end }: Stretch, going: readonly Change[]): boolean {
  const isThere = (at: Origin): boolean => at.span.start >= start && at.span.start < end
  const goes = (setting: string, item: ItemRef | undefined): boolean =>
    FOLLOWING.has(setting) ||
    going.some(
      (change) => change.item?.key === item?.key && (change.setting === setting || change.setting === item?.list),
    )
  const states = (fact: Fact<unknown>): boolean =>
    fact.state === 'known' && fact.by === 'config' && isThere(fact.at) && !goes(fact.setting, fact.item)
  const lists = ({ setting, items }: Items): boolean =>
    !FOLLOWING.has(setting) &&
    items.some((item) => {
      const own = item as object & ItemRef
      if (going.some((change) => change.setting === own.list && change.item?.key === own.key)) return false
      return isThere(own.at) || Object.values(fieldsOf(own)).some(states)
    })
  return Object.entries(vocabulary).some(([group, declared]) => {
    const value = member(device, group)
    if (isList(declared)) return lists(value as Items)
    return Object.entries(declared as Members).some(([name, { kind }]) =>
      kind === 'list' ? lists(member(value, name) as Items) : states(member(value, name) as Fact<unknown>),
    )
  })
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The facts of an item. */
function fieldsOf(item: object): Record<string, Fact<unknown>> {
  const facts: Record<string, Fact<unknown>> = {}
  for (const name in item) {
    const value = member(item, name)
    if (typeof value === 'object' && value !== null && 'state' in value && 'setting' in value)
      facts[name] = value as Fact<unknown>
  }
  return facts
}
