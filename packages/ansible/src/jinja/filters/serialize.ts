import { sha256 } from '@breakwater/core'
import { fromPlain, list, string, unresolved, type Data } from '../../data.ts'
import { parseYaml } from '../../yaml.ts'
import type { Args, Filter } from '../calls.ts'
import { floatText, printText } from '../print.ts'
import { compareText } from '../python.ts'

/** JSON as Python's `json.dumps` writes it; undefined where a value has no JSON. */
function toJson(data: Data, indent: number | undefined, sort: boolean, level = 0): string | undefined {
  switch (data.kind) {
    case 'null':
      return 'null'
    case 'bool':
      return String(data.value)
    case 'int':
      return String(data.value)
    case 'float':
      return floatText(data.value)
    case 'string':
      return JSON.stringify(data.value).replace(
        /[\u007f-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    case 'list':
      return bracketed(
        '[',
        data.items.map((item) => toJson(item, indent, sort, level + 1)),
        ']',
        indent,
        level,
      )
    case 'dict': {
      const pairs = [...data.entries.values()].map(({ key, value }): [string, string | undefined] => [
        printText(key) ?? '',
        toJson(value, indent, sort, level + 1),
      ])
      if (sort) pairs.sort((a, b) => compareText(a[0], b[0]))
      const texts = pairs.map(([key, value]) => (value === undefined ? undefined : `${JSON.stringify(key)}: ${value}`))
      return bracketed('{', texts, '}', indent, level)
    }
    case 'undefined':
    case 'unknown':
    case 'callable':
      return undefined
  }
}

function bracketed(
  open: string,
  items: readonly (string | undefined)[],
  close: string,
  indent: number | undefined,
  level: number,
): string | undefined {
  if (items.includes(undefined)) return undefined
  if (items.length === 0) return open + close
  if (indent === undefined) return open + items.join(', ') + close
  const pad = `\n${' '.repeat(indent * (level + 1))}`
  return `${open}${pad}${items.join(`,${pad}`)}\n${' '.repeat(indent * level)}${close}`
}

function json(usualIndent: number | undefined, usualSort: boolean): Filter {
  return (target, args) => {
    const sort = args.named.get('sort_keys')
    const indent = args.int(0, 'indent') ?? usualIndent
    const text = toJson(
      target,
      indent === undefined ? undefined : Math.min(indent, 20),
      sort?.kind === 'bool' ? sort.value : usualSort,
    )
    return text === undefined ? undefined : string(text)
  }
}

const fromYaml: Filter = (target) => {
  if (target.kind !== 'string') return undefined
  const file = parseYaml({ path: target.at?.span.file.path ?? '', text: target.value })
  return file.notes.length > 0 ? undefined : unplaced(file.documents[0] ?? list([]), target.at)
}

/** Values of a text within a text are edited where that text is. */
function unplaced(data: Data, at: Data['at']): Data {
  if (data.kind === 'list') return { ...data, at, items: data.items.map((item) => unplaced(item, at)), template: false }
  if (data.kind === 'string') return { ...data, at, template: false }
  if (data.kind !== 'dict') return { ...data, at }
  const entries = new Map(
    [...data.entries].map(([key, item]) => [key, { key: unplaced(item.key, at), value: unplaced(item.value, at) }]),
  )
  return { ...data, at, entries, template: false }
}

const fromJson: Filter = (target) => {
  if (target.kind !== 'string') return undefined
  try {
    return unplaced(fromPlain(JSON.parse(target.value)), target.at)
  } catch {
    return undefined
  }
}

/** YAML as PyYAML dumps it: block style, keys sorted. */
function toYaml(data: Data, indent: string): string | undefined {
  if (data.kind === 'dict' && data.entries.size > 0) {
    const pairs = [...data.entries.values()].map(({ key, value }): [string, Data] => [printText(key) ?? '', value])
    pairs.sort((a, b) => compareText(a[0], b[0]))
    const lines = pairs.map(([key, value]) => {
      const text = toYaml(value, value.kind === 'dict' ? `${indent}    ` : indent)
      const nested =
        (value.kind === 'dict' && value.entries.size > 0) || (value.kind === 'list' && value.items.length > 0)
      return text === undefined
        ? undefined
        : nested
          ? `${indent}${yamlWord(key)}:\n${text}`
          : `${indent}${yamlWord(key)}: ${text}`
    })
    return lines.includes(undefined) ? undefined : lines.join('\n')
  }
  if (data.kind === 'list' && data.items.length > 0) {
    const lines = data.items.map((item) => {
      const text = toYaml(item, `${indent}    `)
      const nested = (item.kind === 'dict' && item.entries.size > 0) || (item.kind === 'list' && item.items.length > 0)
      return text === undefined ? undefined : `${indent}-   ${nested ? text.trimStart() : text}`
    })
    return lines.includes(undefined) ? undefined : lines.join('\n')
  }
  return data.kind === 'string' ? yamlWord(data.value) : toJson(data, undefined, false)
}

function yamlWord(text: string): string | undefined {
  if (
    /^[A-Za-z_/][\w ./-]*$/.test(text) &&
    !/\s$/.test(text) &&
    parseYaml({ path: '', text }).documents[0]?.kind === 'string'
  )
    return text
  return text.includes('\n') || text.includes('"') ? undefined : `'${text.replaceAll("'", "''")}'`
}

function bytesOf(text: string): number[] {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return bytes
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(text: string): string {
  const bytes = bytesOf(text)
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    out += (DIGITS[a >> 2] ?? '') + (DIGITS[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? '')
    out +=
      (b === undefined ? '=' : (DIGITS[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? '')) +
      (c === undefined ? '=' : (DIGITS[c & 63] ?? ''))
  }
  return out
}

function fromBase64(text: string): string | undefined {
  const clean = text.replace(/[\s=]/g, '')
  if (!/^[\w+/]*$/.test(clean) || clean.includes('_')) return undefined
  let bits = 0
  let buffer = 0
  let escaped = ''
  for (const char of clean) {
    buffer = ((buffer << 6) | DIGITS.indexOf(char)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    escaped += `%${((buffer >> bits) & 255).toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}

function hashed(kind: string): Filter {
  return (target: Data, args: Args) => {
    const text = printText(target)
    const name = kind === 'hash' ? (args.string(0, 'hashtype') ?? 'sha1') : kind
    if (name === 'sha256' && text !== undefined) return string(sha256(text))
    return unresolved(`filter ${name}`, 'filter')
  }
}

export const serializeFilters: Readonly<Record<string, Filter>> = {
  to_json: json(undefined, false),
  tojson: json(undefined, true),
  to_nice_json: json(4, true),
  from_json: fromJson,
  from_yaml: fromYaml,
  to_yaml: (target) => yamlFilter(target),
  to_nice_yaml: (target) => yamlFilter(target),
  b64encode: (target) => (target.kind === 'string' ? string(base64(target.value), target.at) : undefined),
  b64decode: (target) => {
    const text = target.kind === 'string' ? fromBase64(target.value) : undefined
    return text === undefined ? undefined : string(text, target.at)
  },
  hash: hashed('hash'),
  checksum: hashed('sha1'),
  sha1: hashed('sha1'),
  md5: hashed('md5'),
}

function yamlFilter(target: Data): Data | undefined {
  const text = toYaml(target, '')
  return text === undefined ? undefined : string(`${text}\n`)
}
