import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, value, word, type CommandTable } from '../../../commands/row.ts'
import { delimiterAt } from '../../../syntax/freetext.ts'
import { LineKind } from '../../../syntax/lines.ts'
import { lineText } from '../../../syntax/view.ts'

const KINDS = [
  'login',
  'motd',
  'exec',
  'incoming',
  'slip-ppp',
  'prompt-timeout',
  'config-save',
  'default-logout',
] as const

/** `banner login ^C…^C`: what stands between the delimiters, which the lines below continue. */
function readBanner(line: Command, to: Lowering): void {
  const written = line.words[1]?.text.toLowerCase() ?? ''
  const named = KINDS.find((kind) => written.length > 1 && kind.startsWith(written))
  const kind = named ?? 'motd'
  to.draft.remove('system.banners', kind)
  if (line.negated || line.defaulted) return
  const { table } = line
  const { start, end } = line.at.span
  const delimiter = delimiterAt(table.text, start, end, named === undefined ? 1 : 2)
  if (delimiter === undefined) return to.unsupported()
  const rows = [table.text.slice(delimiter.end, end)]
  for (let i = line.line + 1; i < table.count && table.kind[i] === LineKind.text; i++) rows.push(lineText(table, i))
  const text = rows.join('\n')
  const close = text.lastIndexOf(delimiter.text)
  to.draft.add('system.banners', kind, { kind, text: (close < 0 ? text : text.slice(0, close)).trim() }, line.at)
}

export const system: CommandTable = {
  rows: {
    global: [
      value('hostname <name>', 'system.hostname', word),
      value('ip domain name <name>', 'system.domainName', word),
      value('ip domain-name <name>', 'system.domainName', word),
      command('banner ...', readBanner),
    ],
  },
}
