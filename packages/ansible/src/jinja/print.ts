import type { Data, Hole, Piece } from '../data.ts'
import { string, type StringData, type UnknownData } from '../data.ts'

export interface PrintOptions {
  /** What None prints as at the top. */
  readonly none: '' | 'None'
}

const PYTHON: PrintOptions = { none: 'None' }

/** The pieces that a value prints as. Text without a place of its own takes the value's. */
export function printPieces(data: Data, options: PrintOptions = PYTHON): Piece[] {
  if ((data.kind === 'string' || data.kind === 'unknown') && data.pieces !== undefined) return [...data.pieces]
  const printer = new Printer()
  if (data.kind === 'null') printer.text(options.none, data.at)
  else printer.print(data, false)
  return printer.pieces
}

/** What `str()` gives; undefined where a part of it is not known. */
export function printText(data: Data): string | undefined {
  if (data.kind === 'string') return data.value
  if (data.kind === 'unknown') return undefined
  const pieces = printPieces(data)
  return pieces.some((piece) => piece.hole !== undefined) ? undefined : pieces.map((piece) => piece.text).join('')
}

/** A string of pieces: known where none is a hole. */
export function fromPieces(pieces: readonly Piece[]): StringData | UnknownData {
  const hole = pieces.find((piece) => piece.hole !== undefined)?.hole
  if (hole !== undefined)
    return { kind: 'unknown', why: hole.why, by: hole.by, at: undefined, pieces, choice: undefined }
  const [only] = pieces
  if (only === undefined) return string('')
  if (pieces.length === 1 && only.deps.length === 0) return string(only.text, only.at)
  return string(pieces.map((piece) => piece.text).join(''), pieces.find((piece) => piece.at !== undefined)?.at, pieces)
}

/** Parts of a value that are printed, and how deep: a list may hold itself, or the same list many times over. */
const MOST_PARTS = 200_000
const DEEPEST = 200

class Printer {
  readonly pieces: Piece[] = []
  #parts = 0
  #depth = 0

  text(text: string, at: Data['at'], hole?: Hole): void {
    const last = this.pieces.at(-1)
    if (last !== undefined && hole === undefined && last.hole === undefined && last.at === at)
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text }
    else if (text !== '' || hole !== undefined) this.pieces.push({ text, at, deps: [], hole })
  }

  print(data: Data, quoted: boolean): void {
    if (this.#parts > MOST_PARTS) return
    if (++this.#parts > MOST_PARTS || this.#depth > DEEPEST)
      return this.text('', data.at, { why: { kind: 'unreadable' }, by: 'limit' })
    this.#depth++
    this.#print(data, quoted)
    this.#depth--
  }

  #print(data: Data, quoted: boolean): void {
    switch (data.kind) {
      case 'null':
        return this.text('None', data.at)
      case 'bool':
        return this.text(data.value ? 'True' : 'False', data.at)
      case 'int':
        return this.text(String(data.value), data.at)
      case 'float':
        return this.text(floatText(data.value), data.at)
      case 'string':
        return this.text(quoted ? quote(data.value) : data.value, data.at)
      case 'undefined':
        return this.text('', data.at, { why: { kind: 'unresolved', name: data.name }, by: undefined })
      case 'unknown':
        return this.text('', data.at, { why: data.why, by: data.by })
      case 'callable':
        return this.text('', data.at, { why: { kind: 'unresolved', name: data.name }, by: undefined })
      case 'list': {
        this.text(data.tuple ? '(' : '[', data.at)
        for (const [index, item] of data.items.entries()) {
          if (index > 0) this.text(', ', data.at)
          this.print(item, true)
        }
        if (data.open !== undefined) this.text('', data.at, { why: data.open, by: undefined })
        return this.text(data.tuple ? (data.items.length === 1 ? ',)' : ')') : ']', data.at)
      }
      case 'dict': {
        let first = true
        this.text('{', data.at)
        for (const { key, value } of data.entries.values()) {
          if (!first) this.text(', ', data.at)
          first = false
          this.print(key, true)
          this.text(': ', data.at)
          this.print(value, true)
        }
        if (data.open !== undefined) this.text('', data.at, { why: data.open, by: undefined })
        return this.text('}', data.at)
      }
    }
  }
}

/** `repr()` of a float: 2.0, 1e-07, 1e+16. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e')
    const digits = exponent.replace(/^[-+]/, '').padStart(2, '0')
    return `${mantissa}e${exponent.startsWith('-') ? '-' : '+'}${digits}`
  }
  const text = String(value)
  return text.includes('.') ? text : `${text}.0`
}

/** `repr()` of a string. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = mark
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (char === mark || char === '\\') out += `\\${char}`
    else if (char === '\n') out += '\\n'
    else if (char === '\r') out += '\\r'
    else if (char === '\t') out += '\\t'
    else if (code < 0x20 || code === 0x7f) out += `\\x${code.toString(16).padStart(2, '0')}`
    else out += char
  }
  return out + mark
}
