import type { Change, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { Rest } from '../../../commands/rest.ts'
import { command, type CommandTable, written } from '../../../commands/row.ts'
import { interfaceName } from '../interface-name.ts'

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

/** `logging [host] ADDRESS [vrf V] [transport T [port P]] [discriminator D] …`; `logging host ipv6 ADDRESS …` */
function readLogHost(from: number, line: Command, to: Lowering): void {
  const rest = new Rest(line, from)
  rest.keyword('ipv6')
  const address = rest.take()?.text
  if (address === undefined) return to.unsupported()
  const options = new Map<string, string>()
  while (!rest.done) {
    const keyword = rest.keyword('vrf', 'transport', 'port', 'discriminator')
    if (keyword === undefined) rest.take()
    else options.set(keyword, rest.take()?.text ?? '')
  }
  const [vrf, port] = [options.get('vrf'), options.get('port')]
  const key = [address, vrf === undefined ? '' : `vrf ${vrf}`, port === undefined ? '' : `port ${port}`]
    .filter((part) => part !== '')
    .join(' ')
  if (line.negated || line.defaulted) return removeLogHost(to, address, vrf)
  to.draft.remove('management.logHosts', key)
  const host = to.draft.add('management.logHosts', key, { address }, line.at)
  for (const field of ['vrf', 'transport', 'discriminator'] as const) {
    const option = options.get(field)
    if (option === undefined) host.unset(field, line.at)
    else host.set(field, option, line.at)
  }
}

function removeLogHost(to: Lowering, address: string, vrf: string | undefined): void {
  for (const { id, key } of to.draft.items('management.logHosts'))
    if (id.address === address && (vrf === undefined || key.includes(`vrf ${vrf}`)))
      to.draft.remove('management.logHosts', key)
}

/** A receiver over TLS, with a placeholder for its profile. */
function writeTransport({ item, value }: Change): string[] {
  if (item === undefined) return []
  const { address, vrf } = item as Item<'management.logHosts'>
  const host = `logging host ${address}${vrf.state === 'known' ? ` vrf ${vrf.value}` : ''}`
  return [`no ${host}`, `${host} transport ${written(value)} profile <TLS-PROFILE>`]
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

export const management: CommandTable = {
  rows: {
    global: [
      command('logging host ...', (line, to) => readLogHost(2, line, to)),
      command('logging source-interface ...', (line, to) => readSource('logging', line, to)),
      command('ntp source <interface...>', (line, to) => readSource('ntp', line, to)),
      command('logging <address> ...', (line, to) =>
        /[.:]/.test(line.text(0)) ? readLogHost(1, line, to) : to.unsupported(),
      ),
    ],
    'control-plane': [command('management-interface ...', readManagementInterface)],
  },
  writers: {
    'management.logHosts': ({ value }) => (value === undefined ? [] : [`logging host ${written(value)}`]),
    'management.logHosts[].transport': writeTransport,
    'management.timeServers': ({ value }) => (value === undefined ? [] : [`ntp server ${written(value)}`]),
  },
}
