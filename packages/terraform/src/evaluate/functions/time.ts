import { strict, type Builtins } from './signature.ts'

const STAMP = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

interface Stamp {
  /** Seconds since 1970 in UTC. */
  readonly seconds: number
  /** Minutes east of UTC. */
  readonly offset: number
}

function parseStamp(source: string): Stamp | undefined {
  const match = STAMP.exec(source)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const zone = match[7] ?? 'Z'
  const east = /^z$/i.test(zone) ? 0 : Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  const offset = zone.startsWith('-') ? -east : east
  const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000
  const isReal = new Date(local * 1000).getUTCDate() === day && month <= 12 && hour < 24 && minute < 60 && second < 60
  return isReal ? { seconds: local - offset * 60, offset } : undefined
}

function localTime({ seconds, offset }: Stamp): Date {
  return new Date((seconds + offset * 60) * 1000)
}

function zoneText(offset: number, separator: string): string {
  const minutes = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function printStamp(stamp: Stamp): string {
  const text = localTime(stamp).toISOString().slice(0, 19)
  return `${text}${stamp.offset === 0 ? 'Z' : zoneText(stamp.offset, ':')}`
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 }

/** Seconds of a duration such as `-1h30m`; undefined for what is none. */
function parseDuration(source: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d+)?(?:h|m|s|ms|us|µs|ns))+$/.test(source) || source.length > 100) return undefined
  let total = 0
  for (const [, amount = '0', unit = 's'] of source.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|h|m|s)/g)) {
    total += Number(amount) * (UNITS[unit] ?? 0)
  }
  return source.startsWith('-') ? -total : total
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** One run of the same letter in a format; undefined where it means nothing. */
function formatPart(part: string, stamp: Stamp): string | undefined {
  const time = localTime(stamp)
  const hour = time.getUTCHours()
  const padded = (value: number): string => (part.length === 2 ? two(value) : String(value))
  switch (part) {
    case 'YYYY':
      return String(time.getUTCFullYear())
    case 'YY':
      return two(time.getUTCFullYear() % 100)
    case 'MMMM':
      return MONTHS[time.getUTCMonth()]
    case 'MMM':
      return MONTHS[time.getUTCMonth()]?.slice(0, 3)
    case 'MM':
    case 'M':
      return padded(time.getUTCMonth() + 1)
    case 'DD':
    case 'D':
      return padded(time.getUTCDate())
    case 'EEEE':
      return DAYS[time.getUTCDay()]
    case 'EEE':
      return DAYS[time.getUTCDay()]?.slice(0, 3)
    case 'hh':
    case 'h':
      return padded(hour)
    case 'HH':
    case 'H':
      return padded(hour % 12 === 0 ? 12 : hour % 12)
    case 'AA':
      return hour < 12 ? 'AM' : 'PM'
    case 'aa':
      return hour < 12 ? 'am' : 'pm'
    case 'mm':
    case 'm':
      return padded(time.getUTCMinutes())
    case 'ss':
    case 's':
      return padded(time.getUTCSeconds())
    case 'ZZZZZ':
      return zoneText(stamp.offset, ':')
    case 'ZZZZ':
      return zoneText(stamp.offset, '')
    case 'ZZZ':
      return stamp.offset === 0 ? 'UTC' : zoneText(stamp.offset, '')
    case 'Z':
      return stamp.offset === 0 ? 'Z' : zoneText(stamp.offset, ':')
    default:
      return undefined
  }
}

function formatDate(format: string, source: string): string | undefined {
  const stamp = parseStamp(source)
  if (stamp === undefined) return undefined
  let out = ''
  for (const [part] of format.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^]/g)) {
    const isLetters = /^[A-Za-z]/.test(part)
    const made = isLetters ? formatPart(part, stamp) : part.length > 1 ? part.slice(1, -1).replaceAll("''", "'") : part
    if (made === undefined) return undefined
    out += made
  }
  return out
}

/** Functions of time stamps that are given to them. */
export const times: Builtins = {
  formatdate: strict(['string', 'string'], formatDate, 1),
  timeadd: strict(['string', 'string'], (source, duration) => {
    const stamp = parseStamp(source)
    const seconds = parseDuration(duration)
    if (stamp === undefined || seconds === undefined || Math.abs(seconds) > 1e11) return undefined
    return printStamp({ ...stamp, seconds: Math.floor(stamp.seconds + seconds) })
  }),
  timecmp: strict(['string', 'string'], (a, b) => {
    const first = parseStamp(a)
    const second = parseStamp(b)
    return first === undefined || second === undefined ? undefined : Math.sign(first.seconds - second.seconds)
  }),
}
