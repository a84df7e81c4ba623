import {
  blocksBetween,
  ipv4,
  originAt,
  type AccessEntry,
  type Match,
  type Ports,
  type SourceFile,
} from '@breakwater/core'
import { ipv6Prefix } from './ipv6.ts'
import type { Word } from './syntax/words.ts'

/** What kind of entries a list has. */
export type AclKind = 'standard' | 'extended' | 'ipv6'

const ANY: Match = { kind: 'any' }
const OPERATORS: readonly string[] = ['eq', 'neq', 'gt', 'lt', 'range']
const LOGS: readonly string[] = ['log', 'log-input']

/**
 * Reads one entry from its words, of which the first may be a sequence number. Undefined for remarks and what is no entry.
 * What cannot be understood becomes an unreadable match, which no question counts.
 */
export function readEntry(file: SourceFile, words: readonly Word[], kind: AclKind): AccessEntry | undefined {
  let at = 0
  let sequence: number | undefined
  if (words[at]?.text.toLowerCase() === 'sequence') at++
  if (/^\d+$/.test(words[at]?.text ?? '')) sequence = Number(words[at++]?.text)
  const action = words[at++]?.text.toLowerCase()
  const [first, last] = [words[0], words.at(-1)]
  if ((action !== 'permit' && action !== 'deny') || first === undefined || last === undefined) return undefined
  const cursor: Cursor = { words, at }
  const place = originAt(file, first.start, last.end)
  return { action, sequence, ...(kind === 'standard' ? readStandard(cursor) : readExtended(cursor, kind)), at: place }
}

interface Cursor {
  readonly words: readonly Word[]
  at: number
}

type Body = Omit<AccessEntry, 'action' | 'sequence' | 'at'>

function readStandard(cursor: Cursor): Body {
  const source = readAddress(cursor, true)
  const rest = remaining(cursor)
  // `show access-lists` adds counters in brackets; anything else is not understood.
  const odd = rest.filter(
    (word) => !LOGS.includes(word) && !word.startsWith('(') && !word.endsWith(')') && word !== 'tag',
  )
  return {
    protocol: 'ip',
    source: odd.length > 0 && source.kind !== 'any' ? { kind: 'unreadable', text: odd.join(' ') } : source,
    sourcePorts: undefined,
    destination: ANY,
    destinationPorts: undefined,
    qualified: false,
    established: false,
    timeRange: undefined,
    log: rest.some((word) => LOGS.includes(word)),
  }
}

/** Protocols that the device prints by name; files that people write may have the number. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '4': 'ipinip',
  '6': 'tcp',
  '17': 'udp',
  '47': 'gre',
  '50': 'esp',
  '51': 'ahp',
  '88': 'eigrp',
  '89': 'ospf',
}

function readExtended(cursor: Cursor, kind: AclKind): Body {
  let protocol = cursor.words[cursor.at++]?.text.toLowerCase() ?? ''
  if (protocol === 'object-group') protocol = `object-group ${cursor.words[cursor.at++]?.text ?? ''}`
  else protocol = PROTOCOLS[protocol] ?? protocol
  const source = readAddress(cursor, false, kind)
  const sourcePorts = readPorts(cursor)
  const destination = readAddress(cursor, false, kind)
  const destinationPorts = readPorts(cursor)
  const rest = remaining(cursor)
  const more = conditionsOf(rest)
  const timeRange = more[0] === 'time-range' && more.length === 2 ? more[1] : undefined
  return {
    protocol,
    source,
    sourcePorts,
    destination,
    destinationPorts,
    qualified: more.length > 0,
    established: more.includes('established'),
    timeRange,
    log: rest.some((word) => LOGS.includes(word)),
  }
}

/** What the rest of an entry says beside logging, its number and the counters that `show access-lists` adds. */
function conditionsOf(rest: readonly string[]): string[] {
  const conditions: string[] = []
  for (const [index, word] of rest.entries()) {
    if (word.startsWith('(')) break
    const isCookie = LOGS.includes(rest[index - 1] ?? '') && word !== 'time-range' && word !== 'established'
    if (LOGS.includes(word) || isCookie || word === 'sequence' || rest[index - 1] === 'sequence') continue
    conditions.push(word)
  }
  return conditions
}

function remaining(cursor: Cursor): string[] {
  return cursor.words.slice(cursor.at).map(({ text }) => text.toLowerCase())
}

function readAddress(cursor: Cursor, standard: boolean, kind?: AclKind): Match {
  const word = cursor.words[cursor.at]
  if (word === undefined) return { kind: 'unreadable', text: '' }
  const text = word.text.toLowerCase().replace(/,$/, '')
  cursor.at++
  if (text === 'any' || text === 'any4' || text === 'any6') return ANY
  if (text === 'host') return hostOf(cursor.words[cursor.at++]?.text ?? '', kind)
  if (text === 'object-group') return { kind: 'group', name: cursor.words[cursor.at++]?.text ?? '' }
  if (kind === 'ipv6') return ipv6Match(text)
  const slash = /^([\d.]+)\/(\d+)$/.exec(text)
  if (slash !== null) {
    const address = ipv4(slash[1] ?? '')
    const length = Number(slash[2])
    return address === undefined || length > 32
      ? { kind: 'unreadable', text }
      : wildcard(address, length === 0 ? 0xffffffff : 2 ** (32 - length) - 1)
  }
  const address = ipv4(text)
  if (address === undefined) return { kind: 'unreadable', text }
  // `permit 10.0.0.0, wildcard bits 0.0.0.255` is how `show access-lists` prints a standard entry.
  if (cursor.words[cursor.at]?.text === 'wildcard' && cursor.words[cursor.at + 1]?.text === 'bits') cursor.at += 2
  const mask = ipv4(cursor.words[cursor.at]?.text ?? '')
  if (mask !== undefined) {
    cursor.at++
    return wildcard(address, mask)
  }
  return standard ? wildcard(address, 0) : { kind: 'unreadable', text }
}

function hostOf(text: string, kind: AclKind | undefined): Match {
  if (kind === 'ipv6') return ipv6Match(text.includes('/') ? text : `${text}/128`)
  const address = ipv4(text)
  return address === undefined ? { kind: 'unreadable', text } : wildcard(address, 0)
}

function ipv6Match(text: string): Match {
  const prefix = ipv6Prefix(text)
  return prefix === undefined ? { kind: 'unreadable', text } : { kind: 'prefix6', ...prefix }
}

function wildcard(address: number, free: number): Match {
  return { kind: 'wildcard', address: (address & ~free) >>> 0, wildcard: free >>> 0 }
}

function readPorts(cursor: Cursor): Ports | undefined {
  const operator = cursor.words[cursor.at]?.text.toLowerCase()
  if (operator === undefined || !OPERATORS.includes(operator)) {
    if (operator === 'object-group') cursor.at += 2
    return undefined
  }
  cursor.at++
  const values: string[] = []
  const most = operator === 'range' ? 2 : operator === 'eq' || operator === 'neq' ? 10 : 1
  while (values.length < most) {
    const text = cursor.words[cursor.at]?.text.toLowerCase()
    if (
      text === undefined ||
      !isPort(text) ||
      (values.length > 0 && operator !== 'range' && !/^\d+$|^[a-z][a-z0-9-]*$/.test(text))
    )
      break
    values.push(text)
    cursor.at++
  }
  return { operator: operator as Ports['operator'], values }
}

const NO_PORTS: readonly string[] = [
  'any',
  'host',
  'log',
  'log-input',
  'established',
  'object-group',
  'time-range',
  'fragments',
  'dscp',
  'precedence',
  'tos',
  'ack',
  'fin',
  'psh',
  'rst',
  'syn',
  'urg',
  'reflect',
  'option',
  'match-all',
  'match-any',
  'sequence',
  'ttl',
]

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) || (/^[a-z][a-z0-9-]*$/.test(text) && !NO_PORTS.includes(text))
}

/**
 * Reads a member of `object-group network`, which has netmasks where entries have wildcards:
 * `host A`, `A MASK`, `A/len`, `range A B`, `group-object NAME`, `any`. Undefined for descriptions.
 */
export function readGroupMember(words: readonly Word[]): Match | undefined {
  const [first = '', second = '', third = ''] = words.map(({ text }) => text)
  const unreadable: Match = { kind: 'unreadable', text: first }
  switch (first.toLowerCase()) {
    case 'description':
      return undefined
    case 'any':
      return ANY
    case 'group-object':
      return { kind: 'group', name: second }
    case 'network-object':
      return readGroupMember(words.slice(1))
    case 'host':
      return hostOf(second, second.includes(':') ? 'ipv6' : undefined)
    case 'range': {
      const [from, to] = [ipv4(second), ipv4(third)]
      return from === undefined || to === undefined || to < from
        ? unreadable
        : { kind: 'group', name: `${second}-${third}`, members: blocksBetween(from, to) }
    }
    default: {
      if (first.includes(':')) return ipv6Match(first)
      if (first.includes('/') || /^\/\d+$/.test(second)) {
        const [address = '', length = ''] = `${first}${second}`.split('/')
        const [network, bits] = [ipv4(address), Number(length)]
        return network === undefined || !/^\d+$/.test(length) || bits > 32
          ? unreadable
          : wildcard(network, 2 ** (32 - bits) - 1)
      }
      const [network, mask] = [ipv4(first), ipv4(second)]
      return network === undefined || mask === undefined ? unreadable : wildcard(network, ~mask >>> 0)
    }
  }
}
