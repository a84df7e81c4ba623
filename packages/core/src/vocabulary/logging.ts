import { leaf, list } from './declare.ts'

/** Severity of syslog: 0 (emergencies) to 7 (debugging). */
export type LogLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

export const logging = {
  enabled: leaf<boolean>('Logging to anything but the console'),
  trap: leaf<LogLevel | 'off'>('Least severe messages that go to receivers'),
  /** Members that the line does not give are undefined. */
  buffer: leaf<{ readonly size: number | undefined; readonly level: LogLevel | undefined } | 'off'>(
    'Local buffer: its size in bytes and the least severe messages in it',
  ),
  discriminators: list<{
    readonly name: string
    /** What a message has to hold to be dropped, of its facility, mnemonic or body, as written; undefined where none is. */
    readonly drops: string | undefined
  }>()('Filters of messages', {}),
  rateLimit: leaf<number>('Messages a second at the most, apart from the console'),
  timestamps: leaf<'datetime' | 'uptime' | 'none'>('Time on log messages'),
  timestampOptions: leaf<readonly string[]>('What the time shows: `msec`, `localtime`, `show-timezone`, `year`'),
} as const
