import type { Data } from '../data.ts'
import type { Args } from './calls.ts'
import { isNumeric, numberOf } from './python.ts'
import { floatText, printText, quote } from './print.ts'

const PERCENT = /%(?:\((\w+)\))?([-+ #0]*)(\d{0,4})(?:\.(\d{1,3}))?([diouxXeEfFgGcrs%])/g

/** `text % values`; undefined where Python would raise or a value is not known. */
export function formatPercent(text: string, values: Data): string | undefined {
  const items = values.kind === 'list' && values.tuple ? values.items : [values]
  let next = 0
  let failed = false
  const out = text.replace(
    PERCENT,
    (whole, name: string | undefined, flags: string, width: string, precision: string | undefined, type: string) => {
      if (type === '%') return '%'
      const data =
        name === undefined ? items[next++] : values.kind === 'dict' ? values.entries.get(name)?.value : undefined
      const shown = data === undefined ? undefined : formatOne(data, type, precision)
      if (shown === undefined) {
        failed = true
        return whole
      }
      return padded(
        shown,
        flags.includes('-') ? '<' : '>',
        flags.includes('0') ? '0' : ' ',
        Number(width),
        flags.includes('+'),
      )
    },
  )
  return failed ? undefined : out
}

function formatOne(data: Data, type: string, precision: string | undefined): string | undefined {
  if (type === 's') {
    const text = printText(data)
    return precision === undefined ? text : text?.slice(0, Number(precision))
  }
  if (type === 'r') return data.kind === 'string' ? quote(data.value) : printText(data)
  if (type === 'c') return data.kind === 'string' ? data.value : undefined
  if (!isNumeric(data)) return undefined
  return formatNumber(numberOf(data), type, precision === undefined ? undefined : Number(precision))
}

function formatNumber(value: number | bigint, type: string, precision: number | undefined): string | undefined {
  switch (type) {
    case 'd':
    case 'i':
    case 'u':
      return String(typeof value === 'number' ? Math.trunc(value) : value)
    case 'x':
      return value.toString(16)
    case 'X':
      return value.toString(16).toUpperCase()
    case 'o':
      return value.toString(8)
    case 'b':
      return value.toString(2)
    case 'f':
    case 'F':
      return Number(value).toFixed(precision ?? 6)
    case '%':
      return `${(Number(value) * 100).toFixed(precision ?? 6)}%`
    case 'e':
    case 'E': {
      const text = Number(value)
        .toExponential(precision ?? 6)
        .replace(/e([-+])(\d)$/, 'e$10$2')
      return type === 'E' ? text.toUpperCase() : text
    }
    case 'g':
    case 'G':
      return String(Number(Number(value).toPrecision(precision ?? 6)))
  }
  return undefined
}

function padded(text: string, align: string, fill: string, width: number, plus: boolean): string {
  const signed = plus && !text.startsWith('-') ? `+${text}` : text
  const missing = Math.max(width - signed.length, 0)
  if (missing === 0) return signed
  if (align === '<') return signed + ' '.repeat(missing)
  if (align === '^')
    return fill.repeat(Math.floor(missing / 2)) + signed + fill.repeat(missing - Math.floor(missing / 2))
  if (fill === '0' && /^[-+]/.test(signed)) return signed.slice(0, 1) + '0'.repeat(missing) + signed.slice(1)
  return fill.repeat(missing) + signed
}

const FIELD = /\{\{|\}\}|\{([^{}!:]*)(?:!([rs]))?(?::([^{}]*))?\}/g
const SPEC = /^(?:(.)?([<>=^]))?([-+ ]?)(#?)(0?)(\d{0,4})(,?)(?:\.(\d{1,3}))?([bcdeEfFgGnosxX%]?)$/

/** `text.format(…)`; undefined where Python would raise or a value is not known. */
export function formatBraces(text: string, args: Args): string | undefined {
  let next = 0
  let failed = false
  const out = text.replace(
    FIELD,
    (whole, name: string | undefined, convert: string | undefined, spec: string | undefined) => {
      if (whole === '{{') return '{'
      if (whole === '}}') return '}'
      const data = fieldOf(args, name ?? '', () => next++)
      const shown = data === undefined ? undefined : formatSpec(data, convert, spec ?? '')
      if (shown === undefined) failed = true
      return shown ?? whole
    },
  )
  return failed ? undefined : out
}

function fieldOf(args: Args, name: string, next: () => number): Data | undefined {
  const [head = '', ...path] = name.split(/[.[\]]+/).filter((part, index) => index === 0 || part !== '')
  let data =
    head === '' ? args.positional[next()] : /^\d+$/.test(head) ? args.positional[Number(head)] : args.named.get(head)
  for (const part of path) {
    if (data?.kind === 'dict') data = data.entries.get(part)?.value
    else if (data?.kind === 'list') data = data.items[Number(part)]
    else return undefined
  }
  return data
}

function formatSpec(data: Data, convert: string | undefined, spec: string): string | undefined {
  const plain = data.kind === 'string' && convert === 'r' ? quote(data.value) : printText(data)
  if (spec === '' || plain === undefined) return plain
  const match = SPEC.exec(spec)
  if (match === null) return undefined
  const [, fill, align, sign, alternate, zero, width = '', comma, precision, type = ''] = match
  let text: string | undefined = plain
  if (isNumeric(data)) {
    const usual = data.kind === 'float' ? undefined : 'd'
    const kind = type === '' ? (precision === undefined ? usual : 'g') : type
    text =
      kind === undefined
        ? floatText(data.kind === 'float' ? data.value : 0)
        : formatNumber(numberOf(data), kind, precision === undefined ? undefined : Number(precision))
    if (alternate === '#' && text !== undefined && /^[box]$/i.test(type)) text = `0${type}${text}`
    if (comma === ',' && text !== undefined) text = text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')
  } else if (type !== '' && type !== 's') return undefined
  else if (precision !== undefined) text = plain.slice(0, Number(precision))
  if (text === undefined) return undefined
  const usualAlign = isNumeric(data) ? '>' : '<'
  return align === '<' && fill !== undefined
    ? (sign === '+' && !text.startsWith('-') ? `+${text}` : text).padEnd(Number(width), fill)
    : padded(text, align ?? usualAlign, zero === '0' ? '0' : (fill ?? ' '), Number(width), sign === '+')
}
