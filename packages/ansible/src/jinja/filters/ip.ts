/** An IP address with its prefix length, as `ansible.utils` reads it. */
export interface Address {
  readonly family: 4 | 6
  readonly bits: 32 | 128
  readonly value: bigint
  readonly prefix: number
  /** Whether the text has a prefix length. */
  readonly prefixed: boolean
}

/** `10.0.0.1`, `10.0.0.0/24`, `10.0.0.0/255.255.255.0`, `2001:db8::/32`; undefined where it is none. */
export function readAddress(text: string): Address | undefined {
  const slash = text.indexOf('/')
  const head = (slash === -1 ? text : text.slice(0, slash)).trim()
  const family = head.includes(':') ? 6 : 4
  const value = family === 4 ? readV4(head) : readV6(head)
  const bits = family === 4 ? 32 : 128
  if (value === undefined) return undefined
  if (slash === -1) return { family, bits, value, prefix: bits, prefixed: false }
  const prefix = prefixOf(text.slice(slash + 1).trim(), bits)
  return prefix === undefined ? undefined : { family, bits, value, prefix, prefixed: true }
}

function prefixOf(text: string, bits: number): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= bits ? Number(text) : undefined
  const mask = bits === 32 ? readV4(text) : undefined
  if (mask === undefined) return undefined
  const ones = mask.toString(2).padStart(32, '0')
  return /^1*0*$/.test(ones) ? ones.replaceAll('0', '').length : undefined
}

function readV4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function readV6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [left = [], right = []] = halves.map(groupsOf)
  const missing = 8 - left.length - right.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = halves.length === 1 ? left : [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  if (!groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))) return undefined
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}

function groupsOf(text: string): string[] {
  if (text === '') return []
  const groups = text.split(':')
  const last = groups.at(-1) ?? ''
  const v4 = last.includes('.') ? readV4(last) : undefined
  if (v4 === undefined) return groups
  return [...groups.slice(0, -1), (v4 >> 16n).toString(16), (v4 & 0xffffn).toString(16)]
}

export function maskOf(prefix: number, bits: number): bigint {
  return ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix)
}

export function formatAddress(value: bigint, family: 4 | 6): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16))
  const text = groups.join(':')
  let longest = ''
  for (const run of text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [])
    if (run.replace(/^:/, '').length > longest.replace(/^:/, '').length) longest = run
  if (longest === '') return text
  const at = text.indexOf(longest)
  return `${text.slice(0, at)}::${text.slice(at + longest.length).replace(/^:/, '')}`
}
