import type { DraftItem, InterfaceAddress } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import {
  command,
  flag,
  ignored,
  LineClass,
  value,
  type Codec,
  type CommandTable,
  type Row,
} from '../../../commands/row.ts'
import { interfaceKind, interfaceName, interfaceRange } from '../interface-name.ts'
import { referToAccessList } from '../references.ts'

type Interface = DraftItem<'interfaces'>
type Filter = 'accessGroupIn' | 'accessGroupOut' | 'trafficFilterIn' | 'trafficFilterOut'

const restOfLine: Codec<string> = { read: (words) => words.join(' '), write: (text) => text }
const modeCodec: Codec<string> = { read: (words) => words.join(' ').toLowerCase(), write: (mode) => mode }

function openInterface(line: Command, to: Lowering): void {
  const name = interfaceName(line.text(0))
  if (line.negated || line.defaulted) return to.draft.remove('interfaces', name)
  to.enter([to.draft.add('interfaces', name, { name, kind: interfaceKind(name) }, line.at)])
}

function openRange(line: Command, to: Lowering): void {
  const names = interfaceRange(line.text(0))
  if (names === undefined) {
    to.unsupported()
    return to.draft.open('interfaces')
  }
  if (line.negated || line.defaulted) for (const name of names) to.draft.remove('interfaces', name)
  else to.enter(names.map((name) => to.draft.add('interfaces', name, { name, kind: interfaceKind(name) }, line.at)))
}

/** A command that is about every interface of the section around. */
export function each(pattern: string, read: (port: Interface, line: Command, to: Lowering) => void): Row {
  return command(pattern, (line, to) => {
    for (const port of to.items('interfaces')) read(port, line, to)
  })
}

/** Length of the prefix that a mask stands for; undefined where its ones are not together. */
export function maskLength(mask: string): number | undefined {
  const bytes = mask.split('.').map(Number)
  if (bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255))) return undefined
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined
}

function addressesOf(port: Interface): readonly InterfaceAddress[] {
  const before = port.stated('addresses')
  return before?.state === 'known' ? (before.value as readonly InterfaceAddress[]) : []
}

/** `ip address A MASK [secondary]`, `ip address A/LENGTH`, `ip address dhcp …`, `ip address negotiated`, `no ip address [A MASK]`. */
function readAddress(port: Interface, line: Command, to: Lowering): void {
  const [address, mask, last] = line.words.slice(2).map(({ text }) => text)
  if (address === undefined || line.defaulted) {
    port.unset('addressing', line.at)
    return port.set('addresses', [], line.at)
  }
  if (!/^\d/.test(address)) {
    if (line.negated) return port.unset('addressing', line.at)
    if (address !== 'dhcp' && address !== 'negotiated') return to.unsupported()
    port.set('addressing', address, line.at)
    return port.set('addresses', [], line.at)
  }
  const [host = address, prefix] = address.split('/')
  const length = prefix === undefined ? maskLength(mask ?? '') : Number(prefix)
  if (length === undefined) {
    to.unsupported()
    return port.unknown('addresses', { kind: 'unreadable' }, line.at)
  }
  const secondary = last === 'secondary'
  const others = addressesOf(port).filter(
    (other) => other.address !== host && (secondary || line.negated || other.secondary),
  )
  if (line.negated) return port.set('addresses', others, line.at)
  port.set('addressing', 'static', line.at)
  port.set(
    'addresses',
    secondary ? [...others, { address: host, length, secondary }] : [{ address: host, length, secondary }, ...others],
    line.at,
  )
}

function readAddress6(port: Interface, line: Command): void {
  const address = line.words[2]?.text
  const before = port.stated('addresses6')
  const known = before?.state === 'known' ? (before.value as readonly string[]) : []
  if (address === undefined || line.defaulted) return port.set('addresses6', [], line.at)
  const others = known.filter((other) => other.toLowerCase() !== address.toLowerCase())
  port.set('addresses6', line.negated ? others : [...others, address], line.at)
  if (!line.negated) port.set('ipv6', true, line.at)
}

/** `ip access-group NAME in|out`, `ipv6 traffic-filter NAME in|out`; `no` with the direction alone will do. */
function readFilter(family: 4 | 6, port: Interface, line: Command, to: Lowering): void {
  const words = line.words.slice(2).map(({ text }) => text)
  const direction = words.find((word, index) => (index > 0 || line.negated) && (word === 'in' || word === 'out'))
  const name = words[0]
  if (name === undefined || (direction === undefined && !line.negated)) return to.unsupported()
  const way = direction === 'out' ? 'Out' : 'In'
  const field: Filter = family === 4 ? `accessGroup${way}` : `trafficFilter${way}`
  const by = `${port.key} ${direction ?? 'in'}`
  const before = port.stated(field)
  if (before?.state === 'known') to.draft.remove('references', `${family}:${String(before.value)} by ${by}`)
  if (line.negated || line.defaulted) return port.unset(field, line.at)
  port.set(field, name, line.at)
  referToAccessList(to, { name, family, by, filters: true, at: line.at })
}

/** The same setting under another spelling: read, never written. */
function spelling(row: Row): Row {
  const { write: _, ...read } = row
  return read
}

export const interfaces: CommandTable = {
  rows: {
    global: [command('interface range <names...>', openRange), command('interface <name...>', openInterface)],
    interface: [
      value('description <text...>', 'interfaces[].description', restOfLine),
      flag('shutdown', 'interfaces[].shutdown'),
      each('ip address ...', readAddress),
      each('ip unnumbered ...', (port, line) => {
        if (line.negated) return port.unset('addressing', line.at)
        port.set('addressing', 'unnumbered', line.at)
        port.set(
          'unnumberedFrom',
          interfaceName(
            line.words
              .slice(2)
              .map(({ text }) => text)
              .join(' '),
          ),
          line.at,
        )
      }),
      each('ipv6 address ...', readAddress6),
      flag('ipv6 enable', 'interfaces[].ipv6'),
      value('vrf forwarding <vrf> ...', 'interfaces[].vrf', restOfLine),
      spelling(value('ip vrf forwarding <vrf> ...', 'interfaces[].vrf', restOfLine)),
      flag('ip nat outside', 'interfaces[].natOutside'),
      value('ip policy route-map <name>', 'interfaces[].policyRouteMap', restOfLine),
      each('ip access-group ...', (port, line, to) => readFilter(4, port, line, to)),
      each('ipv6 traffic-filter ...', (port, line, to) => readFilter(6, port, line, to)),
      flag('cdp enable', 'interfaces[].cdp'),
      flag('lldp transmit', 'interfaces[].lldpTransmit'),
      flag('lldp receive', 'interfaces[].lldpReceive'),
      flag('mop enabled', 'interfaces[].mop'),
      each('ip nhrp network-id ...', (port, line) => port.set('nhrp', !line.negated, line.at)),
      value('tunnel source <source...>', 'interfaces[].tunnelSource', restOfLine),
      value('tunnel destination <destination...>', 'interfaces[].tunnelDestination', restOfLine),
      value('tunnel mode <mode...>', 'interfaces[].tunnelMode', modeCodec),
      value('tunnel protection ipsec profile <profile> ...', 'interfaces[].tunnelProtection', restOfLine),
      ...ignored('mop sysid', 'tunnel key ...', 'tunnel path-mtu-discovery ...', 'tunnel vrf ...', 'cdp tlv ...'),
      { pattern: 'tunnel ...', class: LineClass.ignored },
    ],
  },
  headers: { interfaces: ({ key }) => `interface ${key}` },
}
