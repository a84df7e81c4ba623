import type { Change, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, value, oneOf, word, type Row } from '../../../commands/row.ts'
import { networkRow, passiveRow } from './igp-process.ts'

function open(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return to.draft.remove('routing.ripProcesses', 'router rip')
  const id = { vrf: undefined, commands: ['router rip'] }
  to.enter([to.draft.add('routing.ripProcesses', 'router rip', id, line.at)])
}

function openVrf(line: Command, to: Lowering): void {
  const words = line.text(0).split(/\s+/)
  const vrf = words[words.indexOf('vrf') + 1]
  if (!words.includes('vrf') || vrf === undefined || line.negated) return
  const commands = ['router rip', `address-family ${line.text(0)}`]
  to.enter([to.draft.add('routing.ripProcesses', commands.join(' / '), { vrf, commands }, line.at)])
}

const process: readonly Row[] = [
  networkRow('routing.ripProcesses'),
  passiveRow('routing.ripProcesses'),
  value('version <version>', 'routing.ripProcesses[].version', oneOf(1, 2)),
]

export const ripGlobalRows: readonly Row[] = [command('router rip', open)]

export const ripRows: Readonly<Record<string, readonly Row[]>> = {
  'router rip': [...process, command('address-family <family...>', openVrf)],
  'rip address-family': process,
}

export const ripInterfaceRows: readonly Row[] = [
  value('ip rip authentication mode <mode>', 'interfaces[].ripAuthentication', oneOf('text', 'md5')),
  value('ip rip authentication key-chain <chain>', 'interfaces[].ripKeyChain', word),
]

export const ripWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.ripProcesses[].version': ({ item, value: version }) => {
    const { commands } = item as Item<'routing.ripProcesses'>
    const depth = ' '.repeat(commands.length)
    return [...commands.map((line, index) => `${' '.repeat(index)}${line}`), `${depth}version ${String(version)}`]
  },
}
