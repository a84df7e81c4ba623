import { int, list, string, unresolved, type Data } from '../../data.ts'
import type { Args, Filter } from '../calls.ts'
import { formatPercent } from '../format.ts'
import { capitalised, centre, MAX_TEXT, replaceText, splitText, stringMethods, titleCase } from '../methods.ts'
import { printText, quote } from '../print.ts'

function mapped(change: (text: string) => string): Filter {
  return (target) => {
    const text = printText(target)
    return text === undefined ? undefined : string(change(text), target.at)
  }
}

const replace: Filter = (target, args) => {
  const [text, from, to] = [
    printText(target),
    printText(args.at(0, 'old') ?? string('')),
    printText(args.at(1, 'new') ?? string('')),
  ]
  if (text === undefined || from === undefined || to === undefined) return undefined
  return string(replaceText(text, from, to, args.int(2, 'count') ?? -1), target.at)
}

/** Filters of which each part of a text can be made for itself. */
export const textFilters: Readonly<Record<string, Filter>> = {
  upper: mapped((text) => text.toUpperCase()),
  lower: mapped((text) => text.toLowerCase()),
  replace,
}

const indent: Filter = (target, args) => {
  const width = args.at(0, 'width')
  const text = printText(target)
  const pad =
    width?.kind === 'string' ? width.value : ' '.repeat(Math.min(Math.max(args.int(0, 'width') ?? 4, 0), 1000))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  if (lines.length * pad.length > MAX_TEXT) return undefined
  const blank = args.flag(2, 'blank', false)
  const rest = lines.slice(1).map((line) => (line !== '' || blank ? pad + line : line))
  const first = args.flag(1, 'first', false) ? pad : ''
  return string(first + [lines[0] ?? '', ...rest].join('\n'), target.at)
}

function trim(target: Data, args: Args): Data | undefined {
  const text = printText(target)
  return text === undefined
    ? undefined
    : stringMethods['strip']?.({ ...string(text, target.at), pieces: undefined }, args)
}

const wordwrap: Filter = (target, args) => {
  const width = args.int(0, 'width') ?? 79
  const joint = args.string(2, 'wrapstring') ?? '\n'
  const text = printText(target)
  if (text === undefined || width < 1) return undefined
  const wrapped = text.split('\n').map((line) => {
    const out: string[] = ['']
    for (const word of line.split(/(?<=\s)(?=\S)/)) {
      const last = out.at(-1) ?? ''
      if ((last + word.trimEnd()).length <= width || last === '') out[out.length - 1] = last + word
      else out.push(word)
    }
    return out.map((part) => part.trimEnd()).join(joint)
  })
  return string(wrapped.join(joint), target.at)
}

const truncate: Filter = (target, args) => {
  const text = printText(target)
  const length = args.int(0, 'length') ?? 255
  const kill = args.flag(1, 'killwords', false)
  const end = args.string(2, 'end') ?? '...'
  const leeway = args.int(3, 'leeway') ?? 5
  if (text === undefined) return undefined
  if (text.length <= length + leeway) return string(text, target.at)
  const cut = text.slice(0, Math.max(length - end.length, 0))
  return string((kill ? cut : cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut) + end, target.at)
}

const comment: Filter = (target, args) => {
  const text = printText(target)
  const style = args.string(0, 'style') ?? 'plain'
  const marks: Readonly<Record<string, readonly [string, string, string]>> = {
    plain: ['', '# ', ''],
    erlang: ['', '% ', ''],
    c: ['', '// ', ''],
    cblock: ['/*', ' * ', ' */'],
    xml: ['<!--', ' - ', '-->'],
  }
  const [begin, usual, end] = marks[style] ?? ['', '# ', '']
  const decoration = args.string(9, 'decoration') ?? usual
  const newline = args.string(9, 'newline') ?? '\n'
  if (text === undefined) return undefined
  const edge = decoration.trimEnd()
  const prefix = args.string(9, 'prefix') ?? edge
  const postfix = args.string(9, 'postfix') ?? edge
  const lines = text.split(newline).map((line) => (decoration + line).trimEnd())
  const all = [begin, prefix, ...lines, postfix, end]
  const shown = all.filter((line, index) => !((index === 0 || index === all.length - 1) && line === ''))
  return string(shown.join(newline), target.at)
}

const format: Filter = (target, args) => {
  if (target.kind !== 'string') return undefined
  const items: Data =
    args.named.size > 0
      ? {
          kind: 'dict',
          entries: new Map([...args.named].map(([name, value]) => [name, { key: string(name), value }])),
          at: undefined,
          open: undefined,
          template: false,
        }
      : { ...list([...args.positional]), tuple: true }
  const text = formatPercent(target.value, items)
  return text === undefined ? undefined : string(text, target.at)
}

const split: Filter = (target, args) => {
  if (target.kind !== 'string') return undefined
  const parts = splitText(target.value, args.string(0, 'sep'), args.int(1, 'maxsplit') ?? -1)
  return list(
    parts.map((part) => string(part, target.at)),
    target.at,
  )
}

function secret(name: string): Filter {
  return () => unresolved(`filter ${name}`, 'filter')
}

function path(change: (text: string) => string): Filter {
  return (target) => (target.kind === 'string' ? string(change(target.value), target.at) : undefined)
}

/** Filters that want the whole text. */
export const wholeTextFilters: Readonly<Record<string, Filter>> = {
  title: mapped(titleCase),
  capitalize: mapped(capitalised),
  trim,
  indent,
  wordwrap,
  truncate,
  comment,
  format,
  split,
  center: (target, args) => {
    const text = printText(target)
    const width = args.int(0, 'width') ?? 80
    return text === undefined || width > 10_000 ? undefined : string(centre(text, width, ' '), target.at)
  },
  wordcount: (target) => (target.kind === 'string' ? int(target.value.match(/\w+/g)?.length ?? 0) : undefined),
  reverse: (target) => {
    if (target.kind === 'string') return string(Array.from(target.value).toReversed().join(''), target.at)
    return target.kind === 'list' ? { ...target, items: target.items.toReversed() } : undefined
  },
  quote: (target) => {
    const text = printText(target)
    if (text === undefined) return undefined
    return string(/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`, target.at)
  },
  escape: mapped((text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll("'", '&#39;')
      .replaceAll('"', '&#34;'),
  ),
  e: mapped((text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll("'", '&#39;')
      .replaceAll('"', '&#34;'),
  ),
  striptags: mapped((text) =>
    text
      .replace(/<[^<>]*>/g, '')
      .split(/\s+/)
      .join(' ')
      .trim(),
  ),
  urlencode: mapped((text) => encodeURIComponent(text).replaceAll('%2F', '/')),
  pprint: (target) => {
    const text = target.kind === 'string' ? quote(target.value) : printText(target)
    return text === undefined ? undefined : string(text)
  },
  basename: path((text) => text.slice(text.lastIndexOf('/') + 1)),
  dirname: path((text) => text.slice(0, Math.max(text.lastIndexOf('/'), 0))),
  splitext: (target) => {
    if (target.kind !== 'string') return undefined
    const dot = /[^/.](\.[^/.]*)$/.exec(target.value)?.[1]?.length ?? 0
    const cut = target.value.length - dot
    return { ...list([string(target.value.slice(0, cut)), string(target.value.slice(cut))]), tuple: true }
  },
  regex_escape: mapped((text) => text.replace(/[.*+?^${}()|[\]\\#&~\s-]/g, '\\$&')),
  password_hash: secret('password_hash'),
  vault: secret('vault'),
  unvault: secret('unvault'),
  type5_pw: secret('type5_pw'),
  hash_salt: secret('hash_salt'),
}
