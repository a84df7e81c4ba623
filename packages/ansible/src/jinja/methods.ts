import {
  bool,
  entry,
  int,
  keyOf,
  list,
  NULL,
  string,
  tuple,
  type Data,
  type DictData,
  type ListData,
  type StringData,
} from '../data.ts'
import type { Args } from './calls.ts'
import { formatBraces } from './format.ts'
import { compare, equal } from './python.ts'

type Method<T> = (self: T, args: Args) => Data | undefined

function keys(self: DictData): Data[] {
  return [...self.entries.values()].map((item) => item.key)
}

export const dictMethods: Readonly<Record<string, Method<DictData>>> = {
  items: (self) =>
    list(
      [...self.entries.values()].map(({ key, value }) => tuple([key, value])),
      self.at,
      self.open,
    ),
  keys: (self) => list(keys(self), self.at, self.open),
  values: (self) =>
    list(
      [...self.entries.values()].map((item) => item.value),
      self.at,
      self.open,
    ),
  get: (self, args) => {
    const key = keyOf(args.at(0, 'key') ?? NULL)
    const found = key === undefined ? undefined : entry(self, key)
    if (found !== undefined) return found
    return self.open === undefined ? (args.at(1, 'default') ?? NULL) : undefined
  },
  update: (self, args) => {
    const other = args.at(0, 'other')
    if (other?.kind === 'dict') for (const [key, value] of other.entries) self.entries.set(key, value)
    for (const [name, value] of args.named) self.entries.set(name, { key: string(name), value })
    return other === undefined || other.kind === 'dict' ? NULL : undefined
  },
  pop: (self, args) => {
    const key = keyOf(args.at(0, 'key') ?? NULL)
    const found = key === undefined ? undefined : entry(self, key)
    if (key !== undefined) self.entries.delete(key)
    return found ?? args.at(1, 'default')
  },
  setdefault: (self, args) => {
    const name = args.at(0, 'key') ?? NULL
    const key = keyOf(name)
    if (key === undefined) return undefined
    const found = entry(self, key)
    if (found !== undefined) return found
    const value = args.at(1, 'default') ?? NULL
    self.entries.set(key, { key: name, value })
    return value
  },
  copy: (self) => ({ ...self, entries: new Map(self.entries) }),
  clear: (self) => {
    self.entries.clear()
    return NULL
  },
  popitem: () => undefined,
  fromkeys: () => undefined,
}

export const listMethods: Readonly<Record<string, Method<ListData>>> = {
  append: (self, args) => {
    self.items.push(args.at(0, 'object') ?? NULL)
    return NULL
  },
  extend: (self, args) => {
    const other = args.at(0, 'iterable')
    if (other?.kind !== 'list') return undefined
    self.items.push(...other.items.slice(0, 100_000))
    return NULL
  },
  insert: (self, args) => {
    self.items.splice(args.int(0, 'index') ?? 0, 0, args.at(1, 'object') ?? NULL)
    return NULL
  },
  pop: (self, args) => {
    const at = args.int(0, 'index') ?? -1
    return self.items.splice(at < 0 ? self.items.length + at : at, 1)[0]
  },
  remove: (self, args) => {
    const at = self.items.findIndex((item) => equal(item, args.at(0, 'value') ?? NULL) === true)
    if (at !== -1) self.items.splice(at, 1)
    return at === -1 ? undefined : NULL
  },
  index: (self, args) => {
    const at = self.items.findIndex((item) => equal(item, args.at(0, 'value') ?? NULL) === true)
    return at === -1 ? undefined : int(at)
  },
  count: (self, args) => int(self.items.filter((item) => equal(item, args.at(0, 'value') ?? NULL) === true).length),
  sort: (self) => {
    self.items.sort((a, b) => compare(a, b) ?? 0)
    return NULL
  },
  reverse: (self) => {
    self.items.reverse()
    return NULL
  },
  copy: (self) => ({ ...self, items: [...self.items] }),
  clear: (self) => {
    self.items.length = 0
    return NULL
  },
}

/** Methods that change what they are called on. */
export const MUTATING: ReadonlySet<string> = new Set(
  'append extend insert pop remove sort reverse clear update setdefault'.split(' '),
)

function mapped(change: (text: string) => string): Method<StringData> {
  return (self) => string(change(self.value), self.at)
}

function tested(pattern: RegExp): Method<StringData> {
  return (self) => bool(pattern.test(self.value))
}

function affix(which: 'startsWith' | 'endsWith'): Method<StringData> {
  return (self, args) => {
    const wanted = args.at(0, 'prefix')
    const words = wanted?.kind === 'list' ? wanted.items : wanted === undefined ? [] : [wanted]
    return bool(words.some((word) => word.kind === 'string' && self.value[which](word.value)))
  }
}

function strip(start: boolean, end: boolean): Method<StringData> {
  return (self, args) => {
    const chars = args.string(0, 'chars')
    const drops = (char: string): boolean => (chars === undefined ? /\s/.test(char) : chars.includes(char))
    let from = 0
    let to = self.value.length
    if (start) while (from < to && drops(self.value[from] ?? '')) from++
    if (end) while (to > from && drops(self.value[to - 1] ?? '')) to--
    return string(self.value.slice(from, to), self.at)
  }
}

function parts(self: StringData, texts: readonly string[]): Data {
  return list(texts.map((text) => string(text, self.at)))
}

function found(from: 'indexOf' | 'lastIndexOf', fails: boolean): Method<StringData> {
  return (self, args) => {
    const at = self.value[from](args.string(0, 'sub') ?? '')
    return at === -1 && fails ? undefined : int(at)
  }
}

function pad(change: (text: string, width: number, fill: string) => string): Method<StringData> {
  return (self, args) => {
    const width = args.int(0, 'width')
    if (width === undefined || width > 10_000) return undefined
    return string(change(self.value, width, args.string(1, 'fillchar') ?? ' '), self.at)
  }
}

export function centre(text: string, width: number, fill: string): string {
  const space = Math.max(width - text.length, 0)
  const left = Math.floor(space / 2) + (space & width & 1)
  return fill.repeat(left) + text + fill.repeat(space - left)
}

export function titleCase(text: string): string {
  return text.replace(/[\p{L}]+/gu, (word) => capitalised(word))
}

export function capitalised(text: string): string {
  return (text[0] ?? '').toUpperCase() + text.slice(1).toLowerCase()
}

export function splitText(text: string, separator: string | undefined, most: number): string[] {
  if (separator === '') return [text]
  const out: string[] = []
  let rest = separator === undefined ? text.trimStart() : text
  const parts = most < 0 ? Number.POSITIVE_INFINITY : most
  for (;;) {
    if (out.length >= parts) break
    const at = separator === undefined ? rest.search(/\s/) : rest.indexOf(separator)
    if (at === -1) break
    out.push(rest.slice(0, at))
    rest = separator === undefined ? rest.slice(at).trimStart() : rest.slice(at + separator.length)
  }
  if (separator !== undefined || rest !== '') out.push(separator === undefined ? rest.trimEnd() : rest)
  return out
}

export const stringMethods: Readonly<Record<string, Method<StringData>>> = {
  upper: mapped((text) => text.toUpperCase()),
  lower: mapped((text) => text.toLowerCase()),
  casefold: mapped((text) => text.toLowerCase()),
  title: mapped(titleCase),
  capitalize: mapped(capitalised),
  swapcase: mapped((text) =>
    Array.from(text, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''),
  ),
  strip: strip(true, true),
  lstrip: strip(true, false),
  rstrip: strip(false, true),
  split: (self, args) => {
    const separator = args.string(0, 'sep')
    return parts(self, splitText(self.value, separator, args.int(1, 'maxsplit') ?? -1))
  },
  rsplit: (self, args) => {
    const separator = args.string(0, 'sep')
    const most = args.int(1, 'maxsplit') ?? -1
    if (most < 0) return parts(self, splitText(self.value, separator, -1))
    const all = splitText(self.value, separator, -1)
    const head = all.slice(0, Math.max(all.length - most, 0)).join(separator ?? ' ')
    return parts(self, all.length > most ? [head, ...all.slice(all.length - most)] : all)
  },
  splitlines: (self) =>
    parts(
      self,
      self.value
        .replace(/(?:\r\n|\n|\r)$/, '')
        .split(/\r\n|\n|\r/)
        .filter((line, _, all) => all.length > 1 || line !== '' || self.value !== ''),
    ),
  join: () => undefined,
  replace: (self, args) => {
    const from = args.string(0, 'old')
    const to = args.string(1, 'new')
    if (from === undefined || to === undefined) return undefined
    return string(replaceText(self.value, from, to, args.int(2, 'count') ?? -1), self.at)
  },
  startswith: affix('startsWith'),
  endswith: affix('endsWith'),
  removeprefix: (self, args) => {
    const prefix = args.string(0, 'prefix') ?? ''
    return string(self.value.startsWith(prefix) ? self.value.slice(prefix.length) : self.value, self.at)
  },
  removesuffix: (self, args) => {
    const suffix = args.string(0, 'suffix') ?? ''
    const ends = suffix !== '' && self.value.endsWith(suffix)
    return string(ends ? self.value.slice(0, -suffix.length) : self.value, self.at)
  },
  find: found('indexOf', false),
  rfind: found('lastIndexOf', false),
  index: found('indexOf', true),
  rindex: found('lastIndexOf', true),
  count: (self, args) => {
    const wanted = args.string(0, 'sub')
    return wanted === undefined || wanted === '' ? undefined : int(self.value.split(wanted).length - 1)
  },
  format: (self, args) => {
    const text = formatBraces(self.value, args)
    return text === undefined ? undefined : string(text)
  },
  isdigit: tested(/^\p{Nd}+$/u),
  isdecimal: tested(/^\p{Nd}+$/u),
  isnumeric: tested(/^\p{N}+$/u),
  isalpha: tested(/^\p{L}+$/u),
  isalnum: tested(/^[\p{L}\p{N}]+$/u),
  isspace: tested(/^\s+$/),
  isupper: (self) => bool(/\p{Lu}/u.test(self.value) && !/\p{Ll}/u.test(self.value)),
  islower: (self) => bool(/\p{Ll}/u.test(self.value) && !/\p{Lu}/u.test(self.value)),
  zfill: (self, args) => {
    const width = args.int(0, 'width')
    if (width === undefined || width > 10_000) return undefined
    const sign = /^[-+]/.exec(self.value)?.[0] ?? ''
    return string(sign + self.value.slice(sign.length).padStart(width - sign.length, '0'), self.at)
  },
  ljust: pad((text, width, fill) => text.padEnd(width, fill)),
  rjust: pad((text, width, fill) => text.padStart(width, fill)),
  center: pad(centre),
  partition: (self, args) => {
    const separator = args.string(0, 'sep')
    const at = separator === undefined ? -1 : self.value.indexOf(separator)
    if (separator === undefined) return undefined
    const split =
      at === -1 ? [self.value, '', ''] : [self.value.slice(0, at), separator, self.value.slice(at + separator.length)]
    return tuple(split.map((text) => string(text, self.at)))
  },
  rpartition: (self, args) => {
    const separator = args.string(0, 'sep')
    if (separator === undefined) return undefined
    const at = self.value.lastIndexOf(separator)
    const split =
      at === -1 ? ['', '', self.value] : [self.value.slice(0, at), separator, self.value.slice(at + separator.length)]
    return tuple(split.map((text) => string(text, self.at)))
  },
}

/** The most characters that one value may have: what a template makes beyond them is not evaluated. */
export const MAX_TEXT = 4_000_000

export function replaceText(text: string, from: string, to: string, count: number): string {
  if (count < 0 && from !== '') {
    const times = to.length > from.length ? text.split(from).length : 0
    return times * to.length > MAX_TEXT ? text : text.split(from).join(to)
  }
  let out = ''
  let rest = text
  for (let done = 0; ; done++) {
    if (done === count || from === '') break
    const at = rest.indexOf(from)
    if (at === -1) break
    out += rest.slice(0, at) + to
    rest = rest.slice(at + from.length)
  }
  return out + rest
}
