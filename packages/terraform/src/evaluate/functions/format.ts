import type { Origin } from '@breakwater/core'
import { unknownIn } from '../alternatives.ts'
import { toNumber, toText } from '../convert.ts'
import { list, piecesOf, through, unknown, unreadable } from '../make.ts'
import { textOf } from '../template.ts'
import type { Piece, Value } from '../value.ts'
import { printJson } from './json.ts'
import { withKnown, type Builtin } from './signature.ts'
import { addAll } from '../../add-all.ts'

/** `join(separator, list, …)`: each item stays a piece of its own. */
export const join: Builtin = ([separator, ...lists], { at }) => {
  if (separator === undefined || lists.length === 0) return undefined
  const between = piecesOf(toText(separator))
  const pieces: Piece[] = []
  let first = true
  for (const value of lists) {
    if (value.kind === 'unknown') {
      pieces.push({ kind: 'hole', value, at: value.at })
      continue
    }
    if (value.kind !== 'list') return undefined
    for (const item of value.items) {
      const itemText = toText(through(value, item))
      if (itemText.kind === 'null' || (itemText.kind === 'unknown' && item.kind !== 'unknown')) return undefined
      if (!first) addAll(pieces, between)
      first = false
      addAll(pieces, piecesOf(itemText))
    }
    const { rest } = value
    if (rest !== undefined) pieces.push({ kind: 'hole', value: unknown(rest.why, rest.at), at: rest.at })
  }
  return textOf(withoutEmpty(pieces), lists[0]?.at ?? at)
}

function withoutEmpty(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => piece.kind === 'hole' || piece.text !== '')
}

const VERB = /%(?<flags>[ #+0-]*)(?<width>\d+)?(?:\.(?<digits>\d+))?(?:\[(?<index>\d+)\])?(?<verb>[A-Za-z%])/g

/** `format(spec, …)` with Go's verbs; texts stay pieces of their own. */
export const format: Builtin = (args, { at }) => formatted(args, at)

function formatted(args: readonly Value[], at: Origin): Value | undefined {
  const [spec, ...values] = args
  if (spec === undefined) return undefined
  const specText = toText(spec)
  if (specText.kind !== 'string') return specText.kind === 'unknown' ? unknown(specText.why, at) : undefined
  const pieces: Piece[] = []
  const source = piecesOf(specText)[0]
  const addLiteral = (text: string, offset: number): void => {
    if (text === '') return
    const whole = source?.kind === 'text' && source.verbatim && source.text === specText.value
    const { span, via } = specText.at
    const start = (source?.at.span.start ?? span.start) + offset
    const place: Origin = whole ? { span: { file: span.file, start, end: start + text.length }, via } : specText.at
    pieces.push({ kind: 'text', text, at: place, verbatim: whole, sensitive: specText.sensitive })
  }
  let position = 0
  let past = 0
  for (const match of specText.value.matchAll(VERB)) {
    addLiteral(specText.value.slice(past, match.index), past)
    past = match.index + match[0].length
    const groups = match.groups ?? {}
    if (groups['verb'] === '%') {
      addLiteral('%', match.index)
      continue
    }
    if (groups['index'] !== undefined) position = Number(groups['index']) - 1
    const value = values[position++]
    const made = value === undefined ? undefined : verbPieces(value, groups, at)
    if (made === undefined) return undefined
    addAll(pieces, made)
  }
  addLiteral(specText.value.slice(past), past)
  if (values.length > position && !VERB_INDEXED.test(specText.value)) return undefined
  return textOf(pieces, at)
}

const VERB_INDEXED = /%[ #+0-]*\d*(?:\.\d+)?\[/

function verbPieces(
  value: Value,
  groups: Readonly<Record<string, string | undefined>>,
  at: Origin,
): readonly Piece[] | undefined {
  const { flags = '', verb = 's', width, digits } = groups
  const isPlain = width === undefined && digits === undefined
  if ((verb === 's' || verb === 'v') && isPlain && (value.kind === 'string' || value.kind === 'unknown'))
    return piecesOf(value)
  const open = unknownIn(value)
  if (open !== undefined) return [{ kind: 'hole', value: open, at: value.at }]
  const bare = verbText(value, verb, flags, digits)
  if (bare === undefined) return undefined
  const size = Number(width ?? 0)
  if (size > 10_000) return undefined
  const zero = flags.includes('0') && !flags.includes('-') && 'dfFeEgGxXob'.includes(verb)
  const negative = zero && /^[+-]/.test(bare)
  const padded = flags.includes('-')
    ? bare.padEnd(size)
    : zero
      ? (negative ? bare.charAt(0) : '') + bare.slice(negative ? 1 : 0).padStart(size - (negative ? 1 : 0), '0')
      : bare.padStart(size)
  void at
  return [{ kind: 'text', text: padded, at: value.at, verbatim: false, sensitive: value.sensitive }]
}

function verbText(value: Value, verb: string, flags: string, digits: string | undefined): string | undefined {
  const number = toNumber(value)
  const sign = (text: string): string => (flags.includes('+') && !text.startsWith('-') ? `+${text}` : text)
  switch (verb) {
    case 's': {
      const text = toText(value)
      return text.kind === 'string' ? text.value.slice(0, digits === undefined ? undefined : Number(digits)) : undefined
    }
    case 'v':
      return value.kind === 'string' || value.kind === 'number' || value.kind === 'bool'
        ? verbText(value, 's', '', digits)
        : printJson(value)
    case 'q': {
      const text = toText(value)
      return text.kind === 'string' ? JSON.stringify(text.value) : undefined
    }
    case 't':
      return value.kind === 'bool' ? String(value.value) : undefined
    case 'd':
      return number.kind === 'number' && !number.digits.includes('.') ? sign(number.digits) : undefined
    case 'f':
    case 'F':
      return number.kind === 'number' ? sign(number.value.toFixed(Math.min(Number(digits ?? 6), 100))) : undefined
    case 'x':
    case 'X':
    case 'o':
    case 'b': {
      if (number.kind !== 'number' || !Number.isSafeInteger(number.value)) return undefined
      const text = number.value.toString(verb === 'o' ? 8 : verb === 'b' ? 2 : 16)
      return verb === 'X' ? text.toUpperCase() : text
    }
    case 'g':
      return number.kind === 'number' ? String(number.value) : undefined
    case 'e': {
      if (number.kind !== 'number') return undefined
      return number.value.toExponential(Number(digits ?? 6)).replace(/e([+-])(\d)$/, 'e$10$2')
    }
    default:
      return undefined
  }
}

/** `formatlist`: as `format`, for each item of its lists in step. */
export const formatList: Builtin = (args, { at }) => {
  const lists = args.filter((value) => value.kind === 'list')
  const open = lists.find((value) => value.kind === 'list' && value.rest !== undefined)
  const unknownArgument = args.find((value) => value.kind === 'unknown')
  if (unknownArgument?.kind === 'unknown') return unknown(unknownArgument.why, at)
  if (open?.kind === 'list' && open.rest !== undefined) return unknown(open.rest.why, at)
  const lengths = new Set(lists.map((value) => (value.kind === 'list' ? value.items.length : 0)))
  if (lengths.size > 1) return undefined
  const length = lists.length === 0 ? 1 : ([...lengths][0] ?? 0)
  const items = Array.from({ length }, (_, index) => {
    const row = args.map((value) => (value.kind === 'list' ? through(value, value.items[index] ?? value) : value))
    return formatted(row, at) ?? unreadable(at)
  })
  return list(items, at, 'list')
}

/** `indent(spaces, text)`: all lines but the first. */
export const indent: Builtin = ([spaces, value], { at }) => {
  if (spaces === undefined || value === undefined) return undefined
  const width = toNumber(spaces)
  if (width.kind !== 'number') return width.kind === 'unknown' ? unknown(width.why, at) : undefined
  if (width.value > 1000 || width.value < 0) return undefined
  const filling = ' '.repeat(width.value)
  const pieces: Piece[] = []
  for (const piece of piecesOf(toText(value))) {
    if (piece.kind === 'hole') {
      pieces.push(piece)
      continue
    }
    for (const line of linesOf(piece)) {
      pieces.push(line)
      if (line.text.endsWith('\n')) pieces.push({ ...line, text: filling, verbatim: false })
    }
  }
  return textOf(withoutEmpty(pieces), value.at)
}

type TextPiece = Piece & { readonly kind: 'text' }

/** A text piece, line by line. */
function linesOf(piece: TextPiece): readonly TextPiece[] {
  const lines = piece.text.split(/(?<=\n)/)
  let { start } = piece.at.span
  return lines.map((text) => {
    if (!piece.verbatim) return { ...piece, text }
    const { via, span } = piece.at
    const at: Origin = { span: { file: span.file, start, end: start + text.length }, via }
    start += text.length
    return { ...piece, text, at }
  })
}

/** `trimspace` and `chomp`: of a text with holes, its first and last known pieces. */
export function trimSpace(what: 'blanks' | 'newlines'): Builtin {
  return ([value], { at }) => {
    if (value === undefined) return undefined
    const text = toText(value)
    if (text.kind === 'null' || (text.kind === 'unknown' && text.pieces === undefined)) {
      return withKnown([value], at, () => undefined)
    }
    let pieces = [...piecesOf(text)]
    if (what === 'blanks') pieces = withoutLeadingBlanks(pieces)
    for (let last = pieces.at(-1); last?.kind === 'text'; last = pieces.at(-1)) {
      const trimmed = what === 'blanks' ? last.text.trimEnd() : withoutNewlines(last.text)
      if (trimmed !== '') {
        pieces[pieces.length - 1] = cut(last, 0, trimmed.length)
        break
      }
      pieces.pop()
    }
    return textOf(pieces, value.at)
  }
}

function withoutLeadingBlanks(pieces: readonly Piece[]): Piece[] {
  const begin = pieces.findIndex((piece) => piece.kind === 'hole' || piece.text.trimStart() !== '')
  const [first, ...others] = begin === -1 ? [] : pieces.slice(begin)
  if (first === undefined) return []
  if (first.kind === 'hole') return [first, ...others]
  return [cut(first, first.text.length - first.text.trimStart().length, first.text.length), ...others]
}

function withoutNewlines(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(0, end)
}

function cut(piece: TextPiece, start: number, end: number): TextPiece {
  const text = piece.text.slice(start, end)
  if (!piece.verbatim) return { ...piece, text }
  const { span, via } = piece.at
  return { ...piece, text, at: { span: { file: span.file, start: span.start + start, end: span.start + end }, via } }
}
