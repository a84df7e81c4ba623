import type { Data } from '../data.ts'

export interface Slot {
  readonly value: Data
  readonly deps: readonly string[]
}

/** The variables that a part of a template sets, and those around it. */
export class Frame {
  readonly parent: Frame | undefined
  // Most parts of a template set one variable or none: the first needs no table.
  #name: string | undefined
  #slot: Slot | undefined
  #others: Map<string, Slot> | undefined

  constructor(parent: Frame | undefined) {
    this.parent = parent
  }

  /** The names that were set here, in the order in which they first were. */
  get names(): readonly string[] {
    return this.#name === undefined ? [] : [this.#name, ...(this.#others?.keys() ?? [])]
  }

  /** The variable here or around. */
  find(name: string): Slot | undefined {
    return this.own(name) ?? this.parent?.find(name)
  }

  /** The variable that was set here. */
  own(name: string): Slot | undefined {
    return name === this.#name ? this.#slot : this.#others?.get(name)
  }

  set(name: string, value: Data, deps: readonly string[]): void {
    const slot = { value, deps }
    if (this.#name === undefined || this.#name === name) {
      this.#name = name
      this.#slot = slot
    } else (this.#others ??= new Map()).set(name, slot)
  }
}
