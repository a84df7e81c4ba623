import { acceptWord, parseName } from './collections.ts'
import { accept, enter, expect, fail, isHeader, jump, leave, tokenText, type Scanner } from './scanner.ts'
import { flushLines, trimEnd, trimStart, type MutableText } from './whitespace.ts'
import type { TemplateNode, TemplatePart } from './tree.ts'

/** A template while it is read. */
interface Reading {
  readonly s: Scanner
  readonly form: TemplateNode['form']
  /** Texts in the order of the file; undefined for what is no text. */
  readonly flat: (MutableText | undefined)[]
  /** A strip marker came before: the text that follows loses its blanks. */
  trims: boolean
}

type Ending = 'end' | 'else' | 'endif' | 'endfor'

/** Reads a quoted text at its quote. It ends with its line at the latest. */
export function parseQuoted(s: Scanner): TemplateNode {
  const { start, text, limit } = s
  const first = start + 1
  let pos = first
  // Most texts are plain: up to the quote there is nothing to read.
  for (; pos < limit; pos++) {
    const code = text.charCodeAt(pos)
    if (code === 34) {
      jump(s, pos + 1)
      const parts: TemplatePart[] =
        pos === first ? [] : [{ kind: 'text', text: text.slice(first, pos), verbatim: true, start: first, end: pos }]
      return { kind: 'template', form: 'quoted', parts, start, end: pos + 1 }
    }
    if (code === 92 || code === 36 || code === 37 || code === 10) break
  }
  jump(s, first)
  const parts = parseParts(s, 'quoted')
  if (!s.failed) {
    if (s.pos < s.limit && s.text.charCodeAt(s.pos) === 34) jump(s, s.pos + 1)
    else {
      s.problems.push({ start, end: s.pos, message: 'a quoted text must end on its line' })
      parts.push({ kind: 'error', start: s.pos, end: s.pos })
    }
  }
  return { kind: 'template', form: 'quoted', parts, start, end: s.pos }
}

/** Reads a heredoc at its opener, to the line that holds its marker alone. */
export function parseHeredoc(s: Scanner): TemplateNode {
  const { start, end: first, limit } = s
  const opener = tokenText(s).trimEnd()
  const flush = opener.startsWith('<<-')
  const marker = opener.slice(flush ? 3 : 2)
  const closing = heredocEnd(s, first, marker)
  s.limit = closing.contentEnd
  jump(s, first)
  const outer = s.brackets
  const flat: (MutableText | undefined)[] = []
  const parts = parseParts(s, 'heredoc', flat)
  s.brackets = outer
  s.limit = limit
  if (flush) flushLines(flat)
  if (!s.failed) {
    jump(s, closing.end)
    if (!closing.closed)
      s.problems.push({ start, end: first, message: `the heredoc has no line "${marker}" at its end` })
  }
  return { kind: 'template', form: 'heredoc', parts, start, end: s.pos }
}

/** Where the heredoc's text ends and where its marker ends; without a marker before the next block, or the end. */
export function heredocEnd(
  s: Scanner,
  first: number,
  marker: string,
): { readonly contentEnd: number; readonly end: number; readonly closed: boolean } {
  const { text } = s
  // A text that is full of heredocs without an end must not be searched to its end for each.
  const limit = s.unclosedHeredocs < 64 ? s.limit : Math.min(s.limit, first + 65_536)
  for (let at = text.indexOf(marker, first); at !== -1; at = text.indexOf(marker, at + 1)) {
    const end = at + marker.length
    if (end > limit) break
    let before = at
    while (before > first && isBlank(text.charCodeAt(before - 1))) before--
    if (before > first && text.charCodeAt(before - 1) !== 10) continue
    let after = end
    while (after < limit && (isBlank(text.charCodeAt(after)) || text.charCodeAt(after) === 13)) after++
    if (after >= limit || text.charCodeAt(after) === 10) return { contentEnd: before, end, closed: true }
  }
  s.unclosedHeredocs++
  let line = first
  while (line < limit && !isHeader(text, line)) {
    const newline = text.indexOf('\n', line)
    line = newline === -1 ? limit : newline + 1
  }
  const end = line >= limit ? limit : Math.max(first, text.charCodeAt(line - 2) === 13 ? line - 2 : line - 1)
  return { contentEnd: end, end, closed: false }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

/** Reads the template that reaches to the scanner's limit. */
export function parseBare(s: Scanner): TemplateNode {
  const start = s.pos
  const parts = parseParts(s, 'bare')
  return { kind: 'template', form: 'bare', parts, start, end: s.limit }
}

function parseParts(s: Scanner, form: TemplateNode['form'], flat: (MutableText | undefined)[] = []): TemplatePart[] {
  const parts: TemplatePart[] = []
  const { brackets } = s
  const reading: Reading = { s, form, flat, trims: false }
  const ending = readParts(reading, parts)
  if (ending !== 'end') fail(s, `"${ending}" without its beginning`)
  s.brackets = brackets
  return parts
}

/** Reads parts up to the end of the template, or behind the directive that ends a part of it. */
function readParts(reading: Reading, parts: TemplatePart[]): Ending {
  const { s } = reading
  while (!s.failed) {
    const opener = readText(reading, parts)
    if (opener === 0) return 'end'
    const start = s.pos
    const strips = s.text.charCodeAt(start + 2) === 126
    if (strips) trimEnd(reading.flat, reading.form)
    reading.flat.push(undefined)
    reading.trims = false
    jump(s, start + (strips ? 3 : 2))
    s.brackets++
    if (opener === 36) {
      const expression = s.expression(s)
      close(reading)
      s.brackets--
      parts.push({ kind: 'interpolation', expression, start, end: s.failed ? expression.end : s.pos })
    } else {
      const ending = readDirective(reading, parts, start)
      if (ending !== undefined) return ending
    }
  }
  return 'end'
}

function close(reading: Reading): void {
  const { s } = reading
  reading.trims = accept(s, 126)
  expect(s, 125, 'expected "}" at the end of the template sequence')
}

/** Reads a directive behind its `%{`: a whole `if` or `for`, or one that ends the parts before it. */
function readDirective(reading: Reading, parts: TemplatePart[], start: number): Ending | undefined {
  const { s } = reading
  const { name } = parseName(s, 'expected if, for, else, endif or endfor')
  switch (name) {
    case 'else':
    case 'endif':
    case 'endfor':
      close(reading)
      s.brackets--
      return name
    case 'if':
      readIf(reading, parts, start)
      return undefined
    case 'for':
      readFor(reading, parts, start)
      return undefined
    default:
      s.brackets--
      parts.push(fail(s, 'expected if, for, else, endif or endfor'))
      return undefined
  }
}

function readIf(reading: Reading, parts: TemplatePart[], start: number): void {
  const { s } = reading
  const condition = s.expression(s)
  close(reading)
  s.brackets--
  const yes: TemplatePart[] = []
  const no: TemplatePart[] = []
  if (!enter(s)) return
  let ending = readParts(reading, yes)
  if (ending === 'else') ending = readParts(reading, no)
  if (ending !== 'endif') fail(s, 'the template directive "if" needs its "endif"')
  leave(s)
  parts.push({ kind: 'if', condition, yes, no, start, end: s.pos })
}

function readFor(reading: Reading, parts: TemplatePart[], start: number): void {
  const { s } = reading
  const first = parseName(s, 'expected a name after "for"')
  const second = accept(s, 44) ? parseName(s, 'expected a name after ","') : undefined
  if (!acceptWord(s, 'in')) fail(s, 'expected "in"')
  const collection = s.expression(s)
  close(reading)
  s.brackets--
  const body: TemplatePart[] = []
  if (!enter(s)) return
  if (readParts(reading, body) !== 'endfor') fail(s, 'the template directive "for" needs its "endfor"')
  leave(s)
  const key = second === undefined ? undefined : first
  parts.push({ kind: 'each', key, value: second ?? first, collection, body, start, end: s.pos })
}

/** Reads text up to `${` or `%{`, whose first character is returned, or to the end of the template: 0. */
function readText(reading: Reading, parts: TemplatePart[]): number {
  const { s, form } = reading
  const { text, limit } = s
  const quoted = form === 'quoted'
  let from = s.pos
  let pos = from
  while (pos < limit) {
    const code = text.charCodeAt(pos)
    if (code === 36 || code === 37) {
      const next = text.charCodeAt(pos + 1)
      if (next === 123 && pos + 1 < limit) {
        addText(reading, parts, from, pos)
        jump(s, pos)
        return code
      }
      if (next === code && text.charCodeAt(pos + 2) === 123 && pos + 2 < limit) {
        addText(reading, parts, from, pos)
        add(reading, parts, {
          kind: 'text',
          text: text.slice(pos + 1, pos + 3),
          verbatim: false,
          start: pos,
          end: pos + 3,
        })
        pos += 3
        from = pos
        continue
      }
      pos++
    } else if (quoted && (code === 34 || code === 10)) {
      break
    } else if (quoted && code === 92) {
      addText(reading, parts, from, pos)
      pos = addEscape(reading, parts, pos)
      from = pos
    } else if (code === 10) {
      addText(reading, parts, from, ++pos)
      from = pos
    } else {
      pos++
    }
  }
  if (quoted && text.charCodeAt(pos) === 10 && text.charCodeAt(pos - 1) === 13 && pos - 1 >= from) pos--
  addText(reading, parts, from, pos)
  jump(s, pos)
  return 0
}

function addText(reading: Reading, parts: TemplatePart[], start: number, end: number): void {
  if (end > start) {
    add(reading, parts, { kind: 'text', text: reading.s.text.slice(start, end), verbatim: true, start, end })
  }
}

function add(reading: Reading, parts: TemplatePart[], text: MutableText): void {
  if (reading.trims) {
    trimStart(text)
    // A heredoc is trimmed by the line, a quoted text as a whole.
    if (reading.form !== 'quoted' || text.text !== '') reading.trims = false
  }
  reading.flat.push(text)
  parts.push(text)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const UNICODE = /\\u([\dA-Fa-f]{4})|\\U([\dA-Fa-f]{8})/y

/** Reads a backslash and what it escapes, and returns the place behind. */
function addEscape(reading: Reading, parts: TemplatePart[], start: number): number {
  const { s } = reading
  const { text } = s
  const simple = ESCAPES[text.charAt(start + 1)]
  if (simple !== undefined) {
    add(reading, parts, { kind: 'text', text: simple, verbatim: false, start, end: start + 2 })
    return start + 2
  }
  UNICODE.lastIndex = start
  const unicode = UNICODE.exec(text)
  const point = unicode === null ? -1 : Number.parseInt(unicode[1] ?? unicode[2] ?? '', 16)
  if (unicode !== null && point <= 0x10_ff_ff) {
    const end = UNICODE.lastIndex
    add(reading, parts, { kind: 'text', text: String.fromCodePoint(point), verbatim: false, start, end })
    return end
  }
  s.problems.push({ start, end: start + 2, message: 'no such escape in a quoted text' })
  const end = text.charCodeAt(start + 1) === 10 || start + 1 >= s.limit ? start + 1 : start + 2
  add(reading, parts, { kind: 'text', text: text.slice(start, end), verbatim: true, start, end })
  return end
}
