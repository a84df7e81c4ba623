import type { Condition, TemplatePiece } from '@breakwater/core'
import { loopOf, textOf, valueOf } from '../cloud/readings.ts'
import { text as textAt } from '../evaluate/make.ts'
import { countArguments, type ArgumentCount, type Names } from '../project/arguments.ts'
import { attributeOf, entriesOf } from '../project/read.ts'
import type { Attribute, Body, Resource } from '../project/project.ts'
import { cliPieces } from './cli.ts'
import { commandPieces, type Command } from './pieces.ts'
import { parsePattern } from './pattern.ts'
import { commandOf, indented, isOpening, isTold, readsOf, type ResourceTable } from './rows.ts'
import type { NetworkTables } from './tables.ts'

/** What a resource makes of the device. */
export interface ResourceReading {
  readonly resource: Resource
  /** The command around those of the parts. */
  readonly header: Command | undefined
  readonly parts: readonly Part[]
  readonly count: ArgumentCount
}

export interface Part {
  readonly pieces: readonly TemplatePiece[]
  /** What the device has once: no two resources may differ about it. */
  readonly single?: { readonly name: string; readonly says: string }
}

const NONE: ReadonlySet<string> = new Set()

/** Arguments of the provider, not of the device. */
const OF_THE_PROVIDER: ReadonlySet<string> = new Set(['device', 'id', 'delete_mode'])

/** The commands of a resource; undefined where nothing is known of its type. */
export function readResource(tables: NetworkTables, resource: Resource): readonly ResourceReading[] | undefined {
  const { type, body } = resource
  const { text, maps = {}, resources, withoutHardening } = tables
  if (text?.type === type) {
    const count = countArguments(body, new Set([text.argument]), new Set([...OF_THE_PROVIDER, ...text.silent]))
    return [{ resource, header: undefined, parts: [{ pieces: cliPieces(resource, text.argument) }], count }]
  }
  if (withoutHardening.has(type)) {
    const { all } = countArguments(body, NONE, NONE)
    return [{ resource, header: undefined, parts: [], count: { all, understood: all } }]
  }
  const each = maps[type]
  const table = resources[each ?? type]
  if (table === undefined) return undefined
  return each === undefined
    ? [readTable({ resource, counted: body }, table)]
    : itemsOf({ ...resource, type: each }).map((item) => readTable(item, table))
}

interface Counted {
  readonly resource: Resource
  /** Its arguments as they are written. */
  readonly counted: Body
}

function readTable({ resource, counted }: Counted, table: ResourceTable): ResourceReading {
  const { body, type } = resource
  const when = loopOf(resource.repeats)
  const header = table.opens === undefined ? undefined : commandOf(parsePattern(table.opens), { body }, when)[0]
  const isSection = table.opens !== undefined
  const parts = isSection && header === undefined ? [] : partsOf(table, type, body, when, isSection)
  return { resource, header, parts, count: countArguments(counted, readsOf(table), silentOf(table)) }
}

function partsOf(
  { rows, key = [] }: ResourceTable,
  type: string,
  body: Body,
  when: readonly Condition[],
  isSection: boolean,
): readonly Part[] {
  const keys = key.map((name) => textOf(valueOf(body, name)))
  const whose = keys.length === 0 ? '' : ` of ${keys.join(' ')}`
  return rows.flatMap((row): Part[] => {
    const commands = row
      .commands({ body }, when)
      .filter((one) => (isOpening(one) ? isSection : when.length === 0 || isTold(one)))
    if (commands.length === 0) return []
    const part = { pieces: commandPieces(isSection ? commands.map(indented) : commands) }
    // What nobody can name may be another's.
    if (row.many || keys.includes(undefined)) return [part]
    const argument = row.lines.flatMap(({ reads }) => reads).find((path) => !key.includes(path)) ?? ''
    return [{ ...part, single: { name: `${type}.${argument}${whose}`, says: saidBy(commands) } }]
  })
}

function saidBy(commands: readonly Command[]): string {
  const words = commands.flatMap((one) =>
    one.words.map((word) => (typeof word === 'string' ? word : (textOf(word) ?? '?'))),
  )
  return words.join('')
}

/** Names that are passed over and not read, of which a table may tell but the beginning. */
export function silentOf(table: ResourceTable): Names {
  const { silent = [] } = table
  const read = new Set([...readsOf(table)].flatMap((path) => path.split('.')))
  const names = new Set([...OF_THE_PROVIDER, ...silent])
  const starts = silent.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
  return { has: (name) => !read.has(name) && (names.has(name) || starts.some((start) => name.startsWith(start))) }
}

/** Each of a map as a resource of its own: its name is the type and the name that it would have there. */
function itemsOf(resource: Resource): readonly Counted[] {
  const items = attributeOf(resource.body, 'items')
  const entries = items === undefined ? undefined : entriesOf(items.value)
  return [...(entries ?? [])].flatMap(([name, { key, value }]) => {
    const own = entriesOf(value)
    const [type, port] = name.split(';')
    if (own === undefined || type === undefined || port === undefined) return []
    const attributes = new Map<string, Attribute>()
    for (const [argument, entry] of own)
      attributes.set(argument, { name: argument, key: entry.key, value: entry.value })
    const counted: Body = { at: key, attributes, blocks: [], complete: true }
    const named = new Map(attributes)
    for (const [argument, word] of [
      ['type', type],
      ['name', port],
    ] as const)
      named.set(argument, { name: argument, key, value: textAt(word, key) })
    return [{ resource: { ...resource, body: { ...counted, attributes: named } }, counted }]
  })
}
