import type { AccessEntry, Match } from '../src/access-list/entry.ts'
import { originAt } from '../src/source.ts'

const at = originAt({ path: 'r1.cfg', text: '' }, 0, 0)

export const any: Match = { kind: 'any' }

/** Four dotted octets as a number of 32 bits. */
export function u32(text: string): number {
  return text.split('.').reduce((value, part) => value * 256 + Number(part), 0)
}

/** A source or destination under a wildcard mask. */
export function net(address: string, wildcard = '0.0.0.0'): Match {
  return { kind: 'wildcard', address: (u32(address) & ~u32(wildcard)) >>> 0, wildcard: u32(wildcard) }
}

/** One entry for every port and destination of `source`. */
export function entry(action: 'permit' | 'deny', source: Match, more: Partial<AccessEntry> = {}): AccessEntry {
  return {
    action,
    source,
    sequence: undefined,
    protocol: 'ip',
    sourcePorts: undefined,
    destination: any,
    destinationPorts: undefined,
    qualified: false,
    established: false,
    timeRange: undefined,
    log: false,
    at,
    ...more,
  }
}
