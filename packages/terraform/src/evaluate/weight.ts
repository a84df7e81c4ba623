import type { Origin } from '@breakwater/core'
import type { Work } from './context.ts'
import { unreadable } from './make.ts'
import type { Value } from './value.ts'

/** A value with more members than this, those within members counted each time, is not gone through. */
const MOST_MEMBERS = 1_000_000

const known = new WeakMap<object, number>()

/** The value, or an unknown one where it has too many members: a value may hold another one twice, and that one too. */
export function bounded(value: Value, work: Work, at: Origin): Value {
  if ((value.kind !== 'list' && value.kind !== 'object') || membersOf(value) <= MOST_MEMBERS) return value
  if (!work.tooLarge) {
    work.tooLarge = true
    work.note({ kind: 'limit', message: `a value has more than ${MOST_MEMBERS} members: it is unknown`, at })
  }
  return unreadable(at)
}

/** How many values there are in a value, itself included. */
function membersOf(value: Value): number {
  const held = value.kind === 'list' ? value.items : value.kind === 'object' ? value.entries : undefined
  // Outputs of a module are made when somebody asks for them.
  if (held === undefined || !(Array.isArray(held) || held instanceof Map)) return 1
  const counted = known.get(held)
  if (counted !== undefined) return counted
  let count = 1
  if (value.kind === 'list') for (const item of value.items) count += membersOf(item)
  if (value.kind === 'object') for (const entry of value.entries.values()) count += membersOf(entry.value)
  known.set(held, count)
  return count
}
