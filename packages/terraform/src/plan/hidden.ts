import type { Value } from '../evaluate/value.ts'
import { isTextual } from '../evaluate/value.ts'
import type { Body } from '../project/project.ts'
import { attributeOf, blocksOf, itemsOf } from '../project/read.ts'
import { isBlockLike } from './agreement.ts'

/** Whether a body says something that the plan of it does not tell, such as a secret that the plan hides. */
export function isHidden(valueIn: (name: string) => Value | undefined, body: Body): boolean {
  const names = new Set([...body.attributes.keys(), ...body.blocks.map(({ type }) => type)])
  return [...names].some((name) => isArgumentHidden(valueIn(name), body, name))
}

function isArgumentHidden(planned: Value | undefined, body: Body, name: string): boolean {
  if (planned !== undefined && isBlockLike(planned)) {
    const items = itemsOf(planned) ?? [planned]
    return blocksOf(body, name).blocks.some((block) => items.every((item) => isHidden(memberIn(item), block.body)))
  }
  const written = attributeOf(body, name)?.value
  const blocks = body.blocks.filter(({ type }) => type === name)
  if (planned?.kind === 'unknown' && blocks.some((block) => isHidden(() => planned, block.body))) return true
  return written !== undefined && isValueHidden(planned, written)
}

function memberIn(item: Value): (name: string) => Value | undefined {
  return (name) => (item.kind === 'object' ? item.entries.get(name)?.value : undefined)
}

function isValueHidden(planned: Value | undefined, written: Value): boolean {
  if (planned === undefined) return false
  if (planned.kind === 'unknown') return saysSomething(written)
  const [items, wanted] = [itemsOf(planned), itemsOf(written)]
  if (items !== undefined && wanted !== undefined)
    return items.filter(({ kind }) => kind === 'unknown').length > wanted.filter((one) => !saysSomething(one)).length
  if (planned.kind === 'object' && written.kind === 'object')
    return [...written.entries].some(([name, { value }]) => isValueHidden(memberIn(planned)(name), value))
  return false
}

function saysSomething(value: Value): boolean {
  if (value.kind === 'object') return [...value.entries.values()].some((entry) => saysSomething(entry.value))
  return isTextual(value) || (itemsOf(value)?.some(saysSomething) ?? false)
}
