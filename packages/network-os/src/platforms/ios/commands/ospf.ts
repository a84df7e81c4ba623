import type { Change, Item, RoutingAuthentication } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, LineClass, type Row } from '../../../commands/row.ts'
import { areaNumber, networkRow, passiveRow } from './igp-process.ts'

function open(version: 2 | 3) {
  return (line: Command, to: Lowering): void => {
    const words = line.words.map(({ text }) => text)
    const at = words.indexOf('vrf')
    const vrf = at < 0 ? undefined : words[at + 1]
    const start = version === 2 ? 'router ospf' : words[0] === 'ipv6' ? 'ipv6 router ospf' : 'router ospfv3'
    const command = `${start} ${line.text(0)}${vrf === undefined ? '' : ` vrf ${vrf}`}`
    if (line.negated || line.defaulted) removeProcess(command, to)
    else
      to.enter([
        to.draft.add('routing.ospfProcesses', command, { process: line.text(0), vrf, version, command }, line.at),
      ])
  }
}

/** A process goes with its areas and links. */
function removeProcess(command: string, to: Lowering): void {
  to.draft.remove('routing.ospfProcesses', command)
  for (const list of ['routing.ospfAreas', 'routing.ospfVirtualLinks'] as const) {
    for (const { key, id } of to.draft.items(list)) if (id.process === command) to.draft.remove(list, key)
  }
}

/** `area A authentication [message-digest | null | key-chain C]`, without `area A` below interfaces. */
function kindOf(words: readonly string[]): RoutingAuthentication {
  const [kind] = words
  if (kind === undefined) return 'text'
  if (kind === 'null') return 'none'
  return kind === 'key-chain' ? 'key-chain' : 'md5'
}

function areaAuthentication(line: Command, to: Lowering): void {
  stateArea(line, to, kindOf(line.words.slice(3).map(({ text }) => text)))
}

/** `area A authentication|encryption ipsec …`; the keys in it are another table's. */
export function readAreaIpsec(line: Command, to: Lowering): void {
  stateArea(line, to, 'ipsec')
}

function stateArea(line: Command, to: Lowering, authentication: RoutingAuthentication): void {
  const area = areaNumber(line.words[1]?.text ?? '')
  for (const { key } of to.items('routing.ospfProcesses')) {
    const item = to.draft.add('routing.ospfAreas', `${key} area ${area}`, { process: key, area }, line.at)
    if (line.negated || line.defaulted) item.unset('authentication', line.at)
    else item.set('authentication', authentication, line.at)
  }
}

/** `area A virtual-link ROUTER [authentication [message-digest|null]] [message-digest-key N md5 K]`, which IOS prints as several lines. */
export function readVirtualLink(line: Command, to: Lowering): void {
  const words = line.words.map(({ text }) => text)
  const area = areaNumber(words[1] ?? '')
  const router = words[3] ?? ''
  const at = words.indexOf('authentication')
  for (const { key: process } of to.items('routing.ospfProcesses')) {
    const key = `${process} area ${area} link ${router}`
    if (line.negated && at < 0) {
      to.draft.remove('routing.ospfVirtualLinks', key)
      continue
    }
    const item = to.draft.add('routing.ospfVirtualLinks', key, { process, area, router }, line.at)
    if (at >= 0) {
      const next = words[at + 1]
      const kind = next === 'message-digest' || next === 'null' || next === 'key-chain' ? [next] : []
      item.set('authentication', next === 'ipsec' ? 'ipsec' : kindOf(kind), line.at)
    }
  }
}

function each(pattern: string, read: (line: Command, to: Lowering) => void): Row {
  return command(pattern, read)
}

function interfaceAuthentication(line: Command, to: Lowering): void {
  const words = line.words.slice(line.words.findIndex(({ text }) => text === 'authentication') + 1)
  for (const port of to.items('interfaces')) {
    if (line.negated || line.defaulted) port.unset('ospfAuthentication', line.at)
    else port.set('ospfAuthentication', kindOf(words.map(({ text }) => text)), line.at)
    if (words[0]?.text === 'key-chain' && words[1] !== undefined) port.set('ospfKeyChain', words[1].text, line.at)
  }
}

/** The number of a message digest key of the interface; the key itself is another table's. */
export function readMessageDigestKey(line: Command, to: Lowering): void {
  const at = line.words.findIndex(({ text }) => text === 'message-digest-key')
  const number = line.words[at + 1]?.text
  for (const port of to.items('interfaces')) {
    const before = port.stated('ospfMessageDigestKeys')
    const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
      (other) => other !== number,
    )
    port.set('ospfMessageDigestKeys', line.negated || number === undefined ? others : [...others, number], line.at)
  }
}

/** `ipv6 ospf authentication ipsec …`, `ospfv3 encryption ipsec …`, `ospfv3 authentication key-chain C`, `… null` */
export function readOspf6Authentication(line: Command, to: Lowering): void {
  const words = line.words.map(({ text }) => text)
  const kind = words[words.findIndex((word) => word === 'authentication' || word === 'encryption') + 1]
  for (const port of to.items('interfaces')) {
    if (line.negated || line.defaulted) port.unset('ospf6Authentication', line.at)
    else
      port.set('ospf6Authentication', kind === 'null' ? 'none' : kind === 'key-chain' ? 'key-chain' : 'ipsec', line.at)
    const chain = words[words.indexOf('key-chain') + 1]
    if (kind === 'key-chain' && chain !== undefined) port.set('ospfKeyChain', chain, line.at)
  }
}

function joinOspf6(line: Command, to: Lowering): void {
  const words = line.words.map(({ text }) => text)
  const process = line.text(0)
  const area = areaNumber(words[words.indexOf('area') + 1] ?? '')
  for (const port of to.items('interfaces')) {
    const before = port.stated('ospf6')
    const others = (before?.state === 'known' ? (before.value as readonly { process: string }[]) : []).filter(
      (other) => other.process !== process,
    )
    port.set('ospf6', (line.negated ? others : [...others, { process, area }]) as never, line.at)
  }
}

export const ospfGlobalRows: readonly Row[] = [
  command('router ospf <process> ...', open(2)),
  command('router ospfv3 <process> ...', open(3)),
  command('ipv6 router ospf <process> ...', open(3)),
]

const process: readonly Row[] = [
  networkRow('routing.ospfProcesses'),
  passiveRow('routing.ospfProcesses'),
  command('area <area> authentication ...', areaAuthentication),
  command('mpls ldp autoconfig ...', (line, to) => to.state('ldp.autoconfig', !line.negated, line.at)),
]

export const ospfRows: Readonly<Record<string, readonly Row[]>> = {
  'router ospf': process,
  'router ospfv3': process,
  'ospfv3 address-family': process,
}

export const ospfInterfaceRows: readonly Row[] = [
  {
    pattern: 'ip ospf <process> area <area> ...',
    class: LineClass.understood,
    setting: 'interfaces[].ospf',
    read: (line, to) => {
      const [process, area] = [line.text(0), areaNumber(line.text(1))]
      if (line.negated) to.unset('interfaces[].ospf', line.at)
      else to.state('interfaces[].ospf', { process, area }, line.at)
    },
  },
  {
    pattern: 'ip ospf authentication ...',
    class: LineClass.understood,
    setting: 'interfaces[].ospfAuthentication',
    read: interfaceAuthentication,
    write: (value) =>
      value === undefined
        ? ['no ip ospf authentication']
        : [`ip ospf authentication ${value === 'key-chain' ? 'key-chain <KEY-CHAIN>' : 'message-digest'}`],
  },
  {
    pattern: 'ip ospf <process> authentication ...',
    class: LineClass.understood,
    read: interfaceAuthentication,
  },
  each('ospfv3 authentication key-chain <chain> ...', readOspf6Authentication),
  each('ospfv3 authentication null', readOspf6Authentication),
  each('ospfv3 encryption null', readOspf6Authentication),
  each('ipv6 ospf authentication null', readOspf6Authentication),
  each('ipv6 ospf encryption null', readOspf6Authentication),
  each('ipv6 ospf <process> area <area> ...', joinOspf6),
  each('ospfv3 <process> area <area> ...', joinOspf6),
  each('ospfv3 <process> ipv4 area <area> ...', joinOspf6),
  each('ospfv3 <process> ipv6 area <area> ...', joinOspf6),
]

type Area = Item<'routing.ospfAreas'>

function below({ item }: Change, line: string): string[] {
  return [(item as Area).process, ` ${line}`]
}

export const ospfWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.ospfAreas[].authentication': (change) => {
    const { area, process } = change.item as Area
    const ipsec = !process.startsWith('router ospf ')
    return below(change, `area ${area} authentication ${ipsec ? 'ipsec spi 256 sha1 <OSPF-KEY>' : 'message-digest'}`)
  },
  'routing.ospfVirtualLinks[].authentication': (change) => {
    const { area, router } = change.item as Item<'routing.ospfVirtualLinks'>
    const link = `area ${area} virtual-link ${router}`
    return [...below(change, `${link} authentication message-digest`), ` ${link} message-digest-key 1 md5 <OSPF-KEY>`]
  },
  'interfaces[].ospfMessageDigestKeys': ({ item }) => [
    `interface ${item?.key ?? ''}`,
    ' ip ospf message-digest-key 1 md5 <OSPF-KEY>',
  ],
  'interfaces[].ospf6Authentication': ({ item }) => [
    `interface ${item?.key ?? ''}`,
    ' ospfv3 authentication ipsec spi 256 sha1 <OSPF-KEY>',
  ],
}
