import type { Change, DraftItem, IdOf, Item, Secret } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, number, value, word, type CommandTable, type Row } from '../../../commands/row.ts'
import { addSecret, keyedCommand, secretCommand, secretsAfter } from '../secrets.ts'

type Protocol = 'tacacs+' | 'radius'
type Kind = 'authentication' | 'authorization' | 'accounting'

const RECORDS: readonly string[] = ['start-stop', 'stop-only', 'wait-start', 'none']

/** Methods of which a word follows: `group tacacs+`, `cache admins`. */
const WITH_NAME: readonly string[] = ['group', 'cache']

function methodsOf(words: readonly string[]): string[] {
  const methods: string[] = []
  for (let at = 0; at < words.length; at++) {
    const method = words[at] ?? ''
    const name = words[at + 1]
    if (WITH_NAME.includes(method) && name !== undefined) {
      methods.push(`${method} ${name}`)
      at++
    } else if (method === 'tacacs+' || method === 'radius') {
      // As IOS spelled groups before 12.0(5)T.
      methods.push(`group ${method}`)
    } else if (method !== 'broadcast' && method !== 'passwd-expiry') methods.push(method)
  }
  return methods
}

/** `aaa authentication login NAME METHOD…`; `depth` words name the service (`commands 15` has two). */
function methodList(kind: Kind, service: string, depth: number): Row {
  return command(`aaa ${kind} ${service} <rest...>`, (line, to) => {
    const words = line.words.map(({ text }) => text)
    const named = [kind, ...words.slice(2, 2 + depth)].join(' ')
    const name = words[2 + depth]
    if (name === undefined) return to.unsupported()
    const key = `${named} ${name}`
    to.draft.remove('aaa.methodLists', key)
    if (line.negated || line.defaulted) return
    const rest = words.slice(3 + depth)
    const record = kind === 'accounting' && RECORDS.includes(rest[0] ?? '') ? rest.shift() : undefined
    to.draft.add('aaa.methodLists', key, { service: named, name, methods: methodsOf(rest), record }, line.at)
    if (kind === 'accounting') to.memory.set(ACCOUNTING, key)
  })
}

const ACCOUNTING = 'aaa accounting list'

/** ` action-type start-stop` and ` group tacacs+` below `aaa accounting exec default`. */
function extendAccounting(
  line: Command,
  to: Lowering,
  change: (words: readonly string[]) => { record?: string; method?: string },
): void {
  const key = to.memory.get(ACCOUNTING)
  const list = typeof key === 'string' ? to.draft.find('aaa.methodLists', key) : undefined
  if (list === undefined || line.negated) return
  const { record = list.id.record, method } = change(line.words.map(({ text }) => text))
  const methods = method === undefined ? list.id.methods : [...list.id.methods, method]
  to.draft.remove('aaa.methodLists', list.key)
  to.draft.add('aaa.methodLists', list.key, { ...list.id, record, methods }, list.at)
}

function enterGroup(line: Command, to: Lowering): void {
  const [protocol = '', name] = line.captures.map(({ text }) => text)
  if (name === undefined) return to.unsupported()
  if (line.negated || line.defaulted) return to.draft.remove('aaa.groups', name)
  const kind = protocol.startsWith('t') ? 'tacacs+' : protocol.startsWith('l') ? 'ldap' : 'radius'
  to.enter([to.draft.add('aaa.groups', name, { name, protocol: kind }, line.at)])
}

/** `server name T1`, `server 192.0.2.1 [auth-port …]`, `server-private 192.0.2.1 … key K` */
function readMember(line: Command, to: Lowering, at: number): void {
  const server = line.words[at]?.text
  if (server === undefined) return to.unsupported()
  for (const group of to.items('aaa.groups')) {
    const stated = group.stated('servers')
    const before = stated?.state === 'known' ? (stated.value as readonly string[]) : []
    const others = before.filter((name) => name !== server)
    group.set('servers', line.negated ? others : [...others, server], line.at)
  }
}

function readPrivateServer(line: Command, to: Lowering): void {
  readMember(line, to, 1)
  const [group] = to.items('aaa.groups')
  const address = line.text(0)
  const protocol: Protocol = group?.id.protocol === 'tacacs+' ? 'tacacs+' : 'radius'
  const [key] = secretsAfter(line, ['key'])
  if (key !== undefined) addSecret(to, key, protocol === 'radius' ? 'radius' : 'tacacs', address, !line.negated)
  if (line.negated) return
  const server = to.draft.add(
    'aaa.servers',
    `${protocol} ${address} in ${group?.key ?? 'group'}`,
    { name: address, protocol, group: group?.key },
    line.at,
  )
  server.set('address', address, line.at)
  stateKey(server, key, line)
}

/** The line says all there is to say of its server. */
function stateKey(server: DraftItem<'aaa.servers'>, key: Secret | undefined, line: Command): void {
  if (key === undefined) server.unset('sharedKey', line.at)
  else server.set('sharedKey', key, line.at)
}

/** `tacacs server NAME`, `radius server NAME`: a section. */
function serverSection(pattern: string, protocol: Protocol): Row {
  return command(pattern, (line, to) => {
    const name = line.text(0)
    const key = `${protocol} ${name}`
    if (line.negated || line.defaulted) return to.draft.remove('aaa.servers', key)
    to.enter([to.draft.add('aaa.servers', key, { name, protocol, group: undefined }, line.at)])
  })
}

/** `tacacs-server host A [port N] [timeout N] [key [type] K]` */
function serverLine(pattern: string, protocol: Protocol): Row {
  return command(pattern, (line, to) => {
    const [, , name = ''] = line.words.map(({ text }) => text)
    const key = `${protocol} ${name}`
    const [secret] = secretsAfter(line, ['key'])
    if (secret !== undefined) addSecret(to, secret, protocol === 'radius' ? 'radius' : 'tacacs', name, !line.negated)
    if (line.negated || line.defaulted) return to.draft.remove('aaa.servers', key)
    const server = to.draft.add('aaa.servers', key, { name, protocol, group: undefined }, line.at)
    server.set('address', name, line.at)
    if (secret !== undefined) server.set('sharedKey', secret, line.at)
  })
}

/** `tls`, `tls trustpoint client T`, `dtls port 2083`: any of them carries the server over TLS. */
function readTls(line: Command, to: Lowering): void {
  if (line.defaulted || (line.negated && line.words.length === 1)) to.unset('aaa.servers[].tls', line.at)
  else if (!line.negated) to.state('aaa.servers[].tls', true, line.at)
}

function writeMethodList({ item, value: wanted }: Change): string[] {
  if (wanted === undefined) return item === undefined ? [] : [`no aaa ${item.key}`]
  const { service, name, record, methods } = wanted as IdOf<'aaa.methodLists'>
  return [['aaa', service, name, record, ...methods].filter((part) => part !== undefined).join(' ')]
}

/** The key is a placeholder that the site fills in. */
function writeServerKey({ item, value: key }: Change): string[] {
  if (item === undefined || typeof key !== 'string') return []
  const { protocol, name, group, at } = item as Item<'aaa.servers'>
  const kind = protocol === 'radius' ? 'radius' : 'tacacs'
  const { file, start } = at.span
  // A server is a section of its own, or a line of its group, or a line.
  if (group !== undefined) return [`aaa group server ${protocol} ${group}`, ` server-private ${name} key ${key}`]
  return file.text.startsWith(`${kind} server`, start)
    ? [`${kind} server ${name}`, ` key ${key}`]
    : [`${kind}-server host ${name} key ${key}`]
}

function serverRows(protocol: Protocol): Row[] {
  const use = protocol === 'radius' ? 'radius' : 'tacacs'
  return [
    secretCommand('key <secret...>', use, {
      section: true,
      found: (secret, line, to) => to.state('aaa.servers[].sharedKey', secret, line.at),
    }),
    secretCommand('pac key <secret...>', use, {
      section: true,
      found: (secret, line, to) => to.state('aaa.servers[].sharedKey', secret, line.at),
    }),
    command('tls ...', readTls),
    command('dtls ...', readTls),
    command('address ipv4 <address> ...', (line, to) => to.state('aaa.servers[].address', line.text(0), line.at)),
    command('address ipv6 <address> ...', (line, to) => to.state('aaa.servers[].address', line.text(0), line.at)),
    ...ignored(
      'timeout ...',
      'retransmit ...',
      'port ...',
      'single-connection',
      'automate-tester ...',
      'backoff ...',
      'non-standard',
    ),
  ]
}

const sourceOf = (protocol: string): Row =>
  value(`${protocol} source-interface <interface...>`, 'aaa.groups[].sourceInterface', word)

const SERVICES = ['login', 'enable', 'ppp', 'dot1x', 'arap', 'nasi', 'sgbp', 'eou', 'onep']
const AUTHORIZED = [
  'exec',
  'network',
  'configuration',
  'reverse-access',
  'auth-proxy',
  'credential-download',
  'subscriber-service',
  'ipmobile',
  'template',
  'cache',
  'onep',
]
const ACCOUNTED = [
  'exec',
  'network',
  'system',
  'connection',
  'resource',
  'dot1x',
  'identity',
  'auth-proxy',
  'update-network',
  'multicast',
]

export const aaa: CommandTable = {
  rows: {
    global: [
      flag('aaa new-model', 'aaa.newModel'),
      flag('aaa authorization config-commands', 'aaa.authorizeConfigCommands'),
      flag('aaa authorization console', 'aaa.authorizeConsole'),
      value('aaa local authentication attempts max-fail <failures>', 'aaa.localAttempts', number),
      ...SERVICES.map((service) => methodList('authentication', service, 1)),
      ...AUTHORIZED.map((service) => methodList('authorization', service, 1)),
      methodList('authorization', 'commands <level>', 2),
      ...ACCOUNTED.map((service) => methodList('accounting', service, 1)),
      methodList('accounting', 'commands <level>', 2),
      command('aaa group server <protocol> <name>', enterGroup),
      command('aaa common-criteria policy <name>', (line, to) => {
        const name = line.text(0)
        if (line.negated || line.defaulted) return to.draft.remove('aaa.commonCriteriaPolicies', name)
        to.enter([to.draft.add('aaa.commonCriteriaPolicies', name, { name }, line.at)])
      }),
      serverSection('tacacs server <name>', 'tacacs+'),
      serverSection('radius server <name>', 'radius'),
      serverLine('tacacs-server host <rest...>', 'tacacs+'),
      serverLine('radius-server host <rest...>', 'radius'),
      secretCommand('tacacs-server key <secret...>', 'tacacs', {
        found: (secret, line, to) => to.state('aaa.tacacsKey', secret, line.at),
      }),
      secretCommand('radius-server key <secret...>', 'radius', {
        found: (secret, line, to) => to.state('aaa.radiusKey', secret, line.at),
      }),
      value('ip tacacs source-interface <interface...>', 'aaa.tacacsSourceInterface', word),
      value('ip radius source-interface <interface...>', 'aaa.radiusSourceInterface', word),
      ...ignored(
        'aaa session-id ...',
        'aaa authentication attempts ...',
        'aaa authentication username-prompt ...',
        'aaa authentication password-prompt ...',
      ),
    ],
    'aaa accounting': [
      command('action-type <record>', (line, to) =>
        extendAccounting(line, to, ([, record]) => (record === undefined ? {} : { record })),
      ),
      command('group <name>', (line, to) => extendAccounting(line, to, ([, name]) => ({ method: `group ${name}` }))),
      ...ignored('broadcast'),
    ],
    'aaa group server': [
      command('server name <name>', (line, to) => readMember(line, to, 2)),
      command('server <address> ...', (line, to) => readMember(line, to, 1)),
      command('server-private <address> ...', readPrivateServer),
      value('ip vrf forwarding <vrf>', 'aaa.groups[].vrf', word),
      value('vrf forwarding <vrf>', 'aaa.groups[].vrf', word),
      sourceOf('ip tacacs'),
      sourceOf('ip radius'),
      sourceOf('ipv6 tacacs'),
      sourceOf('ipv6 radius'),
      keyedCommand('key-wrap <rest...>', 'radius', ['encryption-key', 'message-auth-code-key'], { section: true }),
      ...ignored('deadtime ...', 'attribute ...', 'accounting ...', 'authorization ...', 'load-balance ...'),
    ],
    'tacacs server': serverRows('tacacs+'),
    'radius server': serverRows('radius'),
    'aaa dynamic-author': [
      keyedCommand('client <address> <rest...>', 'radius', ['server-key'], { owner: [0] }),
      secretCommand('server-key <secret...>', 'radius', { section: true }),
      ...ignored('port ...', 'auth-type ...', 'ignore ...', 'domain ...'),
    ],
    unknown: [value('min-length <characters>', 'aaa.commonCriteriaPolicies[].minLength', number)],
  },
  writers: {
    'aaa.methodLists': writeMethodList,
    'aaa.servers[].sharedKey': writeServerKey,
  },
  headers: {
    'aaa.groups': (item) => `aaa group server ${(item as Item<'aaa.groups'>).protocol} ${item.key}`,
    'aaa.commonCriteriaPolicies': (item) => `aaa common-criteria policy ${item.key}`,
  },
}
