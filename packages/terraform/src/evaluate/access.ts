import type { Origin } from '@breakwater/core'
import { lift, oneOf } from './alternatives.ts'
import { toNumber, toText } from './convert.ts'
import { list, markedAs, through, unknown, unreadable, withRest } from './make.ts'
import type { ListValue, ObjectValue, UnknownValue, Value } from './value.ts'

/** `object.name` */
export function attributeIn(value: Value, name: string, at: Origin): Value {
  switch (value.kind) {
    case 'object':
      return memberOf(value, name, at)
    case 'unknown':
      if (value.reference !== undefined) return deeper(value, name, at)
      return lift(value, at, (one) => attributeIn(one, name, at))
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
    case 'list':
      return unreadable(at)
  }
}

function memberOf(value: ObjectValue, name: string, at: Origin): Value {
  const entry = value.entries.get(name)
  if (entry !== undefined) return through(value, entry.value)
  if (value.resource !== undefined) {
    const reference = { address: value.resource, path: [name] }
    return { ...unknown({ kind: 'unresolved', name: `${value.resource}.${name}` }, at), reference }
  }
  if (value.rest === undefined) return unreadable(at)
  const { why, each } = value.rest
  const [first] = each
  if (each.length === 1 && first !== undefined) return through(value, first)
  return each.length > 1 ? oneOf(each, at, why) : unknown(why, at, value.sensitive)
}

/** An attribute of an attribute that only applying tells. */
function deeper(value: UnknownValue, name: string, at: Origin): UnknownValue {
  const { address, path } = value.reference ?? { address: '', path: [] }
  const reference = { address, path: [...path, name] }
  return {
    ...unknown({ kind: 'unresolved', name: `${address}.${reference.path.join('.')}` }, at, value.sensitive),
    reference,
  }
}

/** `collection[index]` */
export function indexIn(value: Value, index: Value, at: Origin): Value {
  if (index.kind === 'unknown') return anyMember(value, index, at)
  switch (value.kind) {
    case 'object': {
      const key = toText(index)
      return key.kind === 'string' ? markedAs(memberOf(value, key.value, at), index.sensitive) : unreadable(at)
    }
    case 'list': {
      const position = toNumber(index)
      if (position.kind !== 'number') return unreadable(at)
      const item = value.items[position.value]
      if (item !== undefined && value.collection !== 'set') return markedAs(through(value, item), index.sensitive)
      return value.rest === undefined ? unreadable(at) : furtherItem(value, at)
    }
    case 'unknown':
      if (value.reference !== undefined) return deeper(value, keyText(index), at)
      return lift(value, at, (one) => indexIn(one, index, at))
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
      return unreadable(at)
  }
}

function keyText(index: Value): string {
  const key = toText(index)
  return key.kind === 'string' ? key.value : '*'
}

function furtherItem(value: ListValue, at: Origin): Value {
  const [first, ...others] = value.rest?.each ?? []
  if (first !== undefined && others.length === 0 && value.items.length === 0) return through(value, first)
  return unknown(value.rest?.why ?? { kind: 'unreadable' }, at, value.sensitive)
}

/** Behind an unknown index stands any member. */
function anyMember(value: Value, index: UnknownValue, at: Origin): Value {
  if (index.oneOf !== undefined) return lift(index, at, (one) => indexIn(value, one, at))
  const members =
    value.kind === 'list'
      ? [...value.items, ...(value.rest?.each ?? [])]
      : value.kind === 'object' && value.resource === undefined
        ? [...[...value.entries.values()].map((entry) => entry.value), ...(value.rest?.each ?? [])]
        : []
  const closed = (value.kind === 'list' || value.kind === 'object') && value.rest === undefined
  if (members.length === 0 || !closed) {
    const resource = members.find((member) => member.kind === 'object' && member.resource !== undefined)
    return resource === undefined ? unknown(index.why, at, index.sensitive) : resource
  }
  return oneOf(
    members.map((member) => through(value, member)),
    at,
    index.why,
    index.condition,
  )
}

/** `collection[*]`: of a list each item, of null nothing, of anything else the thing itself. */
export function splat(value: Value, at: Origin, each: (item: Value) => Value): Value {
  switch (value.kind) {
    case 'null':
      return list([], at)
    case 'unknown':
      return value.oneOf === undefined
        ? { ...unknown(value.why, at, value.sensitive) }
        : lift(value, at, (one) => splat(one, at, each))
    case 'list': {
      const items = value.items.map((item) => each(through(value, item)))
      const { rest } = value
      return markedAs(
        withRest(list(items, at), rest === undefined ? undefined : { ...rest, each: rest.each.map(each) }),
        value.sensitive,
      )
    }
    case 'bool':
    case 'number':
    case 'object':
    case 'string':
      return list([each(value)], at)
  }
}
