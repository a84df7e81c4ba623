import type { Origin } from '@breakwater/core'
import type { Data } from '../data.ts'
import { MOST_OF_RANGES } from './ranges.ts'

export interface Host {
  readonly name: string
  readonly at: Origin
  /** What the inventory's own files say of it. */
  readonly vars: Map<string, Data>
  readonly groups: Set<Group>
}

export interface Group {
  readonly name: string
  readonly vars: Map<string, Data>
  readonly hosts: Set<Host>
  readonly children: Set<Group>
  readonly parents: Set<Group>
  /** `ansible_group_priority` */
  priority: number
  /** Steps below `all`; set when the inventory is whole. */
  depth: number
}

/** Hosts and groups of one or several inventories, as they grow. */
export class Inventory {
  readonly hosts = new Map<string, Host>()
  readonly groups = new Map<string, Group>()
  readonly all: Group
  readonly ungrouped: Group
  readonly #of = new Map<Host, readonly Group[]>()

  constructor() {
    this.all = this.group('all')
    this.ungrouped = this.group('ungrouped')
    link(this.all, this.ungrouped)
  }

  group(name: string): Group {
    let group = this.groups.get(name)
    if (group === undefined) {
      group = {
        name,
        vars: new Map(),
        hosts: new Set(),
        children: new Set(),
        parents: new Set(),
        priority: 1,
        depth: 0,
      }
      this.groups.set(name, group)
    }
    return group
  }

  host(name: string, group: Group, at: Origin): Host {
    let host = this.hosts.get(name)
    if (host === undefined) this.hosts.set(name, (host = { name, at, vars: new Map(), groups: new Set() }))
    group.hosts.add(host)
    host.groups.add(group)
    return host
  }

  /** Whether the hosts of a range may still be added: a few lines could fill the memory. */
  hasRoomFor(names: readonly string[]): boolean {
    return names.length === 1 || this.hosts.size + names.length <= MOST_OF_RANGES
  }

  /** Puts one group below another, unless that would make a circle. */
  adopt(parent: Group, child: Group): boolean {
    if (parent === child || reaches(child, parent)) return false
    link(parent, child)
    return true
  }

  /** Hangs what has no parent below `all`, and counts depths. */
  finish(): void {
    for (const group of this.groups.values()) if (group !== this.all && group.parents.size === 0) link(this.all, group)
    for (const host of this.hosts.values()) {
      const grouped = [...host.groups].some((group) => group !== this.all && group !== this.ungrouped)
      if (grouped) {
        host.groups.delete(this.ungrouped)
        this.ungrouped.hosts.delete(host)
      } else this.host(host.name, this.ungrouped, host.at)
    }
    const queue: Group[] = [this.all]
    for (const group of queue) {
      for (const child of group.children) {
        if (child.depth > group.depth) continue
        child.depth = group.depth + 1
        queue.push(child)
      }
    }
  }

  /** The groups of a host in the order in which their variables win: `all` first, the nearest last. */
  groupsOf(host: Host): readonly Group[] {
    let groups = this.#of.get(host)
    if (groups === undefined) {
      const found = new Set<Group>([this.all, ...host.groups])
      for (const group of found) for (const parent of group.parents) found.add(parent)
      groups = [...found].toSorted(
        (a, b) => a.depth - b.depth || a.priority - b.priority || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
      )
      this.#of.set(host, groups)
    }
    return groups
  }

  /** Every host of a group, those of its children too, in the order of the inventory. */
  hostsOf(group: Group): readonly Host[] {
    const groups = new Set<Group>([group])
    for (const one of groups) for (const child of one.children) groups.add(child)
    const found = new Set<Host>()
    if (group === this.all) for (const host of this.hosts.values()) found.add(host)
    for (const one of groups) for (const host of one.hosts) found.add(host)
    return [...found]
  }
}

function link(parent: Group, child: Group): void {
  parent.children.add(child)
  child.parents.add(parent)
}

function reaches(from: Group, to: Group): boolean {
  const seen = new Set<Group>([from])
  for (const group of seen) {
    if (group === to) return true
    for (const child of group.children) seen.add(child)
  }
  return false
}
