import type { Origin } from '@breakwater/core'
import { piecesOf, through } from '../evaluate/make.ts'
import type { Entry, Rest, Value } from '../evaluate/value.ts'
import type { Attribute, Body, NestedBlock } from './project.ts'

export { piecesOf }

/** The argument, unless it is absent or null, which is as good. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  const attribute = body.attributes.get(name)
  return attribute === undefined || attribute.value.kind === 'null' ? undefined : attribute
}

/** The blocks of a type, and what else there may be of them. */
export interface Blocks {
  readonly blocks: readonly NestedBlock[]
  readonly rest?: Rest
}

/** The blocks of a type: written as blocks, or as an argument that holds an object or a list of objects. */
export function blocksOf(body: Body, type: string): Blocks {
  const blocks = body.blocks.filter((block) => block.type === type)
  const attribute = attributeOf(body, type)
  if (attribute === undefined) return { blocks }
  const { value, key } = attribute
  if (value.kind === 'unknown') {
    const cases = (value.oneOf ?? []).flatMap((one) => itemsOf(one) ?? (one.kind === 'object' ? [one] : []))
    const found = cases.flatMap((one) => blockOf(one, type, key))
    const repeats = { argument: 'for_each', why: value.why, at: value.condition ?? value.at } as const
    return {
      blocks: [...blocks, ...found.map((block) => ({ ...block, repeats }))],
      rest: { why: value.why, at: value.at, each: [] },
    }
  }
  const items = itemsOf(value) ?? [value]
  const found = [...blocks, ...items.flatMap((item) => blockOf(item, type, key))]
  const open = items.find((item) => item.kind === 'unknown')
  if (value.kind === 'list' && value.rest !== undefined) {
    const { why, at, each } = value.rest
    const repeats = { argument: 'for_each', why, at } as const
    const further = each.flatMap((item) => blockOf(item, type, key)).map((block) => ({ ...block, repeats }))
    return { blocks: [...found, ...further], rest: value.rest }
  }
  return open?.kind === 'unknown'
    ? { blocks: found, rest: { why: open.why, at: open.at, each: [] } }
    : { blocks: found }
}

/** An object as the block that it stands for. */
function blockOf(value: Value, type: string, key: Origin): readonly NestedBlock[] {
  const entries = entriesOf(value)
  if (entries === undefined) return []
  const attributes = new Map<string, Attribute>()
  for (const [name, entry] of entries) attributes.set(name, { name, key: entry.key, value: entry.value })
  const complete = value.kind !== 'object' || value.rest === undefined
  return [{ type, labels: [], body: { at: value.at ?? key, attributes, blocks: [], complete } }]
}

/** The members of a list or set with the way through which they came; undefined for what is no list. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'list' ? value.items.map((item) => through(value, item)) : undefined
}

/** The entries of a map or object with the way through which they came; undefined for what is none. */
export function entriesOf(value: Value): ReadonlyMap<string, Entry> | undefined {
  if (value.kind !== 'object') return undefined
  if (value.at.via.length === 0 && !value.sensitive) return value.entries
  const entries = new Map<string, Entry>()
  for (const [name, entry] of value.entries) entries.set(name, { ...entry, value: through(value, entry.value) })
  return entries
}
