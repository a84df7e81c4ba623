import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { Rest } from '../../../commands/rest.ts'
import { command, unsupported, type CommandTable } from '../../../commands/row.ts'
import { interfaceName } from '../interface-name.ts'
import { referToAccessList } from '../references.ts'

/** `management-interface GigabitEthernet0 allow ssh snmp`, below `control-plane host`. */
function readManagementInterface(line: Command, to: Lowering): void {
  const words = line.words.slice(1).map(({ text }) => text)
  const allow = words.indexOf('allow')
  const name = interfaceName(words.slice(0, allow < 0 ? undefined : allow).join(' '))
  to.draft.remove('management.planeProtection', name)
  if (line.negated || line.defaulted) return
  if (allow < 0) return to.unsupported()
  to.draft.add('management.planeProtection', name, { interface: name, protocols: words.slice(allow + 1) }, line.at)
}

/** `logging [host] ADDRESS [vrf V] [transport T …] …`; `logging host ipv6 ADDRESS …` */
function readLogHost(from: number, line: Command, to: Lowering): void {
  const rest = new Rest(line, from)
  rest.keyword('ipv6')
  const address = rest.take()?.text
  if (address === undefined) return to.unsupported()
  if (line.negated || line.defaulted) return to.draft.remove('management.logHosts', address)
  const host = to.draft.add('management.logHosts', address, { address }, line.at)
  for (const field of ['vrf', 'transport'] as const) host.unset(field, line.at)
  while (!rest.done) {
    const keyword = rest.keyword('vrf', 'transport')
    if (keyword === undefined) rest.take()
    else host.set(keyword, rest.take()?.text ?? '', line.at)
  }
}

/** `logging source-interface X [vrf V]`, `ntp source X` */
function readSource(service: 'logging' | 'ntp', line: Command, to: Lowering): void {
  const words = line.words.slice(2).map(({ text }) => text)
  const at = words.indexOf('vrf')
  const vrf = at < 0 ? undefined : words[at + 1]
  const key = vrf === undefined ? service : `${service} vrf ${vrf}`
  to.draft.remove('management.sources', key)
  if (line.negated || line.defaulted) return
  const name = interfaceName(words.slice(0, at < 0 ? undefined : at).join(' '))
  to.draft.add('management.sources', key, { service, vrf, interface: name }, line.at)
}

/** `ntp server|peer [vrf V] [ip|ipv6] ADDRESS [version N] [key N] [source X] [prefer] …` */
function readTimeServer(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const vrf = rest.keyword('vrf') === undefined ? undefined : rest.take()?.text
  rest.keyword('ip', 'ipv6')
  const address = rest.take()?.text
  if (address === undefined) return to.unsupported()
  if (line.negated || line.defaulted) return to.draft.remove('management.timeServers', address)
  const server = to.draft.add('management.timeServers', address, { address }, line.at)
  for (const field of ['source', 'keyNumber', 'vrf'] as const) server.unset(field, line.at)
  if (vrf !== undefined) server.set('vrf', vrf, line.at)
  while (!rest.done) {
    const keyword = rest.keyword('key', 'source')
    if (keyword === 'source') server.set('source', interfaceName(rest.take()?.text ?? ''), line.at)
    else if (keyword === 'key') server.set('keyNumber', Number(rest.take()?.text), line.at)
    else rest.take()
  }
}

/** `ntp access-group [ipv4|ipv6] peer|serve|serve-only|query-only LIST [kod]` */
function readTimeAccess(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return
  const rest = new Rest(line, 2)
  const family = rest.keyword('ipv4', 'ipv6') === 'ipv6' ? 6 : 4
  const what = rest.keyword('peer', 'serve', 'serve-only', 'query-only')
  const name = rest.take()?.text
  if (what === undefined || name === undefined) return to.unsupported()
  referToAccessList(to, { name, family, by: `NTP ${what}`, filters: true, at: line.at })
}

export const management: CommandTable = {
  rows: {
    global: [
      command('logging host ...', (line, to) => readLogHost(2, line, to)),
      command('logging source-interface ...', (line, to) => readSource('logging', line, to)),
      command('ntp server ...', readTimeServer),
      command('ntp peer ...', readTimeServer),
      command('ntp source <interface...>', (line, to) => readSource('ntp', line, to)),
      command('ntp access-group ...', readTimeAccess),
      ...unsupported(
        'ntp authenticate',
        'ntp trusted-key ...',
        'ntp authentication-key ...',
        'ntp master ...',
        'ntp allow ...',
        'logging buffered ...',
        'logging trap ...',
        'logging on',
        'logging userinfo',
        'logging origin-id ...',
        'logging facility ...',
        'logging persistent ...',
        'logging rate-limit ...',
        'logging console ...',
        'logging monitor ...',
        'service timestamps ...',
        'service sequence-numbers',
      ),
      command('logging <address> ...', (line, to) =>
        /[.:]/.test(line.text(0)) ? readLogHost(1, line, to) : to.unsupported(),
      ),
    ],
    'control-plane': [command('management-interface ...', readManagementInterface)],
  },
}
