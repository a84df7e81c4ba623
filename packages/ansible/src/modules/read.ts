import type { Condition, Platform } from '@breakwater/core'
import { dict, entry, string, type Data, type DictData, type Key, type DictEntry } from '../data.ts'
import { enterRows, rootOf } from './enter.ts'
import { commandsOf, enterBanner, enterCliConfig, enterConfig } from './free-text.ts'
import { CommandLines } from './lines.ts'
import type { Effect, ModuleCall, ModuleReading, ModuleTable, PlatformModules } from './module.ts'
import { moduleName, onlyAsks } from './names.ts'
import { platformModules } from './platforms.ts'
import { effectOf, isKnown } from './state.ts'

/** What a task's module does to a device; undefined where it is no module for network devices. Never throws. */
export function readModule(
  call: ModuleCall,
  platforms: ReadonlyMap<Platform, PlatformModules> = platformModules,
): ModuleReading | undefined {
  const named = moduleName(call.name)
  if (named === undefined) return undefined
  const { os, short } = named
  const platform = os?.platform
  if (onlyAsks(named)) return asking(call, platform)
  const modules = platform === undefined ? undefined : platforms.get(platform)
  if (os !== undefined && modules === undefined) return { kind: 'unsupported', os }
  const kind = os === undefined ? short : short.slice(os.prefix.length)
  const none: ModuleReading = { kind: 'none', platform }
  if (modules?.nothingJudged.includes(short)) return none
  const table = modules?.tables.find(({ names }) => names.includes(short))
  const isText = kind === 'cli_config' || kind === 'config' || kind === 'banner'
  if (table === undefined && !isText) return { kind: 'unknown', platform }
  const { args } = call
  const effect = args.kind === 'dict' ? effectOf(args) : 'enter'
  if (effect === 'none') return none
  const lines = new CommandLines(call.at, [...(call.when ?? []), ...conditionOf(effect)])
  if (args.kind !== 'dict') {
    if (args.kind === 'unknown') lines.open(0, args.why, args.at ?? call.at)
    return text(lines, platform)
  }
  if (table?.root === '') {
    enterEach(table, args, call, lines)
    return text(lines, platform)
  }
  if (table !== undefined) enterTable(table, rootOf(args, table.root), call, effect, lines)
  else if (kind === 'cli_config') enterCliConfig(args, call, lines)
  else if (kind === 'config') enterConfig(args, call, lines)
  else enterBanner(args, call, effect === 'remove', lines)
  if (args.open !== undefined) lines.open(0, args.open, call.at)
  return text(lines, platform)
}

/** A module that asks. One that is told to configure does so unseen. */
function asking({ name, args, at }: ModuleCall, platform: Platform | undefined): ModuleReading {
  const commands = commandsOf(args.kind === 'dict' ? args : dict(new Map(), undefined), 'commands', 'command')
  const configures = commands.some((one) => {
    const command = one.kind === 'dict' ? entry(one, 'command') : one
    return command?.kind === 'string' && /^\s*conf\w*\s+t\w*\s*$/im.test(command.value)
  })
  if (!configures) return { kind: 'none', platform }
  const message = `${name} enters the configuration mode; what it configures is not judged`
  return { kind: 'text', platform, pieces: [], notes: [{ kind: 'unsupported', message, at }] }
}

/** What a state that nobody knows would have to be for the task to enter what it is given. */
function conditionOf(effect: Effect): readonly Condition[] {
  return effect === 'unknown' ? [{ kind: 'if', text: 'state is merged', holds: true }] : []
}

/** A resource module: all parameters below one argument. */
function enterTable(
  table: ModuleTable,
  root: Data | undefined,
  call: ModuleCall,
  effect: Effect,
  to: CommandLines,
): void {
  const isRemoved = effect === 'remove' || effect === 'purge'
  const { owns } = table
  if (isRemoved && (root === undefined || table.whole)) {
    if (owns !== undefined) to.clear(owns, call.at)
    return
  }
  if (root === undefined || (effect === 'remove' && table.keepsWhenDeleted)) return
  if (root.kind === 'unknown') return isRemoved ? undefined : to.open(0, root.why, root.at ?? call.at)
  const isWhole = effect === 'override' || (effect === 'replace' && table.whole)
  // A parameter that nobody knows may state a setting again, which then is not its default.
  if (isWhole && owns !== undefined)
    to.clear(isKnown(root) ? owns : { ...owns, settings: [], fields: [] }, root.at ?? call.at)
  enterRows(table.rows, root, call.at, effect, to)
}

/** A module whose arguments are the parameters: once, or for each of an aggregate, which has a state of its own. */
function enterEach(table: ModuleTable, args: DictData, call: ModuleCall, to: CommandLines): void {
  const all = aggregated(args)
  const purge = entry(args, 'purge')
  if (table.purges !== undefined && purge?.kind === 'bool' && purge.value) {
    const { keep = [] } = table.purges
    const stays = keep.filter((name) => !all.some((one) => isNamed(one, name)))
    to.clear({ ...table.purges, open: stays.length > 0 || !all.every(isNameKnown) }, purge.at ?? call.at)
  }
  for (const one of all) {
    const effect = one.kind === 'dict' ? effectOf(one) : 'enter'
    if (effect !== 'none') enterRows(table.rows, one, call.at, effect, to)
  }
}

function isNamed(data: Data, wanted: string): boolean {
  const name = data.kind === 'dict' ? entry(data, 'name') : undefined
  return name?.kind === 'string' && name.value === wanted
}

/** Whether the thing is known that an item of an aggregate is about, if any. */
function isNameKnown(data: Data): boolean {
  if (data.kind !== 'dict') return false
  return data.open === undefined && isKnown(entry(data, 'name') ?? data)
}

/** `aggregate` makes many of one: each with the arguments beside it as defaults. */
function aggregated(args: DictData): readonly Data[] {
  for (const name of ['aggregate', 'users', 'collection', 'vrfs']) {
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
      entries.delete('purge')
      return { ...dict(entries, own.at), open: own.open ?? many.open }
    })
  }
  return [args]
}

function named(name: Data): DictData {
  return dict(new Map([['name', { key: string('name'), value: name }]]), name.at)
}

function text(lines: CommandLines, platform: Platform | undefined): ModuleReading {
  return { kind: 'text', platform, pieces: lines.pieces, notes: [] }
}
