import type { Change, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, type Row } from '../../../commands/row.ts'
import { interfaceName } from '../interface-name.ts'
import { networkRow, passiveRow } from './igp-process.ts'

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** `router eigrp 100` is a process; `router eigrp NAME` holds address families that are. */
function open(family: 4 | 6) {
  return (line: Command, to: Lowering): void => {
    const as = line.text(0)
    const command = `${family === 6 ? 'ipv6 ' : ''}router eigrp ${as}`
    if (line.negated || line.defaulted) return to.draft.remove('routing.eigrpProcesses', command)
    if (!isNumber(as)) return
    const id = { as, vrf: undefined, family, named: false, commands: [command] } as const
    to.enter([to.draft.add('routing.eigrpProcesses', command, id, line.at)])
  }
}

/** `address-family ipv4 [unicast] [vrf X] [autonomous-system N]` */
function openFamily(line: Command, to: Lowering): void {
  const { table } = line
  const parent = table.parent[line.line] ?? -1
  if (parent < 0) return
  const words = line.text(0).split(/\s+/)
  const after = (keyword: string): string | undefined => {
    const at = words.indexOf(keyword)
    return at < 0 ? undefined : words[at + 1]
  }
  const above = table.text.slice(table.body[parent], table.end[parent]).trim()
  const name = above.split(/\s+/).at(-1) ?? ''
  const named = !isNumber(name)
  const vrf = after('vrf')
  const as = after('autonomous-system') ?? (named ? '' : name)
  const family = words[0]?.toLowerCase() === 'ipv6' ? 6 : 4
  const commands = [above, `address-family ${line.text(0)}`]
  const key = commands.join(' / ')
  if (line.negated) return to.draft.remove('routing.eigrpProcesses', key)
  to.enter([to.draft.add('routing.eigrpProcesses', key, { as, vrf, family, named, commands }, line.at)])
}

function openInterface(line: Command, to: Lowering): void {
  const name = line.text(0).toLowerCase() === 'default' ? 'default' : interfaceName(line.text(0))
  const entered = to
    .items('routing.eigrpProcesses')
    .map(({ key: process }) =>
      to.draft.add('routing.eigrpInterfaces', `${process} / ${name}`, { process, interface: name }, line.at),
    )
  if (!line.negated) to.enter(entered)
}

/** `authentication mode hmac-sha-256 …` of an interface; the password is another table's. */
export function readEigrpSha(line: Command, to: Lowering): void {
  for (const port of to.items('routing.eigrpInterfaces')) port.set('mode', line.negated ? 'none' : 'sha', line.at)
}

function interfaceMode(family: 4 | 6) {
  return (line: Command, to: Lowering): void => {
    const process = family === 6 ? `6 ${line.text(0)}` : line.text(0)
    for (const port of to.items('interfaces')) {
      const before = port.stated('eigrpModes')
      const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
        (other) => other !== process,
      )
      port.set('eigrpModes', line.negated ? others : [...others, process], line.at)
    }
  }
}

function interfaceChain(family: 4 | 6) {
  return (line: Command, to: Lowering): void => {
    const as = family === 6 ? `6 ${line.text(0)}` : line.text(0)
    for (const port of to.items('interfaces')) {
      const before = port.stated('eigrpKeyChains')
      const others = (before?.state === 'known' ? (before.value as readonly { as: string }[]) : []).filter(
        (other) => other.as !== as,
      )
      const next = line.negated ? others : [...others, { as, chain: line.text(1) }]
      port.set('eigrpKeyChains', next as never, line.at)
    }
  }
}

export const eigrpGlobalRows: readonly Row[] = [
  command('router eigrp <name>', open(4)),
  command('ipv6 router eigrp <as>', open(6)),
]

const process: readonly Row[] = [
  networkRow('routing.eigrpProcesses'),
  passiveRow('routing.eigrpProcesses'),
  command('shutdown', (line, to) => {
    for (const item of to.items('routing.eigrpProcesses')) item.set('shutdown', !line.negated, line.at)
  }),
]

export const eigrpRows: Readonly<Record<string, readonly Row[]>> = {
  'router eigrp': [...process, command('address-family <family...>', openFamily)],
  'eigrp address-family': [...process, command('af-interface <name...>', openInterface)],
  'eigrp interface': [
    command('authentication mode md5', (line, to) => {
      for (const port of to.items('routing.eigrpInterfaces')) port.set('mode', line.negated ? 'none' : 'md5', line.at)
    }),
    command('authentication key-chain <chain>', (line, to) => {
      for (const port of to.items('routing.eigrpInterfaces')) {
        if (line.negated) port.unset('keyChain', line.at)
        else port.set('keyChain', line.text(0), line.at)
      }
    }),
    command('passive-interface', (line, to) => {
      for (const port of to.items('routing.eigrpInterfaces')) port.set('passive', !line.negated, line.at)
    }),
    command('shutdown', (line, to) => {
      for (const port of to.items('routing.eigrpInterfaces')) port.set('shutdown', !line.negated, line.at)
    }),
  ],
}

export const eigrpInterfaceRows: readonly Row[] = [
  command('ip authentication mode eigrp <as> md5', interfaceMode(4)),
  command('ipv6 authentication mode eigrp <as> md5', interfaceMode(6)),
  command('ip authentication key-chain eigrp <as> <chain>', interfaceChain(4)),
  command('ipv6 authentication key-chain eigrp <as> <chain>', interfaceChain(6)),
  command('ipv6 eigrp <as>', (line, to) => {
    for (const port of to.items('interfaces')) {
      const before = port.stated('eigrp6')
      const known = before?.state === 'known' ? (before.value as readonly string[]) : []
      const others = known.filter((other) => other !== line.text(0))
      port.set('eigrp6', line.negated ? others : [...others, line.text(0)], line.at)
    }
  }),
]

/** A chain for the process given as value: both lines, for without either nothing is authenticated. */
export const eigrpWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'interfaces[].eigrpModes': ({ item, value }) => {
    const text = String((value as readonly string[]).at(-1))
    const [ip, as] = text.startsWith('6 ') ? ['ipv6', text.slice(2)] : ['ip', text]
    return [
      `interface ${item?.key ?? ''}`,
      ` ${ip} authentication mode eigrp ${as} md5`,
      ` ${ip} authentication key-chain eigrp ${as} <KEY-CHAIN>`,
    ]
  },
  'routing.eigrpInterfaces[].mode': ({ item }) => {
    const port = item as Item<'routing.eigrpInterfaces'>
    const [outer = '', family = ''] = port.process.split(' / ')
    return [
      outer,
      ` ${family}`,
      `  af-interface ${port.interface}`,
      '   authentication mode hmac-sha-256 <EIGRP-KEY>',
      '  exit-af-interface',
      ' exit-address-family',
    ]
  },
}
