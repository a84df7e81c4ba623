import { settingPath, vocabulary, type Device, type Fact, type FactList, type Origin } from '@breakwater/core'

/** A fact as `inspect` shows it. */
export interface ShownFact {
  /** With the keys of its lists. */
  readonly setting: string
  readonly state: 'known' | 'absent' | 'unknown'
  /** Without origins and without secrets. */
  readonly value?: unknown
  readonly by?: 'config' | 'default'
  readonly why?: unknown
  readonly at: Origin
}

/** Every fact of a device, in the order of the vocabulary. */
export function* factsOf(device: Device): Generator<ShownFact> {
  for (const [group, declared] of Object.entries(vocabulary)) {
    const read = (device as unknown as Record<string, unknown>)[group]
    if (isLeafOrList(declared)) {
      yield* listFacts(read as FactList<object>, declared)
      continue
    }
    for (const [name, member] of Object.entries(declared)) {
      const value = (read as Record<string, unknown>)[name]
      if (member.kind === 'leaf') yield shown(value as Fact<unknown>)
      else yield* listFacts(value as FactList<object>, member)
    }
  }
}

function isLeafOrList(declared: object): declared is { kind: 'list'; fields: object } {
  return 'kind' in declared && declared.kind === 'list'
}

function* listFacts(list: FactList<object>, declared: { readonly fields?: object }): Generator<ShownFact> {
  const fields = Object.keys(declared.fields ?? {})
  for (const item of list.items as readonly (Record<string, unknown> & {
    key: string
    list: string
    at: Origin
    id?: object
  })[]) {
    const id = plainValue(item.id)
    yield { setting: `${item.list}[${item.key}]`, state: 'known', value: id, by: 'config', at: item.at }
    for (const field of fields) yield shown(item[field] as Fact<unknown>)
  }
  if (!list.complete) yield { setting: list.setting, state: 'unknown', why: { kind: 'not-in-view' }, at: list.at }
}

function shown(fact: Fact<unknown>): ShownFact {
  const setting = settingPath(fact)
  switch (fact.state) {
    case 'known':
      return { setting, state: 'known', value: plainValue(fact.value), by: fact.by, at: fact.at }
    case 'absent':
      return { setting, state: 'absent', at: fact.at }
    case 'unknown':
      return {
        setting,
        state: 'unknown',
        why: fact.why,
        ...(fact.oneOf && { value: { oneOf: fact.oneOf.map(plainValue) } }),
        at: fact.at,
      }
  }
}

const PLACES = new Set(['at', 'span', 'via', 'file', 'item', 'start', 'end'])

/** A value without places; of a secret, how it is stored. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue)
  // JSON has no numbers of 128 bits, as IPv6 addresses are.
  if (typeof value === 'bigint') return `0x${value.toString(16)}`
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map) return plainValue(Object.fromEntries(value))
  if (value instanceof Set) return plainValue([...value])
  if ('storage' in value) return { secret: value.storage }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PLACES.has(key))
      .map(([key, member]) => [key, plainValue(member)]),
  )
}
