import type { Data } from '../data.ts'

export interface Slot {
  readonly value: Data
  readonly deps: readonly string[]
}

/** From so many variables on, a table is faster than looking through them. */
const MANY = 8

/** The variables that a part of a template sets, and those around it. */
export class Frame {
  readonly parent: Frame | undefined
  /** In the order in which they were first set. */
  readonly names: string[] = []
  readonly #slots: Slot[] = []
  #indexes: Map<string, number> | undefined

  constructor(parent: Frame | undefined) {
    this.parent = parent
  }

  /** The variable here or around. */
  find(name: string): Slot | undefined {
    return this.own(name) ?? this.parent?.find(name)
  }

  /** The variable that was set here. */
  own(name: string): Slot | undefined {
    const index = this.#indexOf(name)
    return index === -1 ? undefined : this.#slots[index]
  }

  set(name: string, value: Data, deps: readonly string[]): void {
    const index = this.#indexOf(name)
    if (index !== -1) {
      this.#slots[index] = { value, deps }
      return
    }
    this.#slots.push({ value, deps })
    const count = this.names.push(name)
    if (this.#indexes !== undefined) this.#indexes.set(name, count - 1)
    else if (count > MANY) this.#indexes = new Map(this.names.map((known, at) => [known, at]))
  }

  #indexOf(name: string): number {
    return this.#indexes === undefined ? this.names.indexOf(name) : (this.#indexes.get(name) ?? -1)
  }
}
