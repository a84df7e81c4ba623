import { exact } from '../data.ts'
import { isSpace } from './chunks.ts'

export type TokenKind = 'name' | 'string' | 'int' | 'float' | 'operator' | 'bad' | 'end'

const OPERATORS2: ReadonlySet<string> = new Set(['//', '**', '==', '!=', '>=', '<='])
const OPERATORS1 = '+-*/%~[](){}><=.:|,;'
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy
const FLOAT = /(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy
const INT = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy

/** Reads the tokens of one tag, one at a time; going back is setting `position`. */
export class Tokens {
  readonly text: string
  readonly limit: number
  kind: TokenKind = 'end'
  start = 0
  end = 0
  /** The name or the operator as written. */
  word = ''
  /** The end of the token before. */
  last: number

  constructor(text: string, start: number, limit: number) {
    this.text = text
    this.limit = limit
    this.last = start
    this.end = start
    this.next()
    this.last = start
  }

  /** Steps to the next token. */
  next(): void {
    this.last = this.end
    let at = this.end
    while (at < this.limit && isSpace(this.text.charCodeAt(at))) at++
    this.start = at
    if (at >= this.limit) {
      this.#take('end', '', at)
      return
    }
    const code = this.text.charCodeAt(at)
    if (isNameStart(code)) {
      let end = at + 1
      while (end < this.limit && isNamePart(this.text.charCodeAt(end))) end++
      if (end < this.limit && this.text.charCodeAt(end) >= 0x80) end = this.#match(NAME, at)
      this.#take('name', this.text.slice(at, end), end)
    } else if (code === 0x22 || code === 0x27) this.#string(at, code)
    else if (code >= 0x30 && code <= 0x39) this.#number(at)
    else if (code >= 0x80) {
      const end = this.#match(NAME, at)
      this.#take(end > at ? 'name' : 'bad', this.text.slice(at, end), Math.max(end, at + 1))
    } else this.#operator(at)
  }

  is(word: string): boolean {
    return this.word === word && (this.kind === 'operator' || this.kind === 'name')
  }

  /** Steps over the word, if it is there. */
  skip(word: string): boolean {
    if (!this.is(word)) return false
    this.next()
    return true
  }

  /** Goes back to a token that began at `start`. */
  rewind(start: number, last: number): void {
    this.end = start
    this.next()
    this.last = last
  }

  /** What a number token says. */
  number(): number | bigint {
    const digits = this.text.slice(this.start, this.end).replaceAll('_', '')
    return this.kind === 'float' ? Number(digits) : exact(BigInt(digits))
  }

  /** What a string token says, its escapes read as Python reads them. */
  string(): string {
    const raw = this.text.slice(this.start + 1, this.end - 1)
    return raw.includes('\\') ? unescape(raw) : raw
  }

  #take(kind: TokenKind, word: string, end: number): void {
    this.kind = kind
    this.word = word
    this.end = Math.min(end, this.limit)
  }

  #match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    const found = pattern.exec(this.text)
    return found === null ? at : Math.min(at + found[0].length, this.limit)
  }

  #number(at: number): void {
    const float = this.#match(FLOAT, at)
    if (float > at && this.text.charCodeAt(at - 1) !== 0x2e) this.#take('float', '', float)
    else {
      const int = this.#match(INT, at)
      this.#take(int > at ? 'int' : 'bad', '', Math.max(int, at + 1))
    }
  }

  #string(at: number, quote: number): void {
    for (let end = at + 1; end < this.limit; end++) {
      const code = this.text.charCodeAt(end)
      if (code === quote) {
        this.#take('string', '', end + 1)
        return
      }
      if (code === 0x5c) end++
    }
    this.#take('bad', '', this.limit)
  }

  #operator(at: number): void {
    const two = this.text.slice(at, Math.min(at + 2, this.limit))
    if (OPERATORS2.has(two)) this.#take('operator', two, at + 2)
    else if (OPERATORS1.includes(two[0] ?? ' ')) this.#take('operator', two[0] ?? '', at + 1)
    else this.#take('bad', two[0] ?? '', at + 1)
  }
}

function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x39)
}

const ESCAPE = /\\(\r?\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g
const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

function unescape(raw: string): string {
  return raw.replace(ESCAPE, (whole, escaped: string) => {
    if (escaped.startsWith('\n') || escaped.startsWith('\r\n')) return ''
    const letter = LETTERS[escaped]
    if (letter !== undefined) return letter
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8))
    if (escaped.length === 1) return whole
    const code = Number.parseInt(escaped.slice(1), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
