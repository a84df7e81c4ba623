import { fold, readClass, readPoint, readSet, type Reader } from './classes.ts'

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
    case '[': {
      const test = readClass(reader, flags.ignoreCase)
      return test === undefined ? fail(reader) : { kind: 'char', test }
    }
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
