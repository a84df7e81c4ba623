import type { Change } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, type CommandTable, written } from '../../../commands/row.ts'

function openArchive(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) {
    to.draft.remove('archive.sections', 'archive')
    to.draft.remove('archive.changeLogs', 'log config')
  } else to.enter([to.draft.add('archive.sections', 'archive', {}, line.at)])
}

function openChangeLog(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) to.draft.remove('archive.changeLogs', 'log config')
  else to.enter([to.draft.add('archive.changeLogs', 'log config', {}, line.at)])
}

/** `path scp://user@host/$h`: only scheme and host are kept, because the rest may hold a password. */
function readPath(line: Command, to: Lowering): void {
  const [, scheme] = /^([a-z][a-z0-9]*):/i.exec(line.text(0)) ?? []
  for (const section of to.items('archive.sections')) {
    if (line.negated || line.defaulted) section.unset('scheme', line.at)
    else if (scheme === undefined) section.unknown('scheme', { kind: 'unreadable' }, line.at)
    else section.set('scheme', scheme.toLowerCase(), line.at)
    const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(line.text(0))?.[1]
    if (host === undefined || line.negated || line.defaulted) section.unset('host', line.at)
    else section.set('host', host, line.at)
  }
}

/** As some tools print it: `archive log config logging enable`. */
function readCollapsed(line: Command, to: Lowering): void {
  const log = to.draft.add('archive.changeLogs', 'log config', {}, line.at)
  if (line.negated) log.unset('enabled', line.at)
  else log.set('enabled', true, line.at)
}

const inChangeLog = (line: string) => (): string[] => ['archive', ' log config', `  ${line}`]

/** The scheme is a placeholder's: the host is the site's to say. */
function writePath({ value }: Change): string[] {
  return ['archive', value === undefined ? ' no path' : ` path ${written(value)}://<HOST>/$h`]
}

/** The archive of configurations, and the log of their changes. */
export const archive: CommandTable = {
  rows: {
    global: [command('archive', openArchive), command('archive log config logging enable', readCollapsed)],
    archive: [
      command('log config', openChangeLog),
      command('path <url>', readPath),
      flag('write-memory', 'archive.sections[].writeMemory'),
    ],
    'log config': [
      flag('logging enable', 'archive.changeLogs[].enabled'),
      flag('notify syslog', 'archive.changeLogs[].notifySyslog'),
      command('notify syslog ...', (line, to) =>
        to.state('archive.changeLogs[].notifySyslog', !line.negated && !line.defaulted, line.at),
      ),
      flag('hidekeys', 'archive.changeLogs[].hideKeys'),
    ],
  },
  writers: {
    'archive.sections[].scheme': writePath,
    'archive.sections[].writeMemory': () => ['archive', ' write-memory'],
    'archive.changeLogs': inChangeLog('logging enable'),
    'archive.changeLogs[].enabled': inChangeLog('logging enable'),
    'archive.changeLogs[].notifySyslog': inChangeLog('notify syslog contenttype plaintext'),
    'archive.changeLogs[].hideKeys': inChangeLog('hidekeys'),
  },
}
