import type { Hop, Origin } from '@breakwater/core'
import { object, withHop } from '../evaluate/make.ts'
import type { Entry, Value } from '../evaluate/value.ts'
import { isTextual } from '../evaluate/value.ts'
import type { Attribute, Body, NestedBlock, Resource } from '../project/project.ts'
import { attributeOf, blocksOf, itemsOf } from '../project/read.ts'
import { agreementOf, agreementOfBody, isBlockLike, type Agreement } from './agreement.ts'

/** A planned resource with the places of the configuration, and how far the two agree. */
export interface Placed {
  readonly resource: Resource
  readonly agreement: Agreement
}

/**
 * A planned resource with the places of the block that makes it. A value has the place of what is written where that
 * says the same; else it stays where the plan has it. The plan is the last step of the way.
 */
export function placeResource(planned: Resource, written: Resource): Placed {
  const agreement = agreementOfBody(planned.body, written.body)
  // One step for the whole resource: members of a list go it once.
  const hop: Hop = { role: 'include', span: planned.at.span }
  const body = placeBody(planned.body, written.body, agreement, hop)
  const at = agreement === 'other' ? planned.at : body.at
  // The provider's own block is judged with the configuration.
  const provider = { ...written.provider, body: undefined }
  return { resource: { ...planned, provider, body, at }, agreement }
}

/** A planned body, of which what is missing stands at the header of the block if the two do not differ. */
function placeBody(planned: Body, written: Body, agreement: Agreement, hop: Hop): Body {
  const attributes = new Map<string, Attribute>()
  for (const [name, attribute] of planned.attributes) {
    const key = written.attributes.get(name)?.key
    const value = placeArgument(attribute.value, written, name, hop)
    attributes.set(name, { name, key: key === undefined ? attribute.key : viaPlan(key, hop), value })
  }
  const at = agreement === 'other' ? planned.at : viaPlan(written.at, hop)
  return { ...planned, at, attributes }
}

function placeArgument(planned: Value, written: Body, name: string, hop: Hop): Value {
  if (isBlockLike(planned)) return placeBlocks(planned, blocksOf(written, name).blocks, hop)
  const value = attributeOf(written, name)?.value
  return value === undefined ? planned : placeValue(planned, value, hop)
}

/** Objects that blocks have made, each with the places of the one block that can have made it. */
function placeBlocks(planned: Value, blocks: readonly NestedBlock[], hop: Hop): Value {
  const items = itemsOf(planned) ?? [planned]
  const used = new Set<NestedBlock>()
  const placed = items.map((item) => {
    const fitting = blocks.filter((block) => agreementOfBody(item, block.body) !== 'other')
    const isCertain = fitting.every((block) => agreementOfBody(item, block.body) === 'same')
    // Blocks that say the same are taken one after the other; between others nobody can choose.
    const block = fitting.length === 1 || isCertain ? (fitting.find((one) => !used.has(one)) ?? fitting[0]) : undefined
    if (block === undefined) return item
    used.add(block)
    return placeObject(item, block.body, hop)
  })
  if (planned.kind === 'list') return { ...planned, items: placed }
  return placed[0] ?? planned
}

function placeObject(planned: Value, written: Body, hop: Hop): Value {
  if (planned.kind !== 'object') return planned
  const entries = new Map<string, Entry>()
  for (const [name, { key, value }] of planned.entries)
    entries.set(name, { key, value: placeArgument(value, written, name, hop) })
  return object(entries, viaPlan(written.at, hop))
}

/** A value at its place in the configuration, if that is known to say the same. */
function placeValue(planned: Value, written: Value, hop: Hop): Value {
  const [items, wanted] = [itemsOf(planned), itemsOf(written)]
  if (planned.kind === 'list' && items !== undefined && wanted !== undefined) {
    const left = [...wanted]
    const placed = items.map((item) => {
      const index = left.findIndex((one) => agreementOf(item, one) === 'same')
      const [found] = index === -1 ? [] : left.splice(index, 1)
      return found === undefined ? item : placeValue(item, found, hop)
    })
    const isSame = agreementOf(planned, written) === 'same'
    return { ...planned, at: isSame ? viaPlan(written.at, hop) : planned.at, items: placed }
  }
  if (!isTextual(planned) || !isTextual(written) || agreementOf(planned, written) !== 'same') return planned
  const found = withHop(written, hop)
  return { ...found, sensitive: planned.sensitive || written.sensitive }
}

function viaPlan(at: Origin, hop: Hop): Origin {
  return { ...at, via: [...at.via, hop] }
}
