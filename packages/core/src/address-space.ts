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
