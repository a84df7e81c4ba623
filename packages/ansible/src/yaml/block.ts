import { originAt, type Note, type SourceFile } from '@breakwater/core'
import { keyOf, type Data, type DictEntry, type Key } from '../data.ts'
import { resolvePlain, yamlString } from './resolve.ts'

/**
 * Reads the plain part of YAML in which inventories and variables are written: block mappings and sequences of scalars on one
 * line. Yields undefined at the first thing beyond that, and the whole text goes to the library instead.
 */
export function readBlocks(file: SourceFile): { readonly documents: Data[]; readonly notes: Note[] } | undefined {
  const reader = new BlockReader(file)
  const data = reader.document()
  return data === undefined ? undefined : { documents: [data], notes: reader.notes }
}

const MAX_DEPTH = 60
const SPACE = 0x20
const NEWLINE = 0x0a
const HASH = 0x23
const COLON = 0x3a
const DASH = 0x2d
const SINGLE = 0x27
const DOUBLE = 0x22

/** Characters that never stand in the subset: tabs, carriage returns, the byte order mark and other controls. */
const BEYOND = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/
/** What may begin a plain scalar here. Others begin it in YAML too, but are left to the library. */
const PLAIN_START = /[A-Za-z0-9_./~+(^$=;\u00a1-\ud7ff]/

class BlockReader {
  readonly notes: Note[] = []
  readonly #file: SourceFile
  readonly #text: string
  /** Of the line that is read: where its content begins and ends, and in which column. */
  #start = 0
  #end = 0
  #column = 0
  #next = 0

  constructor(file: SourceFile) {
    this.#file = file
    this.#text = file.text
  }

  document(): Data | undefined {
    if (BEYOND.test(this.#text)) return undefined
    this.#advance()
    if (this.#start === 0 && this.#text.startsWith('---') && this.#end === 3) this.#advance()
    if (this.#atEnd()) return undefined
    const data = this.#node(0)
    return data !== undefined && this.#atEnd() ? data : undefined
  }

  #atEnd(): boolean {
    return this.#start >= this.#text.length
  }

  /** To the next line that is neither blank nor a comment. */
  #advance(): void {
    const text = this.#text
    for (;;) {
      let at = this.#next
      while (text.charCodeAt(at) === SPACE) at++
      const newline = text.indexOf('\n', at)
      const end = newline === -1 ? text.length : newline
      this.#column = at - this.#next
      this.#next = newline === -1 ? text.length : newline + 1
      this.#start = at
      this.#end = end
      if (at >= text.length) return
      const first = text.charCodeAt(at)
      if (first !== NEWLINE && first !== HASH) return
    }
  }

  #node(depth: number): Data | undefined {
    if (depth > MAX_DEPTH) return undefined
    return this.#isDash() ? this.#sequence(depth) : this.#mapping(depth)
  }

  #isDash(): boolean {
    if (this.#text.charCodeAt(this.#start) !== DASH) return false
    return this.#start + 1 >= this.#end || this.#text.charCodeAt(this.#start + 1) === SPACE
  }

  #mapping(depth: number): Data | undefined {
    const column = this.#column
    const begin = this.#start
    const entries = new Map<Key, DictEntry>()
    let template = false
    let end = begin
    while (!this.#atEnd() && this.#column === column) {
      const colon = this.#keyEnd()
      if (colon === -1) return undefined
      const at = originAt(this.#file, this.#start, colon)
      const word = this.#text.slice(this.#start, colon)
      const key = resolvePlain(word, at)
      const name = keyOf(key)
      if (name === undefined || word.endsWith(' ')) return undefined
      const value = this.#value(colon + 1, column, depth, true)
      if (value === undefined) return undefined
      if (entries.has(name))
        this.notes.push({
          kind: 'syntax',
          message: `YAML: the key ${String(name)} stands twice; the last one counts`,
          at,
        })
      entries.set(name, { key, value })
      template ||= (value.kind === 'string' || value.kind === 'list' || value.kind === 'dict') && value.template
      end = value.at?.span.end ?? end
    }
    if (!this.#atEnd() && this.#column > column) return undefined
    if (template) template = [...entries.values()].some(({ value }) => 'template' in value && value.template)
    return { kind: 'dict', entries, at: originAt(this.#file, begin, end), open: undefined, template }
  }

  #sequence(depth: number): Data | undefined {
    const column = this.#column
    const begin = this.#start
    const items: Data[] = []
    let template = false
    let end = begin
    while (!this.#atEnd() && this.#column === column && this.#isDash()) {
      const value = this.#value(this.#start + 1, column, depth, false)
      if (value === undefined) return undefined
      items.push(value)
      template ||= (value.kind === 'string' || value.kind === 'list' || value.kind === 'dict') && value.template
      end = value.at?.span.end ?? end
    }
    if (!this.#atEnd() && this.#column > column) return undefined
    return { kind: 'list', items, tuple: false, at: originAt(this.#file, begin, end), open: undefined, template }
  }

  /** The colon after a plain key; -1 where the line has none that is this simple. */
  #keyEnd(): number {
    const text = this.#text
    if (!PLAIN_START.test(text[this.#start] ?? '')) return -1
    for (let at = this.#start; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return -1
      if (code === COLON && (at + 1 >= this.#end || text.charCodeAt(at + 1) === SPACE)) {
        const merge = text.charCodeAt(this.#start) === 0x3c || (at - this.#start === 1 && text[this.#start] === '=')
        return merge ? -1 : at
      }
    }
    return -1
  }

  /** What follows a key's colon or a dash: on the line, or on the lines below. */
  #value(from: number, column: number, depth: number, ofKey: boolean): Data | undefined {
    const text = this.#text
    let at = from
    while (at < this.#end && text.charCodeAt(at) === SPACE) at++
    if (at >= this.#end || (text.charCodeAt(at) === HASH && text.charCodeAt(at - 1) === SPACE)) {
      this.#advance()
      if (!this.#atEnd() && (this.#column > column || (ofKey && this.#column === column && this.#isDash())))
        return this.#node(depth + 1)
      return { kind: 'null', at: originAt(this.#file, from, from) }
    }
    if (!ofKey) {
      const inner = this.#innerNode(at, depth)
      if (inner !== 'scalar') return inner
    }
    const scalar = this.#scalar(at)
    if (scalar === undefined) return undefined
    this.#advance()
    // A line that is indented more would be the rest of the scalar.
    return !this.#atEnd() && this.#column > column ? undefined : scalar
  }

  /** A mapping or a sequence that begins on the line of a dash. */
  #innerNode(at: number, depth: number): Data | 'scalar' | undefined {
    const [start, column] = [this.#start, this.#column]
    this.#column += at - this.#start
    this.#start = at
    if (this.#isDash() || this.#keyEnd() !== -1) return this.#node(depth + 1)
    this.#start = start
    this.#column = column
    return 'scalar'
  }

  #scalar(start: number): Data | undefined {
    const text = this.#text
    const first = text.charCodeAt(start)
    if (first === SINGLE || first === DOUBLE) return this.#quoted(start, first)
    if (
      first === DASH
        ? text.charCodeAt(start + 1) === SPACE || start + 1 >= this.#end
        : !PLAIN_START.test(text[start] ?? '')
    )
      return undefined
    let end = this.#end
    for (let at = start; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === COLON && (at + 1 >= this.#end || text.charCodeAt(at + 1) === SPACE)) return undefined
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) {
        end = at
        break
      }
    }
    while (text.charCodeAt(end - 1) === SPACE) end--
    if (end - start === 3 && first === DASH) return undefined
    return resolvePlain(text.slice(start, end), originAt(this.#file, start, end))
  }

  #quoted(start: number, quote: number): Data | undefined {
    const text = this.#text
    const close = text.indexOf(quote === SINGLE ? "'" : '"', start + 1)
    if (close === -1 || close >= this.#end) return undefined
    const value = text.slice(start + 1, close)
    if (quote === DOUBLE && value.includes('\\')) return undefined
    for (let at = close + 1; at < this.#end; at++) {
      const code = text.charCodeAt(at)
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break
      if (code !== SPACE) return undefined
    }
    return yamlString(value, originAt(this.#file, start, close + 1))
  }
}
