import {
  reveal,
  Secret,
  type DraftItem,
  type FieldValue,
  type IdOf,
  type ListName,
  type Origin,
  type Reason,
} from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { Rest } from '../../../commands/rest.ts'
import { command, ignored, LineClass, value, word, type CommandTable, type Row } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'
import { addSecret } from '../secrets.ts'
import { pseudonymOf, stateCommunity } from './snmp-community.ts'
import { snmpWriters } from './snmp-writers.ts'

type SnmpModel = IdOf<'snmp.groups'>['model']
type SnmpLevel = FieldValue<'snmp.hosts', 'level'>

interface WithAccess {
  set(field: 'accessList' | 'accessList6', value: string, at: Origin): void
  unknown(field: 'accessList', why: Reason, at: Origin): void
}

/** `[ipv6 NAME] [ACL]`: the rest of a community's line, or what follows `access`. */
function readAccess(rest: Rest, line: Command, to: Lowering, item: WithAccess, by: string): void {
  while (!rest.done) {
    const family = rest.keyword('ipv6') === undefined ? 4 : 6
    const name = rest.take()
    if (name === undefined || (family === 4 && !rest.done)) {
      item.unknown('accessList', { kind: 'unreadable' }, line.at)
      return to.unsupported()
    }
    item.set(family === 6 ? 'accessList6' : 'accessList', name.text, line.at)
    referToAccessList(to, { name: name.text, family, by, filters: true, at: line.at })
  }
}

/** A line says all there is to say of its object, also where the rest of the device is out of view. */
function silent<P extends ListName>(
  item: DraftItem<P>,
  fields: readonly Parameters<DraftItem<P>['unset']>[0][],
  at: Origin,
): void {
  for (const field of fields) item.unset(field, at)
}

/** `snmp-server community STRING [view V] [ro|rw] [ipv6 ACL] [ACL]` */
function readCommunity(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const community = rest.secret()
  if (community === undefined) return to.unsupported()
  const key = pseudonymOf(to, community)
  to.draft.remove('snmp.communities', key)
  if (line.negated || line.defaulted) return addSecret(to, community, 'snmp-community', undefined, false)
  const item = to.draft.add('snmp.communities', key, {}, line.at)
  silent(item, ['access', 'view', 'accessList', 'accessList6'], line.at)
  stateCommunity(to, item, community, undefined, line.about(community))
  for (let more = true; more;) {
    const keyword = rest.keyword('view', 'ro', 'rw')
    if (keyword === 'view') item.set('view', rest.take()?.text ?? '', line.at)
    else if (keyword !== undefined) item.set('access', keyword, line.at)
    more = keyword !== undefined
  }
  readAccess(rest, line, to, item, `SNMP ${key}`)
}

/** `snmp-server group NAME v1|v2c|v3 [auth|noauth|priv] [context C] [match M] [read V] [write V] [notify V] [access …]` */
function readGroup(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const named = rest.secret()
  const model: SnmpModel | undefined = rest.keyword('v1', 'v2c', 'v3')
  if (named === undefined) return to.unsupported()
  const level: SnmpLevel | undefined = rest.keyword('auth', 'noauth', 'priv')
  if (line.negated || line.defaulted) return removeGroups(to, named, model, level)
  if (model === undefined) return to.unsupported()
  const options = new Map<string, string>()
  for (;;) {
    const option = rest.keyword('context', 'match', 'read', 'write', 'notify')
    if (option === undefined) break
    options.set(option, rest.take()?.text ?? '')
  }
  // The device makes groups for receivers, with a view of its own making, and names them like the community or the user.
  const forNotifications =
    options.get('notify')?.startsWith('*tv.') === true && !options.has('read') && !options.has('write')
  const shown = forNotifications && model !== 'v3' ? undefined : reveal(named)
  const context = options.get('context')
  const key = [shown ?? pseudonymOf(to, named), model, level, context].filter((part) => part !== undefined).join(' ')
  to.draft.remove('snmp.groups', key)
  const item = to.draft.add('snmp.groups', key, { name: shown, model, level, forNotifications }, line.at)
  silent(item, ['readView', 'writeView', 'notifyView', 'accessList', 'accessList6'], line.at)
  for (const [option, field] of [
    ['read', 'readView'],
    ['write', 'writeView'],
    ['notify', 'notifyView'],
  ] as const) {
    const view = options.get(option)
    if (view !== undefined) item.set(field, view, line.at)
  }
  if (rest.keyword('access') !== undefined) readAccess(rest, line, to, item, `SNMP group ${shown ?? ''}`.trimEnd())
  else if (!rest.done) to.unsupported()
}

function removeGroups(to: Lowering, named: Secret, model: SnmpModel | undefined, level: SnmpLevel | undefined): void {
  const pseudonym = `${pseudonymOf(to, named)} `
  for (const { id, key } of to.draft.items('snmp.groups')) {
    const same = id.name === undefined ? key.startsWith(pseudonym) : id.name === reveal(named)
    if (same && (model === undefined || id.model === model) && (level === undefined || id.level === level))
      to.draft.remove('snmp.groups', key)
  }
}

/** `snmp-server user NAME GROUP [remote H [udp-port P] [vrf V]] v1|v2c|v3 [encrypted] [auth A KEY [priv P KEY]] [access …]` */
function readUser(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const named = rest.secret()
  const group = rest.take()?.text
  if (named === undefined) return to.unsupported()
  const remote = rest.keyword('remote') === undefined ? undefined : rest.take()?.text
  for (let option = rest.keyword('udp-port', 'vrf'); option !== undefined; option = rest.keyword('udp-port', 'vrf'))
    rest.take()
  const model: SnmpModel | undefined = rest.keyword('v1', 'v2c', 'v3')
  const shown = model === undefined || model === 'v3' ? reveal(named) : undefined
  const key = [shown ?? pseudonymOf(to, named), group, remote, model].filter((part) => part !== undefined).join(' ')
  if (line.negated || line.defaulted) {
    for (const user of to.draft.items('snmp.users'))
      if (user.key === key || user.key.startsWith(`${key} `)) to.draft.remove('snmp.users', user.key)
    return
  }
  if (group === undefined || model === undefined) return to.unsupported()
  to.draft.remove('snmp.users', key)
  const item = to.draft.add('snmp.users', key, { name: shown, group, model }, line.at)
  silent(item, ['authentication', 'privacy', 'accessList', 'accessList6'], line.at)
  const encrypted = rest.keyword('encrypted', 'credential') !== undefined
  while (!rest.done) {
    const option = rest.keyword('auth', 'priv', 'access')
    if (option === undefined) return to.unsupported()
    if (option === 'access') return readAccess(rest, line, to, item, `SNMP user ${shown ?? ''}`.trimEnd())
    const algorithm = algorithmOf(rest)
    const secret = rest.secret()
    if (algorithm === undefined || secret === undefined) {
      item.unknown(option === 'auth' ? 'authentication' : 'privacy', { kind: 'unreadable' }, line.at)
      return to.unsupported()
    }
    item.set(option === 'auth' ? 'authentication' : 'privacy', algorithm, line.at)
    // What `encrypted` stands for is a digest for this one device.
    const stored =
      encrypted && !secret.redacted ? new Secret(reveal(secret), 'unknown', secret.start, secret.end) : secret
    addSecret(to, stored, 'snmp-user', shown)
  }
}

/** `md5`, `sha`, `sha-2 256`, `des`, `3des`, `aes 128`; sizes stand as words of their own. */
function algorithmOf(rest: Rest): string | undefined {
  const name = rest.take()?.text.toLowerCase()
  const size = name === 'aes' || name === 'sha-2' ? rest.keyword('128', '192', '256', '384', '512') : undefined
  return size === undefined ? name : `${name} ${size}`
}

/** `snmp-server host H [vrf V] [traps|informs] [version 1|2c|3 [auth|noauth|priv]] STRING [udp-port P] [types]` */
function readHost(line: Command, to: Lowering): void {
  const rest = new Rest(line, 2)
  const address = rest.take()?.text
  if (address === undefined) return to.unsupported()
  let version: '1' | '2c' | '3' | undefined
  let level: SnmpLevel | undefined
  let vrf: string | undefined
  let name: Secret | undefined
  while (!rest.done) {
    const option = rest.keyword('vrf', 'traps', 'trap', 'informs', 'inform', 'version', 'udp-port')
    if (option === 'vrf') vrf = rest.take()?.text
    else if (option === 'udp-port') rest.take()
    else if (option === 'version') {
      version = rest.keyword('1', '2c', '3')
      level = version === '3' ? (rest.keyword('auth', 'noauth', 'priv') ?? 'noauth') : undefined
      if (version === undefined) return to.unsupported()
    } else if (option === undefined) {
      const text = rest.secret()
      // What follows the string names the kinds of notification.
      name ??= text
    }
  }
  const who = name === undefined ? undefined : version === '3' ? reveal(name) : pseudonymOf(to, name)
  if (line.negated || line.defaulted) {
    if (name !== undefined && version !== '3') addSecret(to, name, 'snmp-community', address, false)
    return removeHosts(to, address, who)
  }
  if (name === undefined || who === undefined) return to.unsupported()
  const key = [address, vrf === undefined ? undefined : `vrf ${vrf}`, who]
    .filter((part) => part !== undefined)
    .join(' ')
  to.draft.remove('snmp.hosts', key)
  const item = to.draft.add('snmp.hosts', key, { address }, line.at)
  silent(item, ['version', 'level', 'vrf', 'user', 'wellKnown'], line.at)
  if (version !== undefined) item.set('version', version, line.at)
  if (vrf !== undefined) item.set('vrf', vrf, line.at)
  if (level === undefined) return stateCommunity(to, item, name, address, line.about(name))
  item.set('level', level, line.at)
  item.set('user', reveal(name), line.at)
}

function removeHosts(to: Lowering, address: string, who: string | undefined): void {
  for (const { id, key } of to.draft.items('snmp.hosts')) {
    if (id.address === address && (who === undefined || key.endsWith(` ${who}`))) to.draft.remove('snmp.hosts', key)
  }
}

/** `snmp-server view NAME SUBTREE included|excluded` */
function readView(line: Command, to: Lowering): void {
  const [, , name, subtree, how] = line.words.map(({ text }) => text)
  if (name === undefined) return to.unsupported()
  if (line.negated || line.defaulted) {
    for (const { id, key } of to.draft.items('snmp.views')) {
      if (id.name === name && (subtree === undefined || id.subtree === subtree)) to.draft.remove('snmp.views', key)
    }
    return
  }
  if (subtree === undefined) return to.unsupported()
  const key = `${name} ${subtree}`
  to.draft.remove('snmp.views', key)
  to.draft.add(
    'snmp.views',
    key,
    { name, subtree, included: !'excluded'.startsWith(how?.toLowerCase() ?? 'included') },
    line.at,
  )
}

/** `no snmp-server` takes everything away. */
function readAgent(line: Command, to: Lowering): void {
  if (!line.negated) return
  if (line.words.length > 1) return to.unsupported()
  for (const list of ['snmp.communities', 'snmp.groups', 'snmp.users', 'snmp.hosts', 'snmp.views'] as const) {
    for (const { key } of to.draft.items(list)) to.draft.remove(list, key)
  }
  to.state('snmp.configured', false, line.at)
}

/** `snmp-server enable traps [config …]`; without a kind all of them. */
function readTraps(line: Command, to: Lowering): void {
  const kind = line.words[3]?.text.toLowerCase()
  if (kind !== undefined && kind !== 'config') return
  if (line.defaulted) to.unset('snmp.configTraps', line.at)
  else to.state('snmp.configTraps', !line.negated, line.at)
}

/** Any `snmp-server` command that is not a removal starts the agent. */
function mentions(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    read: (line, to) => {
      if (!line.negated) to.state('snmp.configured', true, line.at)
      row.read?.(line, to)
    },
  }))
}

function accessListOf(
  pattern: string,
  setting: 'snmp.tftpServerList' | 'snmp.fileTransferAccessList',
  by: string,
): Row {
  const row = value(`${pattern} <name> ...`, setting, word)
  return {
    ...row,
    read: (line, to) => {
      row.read?.(line, to)
      if (!line.negated && line.captures.length > 0)
        referToAccessList(to, { name: line.text(0), family: 4, by, filters: true, at: line.at })
    },
  }
}

/** Commands that let nobody in and send nothing out by themselves. */
const WITHOUT_ACCESS = (
  'cache chassis-id contact context drop enable engineID ifindex inform ip location manager packetsize queue-length ' +
  'queue-limit system-shutdown trap trap-timeout'
).split(' ')

export const snmp: CommandTable = {
  rows: {
    global: mentions([
      command('snmp-server community ...', readCommunity),
      command('snmp-server group ...', readGroup),
      command('snmp-server user ...', readUser),
      command('snmp-server host ...', readHost),
      command('snmp-server view ...', readView),
      accessListOf('snmp-server tftp-server-list', 'snmp.tftpServerList', 'SNMP file transfers'),
      accessListOf('snmp-server file-transfer access-group', 'snmp.fileTransferAccessList', 'SNMP file transfers'),
      value('snmp-server trap-source <interface...>', 'snmp.sourceInterface', word),
      value('snmp-server source-interface traps <interface...>', 'snmp.sourceInterface', word),
      command('snmp-server enable traps ...', readTraps),
      ...ignored(...WITHOUT_ACCESS.map((what) => `snmp-server ${what} ...`)),
      command('snmp-server', readAgent),
      { pattern: 'snmp-server ...', class: LineClass.unsupported },
    ]),
  },
  writers: snmpWriters,
}
