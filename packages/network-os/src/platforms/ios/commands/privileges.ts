import type { Change, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, number, value, type CommandTable } from '../../../commands/row.ts'

/** `privilege MODE [all] level N COMMAND`; `privilege MODE reset COMMAND` and `no …` take it back. */
function readPrivilege(all: boolean, line: Command, to: Lowering): void {
  const [mode = '', level = '', text = ''] = line.captures.map((capture) => capture.text)
  const words = text.toLowerCase()
  const key = `${mode} ${words}`
  to.draft.remove('aaa.commandPrivileges', key)
  if (line.negated || line.defaulted) return
  if (!/^\d+$/.test(level)) return to.unsupported()
  to.draft.add('aaa.commandPrivileges', key, { mode, level: Number(level), all, command: words }, line.at)
}

function resetPrivilege(line: Command, to: Lowering): void {
  to.draft.remove('aaa.commandPrivileges', `${line.text(0)} ${line.text(1).toLowerCase()}`)
}

function writePrivilege({ item }: Change): string[] {
  if (item === undefined) return []
  const { mode, level, all, command: words } = item as Item<'aaa.commandPrivileges'>
  return [`no privilege ${mode}${all ? ' all' : ''} level ${level} ${words}`]
}

/** Who may type what, apart from authorization. */
export const privileges: CommandTable = {
  rows: {
    global: [
      command('privilege <mode> level <level> <command...>', (line, to) => readPrivilege(false, line, to)),
      command('privilege <mode> all level <level> <command...>', (line, to) => readPrivilege(true, line, to)),
      command('privilege <mode> reset <command...>', resetPrivilege),
      value('file privilege <level>', 'system.filePrivilege', number),
    ],
  },
  writers: { 'aaa.commandPrivileges': writePrivilege },
}
