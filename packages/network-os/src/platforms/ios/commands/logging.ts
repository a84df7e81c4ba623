import type { LogLevel } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, LineClass, type CommandTable, type Row } from '../../../commands/row.ts'

const LEVELS = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const

/** Level of a name or a number; names may be short. */
function levelOf(text: string | undefined): LogLevel | undefined {
  if (text === undefined) return undefined
  const level = /^[0-7]$/.test(text)
    ? Number(text)
    : LEVELS.findIndex((name) => text.length > 1 && name.startsWith(text.toLowerCase()))
  return level < 0 ? undefined : (level as LogLevel)
}

/** `logging trap LEVEL`; without a level it is informational. */
function readTrap(line: Command, to: Lowering): void {
  const text = line.captures[0]?.text
  if (line.defaulted) return to.unset('logging.trap', line.at)
  if (line.negated) return to.state('logging.trap', 'off', line.at)
  const level = text === undefined ? 6 : levelOf(text)
  if (level === undefined) to.unreadable('logging.trap', line.at)
  else to.state('logging.trap', level, line.at)
}

/** `logging buffered [discriminator D] [xml] [filtered] [SIZE] [LEVEL]` */
function readBuffer(line: Command, to: Lowering): void {
  if (line.defaulted) return to.unset('logging.buffer', line.at)
  if (line.negated) return to.state('logging.buffer', 'off', line.at)
  const words = line.words.slice(2).map(({ text }) => text.toLowerCase())
  if (words[0] === 'discriminator') words.splice(0, 2)
  const options = words.filter((word) => word !== 'xml' && word !== 'filtered')
  const size = /^\d{2,}$/.test(options[0] ?? '') ? Number(options.shift()) : undefined
  const level = levelOf(options[0])
  if (options[0] !== undefined && level === undefined) return to.unreadable('logging.buffer', line.at)
  to.state('logging.buffer', { size, level }, line.at)
}

/** `logging discriminator NAME [facility|mnemonics|msg-body drops|includes STRING] [severity …] [rate-limit N]` */
function readDiscriminator(line: Command, to: Lowering): void {
  const name = line.text(0)
  to.draft.remove('logging.discriminators', name)
  if (line.negated || line.defaulted) return
  const words = line.words.slice(3).map(({ text }) => text)
  const drops = words.flatMap((word, at) =>
    word.toLowerCase() === 'drops' && words[at - 1]?.toLowerCase() !== 'severity' ? (words[at + 1] ?? []) : [],
  )
  to.draft.add('logging.discriminators', name, { name, drops: drops.length > 0 ? drops.join(' ') : undefined }, line.at)
}

/** `logging rate-limit [all] N [except LEVEL]`; `console` limits the console alone. */
function readRateLimit(line: Command, to: Lowering): void {
  const words = line.words.slice(2).map(({ text }) => text.toLowerCase())
  if (words[0] === 'console') return
  const limit = Number(words.find((word) => /^\d+$/.test(word)))
  if (line.negated || line.defaulted || Number.isNaN(limit)) to.unset('logging.rateLimit', line.at)
  else to.state('logging.rateLimit', limit, line.at)
}

/** `service timestamps log [uptime | datetime [msec] [localtime] [show-timezone] [year]]`; without a word it is uptime. */
function readTimestamps(line: Command, to: Lowering): void {
  const [form, ...options] = line.words.slice(3).map(({ text }) => text.toLowerCase())
  to.unset('logging.timestampOptions', line.at)
  if (line.defaulted) return to.unset('logging.timestamps', line.at)
  if (line.negated) return to.state('logging.timestamps', 'none', line.at)
  const known = ['datetime', 'uptime'] as const
  const found = form === undefined ? 'uptime' : known.find((name) => form.length > 1 && name.startsWith(form))
  if (found === undefined) return to.unreadable('logging.timestamps', line.at)
  to.state('logging.timestamps', found, line.at)
  if (found === 'datetime') to.state('logging.timestampOptions', options, line.at)
}

const trap: Row = {
  pattern: 'logging trap <level>',
  class: LineClass.understood,
  setting: 'logging.trap',
  read: readTrap,
  write: (level) => [typeof level === 'number' ? `logging trap ${LEVELS[level] ?? level}` : 'no logging trap'],
}

/** What is logged, how much of it and with which time. Receivers are in the table of management. */
export const logging: CommandTable = {
  rows: {
    global: [
      flag('logging on', 'logging.enabled'),
      trap,
      command('logging trap', readTrap),
      {
        pattern: 'logging buffered ...',
        class: LineClass.understood,
        setting: 'logging.buffer',
        read: readBuffer,
        write: (wanted) => {
          if (typeof wanted !== 'object' || wanted === null) return ['no logging buffered']
          const { size, level } = wanted as { size: number; level: LogLevel }
          return [`logging buffered ${size} ${LEVELS[level] ?? level}`]
        },
      },
      {
        pattern: 'service timestamps log ...',
        class: LineClass.understood,
        setting: 'logging.timestamps',
        read: readTimestamps,
        write: (form) => [
          form === 'datetime' ? 'service timestamps log datetime msec show-timezone' : 'no service timestamps log',
        ],
      },
      command('service timestamps', (line, to) => {
        if (line.negated) readTimestamps(line, to)
      }),
      command('logging discriminator <name> ...', readDiscriminator),
      command('logging rate-limit ...', readRateLimit),
      ...ignored(
        'service timestamps debug ...',
        'service sequence-numbers',
        'logging alarm ...',
        'logging console ...',
        'logging count',
        'logging delimiter ...',
        'logging facility ...',
        'logging history ...',
        'logging monitor ...',
        'logging origin-id ...',
        'logging persistent ...',
        'logging queue-limit ...',
        'logging snmp-trap ...',
        'logging userinfo',
      ),
    ],
  },
}
