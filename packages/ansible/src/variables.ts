import { undefinedData, unresolved, type Data } from './data.ts'
import { isVaulted, type Layer } from './inventory.ts'
import type { Scope } from './jinja/rendered.ts'

/**
 * Where variables come from, in the order of Ansible's documentation ("Understanding variable precedence"): what comes later
 * wins. The first step, options such as `-u`, sets no variables of plays.
 */
export const precedence = [
  'command line values',
  'role defaults',
  'inventory file group vars',
  'inventory group_vars/all',
  'playbook group_vars/all',
  'inventory group_vars',
  'playbook group_vars',
  'inventory file host vars',
  'inventory host_vars',
  'playbook host_vars',
  'host facts',
  'play vars',
  'play vars_prompt',
  'play vars_files',
  'role vars',
  'block vars',
  'task vars',
  'include_vars',
  'set_facts and registered vars',
  'role params',
  'include params',
  'extra vars',
  // The item of a loop is above all of them.
  'loop',
] as const

export type Step = (typeof precedence)[number]

export type Layers = ReadonlyMap<Step, readonly Layer[]>

/** What stands where no step has a name. */
export type Fallback = (name: string) => Data

/** The variables of a task on a host. It never changes. */
export class Variables implements Scope {
  readonly #layers: Layers
  readonly #magic: (name: string) => Data | undefined
  readonly #fallback: Fallback

  constructor(layers: Layers, magic: (name: string) => Data | undefined, fallback: Fallback) {
    this.#layers = layers
    this.#magic = magic
    this.#fallback = fallback
  }

  lookup(name: string): Data {
    let vaulted = false
    for (let step = precedence.length - 1; step >= 0; step--) {
      const layers = this.#layers.get(precedence[step] as Step)
      if (layers === undefined) continue
      for (let index = layers.length - 1; index >= 0; index--) {
        const layer = layers[index] as Layer
        const value = layer.values.get(name)
        if (value !== undefined) return value
        if (layer.open === undefined) continue
        // A file that nobody can read may give any name; a vault gives secrets, and what nobody else gives.
        if (isVaulted(layer) && !SECRET.test(name)) vaulted = true
        else return this.#magic(name) ?? unresolved(name)
      }
    }
    if (vaulted) return this.#magic(name) ?? unresolved(name)
    return this.#magic(name) ?? this.#fallback(name)
  }
}

/** Names under which a vault may well hold what a plain file has a stand-in for. */
const SECRET = /pass|pwd|secret|key|communit|token|credential|auth|psk|vault/i

/** Adds layers above the others of their step. */
export function withLayer(layers: Layers, step: Step, ...more: readonly Layer[]): Layers {
  if (more.length === 0) return layers
  return new Map([...layers, [step, [...(layers.get(step) ?? []), ...more]]])
}

const FACT =
  /^ansible_(?!network_os$|connection$|user$|password$|become|ssh_|host$|port$|httpapi_|python_|command_timeout$)/

/** What a name is that no step has. Facts come from the device, and are not known. */
export function missing(name: string): Data {
  return FACT.test(name) ? unresolved(name, 'fact') : undefinedData(name)
}

/** Without an inventory, any name may be somewhere. */
export function outOfView(name: string): Data {
  return unresolved(name)
}
