import { float, int, string, type Data } from '../../data.ts'
import type { Filter } from '../calls.ts'
import { isNumeric, numberOf } from '../python.ts'

const toInt: Filter = (target, args) => {
  const usual = args.at(0, 'default') ?? int(0)
  const base = args.int(1, 'base') ?? 10
  if (target.kind === 'float') return Number.isFinite(target.value) ? int(Math.trunc(target.value)) : usual
  if (isNumeric(target)) return int(numberOf(target))
  if (target.kind !== 'string') return usual
  const trimmed = target.value.trim()
  const text = trimmed.includes('_') ? trimmed.replaceAll(/(?<=\w)_(?=\w)/g, '') : trimmed
  if (base === 10 && /^\d{1,15}$/.test(text)) return int(Number(text))
  if (base === 10 && /^[-+]?\d+$/.test(text)) return int(BigInt(text.replace('+', '')))
  if (base === 10) return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? int(Math.trunc(Number(text))) : usual
  const digits = text.toLowerCase().replace(base === 16 ? /^0x/ : base === 8 ? /^0o/ : base === 2 ? /^0b/ : /^$/, '')
  const value = Number.parseInt(digits, base)
  return base < 2 || base > 36 || Number.isNaN(value) || !Number.isSafeInteger(value) ? usual : int(value)
}

const toFloat: Filter = (target, args) => {
  const usual = args.at(0, 'default') ?? float(0)
  if (isNumeric(target)) return float(Number(numberOf(target)))
  if (target.kind !== 'string') return usual
  const value = Number(target.value.trim())
  return target.value.trim() === '' || Number.isNaN(value) ? usual : float(value)
}

const round: Filter = (target, args) => {
  if (!isNumeric(target)) return undefined
  const precision = args.int(0, 'precision') ?? 0
  const method = args.string(1, 'method') ?? 'common'
  const value = Number(numberOf(target))
  const scale = 10 ** precision
  if (method === 'ceil') return float(Math.ceil(value * scale) / scale)
  if (method === 'floor') return float(Math.floor(value * scale) / scale)
  const scaled = value * scale
  const low = Math.floor(scaled)
  const half = scaled - low === 0.5
  return float((half ? (low % 2 === 0 ? low : low + 1) : Math.round(scaled)) / scale)
}

const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']

const humanReadable: Filter = (target, args) => {
  const value = isNumeric(target)
    ? Number(numberOf(target))
    : target.kind === 'string'
      ? Number(target.value)
      : Number.NaN
  if (Number.isNaN(value)) return undefined
  const bits = args.flag(0, 'isbits', false)
  const forced = args.string(1, 'unit')
  let power = UNITS.length - 1
  while (power > 0 && (forced === undefined ? value < 1024 ** power : UNITS[power] !== forced.toUpperCase())) power--
  const word = bits ? (power === 0 ? 'bits' : 'b') : power === 0 ? 'Bytes' : 'B'
  return string(`${(value / 1024 ** power).toFixed(2)} ${UNITS[power] ?? ''}${word}`)
}

const humanToBytes: Filter = (target) => {
  const text = target.kind === 'string' ? target.value : isNumeric(target) ? String(numberOf(target)) : ''
  const match = /^\s*(\d*\.?\d*)\s*([A-Za-z]*)\s*$/.exec(text)
  const power = UNITS.indexOf((match?.[2]?.[0] ?? '').toUpperCase().replace('B', ''))
  return match === null || match[1] === '' || power === -1
    ? undefined
    : int(Math.round(Number(match[1]) * 1024 ** power))
}

const filesize: Filter = (target, args) => {
  const value = isNumeric(target) ? Number(numberOf(target)) : Number.NaN
  const binary = args.flag(0, 'binary', false)
  const base = binary ? 1024 : 1000
  if (Number.isNaN(value)) return undefined
  if (value === 1) return string('1 Byte')
  if (value < base) return string(`${Math.trunc(value)} Bytes`)
  let power = 1
  while (power < 8 && value >= base ** (power + 1)) power++
  const unit = binary ? `${UNITS[power] ?? ''}iB` : `${power === 1 ? 'k' : (UNITS[power] ?? '')}B`
  return string(`${(value / base ** power).toFixed(1)} ${unit}`)
}

function real(compute: (value: number, by: number | undefined) => number): Filter {
  return (target, args) => {
    const by: Data | undefined = args.positional[0]
    if (!isNumeric(target)) return undefined
    const value = compute(
      Number(numberOf(target)),
      by !== undefined && isNumeric(by) ? Number(numberOf(by)) : undefined,
    )
    return Number.isFinite(value) ? float(value) : undefined
  }
}

export const numberFilters: Readonly<Record<string, Filter>> = {
  int: toInt,
  float: toFloat,
  round,
  abs: (target) => {
    if (!isNumeric(target)) return undefined
    const value = numberOf(target)
    if (target.kind === 'float') return float(Math.abs(Number(value)))
    return int(value < 0 ? -value : value)
  },
  log: real((value, by) => (by === undefined ? Math.log(value) : Math.log(value) / Math.log(by))),
  pow: real((value, by) => value ** (by ?? 1)),
  root: real((value, by) => (by === undefined || by === 2 ? Math.sqrt(value) : value ** (1 / by))),
  human_readable: humanReadable,
  human_to_bytes: humanToBytes,
  filesizeformat: filesize,
}
