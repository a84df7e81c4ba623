import type { Origin } from '@breakwater/core'
import { dict, float, int, keyOf, list, NULL, tuple, type Data, type DictEntry, type Key } from '../data.ts'
import { yamlString } from '../yaml/resolve.ts'

const DEEPEST = 50

class Malformed extends Error {}

/**
 * A value of an INI inventory as Ansible types it: what Python reads as a literal (`5`, `True`, `['a']`, `"text"`), else the
 * text itself (`true`, `yes`, `10.0.0.1`). `at` is the place of the text.
 */
export function iniValue(text: string, at: Origin): Data {
  const trimmed = text.trim()
  // A number, a quote, a bracket, a sign or one of three words begins every literal.
  if (!/^(?:[-+\d.'"[({]|None\b|True\b|False\b|[rRuUbB]+['"])/.test(trimmed)) return yamlString(text, at)
  try {
    const reader = new LiteralReader(trimmed, at)
    return reader.all()
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return yamlString(text, at)
  }
}

class LiteralReader {
  #at = 0
  readonly #text: string
  readonly #origin: Origin

  constructor(text: string, origin: Origin) {
    this.#text = text
    this.#origin = origin
  }

  all(): Data {
    const value = this.#value(0)
    this.#blanks()
    // A comment is none of the value.
    if (this.#at < this.#text.length && this.#text[this.#at] !== '#') throw new Malformed()
    return value
  }

  #value(depth: number): Data {
    if (depth > DEEPEST) throw new Malformed()
    this.#blanks()
    const character = this.#text[this.#at] ?? ''
    if (character === '[') return this.#sequence(']', depth)
    if (character === '(') return this.#sequence(')', depth)
    if (character === '{') return this.#mapping(depth)
    if (character === '"' || character === "'") return this.#string()
    const word = /[^\s,\]})#:]*/y
    word.lastIndex = this.#at
    const [text = ''] = word.exec(this.#text) ?? []
    this.#at += text.length
    return this.#scalar(text)
  }

  #scalar(text: string): Data {
    if (text === 'None') return { ...NULL, at: this.#origin }
    if (text === 'True' || text === 'False') return { kind: 'bool', value: text === 'True', at: this.#origin }
    if (/^[-+]?(?:0|[1-9][\d_]*|0+)$/.test(text)) return int(BigInt(text.replaceAll('_', '')), this.#origin)
    if (/^0[xX][\da-fA-F]+$|^0[oO][0-7]+$|^0[bB][01]+$/.test(text)) return int(BigInt(text.toLowerCase()), this.#origin)
    if (/^[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?$/.test(text) && /[.eE]/.test(text))
      return float(Number(text), this.#origin)
    throw new Malformed()
  }

  #string(): Data {
    const quote = this.#text[this.#at] ?? ''
    let value = ''
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text[at] ?? ''
      if (character === quote) {
        const { span } = this.#origin
        const whole = this.#at === 0 && at === this.#text.length - 1
        const inner = { ...span, start: span.start + 1, end: span.end - 1 }
        this.#at = at + 1
        return yamlString(value, whole && inner.end > inner.start ? { ...this.#origin, span: inner } : this.#origin)
      }
      if (character === '\\') value += escaped(this.#text[++at] ?? '')
      else value += character
    }
    throw new Malformed()
  }

  #sequence(close: string, depth: number): Data {
    const items: Data[] = []
    this.#at++
    for (;;) {
      this.#blanks()
      if (this.#text[this.#at] === close) break
      items.push(this.#value(depth + 1))
      this.#blanks()
      if (this.#text[this.#at] === ',') this.#at++
      else if (this.#text[this.#at] !== close) throw new Malformed()
    }
    this.#at++
    if (close === ')') return { ...tuple(items), at: this.#origin }
    const template = items.some((item) => 'template' in item && item.template)
    return { ...list(items, this.#origin), template }
  }

  #mapping(depth: number): Data {
    const entries = new Map<Key, DictEntry>()
    this.#at++
    for (;;) {
      this.#blanks()
      if (this.#text[this.#at] === '}') break
      const key = this.#value(depth + 1)
      const name = keyOf(key)
      this.#blanks()
      if (name === undefined || this.#text[this.#at++] !== ':') throw new Malformed()
      entries.set(name, { key, value: this.#value(depth + 1) })
      this.#blanks()
      if (this.#text[this.#at] === ',') this.#at++
      else if (this.#text[this.#at] !== '}') throw new Malformed()
    }
    this.#at++
    const template = [...entries.values()].some(({ value }) => 'template' in value && value.template)
    return { ...dict(entries, this.#origin), template }
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
  }
}

function escaped(character: string): string {
  switch (character) {
    case 'n':
      return '\n'
    case 't':
      return '\t'
    case '\\':
    case '"':
    case "'":
      return character
    default:
      return `\\${character}`
  }
}
