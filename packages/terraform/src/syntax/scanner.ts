import type { ErrorNode, Expression, Problem } from './tree.ts'

/** Kinds of tokens; a single character that stands for itself has its code as kind. */
export const NONE = -1
export const EOF = 0
export const IDENT = 1
export const NUMBER = 2
export const HEREDOC = 3
/** Nothing more can be read: an error, or the header of the next block where brackets are open. */
export const STOP = 4
export const INVALID = 5
export const EQUAL = 6
export const NOT_EQUAL = 7
export const LESS_EQUAL = 8
export const GREATER_EQUAL = 9
export const NEWLINE = 10
export const AND = 11
export const OR = 12
export const ARROW = 14
export const ELLIPSIS = 15
export const COLONS = 16
export const QUOTE = 34

/** How deep blocks, brackets and operators may nest; deeper input is a problem, not a crash. */
export const DEEPEST = 400

/** Reads tokens one by one; what a line's end means depends on the brackets that are open. */
export interface Scanner {
  readonly text: string
  /** Where the text ends: that of the file, or that of the heredoc or template within it. */
  limit: number
  /** Where the next token is looked for. */
  pos: number
  /** The token that was looked at, or NONE. */
  token: number
  start: number
  end: number
  /** Open brackets within which line ends do not count. */
  brackets: number
  depth: number
  /** Set by the first problem of an item, until the body recovers. */
  failed: boolean
  readonly problems: Problem[]
  /** Set when a comment has no end: no later one has. */
  unclosedComment: boolean
  unclosedHeredocs: number
  /** The root of the grammar of expressions, through which its parts reach each other. */
  readonly expression: (s: Scanner) => Expression
}

export function scannerFor(expression: Scanner['expression'], text: string, pos: number, limit: number): Scanner {
  return {
    text,
    limit,
    pos,
    token: NONE,
    start: pos,
    end: pos,
    brackets: 0,
    depth: 0,
    failed: false,
    problems: [],
    unclosedComment: false,
    unclosedHeredocs: 0,
    expression,
  }
}

/** The kind of the next token, which stays. */
export function peek(s: Scanner): number {
  if (s.failed) return STOP
  if (s.token === NONE) scan(s)
  return s.token
}

/** Leaves the token that `peek` showed. */
export function take(s: Scanner): void {
  s.pos = s.end
  s.token = NONE
}

/** Takes the token if it is of the kind. */
export function accept(s: Scanner, kind: number): boolean {
  if (peek(s) !== kind) return false
  take(s)
  return true
}

export function expect(s: Scanner, kind: number, message: string): void {
  if (!accept(s, kind)) fail(s, message)
}

/** Goes to a place, which a part of the grammar has read by itself. */
export function jump(s: Scanner, pos: number): void {
  s.pos = pos
  s.token = NONE
}

/** Records a problem at the current token, and lets nothing more be read until the body recovers. */
export function fail(s: Scanner, message: string): ErrorNode {
  if (!s.failed) {
    if (s.token === NONE) scan(s)
    s.problems.push({ start: s.start, end: Math.max(s.end, s.start), message })
    s.failed = true
  }
  return { kind: 'error', start: s.pos, end: s.pos }
}

/** Begins a level of nesting; false where it is one too many. */
export function enter(s: Scanner): boolean {
  if (++s.depth <= DEEPEST) return true
  fail(s, `nested more than ${DEEPEST} levels deep`)
  return false
}

export function leave(s: Scanner): void {
  s.depth--
}

/** The text of the current token. */
export function tokenText(s: Scanner): string {
  return s.text.slice(s.start, s.end)
}

const HEADER =
  /(?:(?:resource|data|ephemeral|module|variable|output|provider|check)[ \t]+"|(?:locals|terraform|import|moved|removed)[ \t]*\{)/y

/** Whether a block of Terraform begins here, which is the beginning of a line. */
export function isHeader(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (!(code >= 97 && code <= 122)) return false
  HEADER.lastIndex = at
  return HEADER.test(text)
}

const START = 1
const CONTINUE = 2
const DIGIT = 4
/** A token of its own, whatever follows. */
const SINGLE = 8
const CLASSES = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[A-Z_a-z]/.test(char)) CLASSES[code] = START | CONTINUE
  else if (/\d/.test(char)) CLASSES[code] = CONTINUE | DIGIT
  else if (char === '-') CLASSES[code] = CONTINUE | SINGLE
  else if ('"()*+,/?[]{}~%'.includes(char)) CLASSES[code] = SINGLE
}
const FOREIGN_START = /\p{ID_Start}/uy
const FOREIGN_CONTINUE = /\p{ID_Continue}/uy

/** The end of the identifier that begins here, or the place itself where none does. */
export function identifierEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at)
  let pos = at
  if (first < 128) {
    if (((CLASSES[first] as number) & START) === 0) return at
    pos++
  } else {
    FOREIGN_START.lastIndex = at
    if (!FOREIGN_START.test(text)) return at
    pos = FOREIGN_START.lastIndex
  }
  while (pos < limit) {
    const code = text.charCodeAt(pos)
    if (code < 128) {
      if (((CLASSES[code] as number) & CONTINUE) === 0) break
      pos++
    } else {
      FOREIGN_CONTINUE.lastIndex = pos
      if (!FOREIGN_CONTINUE.test(text)) break
      pos = FOREIGN_CONTINUE.lastIndex
    }
  }
  return pos
}

/** The end of the line's content: before its `\n` or `\r\n`, or at the limit. */
export function lineEnd(text: string, at: number, limit: number): number {
  const newline = text.indexOf('\n', at)
  if (newline === -1 || newline >= limit) return limit
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline
}

function found(s: Scanner, token: number, start: number, end: number): void {
  s.token = token
  s.start = start
  s.end = end
}

function scan(s: Scanner): void {
  const { text, limit } = s
  let { pos } = s
  while (pos < limit) {
    const code = text.charCodeAt(pos)
    if (code === 32 || code === 9) {
      pos++
    } else if (code === 10 || (code === 13 && text.charCodeAt(pos + 1) === 10)) {
      const after = code === 10 ? pos + 1 : pos + 2
      if (s.brackets === 0) return found(s, NEWLINE, pos, after)
      if (isHeader(text, after)) return found(s, STOP, pos, pos)
      pos = after
    } else if (code === 35 || (code === 47 && text.charCodeAt(pos + 1) === 47)) {
      pos = lineEnd(text, pos, limit)
    } else if (code === 47 && text.charCodeAt(pos + 1) === 42) {
      const close = s.unclosedComment ? -1 : text.indexOf('*/', pos + 2)
      if (close === -1) s.unclosedComment = true
      if (close === -1 || close + 2 > limit) return found(s, INVALID, pos, pos + 2)
      pos = close + 2
    } else {
      return scanToken(s, pos, code)
    }
  }
  found(s, EOF, limit, limit)
}

const NUMBER_TEXT = /\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?/y
export const HEREDOC_OPENER = /<<-?(?=[\p{ID_Start}_])[\p{ID_Continue}-]+\r?\n/uy

function scanToken(s: Scanner, pos: number, code: number): void {
  const { text, limit } = s
  const kind = code < 128 ? (CLASSES[code] as number) : START
  if ((kind & START) !== 0) {
    const end = identifierEnd(text, pos, limit)
    return end > pos ? found(s, IDENT, pos, end) : found(s, INVALID, pos, pos + 1)
  }
  if ((kind & SINGLE) !== 0) return found(s, code, pos, pos + 1)
  if ((kind & DIGIT) !== 0) {
    NUMBER_TEXT.lastIndex = pos
    NUMBER_TEXT.test(text)
    return found(s, NUMBER, pos, Math.min(NUMBER_TEXT.lastIndex, limit))
  }
  scanOperator(s, pos, code)
}

/** A token that may be the beginning of a longer one. */
function scanOperator(s: Scanner, pos: number, code: number): void {
  const { text, limit } = s
  const next = pos + 1 < limit ? text.charCodeAt(pos + 1) : 0
  switch (code) {
    case 46: // .
      return next === 46 && text.charCodeAt(pos + 2) === 46
        ? found(s, ELLIPSIS, pos, pos + 3)
        : found(s, code, pos, pos + 1)
    case 58: // :
      return next === 58 ? found(s, COLONS, pos, pos + 2) : found(s, code, pos, pos + 1)
    case 61: // =
      if (next === 61) return found(s, EQUAL, pos, pos + 2)
      return next === 62 ? found(s, ARROW, pos, pos + 2) : found(s, code, pos, pos + 1)
    case 33: // !
      return next === 61 ? found(s, NOT_EQUAL, pos, pos + 2) : found(s, code, pos, pos + 1)
    case 62: // >
      return next === 61 ? found(s, GREATER_EQUAL, pos, pos + 2) : found(s, code, pos, pos + 1)
    case 60: // <
      if (next === 61) return found(s, LESS_EQUAL, pos, pos + 2)
      if (next === 60) {
        HEREDOC_OPENER.lastIndex = pos
        return HEREDOC_OPENER.test(text)
          ? found(s, HEREDOC, pos, HEREDOC_OPENER.lastIndex)
          : found(s, INVALID, pos, pos + 2)
      }
      return found(s, code, pos, pos + 1)
    case 38: // &
      return next === 38 ? found(s, AND, pos, pos + 2) : found(s, INVALID, pos, pos + 1)
    case 124: // |
      return next === 124 ? found(s, OR, pos, pos + 2) : found(s, INVALID, pos, pos + 1)
    default:
      return found(s, INVALID, pos, pos + 1)
  }
}
