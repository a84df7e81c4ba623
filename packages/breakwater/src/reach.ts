import {
  managementReach,
  redundant,
  shadowed,
  type AccessEntry,
  type Device,
  type Item,
  type ManagementReach,
} from '@breakwater/core'
import { harmless } from './text/harmless.ts'
import { counted, table } from './text/table.ts'

type LineOf = (offset: number) => number

/** From where one service of management takes sessions, as `inspect` shows it. */
export interface ShownReach {
  readonly service: string
  readonly by: string
  readonly family: 4 | 6
  readonly state: ManagementReach['state']
  /** Prefixes; empty unless `limited`. */
  readonly from: readonly string[]
  readonly exact: boolean
  readonly list?: string
  /** Why the list does not limit anybody. */
  readonly missing?: true
  readonly line: number
}

export function reachOf(device: Device, lineOf: LineOf): ShownReach[] {
  return managementReach(device).map(({ service, by, family, state, from, exact, list, missing, at }) => ({
    service,
    by,
    family,
    state,
    from,
    exact,
    ...(list !== undefined && { list }),
    ...(missing && { missing }),
    line: lineOf(at.span.start),
  }))
}

/** An access list by its meaning. Lines are those of entries. */
export interface ShownList {
  readonly name: string
  readonly family: 4 | 6
  readonly entries: number
  /** The features that refer to it. */
  readonly usedBy: readonly string[]
  /** Entries that no packet reaches. */
  readonly unreachable: readonly number[]
  /** Entries that change nothing, because a later one does the same. */
  readonly redundant: readonly number[]
  /** Undefined for a list that is named, and not defined. */
  readonly line?: number
}

/** The lists that are defined, and after them those that are only named. */
export function listsOf(device: Device, lineOf: LineOf): ShownList[] {
  const users = new Map<string, string[]>()
  const named = new Map<string, Item<'references'>>()
  for (const reference of device.references.items) {
    if (reference.target !== 'accessList') continue
    const key = `${reference.family}:${reference.name}`
    named.set(key, named.get(key) ?? reference)
    users.set(key, [...(users.get(key) ?? []), reference.by])
  }
  const places = (entries: readonly AccessEntry[]): number[] => entries.map(({ at }) => lineOf(at.span.start))
  const defined = device.accessLists.items.map(({ key, name, family, entries, at }) => ({
    name,
    family,
    entries: entries.length,
    usedBy: users.get(key) ?? [],
    unreachable: places(shadowed(entries)),
    redundant: places(redundant(entries)),
    line: lineOf(at.span.start),
  }))
  const keys = new Set(device.accessLists.items.map(({ key }) => key))
  const missing = [...named].flatMap(([key, { name, family }]) =>
    keys.has(key) ? [] : [{ name, family, entries: 0, usedBy: users.get(key) ?? [], unreachable: [], redundant: [] }],
  )
  return [...defined, ...missing]
}

function told({ state, from, exact, list, missing }: ShownReach): string {
  const by = list === undefined ? '' : ` (${list}${missing === true ? ', which is not defined' : ''})`
  switch (state) {
    case 'open':
      return `everybody${by}`
    case 'closed':
      return `nobody${by}`
    case 'unknown':
      return `unknown${by}`
    case 'limited':
      return `${exact ? '' : 'at the most '}${from.join(', ')}${by}`
  }
}

/** The table of services, each with the sources that reach it. */
export function reachTable(reach: readonly ShownReach[]): string[] {
  return table(
    reach.map((one) => [
      { text: one.service },
      { text: harmless(one.by) },
      { text: `IPv${one.family}` },
      { text: harmless(told(one)) },
    ]),
    4,
  )
}

export function listTable(lists: readonly ShownList[]): string[] {
  const count = (lines: readonly number[], what: string): string[] =>
    lines.length === 0 ? [] : [`${what}: line ${lines.join(', ')}`]
  return table(
    lists.map((list) => [
      { text: harmless(list.name) },
      { text: `IPv${list.family}` },
      { text: list.line === undefined ? 'not defined' : counted(list.entries, 'entry', 'entries') },
      {
        text: [
          list.usedBy.length === 0 ? 'not used' : `used by ${list.usedBy.map(harmless).join(', ')}`,
          ...count(list.unreachable, 'unreachable'),
          ...count(list.redundant, 'redundant'),
        ].join('; '),
      },
    ]),
    4,
  )
}
