import { ipv4, ipv6 } from './address-space.ts'
import { covers, type Match } from './access-list/index.ts'

/** An IPv4 or IPv6 address or prefix as an access list would match it; undefined for anything else. */
export function prefixOf(text: string): Match | undefined {
  const [address = '', length] = text.split('/')
  const own = ipv4(address)
  if (own !== undefined) {
    const bits = length === undefined ? 32 : Number(length)
    if (!Number.isInteger(bits) || bits < 0 || bits > 32) return undefined
    return { kind: 'wildcard', address: own, wildcard: bits === 0 ? 0xffffffff : 2 ** (32 - bits) - 1 }
  }
  const six = ipv6(address)
  if (six === undefined) return undefined
  const bits = length === undefined ? 128 : Number(length)
  return Number.isInteger(bits) && bits >= 0 && bits <= 128
    ? { kind: 'prefix6', address: six, length: bits }
    : undefined
}

/** Whether what the site told holds an address or a name: the name itself, the address, or a prefix around it. */
export function isTold(members: readonly string[], wanted: string): boolean {
  const match = prefixOf(wanted)
  return members.some((member) => {
    if (member.toLowerCase() === wanted.toLowerCase()) return true
    const told = match === undefined ? undefined : prefixOf(member)
    return told !== undefined && match !== undefined && covers(told, match)
  })
}
