const NONE: readonly string[] = []

/** Paths of the variables read, as `interface.name`. Whoever wants those of a part remembers `length` before. */
export class ReadLog {
  length = 0
  /** Beyond `length` stands what was read before and nobody asks for. */
  readonly #paths: string[] = []

  push(path: string): void {
    this.#paths[this.length++] = path
  }

  pushAll(paths: readonly string[]): void {
    for (const path of paths) this.#paths[this.length++] = path
  }

  /** The only path since; undefined where there is none, or more than one. */
  only(mark: number): string | undefined {
    return this.length === mark + 1 ? this.#paths[mark] : undefined
  }

  /** What was read at `mark` was but a part of this. */
  replace(mark: number, path: string): void {
    this.#paths[mark] = path
  }

  /** The paths since, each once. */
  since(mark: number): readonly string[] {
    if (this.length === mark) return NONE
    const only = this.only(mark)
    return only === undefined ? [...new Set(this.#paths.slice(mark, this.length))] : [only]
  }

  /** Forgets all. Only where nobody remembers a length. */
  clear(): void {
    this.length = 0
  }
}
