import type { Change, DraftItem, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { Rest } from '../../../commands/rest.ts'
import { command, flag, ignored, type CommandTable, written } from '../../../commands/row.ts'
import { interfaceName } from '../interface-name.ts'
import { referToAccessList } from '../references.ts'
import { addSecret, retireSecrets } from '../secrets.ts'
import { readSecret } from '../../../secrets.ts'

/** `ntp server|peer [vrf V] [ip|ipv6] ADDRESS [version N] [key N] [source X] [prefer] …` */
function readServer(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const vrf = rest.keyword('vrf') === undefined ? undefined : rest.take()?.text
  rest.keyword('ip', 'ipv6')
  const address = rest.take()?.text
  if (address === undefined) return to.unsupported()
  const key = vrf === undefined ? address : `${address} vrf ${vrf}`
  if (line.negated || line.defaulted) return to.draft.remove('management.timeServers', key)
  to.draft.remove('management.timeServers', key)
  const server = to.draft.add('management.timeServers', key, { address }, line.at)
  for (const field of ['source', 'keyNumber', 'vrf'] as const) server.unset(field, line.at)
  if (vrf !== undefined) server.set('vrf', vrf, line.at)
  while (!rest.done) {
    const keyword = rest.keyword('key', 'source')
    if (keyword === 'source') server.set('source', interfaceName(rest.take()?.text ?? ''), line.at)
    else if (keyword === 'key') setKeyNumber(server, rest.take()?.text ?? '', line)
    else rest.take()
  }
}

/** A number that is a placeholder is not known. */
function setKeyNumber(server: DraftItem<'management.timeServers'>, text: string, line: Command): void {
  if (/^\d+$/.test(text)) server.set('keyNumber', Number(text), line.at)
  else server.unknown('keyNumber', { kind: 'unreadable' }, line.at)
}

/** `ntp access-group [ipv4|ipv6] peer|serve|serve-only|query-only LIST [kod]` */
function readAccess(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return
  const rest = new Rest(line, 2)
  const family = rest.keyword('ipv4', 'ipv6') === 'ipv6' ? 6 : 4
  const what = rest.keyword('peer', 'serve', 'serve-only', 'query-only')
  const name = rest.take()?.text
  if (what === undefined || name === undefined) return to.unsupported()
  referToAccessList(to, { name, family, by: `NTP ${what}`, filters: true, at: line.at })
}

/** `ntp authentication-key NUMBER ALGORITHM [0] VALUE [TYPE]`: the type of storage comes last. */
function readKey(line: Command, to: Lowering): void {
  const [number = '', algorithm = ''] = line.words.slice(2).map(({ text }) => text)
  retireSecrets(to, 'ntp', number)
  to.draft.remove('ntp.keys', number)
  const clear = line.words[4]?.text === '0' && line.words.length > 5
  const read = readSecret(line.table.text, line.words, clear ? 5 : 4, clear ? {} : { typeLast: true })
  const gone = line.negated || line.defaulted
  if (read !== undefined) addSecret(to, read.secret, 'ntp', number, !gone)
  if (gone) return
  if (!/^\d+$/.test(number)) {
    to.draft.open('ntp.keys')
    return to.unsupported()
  }
  to.draft.add('ntp.keys', number, { number: Number(number), algorithm: algorithm.toLowerCase() }, line.at)
}

/** `ntp trusted-key 1`, `ntp trusted-key 1 - 3` */
function readTrusted(line: Command, to: Lowering): void {
  const numbers = line.words
    .slice(2)
    .flatMap(({ text }) => text.split('-'))
    .filter((text) => /^\d+$/.test(text))
    .map(Number)
  const [first, last = first] = numbers
  if (first === undefined || last === undefined) {
    to.draft.open('ntp.trustedKeys')
    return to.unsupported()
  }
  const key = first === last ? String(first) : `${first} - ${last}`
  to.draft.remove('ntp.trustedKeys', key)
  if (!line.negated && !line.defaulted) to.draft.add('ntp.trustedKeys', key, { first, last }, line.at)
}

function writeTrusted({ item, value }: Change): string[] {
  if (value === undefined) return item === undefined ? [] : [`no ntp trusted-key ${item.key}`]
  return [`ntp trusted-key ${written(value)}`]
}

function writeServerKey({ item, value }: Change): string[] {
  if (item === undefined) return []
  const { address, vrf, source } = item as Item<'management.timeServers'>
  const word = item.at.span.file.text.slice(item.at.span.start, item.at.span.end).includes(' peer ') ? 'peer' : 'server'
  return [
    [
      `ntp ${word}`,
      vrf.state === 'known' ? ` vrf ${vrf.value}` : '',
      ` ${address}`,
      value === undefined ? '' : ` key ${written(value)}`,
      source.state === 'known' ? ` source ${source.value}` : '',
    ].join(''),
  ]
}

/** Time servers and how they are believed. */
export const ntp: CommandTable = {
  rows: {
    global: [
      command('ntp server ...', readServer),
      command('ntp peer ...', readServer),
      command('ntp access-group ...', readAccess),
      command('ntp authentication-key ...', readKey),
      command('ntp trusted-key ...', readTrusted),
      flag('ntp authenticate', 'ntp.authenticate'),
      command('ntp master ...', (line, to) => to.state('ntp.master', !line.negated && !line.defaulted, line.at)),
      command('ntp refclock ...', (line, to) => to.state('ntp.referenceClock', !line.negated, line.at)),
      command('ptp clock ...', (line, to) => to.state('ntp.referenceClock', !line.negated, line.at)),
      command('sntp server <address> ...', (line, to) => {
        const address = line.text(0)
        to.draft.remove('ntp.simpleServers', address)
        if (!line.negated && !line.defaulted) to.draft.add('ntp.simpleServers', address, { address }, line.at)
      }),
      ...ignored(
        'ntp allow ...',
        'ntp logging',
        'ntp update-calendar',
        'ntp max-associations ...',
        'ntp clock-period ...',
      ),
    ],
  },
  writers: {
    'ntp.trustedKeys': writeTrusted,
    'management.timeServers[].keyNumber': writeServerKey,
  },
}
