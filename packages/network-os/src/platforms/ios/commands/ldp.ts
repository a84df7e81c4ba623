import type { Change } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, oneOf, value, type CommandTable, type Row } from '../../../commands/row.ts'

/** `mpls ldp neighbor [vrf X] ADDRESS …` */
function neighborOf(line: Command, to: Lowering) {
  const words = line.words.slice(3).map(({ text }) => text)
  const vrf = words[0] === 'vrf' ? words[1] : undefined
  const address = words[vrf === undefined ? 0 : 2] ?? ''
  const key = vrf === undefined ? address : `${address} vrf ${vrf}`
  return to.draft.add('ldp.neighbors', key, { address, vrf }, line.at)
}

/** The password of a neighbour; the secret itself is another table's. */
export function readLdpNeighborPassword(line: Command, to: Lowering): void {
  if (line.negated) neighborOf(line, to).unset('password', line.at)
  else neighborOf(line, to).set('password', true, line.at)
}

export function readLdpFallback(line: Command, to: Lowering): void {
  to.state('ldp.passwordFallback', !line.negated, line.at)
}

/** `mpls ldp [vrf X] password option N for ACL …` */
export function readLdpOption(line: Command, to: Lowering): void {
  const words = line.words.map(({ text }) => text)
  const list = words[words.indexOf('for') + 1] ?? ''
  const before = to.draft.stated('ldp.passwordOptions')
  const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
    (other) => other !== list,
  )
  const next = line.negated ? others : [...others, list]
  if (next.length === 0) to.unset('ldp.passwordOptions', line.at)
  else to.state('ldp.passwordOptions', next, line.at)
}

const process = (line: Command, to: Lowering): void => {
  if (!line.negated) to.state('ldp.process', true, line.at)
}

export const ldpInterfaceRows: readonly Row[] = [
  flag('mpls ip', 'interfaces[].labels'),
  value('mpls label protocol <protocol>', 'interfaces[].labelProtocol', oneOf('ldp', 'tdp', 'both')),
  ...ignored('mpls ldp ...'),
]

export const ldp: CommandTable = {
  rows: {
    global: [
      value('mpls label protocol <protocol>', 'ldp.protocol', oneOf('ldp', 'tdp')),
      command('mpls ldp router-id ...', process),
      command('mpls ldp password required ...', (line, to) => {
        const list = line.words[5]?.text
        if (line.negated) to.unset('ldp.passwordRequired', line.at)
        else to.state('ldp.passwordRequired', list ?? 'all', line.at)
      }),
      command('mpls ldp neighbor <address> targeted ...', (line, to) => {
        neighborOf(line, to).set('targeted', !line.negated, line.at)
      }),
      ...ignored('mpls ip', 'mpls ldp ...', 'mpls label ...'),
    ],
  },
  writers: {
    'ldp.passwordRequired': ({ value: wanted }: Change) => [
      wanted === undefined ? 'no mpls ldp password required' : 'mpls ldp password required',
    ],
    'ldp.passwordFallback': () => ['mpls ldp password fallback key-chain <KEY-CHAIN>'],
  },
}
