import type { Origin } from '@breakwater/core'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, value, word, type CommandTable } from '../../../commands/row.ts'
import { LineKind, type LineTable } from '../../../syntax/lines.ts'
import { commands, lineText } from '../../../syntax/view.ts'
import { interfaceName } from '../interface-name.ts'
import { iosModes } from '../modes.ts'

/** Lines that say nothing of what an interface is there for. */
const NEUTRAL =
  /^(?:no (?:ip|ipv6) address|no (?:shutdown|switchport|keepalive|mop|cdp|lldp|ip route-cache|negotiation)|switchport|duplex|speed|negotiation|media-type|description|load-interval|ip route-cache|mop)(?![\w-])/

const INTERFACE = iosModes.names.indexOf('interface')

/** Notes the interfaces on which nothing is configured but what every port has. */
function findBare(to: Lowering): void {
  const { table } = to
  const states = new Map<string, { bare: boolean; at: Origin }>()
  for (let line = 0; line < table.count; line++) {
    if (table.opens[line] !== INTERFACE || table.kind[line] !== LineKind.command) continue
    const [, ...words] = lineText(table, line).split(/\s+/)
    const name = interfaceName(words.join(' '))
    const item = to.draft.find('interfaces', name)
    const known = states.get(name)
    if (item === undefined || known?.bare === false) continue
    states.set(name, { bare: isBare(table, line), at: item.at })
  }
  for (const [name, { bare, at }] of states) to.draft.find('interfaces', name)?.set('bare', bare, at)
}

function isBare(table: LineTable, header: number): boolean {
  for (const child of commands(table, header)) {
    const text = lineText(table, child)
    if (text.startsWith('switchport ') || !NEUTRAL.test(text)) return false
  }
  return true
}

/** How interfaces forward, and what keeps spoofed packets out. */
export const forwarding: CommandTable = {
  rows: {
    interface: [
      flag('ip redirects', 'interfaces[].redirects'),
      flag('ip unreachables', 'interfaces[].unreachables'),
      flag('ip proxy-arp', 'interfaces[].proxyArp'),
      flag('ip mask-reply', 'interfaces[].maskReply'),
      flag('ip directed-broadcast', 'interfaces[].directedBroadcast'),
      command('ip directed-broadcast <list>', (line, to) =>
        to.state('interfaces[].directedBroadcast', !line.negated, line.at),
      ),
      {
        ...command('ip verify unicast source reachable-via <way> ...', (line, to) => {
          if (line.negated) to.unset('interfaces[].sourceVerification', line.at)
          else to.state('interfaces[].sourceVerification', line.text(0) === 'any' ? 'loose' : 'strict', line.at)
        }),
        setting: 'interfaces[].sourceVerification',
        write: (wanted) => [
          wanted === undefined
            ? 'no ip verify unicast source reachable-via rx'
            : `ip verify unicast source reachable-via ${wanted === 'loose' ? 'any' : 'rx'}`,
        ],
      },
      command('ip verify unicast reverse-path ...', (line, to) => {
        if (line.negated) to.unset('interfaces[].sourceVerification', line.at)
        else to.state('interfaces[].sourceVerification', 'strict', line.at)
      }),
      value('zone-member security <zone>', 'interfaces[].zone', word),
      value('ip inspect <name> in', 'interfaces[].inspectIn', word),
      value('ip inspect <name> out', 'interfaces[].inspectOut', word),
      ...ignored('ip verify source ...'),
    ],
  },
  finish: findBare,
}
