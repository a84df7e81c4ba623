import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, number, value, type CommandTable } from '../../../commands/row.ts'
import { words } from '../../../syntax/words.ts'
import { referToAccessList } from '../references.ts'

/** Where the director of Smart Install is set up, apart from `vstack basic` and `vstack director`. */
const VSTACK_DETAILS = [
  'vstack attach ...',
  'vstack backup ...',
  'vstack config ...',
  'vstack dhcp-localserver ...',
  'vstack group ...',
  'vstack hostname-prefix ...',
  'vstack image ...',
  'vstack join-window ...',
  'vstack script ...',
  'vstack startup-vlan ...',
  'vstack untar ...',
  'vstack vlan ...',
  'vstack download-config ...',
  'vstack download-image ...',
] as const

function stateVstack(role: 'client' | 'director', line: Command, to: Lowering): void {
  if (line.defaulted || (line.negated && role === 'director')) return to.unset('services.smartInstall', line.at)
  to.state('services.smartInstall', line.negated ? 'off' : role, line.at)
}

/** `tftp-server flash:FILE [alias NAME] [ACL]`, in old releases `tftp-server flash FILE …` */
function readTftpServer(line: Command, to: Lowering): void {
  const words = line.words.slice(1).map(({ text }) => text)
  let file = words.shift() ?? ''
  if (!file.includes(':') && words[0] !== undefined && words[0] !== 'alias' && !/^\d+$/.test(words[0]))
    file += `:${words.shift()}`
  to.draft.remove('services.tftpFiles', file)
  if (line.negated || line.defaulted) return
  const item = to.draft.add('services.tftpFiles', file, { file }, line.at)
  const list = words[0] === 'alias' ? words[2] : words[0]
  if (list === undefined) return item.unset('accessList', line.at)
  item.set('accessList', list, line.at)
  referToAccessList(to, { name: list, family: 4, by: `TFTP server ${file}`, filters: true, at: line.at })
}

function hostApplication(name: string, line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) to.draft.remove('services.hostedApplications', name)
  else to.draft.add('services.hostedApplications', name, { name }, line.at)
}

/** A command with an address as the key of an item: passwords are left out. */
function withoutPassword(line: Command): string {
  return line.words.map(({ text }) => text.replace(/\/\/[^/@]*@/, '//')).join(' ')
}

function readAutoload(kind: 'boot network' | 'boot host' | 'cns', line: Command, to: Lowering): void {
  const key = withoutPassword(line)
  if (!line.negated && !line.defaulted) return void to.draft.add('services.autoloads', key, { kind }, line.at)
  for (const item of to.draft.items('services.autoloads'))
    if (item.id.kind === kind && item.key.startsWith(key)) to.draft.remove('services.autoloads', item.key)
}

/** `transport http …` of a profile for onboarding; `transport https …` has TLS. */
function readPnpTransport(line: Command, to: Lowering): void {
  const header = line.table.parent[line.line] ?? -1
  const profile = header < 0 ? '' : (words(line.table, header).at(-1)?.text ?? '')
  if (line.negated) to.draft.remove('services.autoloads', profile)
  else to.draft.add('services.autoloads', profile, { kind: 'pnp' }, line.at)
}

export const services: CommandTable = {
  rows: {
    // `vstack` is a global command wherever it stands: devices print it after `control-plane`, indented.
    '*': [
      command('vstack', (line, to) => stateVstack('client', line, to)),
      command('vstack basic', (line, to) => stateVstack('director', line, to)),
      command('vstack director <address>', (line, to) => stateVstack('director', line, to)),
      ...ignored(...VSTACK_DETAILS),
    ],
    global: [
      {
        ...flag('vstack', 'services.smartInstall'),
        read: (line, to) => stateVstack('client', line, to),
        write: (role) => [role === 'off' ? 'no vstack' : 'vstack'],
      },
      flag('service password-encryption', 'services.passwordEncryption'),
      flag('password encryption aes', 'services.aesEncryption'),
      value('security passwords min-length <characters>', 'services.minPasswordLength', number),
      flag('cdp run', 'services.cdp'),
      flag('lldp run', 'services.lldp'),
      flag('service tcp-small-servers', 'services.tcpSmallServers'),
      flag('service udp-small-servers', 'services.udpSmallServers'),
      command('service tcp-small-servers max-servers ...', (line, to) =>
        to.state('services.tcpSmallServers', true, line.at),
      ),
      command('service udp-small-servers max-servers ...', (line, to) =>
        to.state('services.udpSmallServers', true, line.at),
      ),
      flag('ip finger', 'services.finger'),
      command('ip finger rfc-compliant', (line, to) => to.state('services.finger', !line.negated, line.at)),
      command('service finger', (line, to) => to.state('services.finger', !line.negated, line.at)),
      flag('ip identd', 'services.identd'),
      flag('ip bootp server', 'services.bootp'),
      flag('service pad', 'services.pad'),
      ...ignored('service pad from-xot', 'service pad to-xot'),
      flag('ip rcmd rsh-enable', 'services.remoteShell'),
      flag('ip rcmd rcp-enable', 'services.remoteCopy'),
      ...ignored('ip rcmd domain-lookup', 'ip rcmd source-interface ...'),
      flag('ip dns server', 'services.dnsServer'),
      ...ignored('ip dns view ...', 'ip dns primary ...', 'ip dns spoofing ...', 'ip dns server queue ...'),
      flag('ip source-route', 'services.sourceRouting'),
      flag('service config', 'services.configAutoload'),
      command('boot network ...', (line, to) => readAutoload('boot network', line, to)),
      command('boot host ...', (line, to) => readAutoload('boot host', line, to)),
      command('cns config initial ...', (line, to) => readAutoload('cns', line, to)),
      command('cns trusted-server ...', (line, to) => readAutoload('cns', line, to)),
      flag('service internal', 'services.internalCommands'),
      flag('platform shell', 'services.platformShell'),
      ...ignored(
        'scripting tcl secure-mode',
        'scripting tcl trustpoint ...',
        'scripting tcl low-memory ...',
        'scripting tcl encdir ...',
      ),
      flag('system mode insecure', 'services.insecureMode'),
      flag('service tcp-keepalives-in', 'services.tcpKeepalivesIn'),
      flag('service tcp-keepalives-out', 'services.tcpKeepalivesOut'),
      flag('iox', 'services.iox'),
      flag('ftp-server enable', 'services.ftpServer'),
      ...ignored('ftp-server topdir ...'),
      command('tftp-server <file...>', readTftpServer),
      command('app-hosting appid <name>', (line, to) => hostApplication(line.text(0), line, to)),
      command('virtual-service <name>', (line, to) => hostApplication(line.text(0), line, to)),
    ],
    'pnp profile': [
      command('transport http ...', readPnpTransport),
      ...ignored('transport https ...', 'transport ...', 'device ...', 'security ...'),
    ],
  },
  writers: {
    'services.autoloads': ({ item }) =>
      item === undefined
        ? []
        : /^(?:boot|cns) /.test(item.key)
          ? [`no ${item.key}`]
          : [`pnp profile ${item.key}`, ' no transport http'],
    'services.tftpFiles': ({ item }) => (item === undefined ? [] : [`no tftp-server ${item.key}`]),
    'services.hostedApplications': ({ item }) => (item === undefined ? [] : [`no app-hosting appid ${item.key}`]),
  },
}
