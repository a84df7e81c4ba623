import type { SchemeName } from './release.ts'

/** Where a piece of evidence was read. */
export type EvidenceSource =
  | 'version-line'
  | 'image-name'
  | 'boot-line'
  | 'show-version'
  | 'rancid-header'
  | 'oxidized-header'
  | 'udi'
  | 'provision'
  | 'inventory'
  | 'comment'
  | 'facts'

/** What kind of box a name proves. */
export type Box = 'router' | 'switch' | 'firewall' | 'virtual'

/** One thing that a text says of the release or the hardware, with its place. */
export interface Evidence {
  /** `train`: no more than `version 15.2` tells. `nextBoot`: what a `boot system` line names, not what runs. */
  readonly what: 'release' | 'train' | 'hardware' | 'nextBoot'
  readonly value: string
  /** The release scheme that the value belongs to; `undefined` for hardware. */
  readonly scheme: SchemeName | undefined
  readonly source: EvidenceSource
  /** UTF-16 offsets of the value in the text. */
  readonly start: number
  readonly end: number
  readonly box?: Box
  /** The file name, where the value was read from one. */
  readonly image?: string
  /** A line card, supervisor or power supply, not the box. */
  readonly component?: true
}
