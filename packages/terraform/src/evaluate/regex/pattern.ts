/** A regular expression in RE2's syntax, read. */
export type Pattern =
  | { readonly kind: 'char'; readonly test: (point: number) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'repeat'
      readonly item: Pattern
      readonly least: number
      readonly most: number
      readonly greedy: boolean
    }
  | { readonly kind: 'group'; readonly item: Pattern; readonly index: number }
  | { readonly kind: 'assert'; readonly what: Assertion }

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'boundary' | 'no-boundary'

export interface ParsedPattern {
  readonly pattern: Pattern
  /** The names of the groups in order; undefined for a group without one. */
  readonly groups: readonly (string | undefined)[]
}

interface Flags {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
  readonly multiLine: boolean
  readonly ungreedy: boolean
}

interface Reader {
  readonly text: string
  readonly groups: (string | undefined)[]
  pos: number
  depth: number
  failed: boolean
}

const MOST_REPEATS = 1000
const DEEPEST = 100
const NO_FLAGS: Flags = { ignoreCase: false, dotAll: false, multiLine: false, ungreedy: false }

/** Reads a pattern; undefined for what RE2 refuses, or is not supported. */
export function parsePattern(text: string): ParsedPattern | undefined {
  const reader: Reader = { text, groups: [], pos: 0, depth: 0, failed: text.length > 10_000 }
  const pattern = readChoice(reader, NO_FLAGS)
  return reader.failed || reader.pos < text.length ? undefined : { pattern, groups: reader.groups }
}

const EMPTY: Pattern = { kind: 'sequence', items: [] }

function fail(reader: Reader): Pattern {
  reader.failed = true
  reader.pos = reader.text.length
  return EMPTY
}

function readChoice(reader: Reader, outer: Flags): Pattern {
  if (++reader.depth > DEEPEST) return fail(reader)
  const options: Pattern[] = []
  let flags = outer
  let items: Pattern[] = []
  while (reader.pos < reader.text.length && reader.text[reader.pos] !== ')') {
    if (reader.text[reader.pos] === '|') {
      options.push({ kind: 'sequence', items })
      items = []
      reader.pos++
      continue
    }
    const changed = readFlags(reader, flags)
    if (changed !== undefined) {
      flags = changed
      continue
    }
    items.push(readRepeats(reader, readAtom(reader, flags), flags))
  }
  reader.depth--
  options.push({ kind: 'sequence', items })
  return options.length === 1 ? (options[0] as Pattern) : { kind: 'choice', items: options }
}

const FLAGS = /\(\?([imsU]*)(?:-([imsU]+))?\)/y

/** `(?i)`: flags for what follows in this group. */
function readFlags(reader: Reader, flags: Flags): Flags | undefined {
  FLAGS.lastIndex = reader.pos
  const match = FLAGS.exec(reader.text)
  if (match === null) return undefined
  reader.pos = FLAGS.lastIndex
  return withFlags(flags, match[1] ?? '', match[2] ?? '')
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, before: boolean): boolean => (on.includes(letter) || before) && !off.includes(letter)
  return {
    ignoreCase: value('i', flags.ignoreCase),
    dotAll: value('s', flags.dotAll),
    multiLine: value('m', flags.multiLine),
    ungreedy: value('U', flags.ungreedy),
  }
}

const COUNT = /\{(\d+)(?:(,)(\d*))?\}/y

function readRepeats(reader: Reader, atom: Pattern, flags: Flags): Pattern {
  let item = atom
  for (let count = 0; ; count++) {
    const char = reader.text[reader.pos]
    let least = 0
    let most = Number.POSITIVE_INFINITY
    COUNT.lastIndex = reader.pos
    const counted = char === '{' ? COUNT.exec(reader.text) : null
    if (counted !== null) {
      least = Number(counted[1])
      most = counted[2] === undefined ? least : counted[3] === '' ? most : Number(counted[3])
      reader.pos = COUNT.lastIndex
      if (least > MOST_REPEATS || (most !== Number.POSITIVE_INFINITY && (most > MOST_REPEATS || most < least)))
        return fail(reader)
    } else if (char === '*' || char === '+' || char === '?') {
      if (char === '+') least = 1
      if (char === '?') most = 1
      reader.pos++
    } else {
      return item
    }
    // RE2 refuses a repetition of a repetition.
    if (count > 0) return fail(reader)
    const isLazy = reader.text[reader.pos] === '?'
    if (isLazy) reader.pos++
    item = { kind: 'repeat', item, least, most, greedy: isLazy === flags.ungreedy }
  }
}

const GROUP = /\((?:\?(?:P?<([A-Za-z_]\w*)>|([imsU]*)(?:-([imsU]+))?:))?/y

function readGroup(reader: Reader, flags: Flags): Pattern {
  GROUP.lastIndex = reader.pos
  const match = GROUP.exec(reader.text)
  reader.pos = GROUP.lastIndex
  if (match === null || (reader.text[reader.pos] === '?' && match[0] === '(')) return fail(reader)
  const captures = match[0] === '(' || match[1] !== undefined
  const index = captures ? reader.groups.push(match[1]) : 0
  const item = readChoice(reader, captures ? flags : withFlags(flags, match[2] ?? '', match[3] ?? ''))
  if (reader.text[reader.pos] !== ')') return fail(reader)
  reader.pos++
  return captures ? { kind: 'group', item, index } : item
}

function readAtom(reader: Reader, flags: Flags): Pattern {
  const { text } = reader
  const char = text[reader.pos]
  switch (char) {
    case '(':
      return readGroup(reader, flags)
    case '[':
      return readClass(reader, flags)
    case '.':
      reader.pos++
      return { kind: 'char', test: flags.dotAll ? () => true : (point) => point !== 10 }
    case '^':
      reader.pos++
      return { kind: 'assert', what: flags.multiLine ? 'line-start' : 'text-start' }
    case '$':
      reader.pos++
      return { kind: 'assert', what: flags.multiLine ? 'line-end' : 'text-end' }
    case '*':
    case '+':
    case '?':
      return fail(reader)
    case '\\':
      return readEscape(reader, flags)
    case undefined:
      return fail(reader)
    default: {
      const point = text.codePointAt(reader.pos) ?? 0
      reader.pos += point > 0xff_ff ? 2 : 1
      return letter(point, flags)
    }
  }
}

function letter(point: number, { ignoreCase }: Flags): Pattern {
  if (!ignoreCase) return { kind: 'char', test: (other) => other === point }
  const folded = fold(point)
  return { kind: 'char', test: (other) => fold(other) === folded }
}

function fold(point: number): number {
  return String.fromCodePoint(point).toLowerCase().codePointAt(0) ?? point
}

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  b: 'boundary',
  B: 'no-boundary',
}

function readEscape(reader: Reader, flags: Flags): Pattern {
  const next = reader.text[reader.pos + 1] ?? ''
  const what = ASSERTIONS[next]
  if (what !== undefined) {
    reader.pos += 2
    return { kind: 'assert', what }
  }
  if (next === 'Q') {
    const end = reader.text.indexOf(String.raw`\E`, reader.pos)
    const literal = reader.text.slice(reader.pos + 2, end === -1 ? undefined : end)
    reader.pos = end === -1 ? reader.text.length : end + 2
    return { kind: 'sequence', items: Array.from(literal, (char) => letter(char.codePointAt(0) ?? 0, flags)) }
  }
  const set = readSet(reader)
  if (set !== undefined) return { kind: 'char', test: set }
  const point = readPoint(reader)
  return point === undefined ? fail(reader) : letter(point, flags)
}

type Test = (point: number) => boolean

const isDigit: Test = (point) => point >= 48 && point <= 57
const isWord: Test = (point) =>
  isDigit(point) || (point >= 65 && point <= 90) || point === 95 || (point >= 97 && point <= 122)
const isSpace: Test = (point) => point === 32 || point === 9 || point === 10 || point === 12 || point === 13
const PROPERTY = /\\([pP])(?:([A-Z])|\{(\^?)(\w+)\})/y

/** `\d`, `\W`, `\pL`, `\p{Greek}`; undefined, with nothing read, for any other escape. */
function readSet(reader: Reader): Test | undefined {
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
function readPoint(reader: Reader): number | undefined {
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

function readClass(reader: Reader, flags: Flags): Pattern {
  const { text } = reader
  const tests: Test[] = []
  reader.pos++
  const negative = text[reader.pos] === '^'
  if (negative) reader.pos++
  for (let first = true; first || text[reader.pos] !== ']'; first = false) {
    if (reader.pos >= text.length) return fail(reader)
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
    if (low === undefined || high === undefined || high < low) return fail(reader)
    tests.push((point) => point >= low && point <= high)
  }
  reader.pos++
  const any: Test = (point) => tests.some((test) => test(point))
  const folded: Test = flags.ignoreCase ? (point) => any(point) || any(fold(point)) || any(capital(point)) : any
  return { kind: 'char', test: negative ? (point) => !folded(point) : folded }
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
