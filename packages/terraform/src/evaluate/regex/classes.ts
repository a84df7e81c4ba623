/** A pattern while it is read. */
export interface Reader {
  readonly text: string
  readonly groups: (string | undefined)[]
  pos: number
  depth: number
  failed: boolean
}

export type Test = (point: number) => boolean

const isDigit: Test = (point) => point >= 48 && point <= 57
const isWord: Test = (point) =>
  isDigit(point) || (point >= 65 && point <= 90) || point === 95 || (point >= 97 && point <= 122)
const isSpace: Test = (point) => point === 32 || point === 9 || point === 10 || point === 12 || point === 13
const PROPERTY = /\\([pP])(?:([A-Z])|\{(\^?)(\w+)\})/y

/** `\d`, `\W`, `\pL`, `\p{Greek}`; undefined, with nothing read, for any other escape. */
export function readSet(reader: Reader): Test | undefined {
  const next = reader.text[reader.pos + 1] ?? ''
  const base = { d: isDigit, w: isWord, s: isSpace }[next.toLowerCase()]
  if (base !== undefined) {
    reader.pos += 2
    return next === next.toLowerCase() ? base : (point) => !base(point)
  }
  PROPERTY.lastIndex = reader.pos
  const match = PROPERTY.exec(reader.text)
  if (match === null) return undefined
  const name = match[2] ?? match[4] ?? ''
  const property = propertyTest(name)
  if (property === undefined) return undefined
  reader.pos = PROPERTY.lastIndex
  const negative = (match[1] === 'P') !== (match[3] === '^')
  return negative ? (point) => !property(point) : property
}

function propertyTest(name: string): Test | undefined {
  const known: Readonly<Record<string, RegExp>> = {
    L: /\p{L}/u,
    Ll: /\p{Ll}/u,
    Lu: /\p{Lu}/u,
    N: /\p{N}/u,
    Nd: /\p{Nd}/u,
    P: /\p{P}/u,
    S: /\p{S}/u,
    Z: /\p{Z}/u,
    Greek: /\p{Script=Greek}/u,
    Latin: /\p{Script=Latin}/u,
    Cyrillic: /\p{Script=Cyrillic}/u,
    Han: /\p{Script=Han}/u,
  }
  const pattern = known[name]
  return pattern === undefined ? undefined : (point) => pattern.test(String.fromCodePoint(point))
}

const POINTS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }
const NUMBERED = /\\(?:x([\dA-Fa-f]{2})|x\{([\dA-Fa-f]{1,6})\}|([0-7]{3}))/y

/** The one character that an escape stands for. */
export function readPoint(reader: Reader): number | undefined {
  const next = reader.text[reader.pos + 1] ?? ''
  const simple = POINTS[next]
  NUMBERED.lastIndex = reader.pos
  const match = NUMBERED.exec(reader.text)
  if (match !== null) {
    reader.pos = NUMBERED.lastIndex
    return match[3] === undefined ? Number.parseInt(match[1] ?? match[2] ?? '', 16) : Number.parseInt(match[3], 8)
  }
  // Punctuation stands for itself; letters and digits that mean nothing are refused.
  if (simple === undefined && (next === '' || /[\dA-Za-z]/.test(next))) return undefined
  reader.pos += 2
  return simple ?? next.codePointAt(0)
}

const POSIX: Readonly<Record<string, RegExp>> = {
  alnum: /[\dA-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[\t ]/,
  digit: /\d/,
  lower: /[a-z]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  word: /\w/,
  xdigit: /[\dA-Fa-f]/,
}
const POSIX_NAME = /\[:(\^?)([a-z]+):\]/y

/** `[a-z\d[:alpha:]]`, at its bracket; undefined for what RE2 refuses. */
export function readClass(reader: Reader, ignoreCase: boolean): Test | undefined {
  const { text } = reader
  const tests: Test[] = []
  reader.pos++
  const negative = text[reader.pos] === '^'
  if (negative) reader.pos++
  for (let first = true; first || text[reader.pos] !== ']'; first = false) {
    if (reader.pos >= text.length) return undefined
    const set = readPosix(reader) ?? (text[reader.pos] === '\\' ? readSet(reader) : undefined)
    if (set !== undefined) {
      tests.push(set)
      continue
    }
    const low = readClassPoint(reader)
    let high = low
    if (text[reader.pos] === '-' && text[reader.pos + 1] !== ']' && reader.pos + 1 < text.length) {
      reader.pos++
      high = readClassPoint(reader)
    }
    if (low === undefined || high === undefined || high < low) return undefined
    tests.push((point) => point >= low && point <= high)
  }
  reader.pos++
  const any: Test = (point) => tests.some((test) => test(point))
  const folded: Test = ignoreCase ? (point) => any(point) || any(fold(point)) || any(capital(point)) : any
  return negative ? (point) => !folded(point) : folded
}

function capital(point: number): number {
  return String.fromCodePoint(point).toUpperCase().codePointAt(0) ?? point
}

function readPosix(reader: Reader): Test | undefined {
  POSIX_NAME.lastIndex = reader.pos
  const match = POSIX_NAME.exec(reader.text)
  const pattern = match === null ? undefined : POSIX[match[2] ?? '']
  if (match === null || pattern === undefined) return undefined
  reader.pos = POSIX_NAME.lastIndex
  return (point) => pattern.test(String.fromCodePoint(point)) !== (match[1] === '^')
}

function readClassPoint(reader: Reader): number | undefined {
  if (reader.text[reader.pos] === '\\') return readPoint(reader)
  const point = reader.text.codePointAt(reader.pos)
  reader.pos += point !== undefined && point > 0xff_ff ? 2 : 1
  return point
}

/** A letter without its case. */
export function fold(point: number): number {
  return String.fromCodePoint(point).toLowerCase().codePointAt(0) ?? point
}
