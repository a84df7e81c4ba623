import type { AccessEntry, Match } from './entry.ts'
import { covers } from './match.ts'

/** Whether some address is of both. Of what is unreadable nobody knows: it overlaps nothing. */
export function overlaps(a: Match, b: Match): boolean {
  if (a.kind === 'unreadable' || b.kind === 'unreadable') return false
  if (a.kind === 'any' || b.kind === 'any') return true
  if (a.kind === 'group') return a.members?.some((member) => overlaps(member, b)) === true
  if (b.kind === 'group') return overlaps(b, a)
  if (a.kind === 'wildcard') return b.kind === 'wildcard' && ((a.address ^ b.address) & ~a.wildcard & ~b.wildcard) === 0
  if (b.kind === 'wildcard') return false
  const free = BigInt(128 - Math.min(a.length, b.length))
  return (a.address ^ b.address) >> free === 0n
}

const isAnyProtocol = ({ protocol }: AccessEntry): boolean => protocol === 'ip' || protocol === 'ipv6'

/** Whether an entry takes every packet of its action: all protocols, from and to everybody, at every time. */
export function takesAll(entry: AccessEntry): boolean {
  return !entry.qualified && isAnyProtocol(entry) && isEverybody(entry.source) && isEverybody(entry.destination)
}

/** Half of all addresses, or more. */
export function isEverybody(match: Match): boolean {
  if (covers(match, { kind: 'any' })) return true
  return match.kind === 'wildcard' && HALVES.some((half) => covers(match, half))
}

const HALVES: readonly Match[] = [
  { kind: 'wildcard', address: 0, wildcard: 0x7fffffff },
  { kind: 'wildcard', address: 0x80000000, wildcard: 0x7fffffff },
]

/** Whether a list lets no packet from these addresses pass: a deny takes them all before any permit takes one. */
export function keepsOut(entries: readonly AccessEntry[], source: Match): boolean {
  for (const entry of entries) {
    if (!overlaps(entry.source, source)) continue
    if (entry.action === 'permit') return false
    const isWhole = !entry.qualified && isAnyProtocol(entry) && covers(entry.destination, { kind: 'any' })
    if (isWhole && covers(entry.source, source)) return true
  }
  return true
}

/** Entries that a later one makes superfluous: it does the same to all their packets, and none between does otherwise to any. */
export function redundant(entries: readonly AccessEntry[]): AccessEntry[] {
  return entries.filter((entry, index) => {
    for (let i = index + 1; i < entries.length; i++) {
      const later = entries[i]
      if (later === undefined) return false
      if (later.action === entry.action && later.log === entry.log && coversPackets(later, entry)) return true
      if (later.action !== entry.action && overlaps(later.source, entry.source)) return false
    }
    return false
  })
}

/** Whether every packet of the inner entry is one of the outer one, all ports taken together. */
function coversPackets(outer: AccessEntry, inner: AccessEntry): boolean {
  if (outer.qualified || outer.sourcePorts !== undefined || outer.destinationPorts !== undefined) return false
  if (!isAnyProtocol(outer) && outer.protocol !== inner.protocol) return false
  return covers(outer.source, inner.source) && covers(outer.destination, inner.destination)
}
