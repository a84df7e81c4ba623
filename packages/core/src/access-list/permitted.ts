import type { AccessEntry, Match } from './entry.ts'
import { blocksBetween, covers, rangeOf } from './match.ts'
import { overlaps } from './overlap.ts'
import { reachesPorts } from './questions.ts'

/** From where a list lets sessions in. */
export interface PermittedSources {
  /** Prefixes, or `any`; `A/W` with a dotted wildcard where the bits that are free do not stand together; names of groups out of view. */
  readonly sources: readonly string[]
  /** False where entries say more than addresses and ports, or were not understood: the sources may be fewer. */
  readonly exact: boolean
}

/** The sources from which a list lets in sessions of a transport to one of these ports of the device itself. */
export function permittedSources(
  entries: readonly AccessEntry[],
  transport: 'tcp' | 'udp',
  ports: readonly number[],
): PermittedSources {
  let exact = true
  const denied: Match[] = []
  const ranges: (readonly [number, number])[] = []
  const others: string[] = []
  for (const entry of entries) {
    if (!['ip', 'ipv6', transport].includes(entry.protocol) && !entry.protocol.startsWith('object-group')) continue
    const reached = reachesPorts(entry.destinationPorts, ports)
    if (reached === false || entry.established) continue
    const isPlain = !entry.qualified && entry.sourcePorts === undefined && !entry.protocol.startsWith('object-group')
    if (entry.action === 'deny') {
      // A deny that holds for some packets alone still lets others in.
      if (isPlain && reached === true && covers(entry.destination, ANY)) denied.push(...membersOf(entry.source))
      else exact = false
      continue
    }
    if (!isPlain || reached === undefined) exact = false
    for (const source of membersOf(entry.source)) {
      if (denied.some((deny) => covers(deny, source))) continue
      const range = rangeOf(source)
      if (range === undefined) {
        if (denied.some((deny) => overlaps(deny, source))) exact = false
        if (source.kind === 'group' || source.kind === 'unreadable') exact = false
        others.push(tell(source))
        continue
      }
      let left: (readonly [number, number])[] = [range]
      for (const deny of denied) {
        const gone = rangeOf(deny)
        if (gone !== undefined) left = left.flatMap((part) => without(part, gone))
        else if (overlaps(deny, source)) exact = false
      }
      ranges.push(...left)
    }
  }
  const merged = merge(ranges)
  const isWorld = merged.some(([first, last]) => first === 0 && last === 0xffffffff)
  const blocks = isWorld ? [ANY] : merged.flatMap(([first, last]) => blocksBetween(first, last))
  return { sources: [...new Set([...blocks.map(tell), ...others])], exact }
}

const ANY: Match = { kind: 'any' }

function membersOf(match: Match): readonly Match[] {
  return match.kind === 'group' && match.members !== undefined ? match.members.flatMap(membersOf) : [match]
}

function without([from, to]: readonly [number, number], [first, last]: readonly [number, number]) {
  if (last < from || first > to) return [[from, to] as const]
  return [...(first > from ? [[from, first - 1] as const] : []), ...(last < to ? [[last + 1, to] as const] : [])]
}

function merge(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const merged: [number, number][] = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')
}

/** A match as an engineer writes it. */
export function tell(match: Match): string {
  switch (match.kind) {
    case 'any':
      return 'any'
    case 'wildcard': {
      const isPrefix = (match.wildcard & (match.wildcard + 1)) === 0
      const length = 32 - Math.round(Math.log2(match.wildcard + 1))
      return isPrefix ? `${dotted(match.address)}/${length}` : `${dotted(match.address)}/${dotted(match.wildcard)}`
    }
    case 'prefix6': {
      const groups = [112, 96, 80, 64, 48, 32, 16, 0].map((shift) =>
        ((match.address >> BigInt(shift)) & 0xffffn).toString(16),
      )
      const text = groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::')
      return `${text}/${match.length}`
    }
    case 'group':
      return `object-group ${match.name}`
    case 'unreadable':
      return match.text
  }
}
