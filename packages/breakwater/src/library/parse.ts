import { readDevice } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import { factsOf } from '../facts.ts'
import { placesIn } from '../places.ts'
import type { Location, ReportNote } from '../results.ts'

/** Of which file a text is, and what wrote it. */
export interface TextOptions {
  /** As results name it; `input` if not given. */
  readonly path?: string
  /** Where detection would be wrong. */
  readonly platform?: ReadablePlatform
}

/** A setting of a device. */
export interface ParsedFact {
  /** With the keys of its lists: `lines[vty 0 4].transportInput`. */
  readonly setting: string
  readonly state: 'known' | 'absent' | 'unknown'
  /** Of a secret, only how it is stored. */
  readonly value?: unknown
  /** Whether the configuration says so, or the platform's default. */
  readonly by?: 'config' | 'default'
  /** Why it is not known. */
  readonly why?: unknown
  readonly location: Location
}

/** What a configuration says. */
export interface Parsed {
  readonly device: string
  readonly platform: string
  /** Whether the whole configuration is in view, or a part. */
  readonly coverage: 'whole' | 'part'
  readonly lines: number
  readonly linesUnderstood: number
  readonly facts: readonly ParsedFact[]
  readonly notes: readonly ReportNote[]
}

/** Reads a configuration without judging it; undefined where the text is none of a known platform. Never throws. */
export function parse(text: string, { path = 'input', platform }: TextOptions = {}): Parsed | undefined {
  const file = { path, text }
  const reading = readDevice(file, platform === undefined ? {} : { platform })
  if (reading === undefined) return undefined
  const { device, coverage, lines, linesUnderstood } = reading
  const places = placesIn()
  return {
    device: device.name,
    platform: device.platform,
    coverage: coverage.coverage,
    lines,
    linesUnderstood,
    facts: [...factsOf(device)].map(({ at, ...fact }) => ({ ...fact, location: places.of(at) })),
    notes: reading.notes.flatMap(({ kind, message, at }) =>
      kind === 'bug' ? [] : [{ kind, message, ...(at && { location: places.of(at) }) }],
    ),
  }
}
