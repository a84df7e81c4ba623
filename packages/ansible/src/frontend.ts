import {
  originAt,
  type Files,
  type Frontend,
  type ProjectReading,
  type SourceDevice,
  type SourceFile,
} from '@breakwater/core'
import { entry, unresolved, type Condition, type Data } from './data.ts'
import { findInventory, layerOf, loadInventory, type Host, type Layer, type LoadedInventory } from './inventory.ts'
import { Inventory } from './inventory.ts'
import { hostsOf } from './inventory/pattern.ts'
import { evaluateData } from './jinja/render.ts'
import { undecided } from './plays/conditions.ts'
import { firstLine, importsOf, isPlaybook, listOf, readPlays, type Play } from './plays/playbook.ts'
import { renderFile } from './plays/render.ts'
import { Roles } from './plays/roles.ts'
import { HostRun, type Project } from './plays/run.ts'
import { readConfig, type AnsibleConfig } from './project/config.ts'
import { devicesOf, reachedOnly, standalone, type Made } from './project/device.ts'
import { folderOf, joinPath } from './project/paths.ts'
import { ProjectReader } from './project/reader.ts'
import { outOfView } from './variables.ts'
import { HostVariables } from './variables/hosts.ts'
import { extraVars } from './variables/extra.ts'

/** What the command line says to Ansible. Paths are within the project. */
export interface AnsibleOptions {
  /** `--extra-vars`, in order: `name=value`, JSON or YAML, or `@file`. */
  readonly extraVars: readonly string[]
  /** `--inventory` */
  readonly inventory: readonly string[]
  /** Files of variables for templates that no playbook reaches. */
  readonly vars: readonly string[]
}

/** Reads Ansible projects and Jinja templates. */
export const ansibleFrontend: Frontend<AnsibleOptions> = {
  name: 'ansible',
  claims: (path) => TEMPLATE.test(path) || YAML.test(path) || /(?:^|\/)ansible\.cfg$/.test(path),
  read: readProject,
}

const YAML = /\.(?:ya?ml)$/
const TEMPLATE = /\.(?:j2|jinja2?)$/

function readProject(paths: readonly string[], files: Files, options: AnsibleOptions): ProjectReading {
  const reader = new ProjectReader(files)
  return { devices: devices(paths, reader, options), notes: reader.notes, files: reader.taken }
}

function* devices(paths: readonly string[], reader: ProjectReader, options: AnsibleOptions): Generator<SourceDevice> {
  const extra: Layer[] = []
  for (const text of options.extraVars) {
    const { layer, notes } = extraVars(text, reader)
    extra.push(layer)
    for (const note of notes) reader.note(note)
  }
  const inventories = new Map<string, LoadedInventory>()
  const told = new Set<string>()
  for (const path of playbooksOf(paths, reader)) yield* playbookDevices(path, reader, options, extra, inventories, told)
  yield* inventoryDevices(paths, reader, extra)
  yield* templateDevices(paths, reader, options, extra)
}

/** The playbooks among some files, and those beside what belongs to a project; none that another one imports. */
function playbooksOf(paths: readonly string[], reader: ProjectReader): readonly string[] {
  const candidates = new Set(paths.filter((path) => YAML.test(path)))
  const folders = new Set<string>()
  for (const path of paths) {
    const inside = /^(.*?)(?:^|\/)(?:roles|group_vars|host_vars|templates|vars|inventory|inventories|playbooks)\//.exec(
      path,
    )
    if (inside !== null) folders.add(inside[1] ?? '')
    else if (!candidates.has(path)) folders.add(folderOf(path))
  }
  for (const folder of folders) {
    for (const base of [folder, joinPath(folder, 'playbooks')])
      for (const { name, kind } of reader.list(base))
        if (kind === 'file' && YAML.test(name)) candidates.add(joinPath(base, name))
  }
  const found = [...candidates].filter((path) => {
    const text = reader.peek(path)?.text
    if (text === undefined || !/^[ \t-]*(?:hosts|(?:ansible\.\w+\.)?import_playbook)[ \t]*:/m.test(text)) return false
    return isPlaybook(reader.look(path))
  })
  const imported = new Set(found.flatMap((path) => importsOf(path, reader.look(path)).filter((one) => one !== path)))
  return found.filter((path) => !imported.has(path))
}

function* playbookDevices(
  path: string,
  reader: ProjectReader,
  options: AnsibleOptions,
  extra: readonly Layer[],
  inventories: Map<string, LoadedInventory>,
  told: Set<string>,
): Generator<SourceDevice> {
  const folder = folderOf(path)
  const config = readConfig(folder, reader)
  if (config.merges)
    reader.note({ kind: 'limit', message: 'hash_behaviour = merge is not followed: dictionaries replace each other' })
  const file = reader.take(path)
  if (file === undefined) return
  const plays = readPlays(path, reader)
  const named = inventoryPaths(folder, config, options, reader)
  const key = named.join('\n')
  let loaded = inventories.get(key)
  if (named.length > 0 && loaded === undefined) inventories.set(key, (loaded = loadInventory(named, reader)))
  const variables = new HostVariables(loaded ?? patterns(plays), folder, extra, reader, loaded !== undefined)
  const project: Project = {
    reader,
    variables,
    roles: new Roles(reader, folder, config.rolesPath, config.collectionsPath),
    folder,
  }
  const reached = reachedHosts(plays, project, loaded !== undefined)
  const at = firstLine(plays[0]?.at ?? originAt(file, 0, 0))
  for (const host of hostsInOrder(reached)) {
    const run = new HostRun(project, host)
    for (const { play, hosts, members, when } of reached) if (members.has(host)) run.play(play, hosts, when)
    const scope = variables.scope(variables.layersOf(host), host, new Map())
    const source = {
      scope,
      reader,
      telnet: run.telnet,
      provider: run.provider,
      isFirst: !told.has(`${key}\n${host.name}`),
    }
    const groups = groupsOf(variables.inventory, host)
    for (const made of devicesOf(run, source, config, at)) {
      told.add(`${key}\n${host.name}`)
      yield { ...made, file, ...(groups.length > 0 && loaded !== undefined && { groups }) }
    }
  }
}

function inventoryPaths(
  folder: string,
  config: AnsibleConfig,
  options: AnsibleOptions,
  reader: ProjectReader,
): readonly string[] {
  if (options.inventory.length > 0) return options.inventory
  if (config.inventory.length > 0) return config.inventory
  const found = findInventory([folder, folderOf(folder), ''], reader)
  if (found === undefined) return []
  reader.note({ kind: 'advice', message: `the inventory ${found} was taken; name another with --inventory` })
  return [found]
}

interface Reached {
  readonly play: Play
  readonly hosts: readonly Host[]
  readonly members: ReadonlySet<Host>
  readonly when: readonly Condition[]
}

/** The hosts of each play. A pattern that nobody knows may reach every host. */
function reachedHosts(plays: readonly Play[], { variables, reader }: Project, isKnown: boolean): readonly Reached[] {
  const { inventory } = variables
  return plays.map((play) => {
    const given = new Map<string, Data>()
    for (const { values } of [...play.vars, ...variables.extra])
      for (const [name, value] of values) given.set(name, value)
    const scope = { lookup: (name: string) => given.get(name) ?? (isKnown ? undefinedHere(name) : outOfView(name)) }
    const pattern = entry(play.data, 'hosts')
    const names = listOf(pattern).map((one) => evaluateData(one, scope).value)
    const sure = names.every((one) => one.kind === 'string' || one.kind === 'list')
    const written = names.flatMap((one) => listOf(one)).flatMap((one) => (one.kind === 'string' ? [one.value] : []))
    const matched = isKnown ? hostsOf(written.join(','), inventory) : written.flatMap((name) => named(name, inventory))
    const hosts = sure ? matched : [...inventory.hosts.values()]
    if (sure && hosts.length === 0 && isKnown)
      reader.note({
        kind: 'limit',
        message: `no host of the inventory matches ${written.join(',')}`,
        at: firstLine(play.at),
      })
    const when = sure ? [] : [undecided('hosts includes the device', play.at)]
    return { play, hosts, members: new Set(hosts), when }
  })
}

function named(name: string, inventory: Inventory): readonly Host[] {
  const host = inventory.hosts.get(name)
  return host === undefined ? hostsOf(name, inventory) : [host]
}

function undefinedHere(name: string): Data {
  return unresolved(name)
}

function hostsInOrder(reached: readonly Reached[]): ReadonlySet<Host> {
  const all = new Set<Host>()
  for (const { hosts } of reached) for (const host of hosts) all.add(host)
  return all
}

/** Without an inventory a pattern stands for a device. */
function patterns(plays: readonly Play[]): LoadedInventory {
  const inventory = new Inventory()
  for (const { data, at } of plays)
    for (const one of listOf(entry(data, 'hosts')))
      if (one.kind === 'string' && one.value !== 'localhost' && !one.template)
        inventory.host(one.value, inventory.ungrouped, one.at ?? at)
  inventory.finish()
  return { inventory, folders: [], open: true }
}

/** Hosts of inventories in YAML that no playbook reaches: of them only the way to the device is known. */
function* inventoryDevices(
  paths: readonly string[],
  reader: ProjectReader,
  extra: readonly Layer[],
): Generator<SourceDevice> {
  for (const path of paths.filter((one) => YAML.test(one) && !reader.taken.has(one))) {
    const file = reader.peek(path)
    if (file === undefined || !/^[ \t]+(?:hosts|children)[ \t]*:/m.test(file.text)) continue
    if (!isInventory(reader.look(path))) continue
    const folder = folderOf(path)
    const variables = new HostVariables(loadInventory([path], reader), folder, extra, reader, false)
    const config = readConfig(folder, reader)
    for (const host of variables.inventory.hosts.values()) {
      const scope = variables.scope(variables.layersOf(host), host, new Map())
      const groups = groupsOf(variables.inventory, host)
      for (const made of reachedOnly(host, { scope, reader, isFirst: true }, config))
        yield { ...made, file, ...(groups.length > 0 && { groups }) }
    }
  }
}

/** Groups at the top, each with hosts, children or variables. */
function isInventory(documents: readonly Data[]): boolean {
  const [first] = documents
  if (first?.kind !== 'dict' || first.entries.size === 0) return false
  return [...first.entries.values()].every(
    ({ value }) => value.kind === 'dict' && [...value.entries.keys()].every((key) => GROUP_KEYS.has(String(key))),
  )
}

const GROUP_KEYS: ReadonlySet<string> = new Set(['hosts', 'children', 'vars'])

function groupsOf(inventory: Inventory, host: Host): readonly string[] {
  return inventory.groupsOf(host).flatMap(({ name }) => (name === 'all' || name === 'ungrouped' ? [] : [name]))
}

/** Templates that nothing reaches. */
function* templateDevices(
  paths: readonly string[],
  reader: ProjectReader,
  options: AnsibleOptions,
  extra: readonly Layer[],
): Generator<SourceDevice> {
  const given = [...options.vars.flatMap((path) => varsOf(path, reader)), ...extra]
  const rendered: { readonly file: SourceFile; readonly made: Made }[] = []
  const included = new Set<string>()
  for (const path of paths.filter((one) => TEMPLATE.test(one) && !reader.taken.has(one))) {
    const file = reader.peek(path)
    if (file === undefined) continue
    // What somebody names wins over what lies beside.
    const layers = [...sampleOf(path, reader), ...given]
    const scope = {
      lookup: (name: string) => layers.findLast(({ values }) => values.has(name))?.values.get(name) ?? outOfView(name),
    }
    const mark = reader.taken.size
    const made = templateDevice(file, scope, reader)
    if (reader.taken.size > mark) for (const one of [...reader.taken].slice(mark)) included.add(one)
    if (made !== undefined) rendered.push({ file, made })
  }
  for (const { file, made } of rendered) {
    if (included.has(file.path)) continue
    reader.taken.add(file.path)
    yield { ...made, file }
  }
  // A template is no configuration, whatever it looks like.
  for (const path of paths) if (TEMPLATE.test(path)) reader.taken.add(path)
}

function templateDevice(file: SourceFile, scope: { lookup: (name: string) => Data }, reader: ProjectReader) {
  const { pieces, notes } = renderFile(file, scope, [folderOf(file.path)], reader)
  const at = firstLine(originAt(file, 0, file.text.length))
  const made = standalone(file, { kind: 'template', pieces, at, when: [], dest: undefined, consumed: false })
  if (made !== undefined) for (const note of notes) reader.note(note)
  return made
}

function varsOf(path: string, reader: ProjectReader): readonly Layer[] {
  const layer = layerOf(path, reader)
  if (layer !== undefined) return [layer]
  reader.note({ kind: 'limit', message: `the file of variables ${path} is not there` })
  return []
}

/** `base.yml` beside `base.j2` is its sample data. */
function sampleOf(path: string, reader: ProjectReader): readonly Layer[] {
  const stem = path.replace(TEMPLATE, '').replace(/\.(?:cfg|conf|ios|txt)$/, '')
  for (const ending of ['.yml', '.yaml', '.json']) {
    if (reader.peek(stem + ending) === undefined) continue
    const layer = layerOf(stem + ending, reader)
    return layer === undefined ? [] : [layer]
  }
  return []
}
