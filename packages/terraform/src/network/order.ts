import type { Note, TemplatePiece } from '@breakwater/core'
import { commandPieces } from './pieces.ts'
import type { Part, ResourceReading } from './read.ts'

/**
 * The text of all resources, those on which others depend first. Where two differ and none of them depends on the other,
 * Terraform has no order, and nobody knows which one stands.
 */
export function withoutClashes(readings: readonly ResourceReading[]): {
  readonly pieces: readonly TemplatePiece[]
  readonly notes: readonly Note[]
} {
  const dependencies = new Dependencies(readings)
  const said = new Map<string, { readonly reading: ResourceReading; readonly says: string }[]>()
  for (const reading of readings) {
    for (const { single } of reading.parts) {
      if (single === undefined) continue
      const all = said.get(single.name) ?? []
      said.set(single.name, [...all, { reading, says: single.says }])
    }
  }
  const stands = ({ single }: Part, reading: ResourceReading): boolean | undefined => {
    const others = (single === undefined ? [] : (said.get(single.name) ?? [])).filter(
      ({ says }) => says !== single?.says,
    )
    if (others.length === 0) return true
    if (others.every((other) => dependencies.has(reading, other.reading))) return true
    return others.some((other) => dependencies.has(other.reading, reading)) ? false : undefined
  }
  const notes: Note[] = []
  const pieces: TemplatePiece[] = []
  for (const reading of dependencies.ordered()) {
    const { header, resource } = reading
    if (header !== undefined) pieces.push(...commandPieces([header]))
    for (const part of reading.parts) {
      const holds = stands(part, reading)
      if (holds === true) pieces.push(...part.pieces)
      else if (holds === undefined) {
        const message = `${part.single?.name ?? ''} is set in different ways by several resources; Terraform has no order among them`
        notes.push({ kind: 'limit', message, at: resource.at })
      }
    }
  }
  return { pieces, notes }
}

/** Which resources depend on which, through others too. */
class Dependencies {
  readonly #readings: readonly ResourceReading[]
  readonly #of = new Map<string, ReadonlySet<string>>()
  readonly #all = new Map<string, ReadonlySet<string>>()

  constructor(readings: readonly ResourceReading[]) {
    this.#readings = readings
    for (const { resource } of readings) this.#of.set(resource.config, resource.dependsOn)
  }

  has({ resource: one }: ResourceReading, { resource: other }: ResourceReading): boolean {
    return one.config !== other.config && this.#allOf(one.config).has(other.config)
  }

  /** Those that depend on nothing first, else as they are written. */
  ordered(): readonly ResourceReading[] {
    const byConfig = new Map<string, ResourceReading[]>()
    for (const reading of this.#readings) {
      const { config } = reading.resource
      byConfig.set(config, [...(byConfig.get(config) ?? []), reading])
    }
    const placed = new Set<string>()
    const found: ResourceReading[] = []
    const place = (config: string): void => {
      if (placed.has(config)) return
      placed.add(config)
      for (const before of this.#of.get(config) ?? []) if (byConfig.has(before)) place(before)
      found.push(...(byConfig.get(config) ?? []))
    }
    for (const config of byConfig.keys()) place(config)
    return found
  }

  #allOf(config: string): ReadonlySet<string> {
    const known = this.#all.get(config)
    if (known !== undefined) return known
    const found = new Set<string>()
    const open = [...(this.#of.get(config) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue
      found.add(next)
      open.push(...(this.#of.get(next) ?? []))
    }
    this.#all.set(config, found)
    return found
  }
}
