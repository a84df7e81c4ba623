import type { ListName, Platform } from '@breakwater/core'
import { dict, entry, string, type Data, type DictData, type Key, type DictEntry } from '../data.ts'
import { enterRows, rootOf } from './enter.ts'
import { enterBanner, enterCliConfig, enterConfig } from './free-text.ts'
import { iosModules } from './ios/tables.ts'
import { CommandLines } from './lines.ts'
import type { ModuleCall, ModuleReading, ModuleTable, ParameterRow } from './module.ts'
import { moduleName, onlyAsks } from './names.ts'

const tables = new Map(iosModules.flatMap((table) => table.names.map((name) => [name, table] as const)))

/** What a task's module does to a device; undefined where it is no module for network devices. Never throws. */
export function readModule(call: ModuleCall): ModuleReading | undefined {
  const named = moduleName(call.name)
  if (named === undefined) return undefined
  const { platform, short } = named
  const none: ModuleReading = { kind: 'none', platform }
  if (onlyAsks(named)) return none
  if (platform !== undefined && platform !== 'ios') return { kind: 'unsupported', platform }
  const lines = new CommandLines(call.at, call.when)
  const { args } = call
  if (args.kind !== 'dict') {
    if (args.kind === 'unknown') lines.open(0, args.why, args.at ?? call.at)
    return text(lines, platform)
  }
  const effect = effectOf(args)
  if (effect === 'none') return none
  if (short === 'cli_config') enterCliConfig(args, call, lines)
  else if (short === 'ios_config') enterConfig(args, call, lines)
  else if (short === 'ios_banner') enterBanner(args, call, effect === 'remove', lines)
  else {
    const table = tables.get(short)
    if (table === undefined) return none
    enterTable(table, args, call, effect, lines)
    return text(lines, platform, effect === 'override' ? listsOf(table.rows) : [])
  }
  if (args.open !== undefined) lines.open(0, args.open, call.at)
  return text(lines, platform)
}

type Effect = 'enter' | 'override' | 'remove' | 'none'

function effectOf(args: DictData): Effect {
  const state = entry(args, 'state')
  if (state?.kind !== 'string') return 'enter'
  switch (state.value) {
    case 'rendered':
    case 'gathered':
    case 'parsed':
      return 'none'
    case 'deleted':
    case 'absent':
    case 'purged':
      return 'remove'
    case 'overridden':
      return 'override'
    case 'replaced':
      return 'enter'
    default:
      return 'enter'
  }
}

function enterTable(table: ModuleTable, args: DictData, call: ModuleCall, effect: Effect, to: CommandLines): void {
  const remove = effect === 'remove'
  const root = rootOf(args, table.root)
  if (root === undefined) {
    // Without parameters, `deleted` takes all away.
    if (remove && table.clear !== undefined) to.add(0, [table.clear], call.at)
    return
  }
  if (root.kind === 'unknown') return remove ? undefined : to.open(0, root.why, root.at ?? call.at)
  if (effect === 'override' && table.clear !== undefined) to.add(0, [table.clear], call.at)
  for (const one of table.root === '' ? aggregated(args) : [root]) enterRows(table.rows, one, call.at, remove, to)
}

/** `aggregate` makes many of one: each with the arguments beside it as defaults. */
function aggregated(args: DictData): readonly Data[] {
  for (const name of ['aggregate', 'users', 'collection']) {
    const many = entry(args, name)
    if (many === undefined || many.kind === 'null' || many.kind === 'undefined') continue
    if (many.kind !== 'list') return [many]
    return many.items.map((item) => {
      const own = item.kind === 'string' ? named(item) : item
      if (own.kind !== 'dict') return own
      const entries = new Map<Key, DictEntry>([...args.entries, ...own.entries])
      for (const [key, { value }] of own.entries)
        if ((value.kind === 'null' || value.kind === 'undefined') && args.entries.has(key))
          entries.set(key, args.entries.get(key) as DictEntry)
      entries.delete(name)
      return { ...dict(entries, own.at), open: own.open ?? many.open }
    })
  }
  return [args]
}

function named(name: Data): DictData {
  return dict(new Map([['name', { key: string('name'), value: name }]]), name.at)
}

function listsOf(rows: readonly ParameterRow[]): ListName[] {
  return rows.flatMap((row) => [...(row.list === undefined ? [] : [row.list]), ...listsOf(row.rows ?? [])])
}

function text(lines: CommandLines, platform: Platform | undefined, complete: readonly ListName[] = []): ModuleReading {
  return { kind: 'text', platform, pieces: lines.pieces, complete: [...new Set(complete)], notes: [] }
}
