import { bool, int, list, string, unresolved, type Data } from '../../data.ts'
import type { Args, Filter, Predicate } from '../calls.ts'
import { printText } from '../print.ts'
import { formatAddress, maskOf, readAddress, type Address } from './ip.ts'

const FALSE_ADDRESS = bool(false)

function textOf(address: bigint, of: Address): string {
  return formatAddress(address, of.family)
}

function networkOf(address: Address): bigint {
  return address.value & maskOf(address.prefix, address.bits)
}

function lastOf(address: Address): bigint {
  return networkOf(address) | ((1n << BigInt(address.bits - address.prefix)) - 1n)
}

function isNetwork(address: Address): boolean {
  return address.prefixed && address.prefix < address.bits && networkOf(address) === address.value
}

const PRIVATE: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']

function within(inner: Address, outerText: string): boolean {
  const outer = readAddress(outerText)
  return (
    outer !== undefined &&
    outer.family === inner.family &&
    networkOf(outer) <= networkOf(inner) &&
    lastOf(inner) <= lastOf(outer)
  )
}

/** What `ipaddr(query)` gives; false where the address does not have it, undefined where the query is not one that is known. */
function ask(address: Address, query: string): Data | undefined {
  const { bits, prefix } = address
  const size = 1n << BigInt(bits - prefix)
  const single = prefix === bits
  const plain = textOf(address.value, address)
  const cidr = `${plain}/${prefix}`
  const own = address.prefixed ? cidr : plain
  const network = networkOf(address)
  const small = bits - prefix <= 1
  if (/^-?\d+$/.test(query)) {
    const index = BigInt(query)
    const found = index < 0n ? network + size + index : network + index
    return found < network || found > lastOf(address) ? FALSE_ADDRESS : string(`${textOf(found, address)}/${prefix}`)
  }
  if (query.includes('/') || query.includes(':') || /^\d+\.\d/.test(query))
    return within(address, query) ? string(own) : FALSE_ADDRESS
  switch (query) {
    case '':
      return string(own)
    case 'bool':
      return bool(true)
    case 'address':
    case 'ip':
      return isNetwork(address) && !small ? FALSE_ADDRESS : string(plain)
    case 'host':
    case 'address/prefix':
    case 'gateway':
    case 'gw':
    case 'ip/prefix':
    case 'host/prefix':
      if (query === 'host') return isNetwork(address) && !small ? FALSE_ADDRESS : string(cidr)
      return single || (isNetwork(address) && !small) ? FALSE_ADDRESS : string(cidr)
    case 'net':
      return isNetwork(address) ? string(cidr) : FALSE_ADDRESS
    case 'cidr':
      return string(cidr)
    case 'network':
    case 'network_id':
      return string(textOf(network, address))
    case 'subnet':
    case 'network/prefix':
      return string(`${textOf(network, address)}/${prefix}`)
    case 'network_netmask':
      return string(`${textOf(network, address)} ${textOf(maskOf(prefix, bits), address)}`)
    case 'netmask':
      return string(textOf(maskOf(prefix, bits), address))
    case 'address_netmask':
    case 'ip_netmask':
      return string(`${plain} ${textOf(maskOf(prefix, bits), address)}`)
    case 'hostmask':
    case 'wildcard':
      return string(textOf(lastOf(address) - network, address))
    case 'network_wildcard':
    case 'ip_wildcard':
      return string(
        `${query === 'ip_wildcard' ? plain : textOf(network, address)} ${textOf(lastOf(address) - network, address)}`,
      )
    case 'broadcast':
      return small || address.family === 6 ? FALSE_ADDRESS : string(textOf(lastOf(address), address))
    case 'prefix':
    case 'netmask_length':
      return int(prefix)
    case 'size':
      return int(size)
    case 'int':
      return address.prefixed && !single ? string(`${address.value}/${prefix}`) : int(address.value)
    case 'version':
    case 'type':
      return query === 'version' ? int(address.family) : string(isNetwork(address) ? 'network' : 'address')
    case 'private':
      return PRIVATE.some((range) => within(address, range)) ? string(own) : FALSE_ADDRESS
    case 'loopback':
    case 'lo':
      return within(address, '127.0.0.0/8') || within(address, '::1/128') ? string(own) : FALSE_ADDRESS
    case 'multicast':
      return within(address, '224.0.0.0/4') || within(address, 'ff00::/8') ? string(own) : FALSE_ADDRESS
    case 'ipv4':
      return address.family === 4 ? string(own) : FALSE_ADDRESS
    case 'ipv6':
      return address.family === 6 ? string(own) : FALSE_ADDRESS
    case 'first_usable':
      return small ? (single ? FALSE_ADDRESS : string(textOf(network, address))) : string(textOf(network + 1n, address))
    case 'last_usable':
      return single
        ? FALSE_ADDRESS
        : string(textOf(small ? lastOf(address) : lastOf(address) - (address.family === 4 ? 1n : 0n), address))
    case 'range_usable': {
      const [first, last] = small
        ? [network, lastOf(address)]
        : [network + 1n, lastOf(address) - (address.family === 4 ? 1n : 0n)]
      return single ? FALSE_ADDRESS : string(`${textOf(first, address)}-${textOf(last, address)}`)
    }
    case 'peer':
      return bits - prefix === 1 ? string(textOf(address.value ^ 1n, address)) : undefined
    case 'revdns':
      return address.family === 4 ? string(`${plain.split('.').toReversed().join('.')}.in-addr.arpa.`) : undefined
  }
  return undefined
}

function asking(family: 4 | 6 | undefined): Filter {
  return (target, args) => {
    const query = args.at(0, 'query')
    const word = query === undefined ? '' : printText(query)
    if (word === undefined) return undefined
    const one = (data: Data): Data | undefined => {
      const address = readAddress(printText(data) ?? '')
      return address === undefined || (family !== undefined && address.family !== family)
        ? FALSE_ADDRESS
        : ask(address, word)
    }
    if (target.kind !== 'list') return one(target)
    const found = target.items.map(one)
    if (found.includes(undefined)) return undefined
    return list(
      found.flatMap((data) => (data === undefined || data === FALSE_ADDRESS ? [] : [data])),
      target.at,
    )
  }
}

const subnet: Filter = (target, args) => {
  const address = readAddress(printText(target) ?? '')
  const query = printText(args.at(0, 'query') ?? string(''))
  const index = args.at(1, 'index')
  if (address === undefined || query === undefined) return FALSE_ADDRESS
  if (query === '') return string(`${textOf(networkOf(address), address)}/${address.prefix}`)
  if (!/^\d+$/.test(query)) return undefined
  const prefix = Number(query)
  if (prefix > address.bits) return FALSE_ADDRESS
  const step = 1n << BigInt(address.bits - prefix)
  if (index === undefined)
    return prefix < address.prefix ? FALSE_ADDRESS : string(String(1n << BigInt(prefix - address.prefix)))
  const position = printText(index) ?? ''
  if (!/^-?\d+$/.test(position)) return undefined
  if (prefix < address.prefix) return undefined
  const count = 1n << BigInt(prefix - address.prefix)
  const at = BigInt(position) < 0n ? count + BigInt(position) : BigInt(position)
  return at < 0n || at >= count ? FALSE_ADDRESS : string(`${textOf(networkOf(address) + at * step, address)}/${prefix}`)
}

const math: Filter = (target, args) => {
  const address = readAddress(printText(target) ?? '')
  const amount = args.at(0, 'amount')
  if (address === undefined || amount?.kind !== 'int') return undefined
  const value = address.value + BigInt(amount.value)
  return value < 0n || value >= 1n << BigInt(address.bits) ? undefined : string(textOf(value, address))
}

const nthHost: Filter = (target, args) => {
  const address = readAddress(printText(target) ?? '')
  const index = args.at(0, 'query')
  if (address === undefined || index?.kind !== 'int') return FALSE_ADDRESS
  const size = 1n << BigInt(address.bits - address.prefix)
  const at = BigInt(index.value) < 0n ? size + BigInt(index.value) : BigInt(index.value)
  return at < 0n || at >= size ? FALSE_ADDRESS : string(textOf(networkOf(address) + at, address))
}

function neighbour(sign: 1n | -1n): Filter {
  return (target, args) => {
    const address = readAddress(printText(target) ?? '')
    const offset = args.int(0, 'offset') ?? 1
    if (address === undefined) return FALSE_ADDRESS
    const value = address.value + sign * BigInt(offset)
    const small = address.bits - address.prefix <= 1
    const [first, last] = small
      ? [networkOf(address), lastOf(address)]
      : [networkOf(address) + 1n, lastOf(address) - 1n]
    return value < first || value > last ? undefined : string(textOf(value, address))
  }
}

function containing(usable: boolean): Filter {
  return (target, args) => {
    const [outer, inner] = [
      readAddress(printText(target) ?? ''),
      readAddress(printText(args.at(0, 'test') ?? string('')) ?? ''),
    ]
    if (outer === undefined || inner === undefined || outer.family !== inner.family) return FALSE_ADDRESS
    const small = outer.bits - outer.prefix <= 1
    const edge = usable && !small ? 1n : 0n
    const [first, last] = [networkOf(outer) + edge, lastOf(outer) - (outer.family === 4 ? edge : 0n)]
    const [from, to] = isNetwork(inner) ? [inner.value, lastOf(inner)] : [inner.value, inner.value]
    return bool(from >= first && to <= last)
  }
}

function wrap(data: Data): Data {
  const text = printText(data) ?? ''
  const address = readAddress(text)
  if (address?.family !== 6) return data
  const plain = textOf(address.value, address)
  return string(address.prefixed ? `[${plain}]/${address.prefix}` : `[${plain}]`, data.at)
}

const mac: Filter = (target, args: Args) => {
  const digits = (printText(target) ?? '').replace(/[^\da-fA-F]/g, '').toLowerCase()
  if (digits.length !== 12) return FALSE_ADDRESS
  switch (args.string(0, 'query') ?? '') {
    case '':
      return target
    case 'bool':
      return bool(true)
    case 'cisco':
      return string(digits.match(/.{4}/g)?.join('.') ?? '')
    case 'linux':
    case 'unix':
      return string(digits.match(/.{2}/g)?.join(':') ?? '')
    case 'bare':
      return string(digits.toUpperCase())
    case 'win':
      return string((digits.match(/.{2}/g)?.join('-') ?? '').toUpperCase())
  }
  return undefined
}

export const addressFilters: Readonly<Record<string, Filter>> = {
  ipaddr: asking(undefined),
  ipv4: asking(4),
  ipv6: asking(6),
  ipsubnet: subnet,
  ipmath: math,
  nthhost: nthHost,
  next_nth_usable: neighbour(1n),
  previous_nth_usable: neighbour(-1n),
  network_in_usable: containing(true),
  network_in_network: containing(false),
  ipwrap: (target) => (target.kind === 'list' ? list(target.items.map(wrap), target.at) : wrap(target)),
  hwaddr: mac,
  macaddr: mac,
  ip4_hex: (target) => {
    const address = readAddress(printText(target) ?? '')
    return address?.family === 4 ? string(address.value.toString(16).padStart(8, '0')) : undefined
  },
  cidr_merge: () => unresolved('filter cidr_merge', 'filter'),
  ipcut: () => unresolved('filter ipcut', 'filter'),
}

function known(holds: (address: Address) => boolean): Predicate {
  return (target) => {
    const text = printText(target)
    if (text === undefined || target.kind === 'undefined') return undefined
    const address = readAddress(text)
    return address !== undefined && holds(address)
  }
}

export const addressTests: Readonly<Record<string, Predicate>> = {
  ip: known(() => true),
  ip_address: known((address) => !address.prefixed),
  ipv4: known((address) => address.family === 4),
  ipv6: known((address) => address.family === 6),
  ipv4_address: known((address) => address.family === 4 && !address.prefixed),
  ipv6_address: known((address) => address.family === 6 && !address.prefixed),
  in_network: (target, args) => {
    const [inner, outer] = [printText(target), args.string(0, 'network')]
    const address = inner === undefined ? undefined : readAddress(inner)
    return inner === undefined || outer === undefined ? undefined : address !== undefined && within(address, outer)
  },
}
