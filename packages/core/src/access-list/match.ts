import type { Match } from './entry.ts'

/** Whether every address of `inner` is one of `outer`. What is unreadable covers nothing, and only `any` covers it. */
export function covers(outer: Match, inner: Match): boolean {
  if (outer.kind === 'any') return true
  if (outer.kind === 'group') {
    if (inner.kind === 'group' && inner.name === outer.name) return true
    return outer.members?.some((member) => covers(member, inner)) === true
  }
  switch (inner.kind) {
    case 'any':
      return outer.kind === 'wildcard' ? outer.wildcard === 0xffffffff : outer.kind === 'prefix6' && outer.length === 0
    case 'wildcard':
      if (outer.kind !== 'wildcard') return false
      // A bit that is free in the inner one has to be free in the outer one; the others have to agree or be free.
      return ((inner.wildcard & ~outer.wildcard) | ((inner.address ^ outer.address) & ~outer.wildcard)) === 0
    case 'prefix6':
      return (
        outer.kind === 'prefix6' &&
        outer.length <= inner.length &&
        (outer.address ^ inner.address) >> BigInt(128 - outer.length) === 0n
      )
    case 'group':
      return (
        inner.members !== undefined &&
        inner.members.length > 0 &&
        inner.members.every((member) => covers(outer, member))
      )
    case 'unreadable':
      return false
  }
}

/** How many bits of a match are free, IPv4 counted to 32 and IPv6 on the same scale by its length; undefined where nobody knows. */
export function freeBitsOf(match: Match): number | undefined {
  switch (match.kind) {
    case 'any':
      return 32
    case 'wildcard':
      return bitCount(match.wildcard)
    case 'prefix6':
      // An IPv6 list is as wide as its prefix is short: ::/0 is everybody, 2000::/3 is the Internet.
      return Math.max(0, 32 - match.length)
    case 'group': {
      const sources = sourcesOf(match)
      return sources.unread ? undefined : Math.log2(sources.public + sources.private)
    }
    case 'unreadable':
      return undefined
  }
}

/** Numbers of addresses, IPv6 on the scale of `freeBitsOf`. Members of a group that overlap are counted twice. */
export interface Sources {
  readonly public: number
  readonly private: number
  /** Some are not understood, or belong to a group that is not defined. */
  readonly unread: boolean
}

export function sourcesOf(match: Match): Sources {
  if (match.kind !== 'group') {
    const bits = freeBitsOf(match)
    if (bits === undefined) return { public: 0, private: 0, unread: true }
    return isPrivate(match)
      ? { public: 0, private: 2 ** bits, unread: false }
      : { public: 2 ** bits, private: 0, unread: false }
  }
  const sum = { public: 0, private: 0, unread: match.members === undefined }
  for (const member of match.members ?? []) {
    const sources = sourcesOf(member)
    sum.public += sources.public
    sum.private += sources.private
    sum.unread ||= sources.unread
  }
  return sum
}

/** Private and loopback space; unique local and link-local addresses of IPv6. */
const PRIVATE: readonly Match[] = [
  { kind: 'wildcard', address: 0x0a000000, wildcard: 0x00ffffff },
  { kind: 'wildcard', address: 0xac100000, wildcard: 0x000fffff },
  { kind: 'wildcard', address: 0xc0a80000, wildcard: 0x0000ffff },
  { kind: 'wildcard', address: 0x7f000000, wildcard: 0x00ffffff },
  { kind: 'prefix6', address: 0xfcn << 120n, length: 7 },
  { kind: 'prefix6', address: 0xfe80n << 112n, length: 10 },
]

/** Whether all its addresses are of one private block. */
export function isPrivate(match: Match): boolean {
  return PRIVATE.some((block) => covers(block, match))
}

/** A wildcard such as 255.255.255.0: somebody typed a netmask. It frees the network and fixes the host. */
export function looksLikeNetmask(match: Match): boolean {
  if (match.kind === 'group') return match.members?.some(looksLikeNetmask) === true
  if (match.kind !== 'wildcard' || match.wildcard >>> 31 === 0 || match.wildcard === 0xffffffff) return false
  const inverted = ~match.wildcard >>> 0
  return ((inverted + 1) & inverted) === 0
}

/** First and last address of an IPv4 match whose addresses stand in a row. */
export function rangeOf(match: Match): readonly [first: number, last: number] | undefined {
  if (match.kind === 'any') return [0, 0xffffffff]
  if (match.kind !== 'wildcard' || (match.wildcard & (match.wildcard + 1)) !== 0) return undefined
  return [match.address, (match.address | match.wildcard) >>> 0]
}

/** The addresses from one to another, as the fewest blocks. */
export function blocksBetween(first: number, last: number): Match[] {
  const blocks: Match[] = []
  for (let at = first; at <= last;) {
    let size = at === 0 ? 2 ** 32 : (at & -at) >>> 0
    while (at + size - 1 > last) size /= 2
    blocks.push({ kind: 'wildcard', address: at, wildcard: size - 1 })
    at += size
  }
  return blocks
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
