import type { Origin } from '../source.ts'

/** Which addresses an entry means. */
export type Match =
  | { readonly kind: 'any' }
  /** IPv4: bits that are set in `wildcard` are free, wherever they stand. Both are unsigned 32-bit numbers. */
  | { readonly kind: 'wildcard'; readonly address: number; readonly wildcard: number }
  /** IPv6: a prefix, as a number of 128 bits. */
  | { readonly kind: 'prefix6'; readonly address: bigint; readonly length: number }
  /** An object group, with its members where it is defined. An undefined group is not everybody. */
  | { readonly kind: 'group'; readonly name: string; readonly members?: readonly Match[] }
  /** It was not understood; it stands for no address that anybody could name. */
  | { readonly kind: 'unreadable'; readonly text: string }

/** Ports as written: `eq 22`, `range 1 1023`. */
export interface Ports {
  readonly operator: 'eq' | 'neq' | 'gt' | 'lt' | 'range'
  /** Numbers, or names such as `ssh`; empty where they were not understood. */
  readonly values: readonly string[]
}

export interface AccessEntry {
  readonly action: 'permit' | 'deny'
  readonly sequence: number | undefined
  /** `ip`, `ipv6`, `tcp`, `udp`, … ; standard entries are about `ip`. */
  readonly protocol: string
  readonly source: Match
  readonly sourcePorts: Ports | undefined
  readonly destination: Match
  readonly destinationPorts: Ports | undefined
  /** It says more than addresses and ports: `established`, a time range, an ICMP type, DSCP. Then it matches less. */
  readonly qualified: boolean
  /** Replies alone: it opens no session. */
  readonly established: boolean
  /** Name of the time range in which it counts, where that is the only thing that it says more. */
  readonly timeRange: string | undefined
  readonly log: boolean
  readonly at: Origin
}
