import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, LineClass, value, word, type CommandTable, type Row, written } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'

/** `login on-failure [log|trap|trap log] [every N]`; without a word both log and trap (Cisco IOS Security Command Reference). */
function event(words: string, setting: 'login.logFailures' | 'login.logSuccesses'): Row {
  return {
    pattern: `${words} ...`,
    class: LineClass.understood,
    setting,
    read: (line, to) => readEvent(setting, line, to),
    write: (on) => [on === true ? `${words} log` : `no ${words}`],
  }
}

function readEvent(setting: 'login.logFailures' | 'login.logSuccesses', line: Command, to: Lowering): void {
  const options = line.words.slice(2).map(({ text }) => text.toLowerCase())
  if (line.defaulted) return to.unset(setting, line.at)
  const log = options.includes('log') || !options.includes('trap')
  if (!log) return
  to.state(setting, !line.negated, line.at)
  if (setting !== 'login.logFailures') return
  const every = Number(options[options.indexOf('every') + 1])
  if (options.includes('every') && Number.isInteger(every)) to.state('login.failuresPerMessage', every, line.at)
  else to.unset('login.failuresPerMessage', line.at)
}

/** `login block-for SECONDS attempts N within SECONDS` */
function readBlock(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return to.unset('login.blockFor', line.at)
  const seconds = Number(line.text(0))
  if (Number.isInteger(seconds)) to.state('login.blockFor', seconds, line.at)
  else to.unreadable('login.blockFor', line.at)
}

const quietMode: Row = value('login quiet-mode access-class <list>', 'login.quietAccessClass', word)

/** What happens around logins (Cisco IOS Login Enhancements). */
export const login: CommandTable = {
  rows: {
    global: [
      event('login on-failure', 'login.logFailures'),
      event('login on-success', 'login.logSuccesses'),
      {
        pattern: 'login block-for <seconds> ...',
        class: LineClass.understood,
        setting: 'login.blockFor',
        read: readBlock,
        write: (seconds) => [
          seconds === undefined ? 'no login block-for' : `login block-for ${written(seconds)} attempts 3 within 120`,
        ],
      },
      command('login block-for', readBlock),
      {
        ...quietMode,
        read: (line, to) => {
          quietMode.read?.(line, to)
          if (line.negated || line.defaulted || line.captures.length === 0) return
          referToAccessList(to, { name: line.text(0), family: 4, by: 'login quiet mode', filters: true, at: line.at })
        },
      },
    ],
  },
}
