import { originAt, type Note, type Origin, type SourceFile } from '@breakwater/core'
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml'
import { keyOf, NULL, unknownData, unresolved, VAULT, type Data, type DictEntry, type Key } from '../data.ts'
import { nestsTooDeeply } from './depth.ts'
import { resolvePlain, yamlString } from './resolve.ts'

/** The documents of a text, by the library: the whole of YAML, with recovery. Linear but slow. */
export function composeDocuments(file: SourceFile): { readonly documents: Data[]; readonly notes: Note[] } {
  const notes: Note[] = []
  if (nestsTooDeeply(file.text)) {
    const at = originAt(file, 0, 0)
    notes.push({ kind: 'limit', message: 'YAML: it nests too deeply and was not read', at })
    return { documents: [unknownData({ kind: 'unreadable' }, 'limit', at)], notes }
  }
  const parsed = parseAllDocuments(file.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const documents: Data[] = []
  if (!Array.isArray(parsed)) return { documents, notes }
  for (const document of parsed) {
    for (const error of document.errors)
      notes.push({ kind: 'syntax', message: `YAML: ${error.message}`, at: originAt(file, error.pos[0], error.pos[1]) })
    documents.push(new Composer(file, notes).value(document.contents))
  }
  return { documents, notes }
}

/** What aliases may add up to: a few lines of aliases to aliases can stand for more than any memory holds. */
const MOST_OF_ALIASES = 1_000_000

class Composer {
  readonly #anchors = new Map<string, { readonly data: Data; readonly size: number }>()
  /** Values so far, those behind aliases counted again each time. */
  #size = 0
  #limited = false
  readonly file: SourceFile
  readonly notes: Note[]

  constructor(file: SourceFile, notes: Note[]) {
    this.file = file
    this.notes = notes
  }

  value(node: Node | null): Data {
    if (node === null) return NULL
    const at = this.#place(node)
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source)
      if (target !== undefined && this.#size + target.size > MOST_OF_ALIASES) {
        this.#limit('its aliases stand for too much; the rest of them were not followed', at)
        return unknownData({ kind: 'unreadable' }, 'limit', at)
      }
      if (target !== undefined) {
        this.#size += target.size
        return target.data
      }
      this.#note(`no anchor named ${node.source} stands before this alias`, at)
      return unresolved(`*${node.source}`, undefined, at)
    }
    const before = this.#size++
    const data = this.#content(node, at)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor !== undefined) this.#anchors.set(anchor, { data, size: this.#size - before })
    return data
  }

  #content(node: Node, at: Origin): Data {
    if (isScalar(node)) return this.#scalar(node, at)
    if (isSeq(node)) return this.#sequence(node.items as (Node | null)[], at)
    if (isMap(node)) return this.#mapping(node.items as { key: Node | null; value: Node | null }[], at)
    return NULL
  }

  #scalar(node: { value: unknown; tag?: string | undefined; type?: string | undefined }, at: Origin): Data {
    const text = typeof node.value === 'string' ? node.value : ''
    return scalarOf(text, node.tag, node.type === 'PLAIN' || node.type === undefined, at)
  }

  #sequence(nodes: readonly (Node | null)[], at: Origin): Data {
    const items = nodes.map((node) => this.value(node))
    return { kind: 'list', items, tuple: false, at, open: undefined, template: items.some(holdsTemplate) }
  }

  #mapping(pairs: readonly { key: Node | null; value: Node | null }[], at: Origin): Data {
    const entries = new Map<Key, DictEntry>()
    const own = new Set<Key>()
    for (const pair of pairs) {
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<') {
        mergeInto(entries, own, this.value(pair.value))
        continue
      }
      const key = this.value(pair.key)
      const name = keyOf(key)
      const value = this.value(pair.value)
      if (name === undefined) {
        this.#note(
          isJinja(this.file.text, key)
            ? 'a value that begins with {{ needs quotes: without them it is a YAML mapping, and Ansible refuses it'
            : 'a mapping or a list cannot be a key',
          key.at ?? at,
        )
        continue
      }
      if (own.has(name)) this.#note(`the key ${String(name)} stands twice; the last one counts`, key.at ?? at)
      own.add(name)
      entries.set(name, { key, value })
    }
    const template = [...entries.values()].some((entry) => holdsTemplate(entry.value))
    return { kind: 'dict', entries, at, open: undefined, template }
  }

  #place(node: Node): Origin {
    const [start, end] = node.range ?? [0, 0]
    return originAt(this.file, start, end)
  }

  #limit(message: string, at: Origin): void {
    if (this.#limited) return
    this.#limited = true
    this.notes.push({ kind: 'limit', message: `YAML: ${message}`, at })
  }

  #note(message: string, at: Origin): void {
    this.notes.push({ kind: 'syntax', message: `YAML: ${message}`, at })
  }
}

/** The value of a scalar by its tag; a plain one without a tag is typed by its text. */
export function scalarOf(text: string, tag: string | undefined, plain: boolean, at: Origin): Data {
  if (tag === '!vault' || tag === '!vault-encrypted') return unresolved(VAULT, 'vault', at)
  if (tag === '!unsafe') return { kind: 'string', value: text, at, pieces: undefined, template: false }
  if (tag === undefined && plain) return resolvePlain(text, at)
  if (tag !== undefined && /^tag:yaml\.org,2002:(?:int|float|bool|null)$/.test(tag)) return resolvePlain(text, at)
  return yamlString(text, at)
}

export function holdsTemplate(data: Data): boolean {
  return (data.kind === 'string' || data.kind === 'list' || data.kind === 'dict') && data.template
}

/** `<<`: what the mapping does not say itself comes from the merged ones, the first of which counts. */
export function mergeInto(entries: Map<Key, DictEntry>, own: ReadonlySet<Key>, merged: Data): void {
  const sources = merged.kind === 'list' ? merged.items.toReversed() : [merged]
  for (const source of sources) {
    if (source.kind !== 'dict') continue
    for (const [name, entry] of source.entries) if (!own.has(name)) entries.set(name, entry)
  }
}

function isJinja(text: string, key: Data): boolean {
  return key.kind === 'dict' && key.at !== undefined && text.startsWith('{', key.at.span.start)
}
