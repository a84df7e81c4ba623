import { ipv4, ipv6, isPublic4, isPublic6 } from '@breakwater/core'

/** A prefix of IPv4 or IPv6, as a number of 32 or 128 bits. */
export interface Prefix {
  readonly family: 4 | 6
  readonly address: bigint
  readonly length: number
}

/** The prefix of `192.0.2.0/24`, `::/0` or an address; undefined for anything else. */
export function prefixOf(text: string): Prefix | undefined {
  const [, address = '', length] = /^([\d.]+|[\da-f:.]*:[\da-f:.]*)(?:\/(\d{1,3}))?$/i.exec(text.trim()) ?? []
  const four = ipv4(address)
  const six = four === undefined ? ipv6(address) : undefined
  const bits = four === undefined ? 128 : 32
  const size = length === undefined ? bits : Number(length)
  if (size > bits) return undefined
  if (four !== undefined) return { family: 4, address: BigInt(four), length: size }
  return six === undefined ? undefined : { family: 6, address: six, length: size }
}

export const EVERYWHERE: readonly Prefix[] = [
  { family: 4, address: 0n, length: 0 },
  { family: 6, address: 0n, length: 0 },
]

/** No single network is that large: shorter prefixes stand for the Internet. */
const LARGEST_NETWORK = 8

/** Whether the prefix holds a great part of the Internet: all of it, a half, `2000::/3`. */
export function isInternet({ family, address, length }: Prefix): boolean {
  if (length >= LARGEST_NETWORK) return false
  if (length < 3) return family === 4 || length === 0 || isPublic6(address) || address === 0n
  return family === 4 ? isPublic4(Number(address)) : isPublic6(address)
}

/** Whether all addresses of `inner` are in `outer`. */
export function isWithin(inner: Prefix, outer: Prefix): boolean {
  if (inner.family !== outer.family || inner.length < outer.length) return false
  const shift = BigInt((inner.family === 4 ? 32 : 128) - outer.length)
  return inner.address >> shift === outer.address >> shift
}
