import { dict, list, string, unresolved, type Data, type DictData } from '../data.ts'

import { VarsFolder, type Group, type Host, type Inventory, type Layer, type LoadedInventory } from '../inventory.ts'
import { evaluateData } from '../jinja/render.ts'
import type { ProjectReader } from '../project/reader.ts'
import { missing, outOfView, Variables, withLayer, type Layers } from '../variables.ts'
import { LazyEntries } from './lazy.ts'

/** The variables that hosts have before any play, and what is the same for all. */
export class HostVariables {
  readonly inventory: Inventory
  readonly extra: readonly Layer[]
  readonly #beside: readonly {
    readonly of: 'inventory' | 'playbook'
    readonly group: VarsFolder
    readonly host: VarsFolder
  }[]
  readonly #open: boolean
  readonly #layers = new Map<Host, Layers>()
  readonly #fallback: (name: string) => Data
  readonly #hostvars: DictData
  readonly #groups: DictData

  constructor(
    loaded: LoadedInventory,
    playbookFolder: string,
    extra: readonly Layer[],
    reader: ProjectReader,
    known: boolean,
  ) {
    this.inventory = loaded.inventory
    this.extra = extra
    this.#open = loaded.open
    const folders = [
      ...loaded.folders.map((base) => ({ of: 'inventory' as const, base })),
      { of: 'playbook' as const, base: playbookFolder },
    ]
    this.#beside = folders.map(({ of, base }) => ({
      of,
      group: new VarsFolder(base, 'group_vars', reader),
      host: new VarsFolder(base, 'host_vars', reader),
    }))
    this.#fallback = known && !loaded.open ? missing : outOfView
    this.#hostvars = dict(new LazyEntries(new Set(this.inventory.hosts.keys()), (name) => this.#varsOf(name)))
    const { groups } = this.inventory
    this.#groups = dict(
      new LazyEntries(new Set(groups.keys()), (name) => namesOf(this.inventory.hostsOf(groups.get(name) as Group))),
    )
    if (this.#open) {
      this.#hostvars.open = { kind: 'unresolved', name: 'hostvars' }
      this.#groups.open = { kind: 'unresolved', name: 'groups' }
    }
  }

  /** Steps 2 to 10 and the extra vars. */
  layersOf(host: Host): Layers {
    let layers = this.#layers.get(host)
    if (layers !== undefined) return layers
    const groups = this.inventory.groupsOf(host)
    layers = new Map([['inventory file group vars', groups.map(({ vars }) => ({ values: vars }))]])
    for (const { of, group } of this.#beside) {
      layers = withLayer(layers, `${of} group_vars/all`, ...group.of('all'))
      for (const { name } of groups)
        if (name !== 'all') layers = withLayer(layers, `${of} group_vars`, ...group.of(name))
    }
    layers = withLayer(layers, 'inventory file host vars', { values: host.vars })
    for (const { of, host: folder } of this.#beside)
      layers = withLayer(layers, `${of} host_vars`, ...folder.of(host.name))
    layers = withLayer(layers, 'extra vars', ...this.extra)
    // Kept for the host at hand and those that others ask for, not for all of a large inventory.
    if (this.#layers.size > 2000) this.#layers.clear()
    this.#layers.set(host, layers)
    return layers
  }

  /** The variables of a task. */
  scope(layers: Layers, host: Host, more: ReadonlyMap<string, Data>): Variables {
    return new Variables(layers, (name) => more.get(name) ?? this.#magic(name, host), this.#fallback)
  }

  #magic(name: string, host: Host): Data | undefined {
    switch (name) {
      case 'inventory_hostname':
        return string(host.name)
      case 'inventory_hostname_short':
        return string(host.name.split('.')[0] ?? host.name)
      case 'ansible_host':
        return string(host.name)
      case 'group_names':
        return list(
          this.inventory
            .groupsOf(host)
            .filter(({ name: group }) => group !== 'all')
            .map(({ name: group }) => string(group))
            .toSorted((a, b) => (a.value < b.value ? -1 : 1)),
        )
      case 'groups':
        return this.#groups
      case 'hostvars':
        return this.#hostvars
      case 'omit':
        return string(OMIT)
      case 'ansible_facts':
      case 'ansible_version':
      case 'ansible_check_mode':
      case 'ansible_diff_mode':
      case 'ansible_run_tags':
      case 'vars':
      case 'environment':
        return unresolved(name, 'fact')
      default:
        return undefined
    }
  }

  /** The variables of another host. What its plays set is out of view. */
  #varsOf(name: string): Data {
    const host = this.inventory.hosts.get(name)
    if (host === undefined) return unresolved(name)
    const layers = this.layersOf(host)
    const scope = this.scope(layers, host, new Map())
    const names = new Set<string>(['inventory_hostname', 'inventory_hostname_short', 'group_names', 'ansible_host'])
    for (const step of layers.values()) for (const { values } of step) for (const key of values.keys()) names.add(key)
    const all = dict(new LazyEntries(names, (key) => evaluateData(scope.lookup(key), scope).value))
    all.open = { kind: 'unresolved', name: `hostvars[${name}]` }
    return all
  }
}

/** Stands for an argument that the task leaves out. */
export const OMIT = '__omit_place_holder__'

const names = new WeakMap<readonly Host[], Data>()

/** The names of some hosts; the same list for the same hosts, of which there may be many. */
export function namesOf(hosts: readonly Host[]): Data {
  let found = names.get(hosts)
  if (found === undefined) names.set(hosts, (found = list(hosts.map(({ name }) => string(name)))))
  return found
}
