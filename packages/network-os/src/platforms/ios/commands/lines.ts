import type { Change, DraftItem, FieldValue, ItemRef } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import {
  command,
  flag,
  ignored,
  LineClass,
  number,
  unsupported,
  value,
  wordList,
  type Codec,
  type CommandTable,
  type Row,
} from '../../../commands/row.ts'
import { readSecret } from '../../../secrets.ts'
import { referToAccessList } from '../references.ts'
import { addSecret } from '../secrets.ts'
import { holds } from '../../../templates/words.ts'
import { joinVtyRanges, removeVtyRange, vtyRange } from './line-ranges.ts'

type Line = DraftItem<'lines'>

const PROTOCOLS: readonly string[] = [
  'acercon',
  'all',
  'lapb-ta',
  'lat',
  'mop',
  'nasi',
  'none',
  'pad',
  'rlogin',
  'ssh',
  'telnet',
  'udptn',
  'v120',
]

/** Protocols of a line; people type them short. */
const protocols: Codec<readonly string[]> = {
  read: (words) => wordList.read(words)?.map((word) => PROTOCOLS.find((protocol) => protocol.startsWith(word)) ?? word),
  write: (value) => value.join(' '),
}

function openVty(line: Command, to: Lowering): void {
  if (line.captures.some(({ text }) => holds(text))) return openUnknownVty(line, to)
  const first = Number(line.text(0))
  const last = line.captures[1] === undefined ? first : Number(line.text(1))
  // IOS has 1,870 lines at the most; a longer range is a slip.
  if (!Number.isInteger(first) || !Number.isInteger(last) || last < first || last > 4095) return to.unsupported()
  if (line.negated) return removeVtyRange(to, first, last)
  if (!line.defaulted) to.enter(vtyRange(to, first, last, line.at))
}

/** Of a range with a hole in a number nobody knows which lines it is; what stands below it is said of some VTY lines. */
function openUnknownVty(line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return
  const numbers = line.captures.map(({ text }) => text)
  const first = Number(numbers[0])
  const id = { kind: 'vty', first: Number.isInteger(first) ? first : 0, last: Number(numbers.at(-1)) || 0 } as const
  to.enter([to.draft.add('lines', `vty ${numbers.join(' ')}`, id, line.at)])
}

function open(kind: Line['id']['kind'], name: string) {
  return (line: Command, to: Lowering): void => {
    if (line.negated || line.defaulted) return
    const numbers = line.captures.map(({ text }) => text)
    const first = Number(numbers[0])
    const key = [name, ...numbers].filter((part) => part !== '').join(' ')
    const id = { kind, first: Number.isInteger(first) ? first : 0, last: Number(numbers[1] ?? numbers[0]) || 0 }
    to.enter([to.draft.add('lines', key, id, line.at)])
  }
}

/** `VTY lines 0-4`, `console line 0`. */
export function nameOfLine({ kind, first, last }: Line['id'], key: string): string {
  switch (kind) {
    case 'vty':
      if (holds(key)) return `VTY lines ${key.slice('vty '.length).replace(' ', '-')}`
      return first === last ? `VTY line ${first}` : `VTY lines ${first}-${last}`
    case 'console':
      return 'console line'
    case 'aux':
      return 'auxiliary line'
    case 'tty':
      return `TTY line ${key}`
  }
}

function each(pattern: string, read: (item: Line, line: Command, to: Lowering) => void): Row {
  return command(pattern, (line, to) => {
    for (const item of to.items('lines')) read(item, line, to)
  })
}

const ACCESS_CLASSES = ['accessClassIn', 'accessClassOut', 'accessClassIn6'] as const
type AccessClass = (typeof ACCESS_CLASSES)[number]

function accessClass(item: Line, line: Command, field: AccessClass): void {
  if (line.negated || line.defaulted) item.unset(field, line.at)
  else item.set(field, line.text(0), line.at)
}

/** Ranges have their last shape only at the end; then they are named with their lists. */
function finish(to: Lowering): void {
  joinVtyRanges(to)
  for (const item of to.draft.items('lines')) {
    for (const field of ACCESS_CLASSES) {
      const stated = item.stated(field)
      if (stated?.state !== 'known') continue
      const lines = nameOfLine(item.id, item.key)
      const by = field === 'accessClassOut' ? `${lines}, outbound` : lines
      const family = field === 'accessClassIn6' ? 6 : 4
      referToAccessList(to, {
        name: String(stated.value),
        family,
        by,
        filters: true,
        manages: field !== 'accessClassOut',
        at: stated.at,
      })
    }
  }
}

function login(value: FieldValue<'lines', 'login'>) {
  return (item: Line, line: Command): void => {
    if (line.negated) item.set('login', 'none', line.at)
    else if (line.defaulted) item.unset('login', line.at)
    else item.set('login', value, line.at)
  }
}

function loginAuthentication(item: Line, line: Command): void {
  if (line.negated || line.defaulted) {
    item.unset('login', line.at)
    item.unset('loginList', line.at)
    return
  }
  item.set('login', 'aaa', line.at)
  item.set('loginList', line.text(0), line.at)
}

const execTimeout: Row = {
  pattern: 'exec-timeout <minutes> <seconds>',
  class: LineClass.understood,
  setting: 'lines[].execTimeout',
  read: readTimeout,
  write: (seconds) => [
    seconds === undefined
      ? 'no exec-timeout'
      : `exec-timeout ${Math.floor(Number(seconds) / 60)} ${Number(seconds) % 60}`,
  ],
}

function readTimeout(line: Command, to: Lowering): void {
  const [minutes = '', seconds = '0'] = line.captures.map(({ text }) => text)
  if (line.defaulted) return to.unset('lines[].execTimeout', line.at)
  if (line.negated) return to.state('lines[].execTimeout', 0, line.at)
  if (!/^\d+$/.test(minutes) || !/^\d+$/.test(seconds)) return to.unreadable('lines[].execTimeout', line.at)
  to.state('lines[].execTimeout', Number(minutes) * 60 + Number(seconds), line.at)
}

function password(line: Command, to: Lowering): void {
  const items = to.items('lines')
  if (line.negated || line.defaulted) {
    for (const item of items) item.unset('password', line.at)
    return
  }
  const read = readSecret(line.table.text, line.words, 1)
  const [first] = items
  if (read === undefined || first === undefined) return to.unsupported()
  for (const item of items) item.set('password', read.secret, line.at)
  addSecret(to, read.secret, 'line', first.key)
}

const accessRows: readonly Row[] = [
  each('access-class <list> in ...', (item, line) => accessClass(item, line, 'accessClassIn')),
  each('access-class <list> out ...', (item, line) => accessClass(item, line, 'accessClassOut')),
  each('ipv6 access-class <list> in ...', (item, line) => accessClass(item, line, 'accessClassIn6')),
  ...unsupported('ipv6 access-class <list> out ...'),
]

/** `authorization exec NAME`, `accounting commands 15 NAME` */
function methodListOfLine(kind: 'authorization' | 'accounting', service: string): Row {
  return each(`${kind} ${service} <list>`, (item, line) => {
    const { words } = line
    const depth = service.split(' ').length
    const named = [kind, ...words.slice(1, 1 + depth).map(({ text }) => text.toLowerCase())].join(' ')
    const stated = item.stated('methodLists')
    const before = stated?.state === 'known' ? (stated.value as Readonly<Record<string, string>>) : {}
    const { [named]: _, ...others } = before
    const list = words[1 + depth]?.text
    item.set(
      'methodLists',
      line.negated || line.defaulted || list === undefined ? others : { ...others, [named]: list },
      line.at,
    )
  })
}

/** The commands of access classes: they have the name in the middle. */
function writeAccessClass(before: string, after: string) {
  return ({ item, value: name }: Change): string[] => [
    ...(item === undefined ? [] : [`line ${item.key}`]),
    typeof name === 'string' ? ` ${before} ${name} ${after}` : ` no ${before} in`,
  ]
}

export const lines: CommandTable = {
  rows: {
    global: [
      command('line con <number>', open('console', 'con')),
      command('line console <number>', open('console', 'con')),
      command('line aux <number>', open('aux', 'aux')),
      command('line vty <first> <last>', openVty),
      command('line vty <first>', openVty),
      command('line tty <first> <last>', open('tty', '')),
      command('line tty <first>', open('tty', '')),
      command('line <first> <last>', open('tty', '')),
      command('line <first>', open('tty', '')),
    ],
    line: [
      value('transport input <protocols...>', 'lines[].transportInput', protocols),
      value('transport output <protocols...>', 'lines[].transportOutput', protocols),
      ...accessRows,
      execTimeout,
      { ...execTimeout, pattern: 'exec-timeout <minutes>' },
      value('absolute-timeout <minutes>', 'lines[].absoluteTimeout', number),
      value('session-limit <sessions>', 'lines[].sessionLimit', number),
      flag('exec', 'lines[].exec'),
      each('login', login('line')),
      each('login local', login('local')),
      each('login local ...', login('local')),
      each('login tacacs', login('tacacs')),
      each('login authentication <list>', loginAuthentication),
      command('password <secret...>', password),
      command('password', password),
      value('privilege level <level>', 'lines[].privilegeLevel', number),
      value('rotary <group> ...', 'lines[].rotary', number),
      ...['exec', 'commands <level>', 'connection'].flatMap((service) => [
        methodListOfLine('authorization', service),
        methodListOfLine('accounting', service),
      ]),
      ...unsupported('autocommand ...', 'authorization ...', 'accounting ...'),
      ...ignored(
        'logging synchronous ...',
        'stopbits ...',
        'databits ...',
        'parity ...',
        'speed ...',
        'rxspeed ...',
        'txspeed ...',
        'flowcontrol ...',
        'modem ...',
        'length ...',
        'width ...',
        'history ...',
        'monitor',
        'location ...',
        'escape-character ...',
        'notify',
        'session-timeout ...',
        'terminal-type ...',
        'transport preferred ...',
        'exec-character-bits ...',
        'refuse-message ...',
        'vacant-message ...',
        'motd-banner',
        'exec-banner',
        'usb-inactivity-timeout ...',
        'media-type ...',
        'full-help',
        'international',
        'editing',
        'activation-character ...',
        'stop-character ...',
        'start-character ...',
        'padding ...',
        'special-character-bits ...',
        'logout-warning ...',
        'timeout login ...',
        'autohangup',
        'autoselect ...',
        'script ...',
        'telnet ...',
        'data-character-bits ...',
        'disconnect-character ...',
        'hold-character ...',
        'ip netmask-format ...',
        'domain-lookup',
        'callback ...',
        'no-exec',
        'vrf ...',
      ),
    ],
  },
  finish,
  headers: { lines: ({ key }: ItemRef) => `line ${key}` },
  writers: {
    'lines[].password': ({ item }) => (item === undefined ? [] : [`line ${item.key}`, ' no password']),
    'lines[].accessClassIn': writeAccessClass('access-class', 'in vrf-also'),
    'lines[].accessClassIn6': writeAccessClass('ipv6 access-class', 'in'),
    'lines[].login': ({ item, value: wanted }) => [
      ...(item === undefined ? [] : [`line ${item.key}`]),
      wanted === 'aaa' ? ' login authentication default' : wanted === 'line' ? ' login' : ` login ${String(wanted)}`,
    ],
  },
}
