import { originAt, type Note, type SourceFile } from '@breakwater/core'
import type { Data, DictData } from '../data.ts'
import type { Group, Inventory } from './model.ts'
import { expandHosts } from './ranges.ts'

const DEEPEST = 100

/** Reads an inventory in YAML: groups with `hosts`, `vars` and `children`. What makes no sense is a note. */
export function readYamlInventory(file: SourceFile, document: Data, inventory: Inventory): Note[] {
  const notes: Note[] = []
  if (document.kind !== 'dict') return notes
  // A plugin asks a system that is out of view.
  if (document.entries.has('plugin')) {
    notes.push({
      kind: 'limit',
      message: 'the inventory plugin was not run: its hosts are not known',
      at: originAt(file, 0, 0),
    })
    return notes
  }
  const reader = new Reader(file, inventory, notes)
  for (const [name, { value }] of document.entries) reader.group(String(name), value, undefined, 0)
  return notes
}

class Reader {
  readonly #file: SourceFile
  readonly #inventory: Inventory
  readonly #notes: Note[]

  constructor(file: SourceFile, inventory: Inventory, notes: Note[]) {
    this.#file = file
    this.#inventory = inventory
    this.#notes = notes
  }

  group(name: string, value: Data, parent: Group | undefined, depth: number): void {
    const group = this.#inventory.group(name)
    if (parent !== undefined && !this.#inventory.adopt(parent, group)) this.#refuse('the groups go in a circle', value)
    if (value.kind !== 'dict') {
      if (value.kind !== 'null') this.#refuse(`group ${name} has no hosts, vars or children`, value)
      return
    }
    if (depth > DEEPEST) return this.#refuse('the groups nest too deeply', value)
    for (const [key, { value: part }] of value.entries) {
      if (key === 'vars') this.#variables(part, group)
      else if (key === 'hosts') this.#hosts(part, group)
      else if (key === 'children') this.#children(part, group, depth)
      else this.#refuse(`group ${name} has ${String(key)}, which is none of hosts, vars and children`, part)
    }
  }

  #variables(part: Data, group: Group): void {
    if (part.kind !== 'dict') return
    for (const [name, { value }] of part.entries) {
      if (name === 'ansible_group_priority' && value.kind === 'int') group.priority = Number(value.value)
      else group.vars.set(String(name), value)
    }
  }

  #hosts(part: Data, group: Group): void {
    if (part.kind === 'string') return this.#host(part.value, part, undefined, group)
    if (part.kind === 'list') {
      for (const item of part.items) if (item.kind === 'string') this.#host(item.value, item, undefined, group)
      return
    }
    if (part.kind !== 'dict') return
    for (const [name, { key, value }] of part.entries)
      this.#host(String(name), key, value.kind === 'dict' ? value : undefined, group)
  }

  #host(pattern: string, key: Data, vars: DictData | undefined, group: Group): void {
    const names = pattern.includes('[') ? expandHosts(pattern) : [pattern]
    if (names === undefined) return this.#refuse('the range makes no hosts', key)
    if (!this.#inventory.hasRoomFor(names)) return this.#refuse('the ranges make more hosts than are read', key)
    for (const name of names) {
      const host = this.#inventory.host(name, group, key.at ?? originAt(this.#file, 0, 0))
      if (vars !== undefined) for (const [variable, { value }] of vars.entries) host.vars.set(String(variable), value)
    }
  }

  #children(part: Data, group: Group, depth: number): void {
    if (part.kind === 'list') {
      for (const item of part.items)
        if (item.kind === 'string') this.#inventory.adopt(group, this.#inventory.group(item.value))
      return
    }
    if (part.kind !== 'dict') return
    for (const [name, { value }] of part.entries) this.group(String(name), value, group, depth + 1)
  }

  #refuse(message: string, { at }: Data): void {
    this.#notes.push({ kind: 'syntax', message: `inventory: ${message}`, at: at ?? originAt(this.#file, 0, 0) })
  }
}
