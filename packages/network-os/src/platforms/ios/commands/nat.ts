import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, type CommandTable } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'

/** `ip nat inside source static [tcp|udp|network] LOCAL …`, `ip nat inside source list L …`, `… route-map R …` */
function readInside(line: Command, to: Lowering): void {
  const [how = '', ...rest] = line.words.slice(4).map(({ text }) => text)
  const [first = '', second] = rest
  const local = how !== 'static' ? undefined : /^(?:tcp|udp|esp|network)$/.test(first) ? second : first
  const key = line.words
    .slice(4)
    .map(({ text }) => text)
    .join(' ')
  if (line.negated || line.defaulted) return to.draft.remove('nat.inside', key)
  const accessList = how === 'list' ? first : undefined
  to.draft.add('nat.inside', key, { local, accessList }, line.at)
  if (accessList !== undefined)
    referToAccessList(to, { name: accessList, family: 4, by: 'NAT', filters: false, at: line.at })
}

/** `ip nat outside source static [tcp|udp|network] GLOBAL LOCAL …` */
function readOutside(line: Command, to: Lowering): void {
  const words = line.words.slice(5).map(({ text }) => text)
  if (/^(?:tcp|udp|network)$/.test(words[0] ?? '')) words.shift()
  const [global = '', local = ''] = words.filter((text) => text.includes('.'))
  const key = `${global} ${local}`
  if (line.negated || line.defaulted) to.draft.remove('nat.outside', key)
  else to.draft.add('nat.outside', key, { global, local }, line.at)
}

/** Address translation. */
export const nat: CommandTable = {
  rows: {
    global: [
      command('ip nat inside source ...', readInside),
      command('ip nat outside source static ...', readOutside),
      ...ignored('ip nat outside ...', 'ip nat inside ...'),
    ],
    interface: [flag('ip nat inside', 'interfaces[].natInside')],
  },
}
