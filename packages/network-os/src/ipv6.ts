import { ipv6 } from '@breakwater/core'

/** Reads `2001:db8::/32`; undefined for anything else. The address is a number of 128 bits, its free bits zero. */
export function ipv6Prefix(text: string): { address: bigint; length: number } | undefined {
  const [written = '', bits] = text.split('/')
  if (bits === undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > 128) return undefined
  const address = ipv6(written)
  if (address === undefined) return undefined
  const length = Number(bits)
  const free = BigInt(128 - length)
  return { address: (address >> free) << free, length }
}
