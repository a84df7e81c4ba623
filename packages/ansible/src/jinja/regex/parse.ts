/** A pattern of Python's `re`. */
export type Regex =
  | { readonly kind: 'char'; readonly matches: (char: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly kind: 'either'; readonly arms: readonly Regex[] }
  | {
      readonly kind: 'repeat'
      readonly part: Regex
      readonly least: number
      readonly most: number
      readonly lazy: boolean
    }
  | { readonly kind: 'group'; readonly part: Regex; readonly index: number | undefined }
  | { readonly kind: 'look'; readonly part: Regex; readonly ahead: boolean; readonly negated: boolean }
  | { readonly kind: 'back'; readonly index: number }
  | { readonly kind: 'assert'; readonly holds: (text: string, at: number) => boolean }

export interface ParsedRegex {
  readonly pattern: Regex
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}

type Test = (char: string) => boolean

const CLASSES: Readonly<Record<string, Test>> = {
  d: (char) => /\p{Nd}/u.test(char),
  D: (char) => !/\p{Nd}/u.test(char),
  w: (char) => /[\p{L}\p{N}_]/u.test(char),
  W: (char) => !/[\p{L}\p{N}_]/u.test(char),
  s: (char) => /\s/.test(char),
  S: (char) => !/\s/.test(char),
}
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\u0007' }
const MAX_REPEAT = 1000
const MAX_DEPTH = 50

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}_]/u.test(char)
}

/** Reads a pattern; undefined where it is none, or uses something that is not supported. Flags: i, m, s. */
export function parseRegex(source: string, flags: string): ParsedRegex | undefined {
  const parser = new RegexParser(source, flags)
  const pattern = parser.either(0)
  if (parser.failed || parser.at < source.length) return undefined
  return { pattern, groups: parser.groups, names: parser.names }
}

class RegexParser {
  at = 0
  groups = 0
  failed = false
  readonly names = new Map<string, number>()
  readonly #source: string
  #flags: string

  constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  either(depth: number): Regex {
    const arms = [this.#sequence(depth)]
    while (!this.failed && this.#take('|')) arms.push(this.#sequence(depth))
    const [only] = arms
    return only !== undefined && arms.length === 1 ? only : { kind: 'either', arms }
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  #fail(): Regex {
    this.failed = true
    return { kind: 'sequence', parts: [] }
  }

  #sequence(depth: number): Regex {
    const parts: Regex[] = []
    while (!this.failed && this.at < this.#source.length && !/[|)]/.test(this.#source[this.at] ?? '')) {
      const part = this.#atom(depth)
      parts.push(this.#repeated(part))
    }
    return { kind: 'sequence', parts }
  }

  #repeated(first: Regex): Regex {
    let part = first
    for (;;) {
      const bounds = this.#bounds()
      if (bounds === undefined) return part
      const lazy = this.#take('?')
      if (!lazy && this.#take('+')) return this.#fail()
      if (part.kind === 'repeat' || bounds[0] > MAX_REPEAT) return this.#fail()
      part = { kind: 'repeat', part, least: bounds[0], most: bounds[1], lazy }
    }
  }

  #bounds(): [number, number] | undefined {
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY]
    if (this.#take('?')) return [0, 1]
    const match = /^\{(\d*)(,?)(\d*)\}/.exec(this.#source.slice(this.at, this.at + 24))
    if (match === null || (match[1] === '' && match[2] === '')) return undefined
    this.at += match[0].length
    const least = Number(match[1])
    return [least, match[2] === '' ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3])]
  }

  #atom(depth: number): Regex {
    const char = String.fromCodePoint(this.#source.codePointAt(this.at) ?? 0)
    this.at += char.length
    switch (char) {
      case '.': {
        const all = this.#flags.includes('s')
        return { kind: 'char', matches: (c) => all || c !== '\n' }
      }
      case '^': {
        const lines = this.#flags.includes('m')
        return { kind: 'assert', holds: (text, at) => at === 0 || (lines && text[at - 1] === '\n') }
      }
      case '$': {
        const lines = this.#flags.includes('m')
        const holds = (text: string, at: number): boolean =>
          at === text.length || (text[at] === '\n' && (lines || at === text.length - 1))
        return { kind: 'assert', holds }
      }
      case '(':
        return depth > MAX_DEPTH ? this.#fail() : this.#group(depth + 1)
      case '[':
        return { kind: 'char', matches: this.#class() }
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
        return this.#fail()
    }
    return this.#literal(char)
  }

  #literal(char: string): Regex {
    const lower = char.toLowerCase()
    return this.#flags.includes('i')
      ? { kind: 'char', matches: (c) => c.toLowerCase() === lower }
      : { kind: 'char', matches: (c) => c === char }
  }

  #group(depth: number): Regex {
    let index: number | undefined
    let look: { ahead: boolean; negated: boolean } | undefined
    if (this.#take('?')) {
      const flags = /^[aiLmsux]+(?=[:)])/.exec(this.#source.slice(this.at, this.at + 10))?.[0]
      if (flags !== undefined) {
        this.at += flags.length
        if (flags.includes('x')) return this.#fail()
        const before = this.#flags
        this.#flags += flags
        if (this.#take(')')) return { kind: 'sequence', parts: [] }
        this.at++
        const part = this.either(depth)
        this.#flags = before
        return this.#take(')') ? part : this.#fail()
      }
      if (this.#take('P=')) return this.#named()
      if (this.#take('#')) {
        const end = this.#source.indexOf(')', this.at)
        this.at = end + 1
        return end === -1 ? this.#fail() : { kind: 'sequence', parts: [] }
      }
      if (this.#take('=')) look = { ahead: true, negated: false }
      else if (this.#take('!')) look = { ahead: true, negated: true }
      else if (this.#take('<=')) look = { ahead: false, negated: false }
      else if (this.#take('<!')) look = { ahead: false, negated: true }
      else if (this.#take('P<')) index = this.#name()
      else if (!this.#take(':')) return this.#fail()
    } else index = ++this.groups
    const part = this.either(depth)
    if (!this.#take(')')) return this.#fail()
    return look === undefined ? { kind: 'group', part, index } : { kind: 'look', part, ...look }
  }

  #name(): number {
    const name = /^\w+(?=>)/.exec(this.#source.slice(this.at, this.at + 100))?.[0]
    if (name === undefined) this.failed = true
    this.at += (name?.length ?? 0) + 1
    this.groups++
    this.names.set(name ?? '', this.groups)
    return this.groups
  }

  #named(): Regex {
    const name = /^\w+(?=\))/.exec(this.#source.slice(this.at, this.at + 100))?.[0] ?? ''
    const index = this.names.get(name)
    this.at += name.length + 1
    return index === undefined ? this.#fail() : { kind: 'back', index }
  }

  #escape(): Regex {
    const char = this.#source[this.at] ?? ''
    this.at++
    switch (char) {
      case 'A':
        return { kind: 'assert', holds: (_, at) => at === 0 }
      case 'Z':
        return { kind: 'assert', holds: (text, at) => at === text.length }
      case 'b':
        return { kind: 'assert', holds: (text, at) => isWord(text[at - 1]) !== isWord(text[at]) }
      case 'B':
        return { kind: 'assert', holds: (text, at) => isWord(text[at - 1]) === isWord(text[at]) }
      case '':
        return this.#fail()
    }
    const test = CLASSES[char]
    if (test !== undefined) return { kind: 'char', matches: test }
    if (/[1-9]/.test(char)) {
      const more = /^\d/.exec(this.#source.slice(this.at, this.at + 1))?.[0] ?? ''
      this.at += more.length
      return { kind: 'back', index: Number(char + more) }
    }
    const literal = this.#escaped(char)
    return literal === undefined ? this.#fail() : this.#literal(literal)
  }

  #escaped(char: string): string | undefined {
    const letter = LETTERS[char]
    if (letter !== undefined) return letter
    const hex = char === 'x' ? 2 : char === 'u' ? 4 : 0
    if (hex > 0) {
      const digits = this.#source.slice(this.at, this.at + hex)
      this.at += hex
      return /^[\da-fA-F]+$/.test(digits) && digits.length === hex
        ? String.fromCharCode(Number.parseInt(digits, 16))
        : undefined
    }
    if (char === '0') return '\0'
    return /[a-zA-Z]/.test(char) ? undefined : char
  }

  #class(): Test {
    const negated = this.#take('^')
    const tests: Test[] = []
    const fold = this.#flags.includes('i')
    for (let first = true; ; first = false) {
      if (this.at >= this.#source.length) {
        this.failed = true
        break
      }
      if (!first && this.#take(']')) break
      const from = this.#classMember(tests)
      if (from === undefined) continue
      let to = from
      if (this.#source[this.at] === '-' && this.#source[this.at + 1] !== ']' && this.at + 1 < this.#source.length) {
        this.at++
        to = this.#classMember(tests) ?? from
      }
      const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]
      const inside = (char: string): boolean => {
        const code = char.codePointAt(0) ?? -1
        return code >= low && code <= high
      }
      tests.push(fold ? (char) => inside(char.toLowerCase()) || inside(char.toUpperCase()) : inside)
    }
    return (char) => tests.some((test) => test(char)) !== negated
  }

  /** A literal character; undefined where it was a class. */
  #classMember(tests: Test[]): string | undefined {
    const char = String.fromCodePoint(this.#source.codePointAt(this.at) ?? 0)
    this.at += char.length
    if (char !== '\\') return char
    const escaped = this.#source[this.at] ?? ''
    this.at++
    const test = CLASSES[escaped]
    if (test !== undefined) {
      tests.push(test)
      return undefined
    }
    if (escaped === 'b') return '\b'
    const literal = this.#escaped(escaped)
    if (literal === undefined) this.failed = true
    return literal
  }
}
