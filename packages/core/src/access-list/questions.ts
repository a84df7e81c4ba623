import type { AccessEntry, Ports } from './entry.ts'
import { covers, looksLikeNetmask, rangeOf, sourcesOf } from './match.ts'

/** A permit that lets in so many sources that it is no restriction. */
export interface WidePermit {
  readonly entry: AccessEntry
  /** Logarithm of the number of its sources: 32 is everybody. Undefined where they are not known. */
  readonly freeBits: number | undefined
  /** Without private space it would not be wide. */
  readonly isPrivate: boolean
  /** Its wildcard was typed like a netmask. */
  readonly isNetmask: boolean
  /** What else the entry says, or what of it was not understood, may keep it from letting sessions in. */
  readonly isCertain: boolean
}

/** Sources from which on a permit is no restriction any more. */
const WIDE = 2 ** 24

/**
 * The reachable permits of a list whose sources number 2^24 or more, for sessions of a transport to the device itself.
 * Permits of other transports, or of ports that are none of `ports` (numbers), let no such session in.
 */
export function widePermits(
  entries: readonly AccessEntry[],
  transport: 'tcp' | 'udp' | 'any',
  ports?: readonly number[],
): WidePermit[] {
  const found: WidePermit[] = []
  for (const [index, entry] of entries.entries()) {
    if (entry.action !== 'permit' || entry.established || !carries(entry.protocol, transport)) continue
    const reached = ports === undefined || reachesPorts(entry.destinationPorts, ports)
    if (reached === false) continue
    const sources = sourcesOf(entry.source)
    const count = sources.public + sources.private
    if (!sources.unread && count < WIDE) continue
    if (isShadowed(entries, index)) continue
    const isWide = count >= WIDE
    found.push({
      entry,
      freeBits: isWide ? Math.min(32, Math.log2(count)) : undefined,
      isPrivate: isWide && sources.public < WIDE && !sources.unread,
      isNetmask: looksLikeNetmask(entry.source),
      isCertain:
        isWide &&
        reached === true &&
        (!entry.qualified || entry.timeRange !== undefined) &&
        !entry.protocol.startsWith('object-group'),
    })
  }
  return found
}

/** Entries whose wildcard was typed like a netmask, whatever number of sources they have. */
export function netmaskWildcards(entries: readonly AccessEntry[]): AccessEntry[] {
  return entries.filter(({ source, destination }) => looksLikeNetmask(source) || looksLikeNetmask(destination))
}

/** Whether earlier entries take every packet that this one means: one of them, or several that share all but the source. */
export function isShadowed(entries: readonly AccessEntry[], index: number): boolean {
  const entry = entries[index]
  if (entry === undefined) return false
  const ranges: (readonly [number, number])[] = []
  for (let i = 0; i < index; i++) {
    const earlier = entries[i]
    if (earlier === undefined || !coversButSource(earlier, entry)) continue
    if (covers(earlier.source, entry.source)) return true
    const range = rangeOf(earlier.source)
    if (range !== undefined) ranges.push(range)
  }
  const wanted = rangeOf(entry.source)
  return wanted !== undefined && ranges.length > 1 && unionCovers(ranges, wanted)
}

/** The entries that no packet reaches. */
export function shadowed(entries: readonly AccessEntry[]): AccessEntry[] {
  return entries.filter((_, index) => isShadowed(entries, index))
}

function unionCovers(
  ranges: readonly (readonly [number, number])[],
  [first, last]: readonly [number, number],
): boolean {
  let next = first
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from > next) return false
    if (to >= next) next = to + 1
    if (next > last) return true
  }
  return false
}

function coversButSource(outer: AccessEntry, inner: AccessEntry): boolean {
  if (outer.qualified || outer.protocol.startsWith('object-group')) return false
  const wholeProtocol = outer.protocol === 'ip' || outer.protocol === 'ipv6'
  if (!wholeProtocol && outer.protocol !== inner.protocol) return false
  if (
    !coversPorts(outer.sourcePorts, inner.sourcePorts) ||
    !coversPorts(outer.destinationPorts, inner.destinationPorts)
  )
    return false
  return covers(outer.destination, inner.destination)
}

function coversPorts(outer: Ports | undefined, inner: Ports | undefined): boolean {
  if (outer === undefined) return true
  if (inner === undefined || outer.values.length === 0) return false
  if (outer.operator === inner.operator && outer.values.join() === inner.values.join()) return true
  const [wide, narrow] = [intervalsOf(outer), intervalsOf(inner)]
  return (
    wide !== undefined &&
    narrow !== undefined &&
    narrow.every(([first, last]) => wide.some(([from, to]) => from <= first && last <= to))
  )
}

/** First and last ports of what is written; undefined where a name is not known. */
function intervalsOf({ operator, values }: Ports): readonly (readonly [number, number])[] | undefined {
  const numbers = values.map(numberOf)
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined
  const known = numbers as number[]
  const [first = 0, last = 0] = known
  switch (operator) {
    case 'eq':
      return known.map((port) => [port, port])
    case 'neq':
      return known.length > 1
        ? undefined
        : [
            [0, first - 1],
            [first + 1, 65535],
          ]
    case 'gt':
      return [[first + 1, 65535]]
    case 'lt':
      return [[0, first - 1]]
    case 'range':
      return [[first, last]]
  }
}

/** The names that IOS prints for ports of services that manage a device. */
const PORT_NAMES: Readonly<Record<string, number>> = {
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  tacacs: 49,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  www: 80,
  ntp: 123,
  snmp: 161,
  snmptrap: 162,
  bgp: 179,
  syslog: 514,
  cmd: 514,
}

function numberOf(value: string): number | undefined {
  return /^\d+$/.test(value) ? Number(value) : PORT_NAMES[value]
}

/** Whether one of the ports is meant; undefined where what is written is not known. */
export function reachesPorts(written: Ports | undefined, ports: readonly number[]): boolean | undefined {
  if (written === undefined) return true
  if (written.values.length === 0) return undefined
  const values = written.values.map(numberOf)
  const [first, last] = values
  switch (written.operator) {
    case 'eq':
      // A name that is none of ours is another service's.
      return values.some((value) => value !== undefined && ports.includes(value))
    case 'neq':
      return ports.some((port) => !values.includes(port))
    case 'gt':
      return first === undefined ? undefined : ports.some((port) => port > first)
    case 'lt':
      return first === undefined ? undefined : ports.some((port) => port < first)
    case 'range':
      return first === undefined || last === undefined ? undefined : ports.some((port) => port >= first && port <= last)
  }
}

function carries(protocol: string, transport: 'tcp' | 'udp' | 'any'): boolean {
  if (protocol === 'ip' || protocol === 'ipv6' || transport === 'any' || protocol === transport) return true
  return protocol.startsWith('object-group')
}
