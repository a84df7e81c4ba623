import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, number, unsupported, value, word, type CommandTable } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'

/** `ip http access-class 10`, from IOS-XE 16.9 on `ip http access-class ipv4|ipv6 NAME`. */
function readAccessClass(line: Command, to: Lowering): void {
  const [first, second] = line.words.slice(3).map(({ text }) => text)
  const family = first === 'ipv6' ? 6 : 4
  const setting = family === 6 ? 'http.accessClass6' : 'http.accessClass'
  if (line.negated || line.defaulted) return to.unset(setting, line.at)
  const name = first === 'ipv4' || first === 'ipv6' ? second : first
  if (name === undefined) return to.unreadable(setting, line.at)
  to.state(setting, name, line.at)
  referToAccessList(to, { name, family, by: 'web server', filters: true, at: line.at })
}

export const http: CommandTable = {
  rows: {
    global: [
      flag('ip http server', 'http.server'),
      flag('ip http secure-server', 'http.secureServer'),
      command('ip http access-class ...', readAccessClass),
      value('ip http authentication <method> ...', 'http.authentication', word),
      value('ip http active-session-modules <modules>', 'http.activeSessionModules', word),
      value('ip http secure-active-session-modules <modules>', 'http.secureActiveSessionModules', word),
      value('ip http max-connections <connections>', 'http.maxConnections', number),
      value('ip http port <port>', 'http.port', number),
      value('ip http secure-port <port>', 'http.securePort', number),
      ...ignored(
        'ip http accounting ...',
        'ip http banner ...',
        'ip http banner-path ...',
        'ip http digest ...',
        'ip http help-path ...',
        'ip http path ...',
        'ip http session-idle-timeout ...',
        'ip http session-module-list ...',
        'ip http timeout-policy ...',
        'ip http rest ...',
        'ip http client cache ...',
        'ip http client connection ...',
        'ip http client response ...',
        'ip http client source-interface ...',
        'ip http client secure-trustpoint ...',
        'ip http client username ...',
      ),
      ...unsupported(
        'ip http secure-client-auth',
        'ip http secure-ecdhe-curve ...',
        'ip http secure-peer-verify-trustpoint ...',
      ),
    ],
  },
  writers: {
    'http.accessClass': (change) => [`ip http access-class ipv4 ${String(change.value)}`],
  },
}
