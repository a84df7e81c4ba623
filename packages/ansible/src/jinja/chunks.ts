import type { Range } from './syntax.ts'

export interface Whitespace {
  readonly trimBlocks: boolean
  readonly lstripBlocks: boolean
  readonly keepTrailingNewline: boolean
}

/** A template cut at its delimiters. `inner` is what stands between them; of data it is what whitespace control leaves. */
export interface Chunk extends Range {
  readonly kind: 'data' | 'output' | 'tag' | 'comment'
  readonly innerStart: number
  innerEnd: number
  /** False where the closing delimiter is missing. */
  readonly closed: boolean
}

const BRACE = 0x7b
const PERCENT = 0x25
const HASH = 0x23
const MINUS = 0x2d
const PLUS = 0x2b
const NEWLINE = 0x0a
const RAW = /\{%[-+]?\s*raw\s*(-%\}\s*|%\})/y
const ENDRAW = /\{%([-+]?)\s*endraw\s*(?:\+%\}|-%\}|%\})/g

/** Cuts a text into chunks that cover it without gaps. Linear. */
export function cut(text: string, whitespace: Whitespace): Chunk[] {
  const chunks: Chunk[] = []
  const limit = whitespace.keepTrailingNewline ? text.length : withoutLastBreak(text)
  /** Where the data after the last tag begins, and where its text does. */
  let dataStart = 0
  let textStart = 0
  let at = 0
  // What is opened and never closed is looked through to the end each time: only so often.
  let left = text.length * 20 + 100_000
  for (;;) {
    at = nextOpening(text, at)
    if (at === -1) break
    RAW.lastIndex = at
    const raw = text.charCodeAt(at + 1) === PERCENT ? RAW.exec(text) : null
    const sign = text.charCodeAt(at + 2)
    closeData(at, sign)
    if (raw !== null) {
      ;[dataStart, textStart] = cutRaw(at, raw[0].length)
      at = dataStart
      continue
    }
    const kind = text.charCodeAt(at + 1) === BRACE ? 'output' : text.charCodeAt(at + 1) === HASH ? 'comment' : 'tag'
    const signed = sign === MINUS || sign === PLUS
    const innerStart = signed ? at + 3 : at + 2
    const innerEnd = left > 0 ? closingOf(text, innerStart, kind) : -1
    if (innerEnd === -1) {
      left -= text.length - innerStart
      const end = unclosedEnd(text, innerStart)
      chunks.push({ kind, start: at, end, innerStart, innerEnd: end, closed: false })
      dataStart = textStart = at = end
      continue
    }
    const last = text.charCodeAt(innerEnd - 1)
    const minus = last === MINUS && innerEnd - 1 >= innerStart
    const plus = last === PLUS && innerEnd - 1 >= innerStart && kind !== 'output'
    const end = innerEnd + 2
    chunks.push({ kind, start: at, end, innerStart, innerEnd: minus || plus ? innerEnd - 1 : innerEnd, closed: true })
    dataStart = at = end
    textStart = afterTag(end, minus, plus, kind !== 'output')
    if (textStart > at) at = textStart
  }
  closeData(text.length, 0)
  return chunks

  function afterTag(end: number, minus: boolean, plus: boolean, trims: boolean): number {
    if (minus) return skipSpace(text, end)
    if (plus || !trims || !whitespace.trimBlocks) return end
    if (text.charCodeAt(end) === NEWLINE) return end + 1
    return text.startsWith('\r\n', end) ? end + 2 : end
  }

  function closeData(end: number, sign: number): void {
    if (end <= dataStart) return
    let textEnd = Math.min(end, Math.max(limit, dataStart))
    if (sign === MINUS) while (textEnd > textStart && isSpace(text.charCodeAt(textEnd - 1))) textEnd--
    else if (sign !== PLUS && whitespace.lstripBlocks && end < text.length && text.charCodeAt(end + 1) !== BRACE)
      textEnd = lstrip(textEnd)
    const innerStart = Math.min(textStart, textEnd)
    chunks.push({ kind: 'data', start: dataStart, end, innerStart, innerEnd: textEnd, closed: true })
  }

  function lstrip(end: number): number {
    let start = end
    while (start > textStart && isBlank(text.charCodeAt(start - 1))) start--
    const lineStart = start === 0 || text.charCodeAt(start - 1) === NEWLINE
    return lineStart ? start : end
  }

  function cutRaw(start: number, width: number): [number, number] {
    const inner = start + width
    chunks.push({ kind: 'comment', start, end: inner, innerStart: inner, innerEnd: inner, closed: true })
    ENDRAW.lastIndex = inner
    const close = ENDRAW.exec(text)
    const end = close === null ? text.length : close.index
    let textEnd = close === null ? Math.min(end, limit) : end
    if (close?.[1] === '-') while (textEnd > inner && isSpace(text.charCodeAt(textEnd - 1))) textEnd--
    if (end > inner)
      chunks.push({ kind: 'data', start: inner, end, innerStart: inner, innerEnd: textEnd, closed: true })
    if (close === null) return [end, end]
    const after = end + close[0].length
    chunks.push({ kind: 'comment', start: end, end: after, innerStart: after, innerEnd: after, closed: true })
    return [after, afterTag(after, close[0].endsWith('-%}'), close[0].endsWith('+%}'), true)]
  }
}

function nextOpening(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at !== -1; at = text.indexOf('{', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === BRACE || next === PERCENT || next === HASH) return at
  }
  return -1
}

/** The offset of the closing delimiter, past strings and braces; -1 where there is none. */
function closingOf(text: string, from: number, kind: 'output' | 'tag' | 'comment'): number {
  if (kind === 'comment') return text.indexOf('#}', from)
  const mark = kind === 'output' ? 0x7d : PERCENT
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22 || code === 0x27) {
      at = stringEnd(text, at, code)
      if (at === -1) return -1
    } else if (code === mark && depth === 0 && text.charCodeAt(at + 1) === 0x7d) return at
    else if (code === BRACE || code === 0x28 || code === 0x5b) depth++
    else if ((code === 0x7d || code === 0x29 || code === 0x5d) && depth > 0) depth--
    // A delimiter cannot stand in an expression: the tag before it was never closed.
    else if (code === PERCENT && text.charCodeAt(at + 1) === 0x7d) return -1
    if (code === BRACE && text.charCodeAt(at + 1) === PERCENT) return -1
  }
  return -1
}

function stringEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (code === 0x5c) at++
  }
  return -1
}

/** An unclosed tag is given up at the end of its line, or where the next one begins. */
function unclosedEnd(text: string, from: number): number {
  const line = text.indexOf('\n', from)
  const end = line === -1 ? text.length : line
  const next = nextOpening(text, from)
  return next !== -1 && next < end ? next : end
}

function withoutLastBreak(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2
  return text.endsWith('\n') || text.endsWith('\r') ? text.length - 1 : text.length
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f) || code === 0x85 || isWide(code)
  )
}

function isBlank(code: number): boolean {
  return code !== NEWLINE && code !== 0x0d && isSpace(code)
}

function isWide(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}
