import { entry, unresolved, type Data, type DictData } from '../data.ts'
import type { Effect } from './module.ts'

/** What the argument `state` of a task does, or the `operation` of the old `ios_bgp`. Without one a module enters what it is given. */
export function effectOf(args: DictData): Effect {
  const state = given(args, 'state') ?? given(args, 'operation')
  if (state === undefined) return 'enter'
  if (state.kind !== 'string') return 'unknown'
  switch (state.value) {
    case 'rendered':
    case 'gathered':
    case 'parsed':
      return 'none'
    case 'delete':
    case 'deleted':
    case 'absent':
    case 'disabled':
      return 'remove'
    case 'purged':
      return 'purge'
    case 'override':
    case 'overridden':
      return 'override'
    case 'replaced':
      return 'replace'
    default:
      return 'enter'
  }
}

/** What is given for a name. A variable that is not defined is one that nobody here knows: Ansible would refuse it. */
export function given(args: DictData, name: string): Data | undefined {
  const value = entry(args, name)
  if (value === undefined || value.kind === 'null') return undefined
  return value.kind === 'undefined' ? unresolved(value.name, undefined, value.at) : value
}

/** Whether a value and all that it holds are known. */
export function isKnown(data: Data): boolean {
  switch (data.kind) {
    case 'unknown':
    case 'undefined':
      return false
    case 'list':
      return data.open === undefined && data.items.every(isKnown)
    case 'dict':
      return data.open === undefined && [...data.entries.values()].every(({ value }) => isKnown(value))
    case 'string':
    case 'int':
    case 'float':
    case 'bool':
    case 'null':
    case 'callable':
      return true
  }
}
