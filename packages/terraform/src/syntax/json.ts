import type { Located, Problem } from './tree.ts'

export interface JsonKey extends Located {
  readonly kind: 'json-key'
  readonly text: string
}

export interface JsonEntry extends Located {
  readonly kind: 'json-entry'
  readonly key: JsonKey
  readonly value: JsonNode
}

export interface JsonString extends Located {
  readonly kind: 'json-string'
  readonly text: string
  /** For a text with escapes: where in the file unit i of `text` begins, and at last where it ends. */
  readonly places: readonly number[] | undefined
}

/** A value of JSON with its place. */
export type JsonNode =
  | (Located & { readonly kind: 'json-object'; readonly entries: readonly JsonEntry[] })
  | (Located & { readonly kind: 'json-array'; readonly items: readonly JsonNode[] })
  | (Located & { readonly kind: 'json-literal'; readonly value: boolean | null | { readonly number: string } })
  | (Located & { readonly kind: 'json-error' })
  | JsonString

interface Reader {
  readonly text: string
  readonly problems: Problem[]
  pos: number
  depth: number
  failed: boolean
}

const DEEPEST = 400
const BYTE_ORDER_MARK = 0xfe_ff

/** Reads JSON, to the first problem: what stands before it is kept. */
export function parseJson(text: string): { readonly node: JsonNode; readonly problems: readonly Problem[] } {
  const reader = readerAt(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0)
  const node = readValue(reader)
  skipBlanks(reader)
  if (!reader.failed && reader.pos < text.length) fail(reader, 'expected the end of the file')
  return { node, problems: reader.problems }
}

/** Reads the value that begins there, as far as it is sound. */
export function parseJsonAt(text: string, at: number): JsonNode {
  return readValue(readerAt(text, at))
}

function readerAt(text: string, pos: number): Reader {
  return { text, problems: [], pos, depth: 0, failed: false }
}

function fail(reader: Reader, message: string): JsonNode {
  const { pos: start } = reader
  if (!reader.failed) reader.problems.push({ start, end: Math.min(start + 1, reader.text.length), message })
  reader.failed = true
  return { kind: 'json-error', start, end: start }
}

function skipBlanks(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.pos)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    reader.pos++
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const

function readValue(reader: Reader): JsonNode {
  skipBlanks(reader)
  const { text, pos: start } = reader
  const code = text.charCodeAt(start)
  if (code === 34) return readString(reader)
  if (code === 123 || code === 91) {
    if (++reader.depth > DEEPEST) return fail(reader, `nested more than ${DEEPEST} levels deep`)
    const node = code === 123 ? readObject(reader) : readArray(reader)
    reader.depth--
    return node
  }
  NUMBER.lastIndex = start
  const number = NUMBER.exec(text)
  if (number !== null) {
    reader.pos = NUMBER.lastIndex
    return { kind: 'json-literal', value: { number: number[0] }, start, end: reader.pos }
  }
  for (const [word, value] of WORDS) {
    if (!text.startsWith(word, start)) continue
    reader.pos = start + word.length
    return { kind: 'json-literal', value, start, end: reader.pos }
  }
  return fail(reader, 'expected a value')
}

function readObject(reader: Reader): JsonNode {
  const { pos: start } = reader
  const entries: JsonEntry[] = []
  reader.pos++
  skipBlanks(reader)
  while (!reader.failed && reader.text.charCodeAt(reader.pos) !== 125) {
    if (reader.text.charCodeAt(reader.pos) !== 34) {
      fail(reader, 'expected a key in quotes')
      break
    }
    const { text, start: from, end } = readString(reader)
    if (reader.failed) break
    const key: JsonKey = { kind: 'json-key', text, start: from, end }
    skipBlanks(reader)
    if (reader.text.charCodeAt(reader.pos) === 58) reader.pos++
    else fail(reader, 'expected ":" after a key')
    const value: JsonNode = reader.failed
      ? { kind: 'json-error', start: reader.pos, end: reader.pos }
      : readValue(reader)
    entries.push({ kind: 'json-entry', key, value, start: from, end: Math.max(value.end, end) })
    endMember(reader, 125, '"}"')
  }
  if (!reader.failed) reader.pos++
  return { kind: 'json-object', entries, start, end: reader.pos }
}

function readArray(reader: Reader): JsonNode {
  const { pos: start } = reader
  const items: JsonNode[] = []
  reader.pos++
  skipBlanks(reader)
  while (!reader.failed && reader.text.charCodeAt(reader.pos) !== 93) {
    items.push(readValue(reader))
    endMember(reader, 93, '"]"')
  }
  if (!reader.failed) reader.pos++
  return { kind: 'json-array', items, start, end: reader.pos }
}

/** Behind a member: a comma and no closing bracket, or the closing bracket, which stays. */
function endMember(reader: Reader, closing: number, name: string): void {
  if (reader.failed) return
  skipBlanks(reader)
  const code = reader.text.charCodeAt(reader.pos)
  if (code === closing) return
  if (code !== 44) {
    fail(reader, `expected "," or ${name}`)
    return
  }
  reader.pos++
  skipBlanks(reader)
  if (reader.text.charCodeAt(reader.pos) === closing) fail(reader, `no ${name} may follow ","`)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function readString(reader: Reader): JsonString {
  const { text, pos: start } = reader
  let pos = start + 1
  let out = ''
  let from = pos
  let places: number[] | undefined
  for (;;) {
    const code = text.charCodeAt(pos)
    if (code === 34) break
    if (Number.isNaN(code) || code < 32) {
      reader.pos = pos
      fail(reader, 'a text must end on its line')
      return { kind: 'json-string', text: out + text.slice(from, pos), places: undefined, start, end: pos }
    }
    if (code !== 92) {
      places?.push(pos)
      pos++
      continue
    }
    places ??= Array.from({ length: pos - start - 1 }, (_, index) => start + 1 + index)
    out += text.slice(from, pos)
    const [escaped, length] = readEscape(text, pos)
    if (length === 0) {
      reader.pos = pos
      fail(reader, 'no such escape')
      return { kind: 'json-string', text: out, places: undefined, start, end: pos }
    }
    out += escaped
    places.push(pos)
    pos += length
    from = pos
  }
  out += text.slice(from, pos)
  places?.push(pos)
  reader.pos = pos + 1
  return { kind: 'json-string', text: out, places, start, end: pos + 1 }
}

function readEscape(text: string, at: number): readonly [string, number] {
  const letter = text.charAt(at + 1)
  const simple = ESCAPES[letter]
  if (simple !== undefined) return [simple, 2]
  const hex = text.slice(at + 2, at + 6)
  return letter === 'u' && /^[\dA-Fa-f]{4}$/.test(hex) ? [String.fromCharCode(Number.parseInt(hex, 16)), 6] : ['', 0]
}
