import type { Value } from '../evaluate/value.ts'
import { textOf } from '../cloud/readings.ts'
import type { Body } from '../project/project.ts'
import { attributeOf, blocksOf, itemsOf } from '../project/read.ts'

/**
 * How what is planned compares with what is written: the same, of which nothing is in doubt; perhaps the same, as a part
 * is known to one side alone; or another thing.
 */
export type Agreement = 'same' | 'perhaps' | 'other'

/** Compares a planned value with a written one. Texts, numbers and truth values that read the same are the same. */
export function agreementOf(planned: Value, written: Value): Agreement {
  if (planned.kind === 'unknown' || written.kind === 'unknown') return 'perhaps'
  if (written.kind === 'null') return isNothing(planned) ? 'same' : 'perhaps'
  const [items, wanted] = [itemsOf(planned), itemsOf(written)]
  if (items !== undefined && wanted !== undefined) return agreementOfLists(items, wanted, written)
  if (planned.kind === 'object' && written.kind === 'object')
    return worst([...written.entries].map(([name, { value }]) => agreementOfMember(planned, name, value)))
  const [text, other] = [textOf(planned), textOf(written)]
  return text !== undefined && text === other ? 'same' : 'other'
}

function agreementOfMember(planned: Value, name: string, written: Value): Agreement {
  const entry = planned.kind === 'object' ? planned.entries.get(name)?.value : undefined
  if (entry === undefined) return written.kind === 'null' ? 'same' : 'other'
  return agreementOf(entry, written)
}

/** Lists and sets alike: plans write sets in an order of their own. */
function agreementOfLists(items: readonly Value[], wanted: readonly Value[], written: Value): Agreement {
  const isOpen =
    (written.kind === 'list' && written.rest !== undefined) || wanted.some(({ kind }) => kind === 'unknown')
  if (isOpen) return 'perhaps'
  if (items.length !== wanted.length) return 'other'
  return worst(items.map((item) => best(wanted.map((one) => agreementOf(item, one)))))
}

/** Compares a planned object with the arguments and blocks of a body. What is not written may be anything. */
export function agreementOfBody(planned: Value | Body, body: Body): Agreement {
  const valueIn = (name: string): Value | undefined =>
    'attributes' in planned
      ? planned.attributes.get(name)?.value
      : planned.kind === 'object'
        ? planned.entries.get(name)?.value
        : undefined
  const types = new Set(body.blocks.map(({ type }) => type))
  const ofAttributes = [...body.attributes.keys()].map((name): Agreement => {
    const written = attributeOf(body, name)?.value
    const value = valueIn(name)
    if (written === undefined) return 'same'
    if (value === undefined) return 'perhaps'
    return isBlockLike(value) ? agreementOfBlocks(value, body, name) : agreementOf(value, written)
  })
  const ofBlocks = [...types].map((type) => {
    const value = valueIn(type)
    return value === undefined ? 'perhaps' : agreementOfBlocks(value, body, type)
  })
  return worst([...ofAttributes, ...ofBlocks, ...(body.complete ? [] : (['perhaps'] as const))])
}

/** Whether a planned value may be what blocks have made. */
export function isBlockLike(value: Value): boolean {
  const items = itemsOf(value)
  return items === undefined
    ? value.kind === 'object'
    : items.length > 0 && items.every(({ kind }) => kind === 'object')
}

function agreementOfBlocks(planned: Value, body: Body, type: string): Agreement {
  if (planned.kind === 'unknown') return 'perhaps'
  const items = itemsOf(planned) ?? [planned]
  const { blocks, rest } = blocksOf(body, type)
  if (rest !== undefined || blocks.some(({ repeats }) => repeats !== undefined)) return 'perhaps'
  if (items.length !== blocks.length) return 'other'
  return worst(items.map((item) => best(blocks.map((block) => agreementOfBody(item, block.body)))))
}

/** Null, empty, false or zero: what a provider puts where nothing is written. */
function isNothing(value: Value): boolean {
  if (value.kind === 'null') return true
  const items = itemsOf(value)
  return items === undefined ? ['', 'false', '0'].includes(textOf(value) ?? ' ') : items.length === 0
}

const ORDER: readonly Agreement[] = ['same', 'perhaps', 'other']

function worst(all: readonly Agreement[]): Agreement {
  return ORDER[Math.max(0, ...all.map((one) => ORDER.indexOf(one)))] ?? 'same'
}

function best(all: readonly Agreement[]): Agreement {
  return ORDER[Math.min(ORDER.length - 1, ...all.map((one) => ORDER.indexOf(one)))] ?? 'other'
}
