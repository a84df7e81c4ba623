import { string, type Data, type DictEntry, type Key } from '../data.ts'

/** The entries of a dictionary whose values are made when somebody asks for them, each once. */
export class LazyEntries extends Map<Key, DictEntry> {
  readonly #names: ReadonlySet<string>
  readonly #make: (name: string) => Data

  constructor(names: ReadonlySet<string>, make: (name: string) => Data) {
    super()
    this.#names = names
    this.#make = make
  }

  override get size(): number {
    return this.#names.size
  }

  override has(key: Key): boolean {
    return typeof key === 'string' && this.#names.has(key)
  }

  override get(key: Key): DictEntry | undefined {
    if (typeof key !== 'string' || !this.#names.has(key)) return undefined
    let made = super.get(key)
    if (made === undefined) super.set(key, (made = { key: string(key), value: this.#make(key) }))
    return made
  }

  override *keys(): MapIterator<Key> {
    yield* this.#names
  }

  override *values(): MapIterator<DictEntry> {
    for (const name of this.#names) yield this.get(name) as DictEntry
  }

  override *entries(): MapIterator<[Key, DictEntry]> {
    for (const name of this.#names) yield [name, this.get(name) as DictEntry]
  }

  override [Symbol.iterator](): MapIterator<[Key, DictEntry]> {
    return this.entries()
  }

  override forEach(visit: (value: DictEntry, key: Key, map: Map<Key, DictEntry>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }
}
