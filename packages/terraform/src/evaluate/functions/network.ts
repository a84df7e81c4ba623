import { list, text } from '../make.ts'
import { strict, variadic, type Builtins } from './signature.ts'

/** An address and the length of its prefix; 32 or 128 bits. */
interface Prefix {
  readonly address: bigint
  readonly length: number
  readonly bits: 32 | 128
}

function parseAddress(source: string): { readonly address: bigint; readonly bits: 32 | 128 } | undefined {
  if (!source.includes(':')) {
    const parts = source.split('.')
    if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
      return undefined
    return { address: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), bits: 32 }
  }
  const v4 = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(source)
  const tail = v4 === null ? undefined : parseAddress(v4[2] ?? '')
  if (v4 !== null && tail === undefined) return undefined
  const groups =
    tail === undefined
      ? source
      : `${v4?.[1] ?? ''}${(tail.address >> 16n).toString(16)}:${(tail.address & 65_535n).toString(16)}`
  const halves = groups.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const all = [...head, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...rest]
  if (!all.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return undefined
  return { address: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), bits: 128 }
}

function parsePrefix(source: string): Prefix | undefined {
  const [host = '', length = '', ...others] = source.split('/')
  const parsed = parseAddress(host)
  if (parsed === undefined || others.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > parsed.bits)
    return undefined
  const free = BigInt(parsed.bits - Number(length))
  return { address: (parsed.address >> free) << free, length: Number(length), bits: parsed.bits }
}

/** IPv6 as RFC 5952 has it: the longest run of zero groups becomes `::`. */
function printAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - index * 16)) & 65_535n))
  let best = { start: -1, length: 1 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  const hex = groups.map((group) => group.toString(16))
  if (best.start === -1) return hex.join(':')
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`
}

function subnet(prefix: Prefix, newBits: number, number: number): string | undefined {
  const length = prefix.length + newBits
  const isWhole = Number.isInteger(newBits) && Number.isInteger(number)
  if (!isWhole || newBits < 0 || number < 0 || length > prefix.bits || BigInt(number) >= 1n << BigInt(newBits))
    return undefined
  const address = prefix.address | (BigInt(number) << BigInt(prefix.bits - length))
  return `${printAddress(address, prefix.bits)}/${length}`
}

function host(source: string, number: number): string | undefined {
  const prefix = parsePrefix(source)
  if (prefix === undefined || !Number.isSafeInteger(number)) return undefined
  const size = 1n << BigInt(prefix.bits - prefix.length)
  const offset = number < 0 ? size + BigInt(number) : BigInt(number)
  return offset < 0n || offset >= size ? undefined : printAddress(prefix.address | offset, prefix.bits)
}

function netmask(source: string): string | undefined {
  const prefix = parsePrefix(source)
  if (prefix?.bits !== 32) return undefined
  const free = BigInt(32 - prefix.length)
  return printAddress((0xff_ff_ff_ffn >> free) << free, 32)
}

/** Consecutive subnets of the sizes asked for. */
function subnets(prefix: Prefix, sizes: readonly number[]): readonly string[] | undefined {
  const out: string[] = []
  let next = prefix.address
  const end = prefix.address + (1n << BigInt(prefix.bits - prefix.length))
  for (const newBits of sizes) {
    const length = prefix.length + newBits
    if (!Number.isInteger(newBits) || newBits < 1 || length > prefix.bits) return undefined
    const size = 1n << BigInt(prefix.bits - length)
    const start = ((next + size - 1n) / size) * size
    if (start + size > end) return undefined
    out.push(`${printAddress(start, prefix.bits)}/${length}`)
    next = start + size
  }
  return out
}

/** Functions of addresses and prefixes. */
export const networks: Builtins = {
  cidrhost: strict(['string', 'number'], host),
  cidrnetmask: strict(['string'], netmask),
  cidrsubnet: strict(['string', 'number', 'number'], (source, newBits, number) => {
    const prefix = parsePrefix(source)
    return prefix === undefined ? undefined : subnet(prefix, newBits, number)
  }),
  cidrsubnets: variadic(['string', 'number'], 1, ([source, ...sizes], _, at) => {
    const prefix = parsePrefix(source as string)
    const made = prefix === undefined ? undefined : subnets(prefix, sizes as readonly number[])
    return made === undefined
      ? undefined
      : list(
          made.map((item) => text(item, at)),
          at,
          'list',
        )
  }),
}
