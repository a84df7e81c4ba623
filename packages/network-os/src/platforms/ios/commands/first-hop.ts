import type { Change, DraftItem, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, type Row } from '../../../commands/row.ts'

type Protocol = 'hsrp' | 'vrrp' | 'glbp'

/** The words of commands by protocol. */
const WORDS = { hsrp: 'standby', vrrp: 'vrrp', glbp: 'glbp' } as const

/** The groups on the interfaces around; a group without a number is group 0 of HSRP. */
function groupsOf(protocol: Protocol, line: Command, to: Lowering): DraftItem<'routing.redundancyGroups'>[] {
  const number = line.words[1]?.text ?? ''
  const group = /^\d+$/.test(number) ? number : undefined
  return to.items('interfaces').map((port) => {
    const key = `${port.key} ${protocol} ${group ?? '0'}`
    return to.draft.add('routing.redundancyGroups', key, { protocol, interface: port.key, group }, port.at)
  })
}

function readAddress(protocol: Protocol) {
  return (line: Command, to: Lowering): void => {
    for (const group of groupsOf(protocol, line, to)) group.set('address', !line.negated, line.at)
  }
}

/** The authentication of a group; its key is another table's. */
export function readGroupAuthentication(protocol: Protocol, kind: 'text' | 'md5') {
  return (line: Command, to: Lowering): void => {
    const words = line.words.map(({ text }) => text)
    const at = words.indexOf('key-chain')
    const chain = at < 0 ? undefined : words[at + 1]
    for (const group of groupsOf(protocol, line, to)) {
      if (line.negated || line.defaulted) group.unset('authentication', line.at)
      else group.set('authentication', kind, line.at)
      if (chain !== undefined && kind === 'md5') group.set('keyChain', chain, line.at)
    }
  }
}

const protocols: readonly Protocol[] = ['hsrp', 'vrrp', 'glbp']

export const firstHopRows: readonly Row[] = protocols.flatMap((protocol) => {
  const word = WORDS[protocol]
  return [
    command(`${word} <group> ip ...`, readAddress(protocol)),
    command(`${word} <group> ipv6 ...`, readAddress(protocol)),
    ...(protocol === 'hsrp'
      ? [command('standby ip ...', readAddress('hsrp')), command('standby ipv6 ...', readAddress('hsrp'))]
      : []),
  ]
})

export const firstHopGlobalRows: readonly Row[] = [
  command('fhrp version vrrp v2', (line, to) => to.state('routing.vrrpVersion', 2, line.at)),
  command('fhrp version vrrp v3', (line, to) => to.state('routing.vrrpVersion', line.negated ? 2 : 3, line.at)),
]

export const firstHopWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.redundancyGroups[].authentication': ({ item }) => {
    const { protocol, interface: port, group } = item as Item<'routing.redundancyGroups'>
    const start = [WORDS[protocol], group].filter((part) => part !== undefined).join(' ')
    return [`interface ${port}`, ` ${start} authentication md5 key-chain <KEY-CHAIN>`]
  },
}
