/** The number of a dotted IPv4 address; undefined for anything else. */
export function ipv4(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let address = 0
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined
    address = address * 256 + Number(part)
  }
  return address
}

/** The number of an IPv6 address; undefined for anything else. */
export function ipv6(text: string): bigint | undefined {
  const halves = text.toLowerCase().split('::')
  if (halves.length > 2 || text === '') return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0)
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...(head ?? []), ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...(tail ?? [])]
  let address = 0n
  for (const group of groups) {
    if (!/^[0-9a-f]{1,4}$/.test(group)) return undefined
    address = (address << 16n) | BigInt(Number.parseInt(group, 16))
  }
  return address
}

/** IPv4 space that nobody reaches from the Internet (IANA IPv4 Special-Purpose Address Registry), with multicast and class E. */
const NOT_PUBLIC: readonly (readonly [network: string, length: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const ranges = NOT_PUBLIC.map(([network, length]) => ({ network: ipv4(network) ?? 0, length }))

/** Whether an IPv4 address is one of the Internet: not private, shared, documentation, loopback, link-local or reserved. */
export function isPublic4(address: number): boolean {
  return !ranges.some(({ network, length }) => within4(address, network, length))
}

/** Whether an address is in the network of another. */
export function within4(address: number | undefined, network: number, length: number): boolean {
  if (address === undefined) return false
  const size = 2 ** (32 - length)
  return Math.floor(address / size) === Math.floor(network / size)
}

/** IPv6 space for documentation; what else lies outside of 2000::/3 is no global unicast address. */
const DOCUMENTATION6: readonly (readonly [network: bigint, length: number])[] = [
  [0x20010db8n << 96n, 32],
  [0x3fffn << 112n, 20],
]

/** Whether an IPv6 address is one of the Internet: global unicast, and not for documentation. */
export function isPublic6(address: bigint): boolean {
  const inside = (network: bigint, length: number): boolean => (address ^ network) >> BigInt(128 - length) === 0n
  return inside(0x2n << 124n, 3) && !DOCUMENTATION6.some(([network, length]) => inside(network, length))
}

/** Whether an address as written is one of the Internet; undefined for a name. */
export function isPublic(text: string): boolean | undefined {
  const four = ipv4(text)
  if (four !== undefined) return isPublic4(four)
  const six = ipv6(text)
  return six === undefined ? undefined : isPublic6(six)
}
