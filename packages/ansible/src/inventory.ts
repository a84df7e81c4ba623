import { originAt } from '@breakwater/core'
import { unresolved, type Data, type DictData } from './data.ts'
import { readIni } from './inventory/ini.ts'
import { Inventory } from './inventory/model.ts'
import { expandHosts } from './inventory/ranges.ts'
import { readYamlInventory } from './inventory/yaml.ts'
import { folderOf, joinPath, nameOf } from './project/paths.ts'
import type { ProjectReader } from './project/reader.ts'

export { Inventory, type Group, type Host } from './inventory/model.ts'

/** An inventory with the folders beside which `group_vars` and `host_vars` lie. */
export interface LoadedInventory {
  readonly inventory: Inventory
  readonly folders: readonly string[]
  /** Some of its hosts are not known: a script or a plugin gives them. */
  readonly open: boolean
}

const IGNORED = /(?:~|\.(?:orig|ini|cfg|retry|pyc|pyo|swp|bak|rpm|md|txt|rst))$/
const YAML = /\.(?:ya?ml|json)$/
const DEEPEST = 10

/** Loads inventories as Ansible does: files, folders of them, and lists such as `pe1,pe2,`. Later ones add to earlier ones. */
export function loadInventory(paths: readonly string[], reader: ProjectReader): LoadedInventory {
  const inventory = new Inventory()
  const folders = new Set<string>()
  const state = { open: false }
  for (const path of paths) {
    if (path.includes(',')) addList(path, inventory)
    else load(path, 0)
  }
  inventory.finish()
  return { inventory, folders: [...folders], open: state.open }

  function load(path: string, depth: number): void {
    const kind = reader.kindOf(path)
    if (kind === 'file') {
      if (depth === 0) folders.add(folderOf(path))
      loadFile(path)
      return
    }
    if (kind === undefined || depth > DEEPEST) {
      reader.note({ kind: 'limit', message: `there is no inventory ${path}` })
      state.open = true
      return
    }
    folders.add(path)
    for (const { name, kind: is } of reader.list(path)) {
      if (name.startsWith('.') || name === 'group_vars' || name === 'host_vars' || name === 'vars_plugins') continue
      if (is === 'folder') load(joinPath(path, name), depth + 1)
      else if (!IGNORED.test(name)) loadFile(joinPath(path, name))
    }
  }

  function loadFile(path: string): void {
    const file = reader.take(path)
    if (file === undefined) return
    if (file.text.startsWith('$ANSIBLE_VAULT;')) {
      state.open = true
      return
    }
    if (file.text.startsWith('#!') || /\.(?:py|sh|rb|pl)$/.test(path)) {
      reader.note({ kind: 'limit', message: `the inventory script ${path} was not run: its hosts are not known` })
      state.open = true
      return
    }
    if (YAML.test(path) || isYaml(file.text)) {
      for (const document of reader.documents(path) ?? []) {
        if (document.kind === 'dict' && document.entries.has('plugin')) state.open = true
        for (const note of readYamlInventory(file, document, inventory)) reader.note(note)
      }
    } else for (const note of readIni(file, inventory)) reader.note(note)
  }
}

/** A file without an ending is in YAML where it begins as one. */
function isYaml(text: string): boolean {
  for (const [row] of text.slice(0, 4000).matchAll(/[^\r\n]+/g)) {
    const line = row.trim()
    if (line !== '' && !line.startsWith('#')) return line === '---' || /^[\w.-]+:(?:\s+#.*)?$/.test(line)
  }
  return false
}

function addList(text: string, inventory: Inventory): void {
  const file = { path: '', text: '' }
  for (const part of text.split(',').map((one) => one.trim()))
    for (const name of part === '' ? [] : (expandHosts(part) ?? []))
      inventory.host(name, inventory.ungrouped, originAt(file, 0, 0))
}

/** Names of an inventory that are tried where nothing names one, in that order. */
const USUAL = [
  'inventory',
  'hosts',
  'hosts.ini',
  'hosts.yml',
  'hosts.yaml',
  'inventory.ini',
  'inventory.yml',
  'inventory.yaml',
]

/** The inventory that lies beside a playbook, or at the root. */
export function findInventory(folders: readonly string[], reader: ProjectReader): string | undefined {
  for (const folder of new Set(folders)) {
    for (const name of USUAL) {
      const path = joinPath(folder, name)
      if (reader.kindOf(path) !== undefined) return path
    }
  }
  return undefined
}

/** Variables of one place; `open` where there may be more of them than these. */
export interface Layer {
  readonly values: ReadonlyMap<string, Data>
  readonly open?: Data
}

/** Whether the variables are those of a file that is a vault as a whole. */
export function isVaulted({ open }: Layer): boolean {
  return open?.kind === 'unknown' && open.by === 'vault'
}

const EMPTY: readonly Layer[] = []

/** `group_vars` and `host_vars` beside an inventory or a playbook. Each is read once. */
export class VarsFolder {
  readonly #reader: ProjectReader
  readonly #base: string
  readonly #kind: 'group_vars' | 'host_vars'
  readonly #known = new Map<string, readonly Layer[]>()
  readonly #names: ReadonlySet<string>

  constructor(base: string, kind: 'group_vars' | 'host_vars', reader: ProjectReader) {
    this.#base = joinPath(base, kind)
    this.#kind = kind
    this.#reader = reader
    this.#names = new Set(reader.list(this.#base).map(({ name }) => name))
  }

  /** The variables of a group or host, one layer a file. */
  of(name: string): readonly Layer[] {
    if (this.#names.size === 0) return EMPTY
    let layers = this.#known.get(name)
    if (layers === undefined) {
      layers = this.#load(name)
      if (layers.length > 0 || this.#kind === 'group_vars') this.#known.set(name, layers)
    }
    return layers
  }

  #load(name: string): readonly Layer[] {
    for (const ending of ['', '.yml', '.yaml', '.json']) {
      if (!this.#names.has(name + ending)) continue
      const path = joinPath(this.#base, name + ending)
      const layers = filesOf(path, this.#reader, 0).flatMap((file) => {
        const layer = layerOf(file, this.#reader)
        return layer === undefined ? [] : [layer]
      })
      // A vault beside plain files holds the names that they do not: nobody gives a name twice in one folder.
      return [...layers.filter(isVaulted), ...layers.filter((layer) => !isVaulted(layer))]
    }
    return EMPTY
  }
}

/** The files of variables below a path: itself, or all of a folder, in order. */
export function filesOf(path: string, reader: ProjectReader, depth = 0): readonly string[] {
  if (reader.peek(path) !== undefined) return [path]
  if (depth > DEEPEST) return []
  return reader.list(path).flatMap(({ name, kind }) => {
    if (name.startsWith('.') || name.endsWith('~')) return []
    const below = joinPath(path, name)
    if (kind === 'folder') return filesOf(below, reader, depth + 1)
    return !nameOf(name).includes('.') || YAML.test(name) ? [below] : []
  })
}

/** The variables of a file; undefined where there is none. */
export function layerOf(path: string, reader: ProjectReader): Layer | undefined {
  const documents = reader.documents(path)
  if (documents === undefined) return undefined
  const [first] = documents
  if (first === undefined || first.kind === 'null') return { values: new Map() }
  if (first.kind === 'dict') return { values: valuesOf(first) }
  if (first.kind === 'unknown') return { values: new Map(), open: first }
  reader.note({ kind: 'syntax', message: `${path} holds no variables`, ...(first.at && { at: first.at }) })
  return { values: new Map(), open: unresolved(path) }
}

export function valuesOf(data: DictData): ReadonlyMap<string, Data> {
  return new Map([...data.entries].map(([name, { value }]) => [String(name), value]))
}
