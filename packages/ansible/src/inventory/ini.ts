import { originAt, type Note, type SourceFile } from '@breakwater/core'
import { iniValue } from './literal.ts'
import type { Group, Inventory } from './model.ts'
import { expandHosts } from './ranges.ts'

const SECTION = /^\[([^:\]\s]+)(?::(\w+))?\]\s*(?:#.*)?$/

interface Line {
  readonly file: SourceFile
  readonly text: string
  /** The offset of the text in the file. */
  readonly start: number
}

/** Reads an inventory in Ansible's INI. Linear; what makes no sense is a note. */
export function readIni(file: SourceFile, inventory: Inventory): Note[] {
  const notes: Note[] = []
  let section: { readonly group: Group; readonly kind: string } = { group: inventory.ungrouped, kind: 'hosts' }
  for (const row of file.text.matchAll(/[^\r\n]+/g)) {
    const text = row[0].trim()
    if (text === '' || text.startsWith('#') || text.startsWith(';')) continue
    const line = { file, text, start: row.index + row[0].indexOf(text) }
    const refuse = (message: string): void => {
      notes.push({
        kind: 'syntax',
        message: `inventory: ${message}`,
        at: originAt(file, line.start, line.start + text.length),
      })
    }
    if (text.startsWith('[')) {
      const header = SECTION.exec(text)
      const kind = header?.[2] ?? 'hosts'
      if (header !== null && ['hosts', 'children', 'vars'].includes(kind)) {
        section = { group: inventory.group(header[1] ?? ''), kind }
        continue
      }
      if (expandHosts(text.split(/\s/)[0] ?? '')?.length === undefined || header !== null) {
        refuse('the section has no such form')
        continue
      }
    }
    const problem = enter(line, section.group, section.kind, inventory)
    if (problem !== undefined) refuse(problem)
  }
  return notes
}

function enter(line: Line, group: Group, kind: string, inventory: Inventory): string | undefined {
  if (kind === 'vars') return enterVariable(line, group)
  const [name, ...words] = wordsOf(line.text)
  if (name === undefined) return undefined
  if (kind === 'children')
    return inventory.adopt(group, inventory.group(name.text)) ? undefined : 'the groups go in a circle'
  const { hosts, port } = withPort(name.text)
  const names = expandHosts(hosts)
  if (names === undefined) return 'the range makes no hosts'
  if (!inventory.hasRoomFor(names)) return 'the ranges make more hosts than are read'
  const at = originAt(line.file, line.start + name.start, line.start + name.end)
  const values: [string, ReturnType<typeof iniValue>][] = []
  if (port !== undefined) values.push(['ansible_port', iniValue(port, at)])
  for (const word of words) {
    const equals = word.text.indexOf('=')
    if (equals < 1) return 'a variable has no value'
    const value = word.text.slice(equals + 1)
    // Quotes of the shell are not in the value; its place is where it ends.
    const end = word.end - (word.quoted ? 1 : 0)
    const start = line.start + Math.max(word.start + equals + 1, end - value.length)
    values.push([word.text.slice(0, equals), iniValue(value, originAt(line.file, start, line.start + end))])
  }
  for (const one of names) {
    const { vars } = inventory.host(one, group, at)
    for (const [key, value] of values) vars.set(key, value)
  }
  return undefined
}

function enterVariable({ file, text, start }: Line, group: Group): string | undefined {
  const equals = text.indexOf('=')
  if (equals < 1) return 'a variable has no value'
  const name = text.slice(0, equals).trim()
  const raw = text.slice(equals + 1)
  const value = raw.trim()
  const from = start + equals + 1 + raw.indexOf(value)
  const data = iniValue(value, originAt(file, from, from + value.length))
  if (name === 'ansible_group_priority' && data.kind === 'int') group.priority = Number(data.value)
  else group.vars.set(name, data)
  return undefined
}

/** `host:22`, but no IPv6 address and no colon of a range. */
function withPort(text: string): { readonly hosts: string; readonly port: string | undefined } {
  const port = /^((?:\[\w+:\w+(?::\d+)?\]|[^:[\]])+|\[[\da-fA-F:.]+\]):(\d+)$/.exec(text)
  return port === null ? { hosts: text, port: undefined } : { hosts: port[1] ?? '', port: port[2] }
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** It ends with a quote that is not in the text. */
  readonly quoted: boolean
}

/** The words of a line as a shell splits them: quotes join, a comment ends it. */
function wordsOf(line: string): Word[] {
  const words: Word[] = []
  let text = ''
  let start = -1
  let quote = ''
  let quoted = false
  const close = (end: number): void => {
    if (start >= 0) words.push({ text, start, end, quoted })
    text = ''
    start = -1
    quoted = false
  }
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (quote !== '') {
      if (character === quote) {
        quote = ''
        quoted = true
      } else if (character === '\\' && quote === '"' && /["\\]/.test(line.charAt(at + 1))) text += line.charAt(++at)
      else text += character
      continue
    }
    if (character === '#') {
      close(at)
      return words
    }
    if (/\s/.test(character)) {
      close(at)
      continue
    }
    if (start < 0) start = at
    quoted = false
    if (character === '"' || character === "'") quote = character
    else if (character === '\\' && at + 1 < line.length) text += line.charAt(++at)
    else text += character
  }
  close(line.length)
  return words
}
