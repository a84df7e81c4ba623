import type { Origin, SourceFile } from '@breakwater/core'
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml'
import { parseDecimal } from '../decimal.ts'
import { toText } from '../convert.ts'
import { bool, list, nullAt, number, object, text, unreadable } from '../make.ts'
import type { Entry, Value } from '../value.ts'

interface Reading {
  readonly document: Document
  place(node: Node | null | undefined): Origin
  /** Nodes that may still be made: aliases multiply. */
  left: number
}

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const NULL = /^(?:~|null|Null|NULL|)$/
const INTEGER = /^[+-]?(?:0x[\dA-Fa-f]+|0o[0-7]+|\d+)$/
/** A date becomes a time stamp. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const FLOAT = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:[Ee][+-]?\d+)?$/

/** The value of a YAML text, typed as Terraform does; undefined for what is no YAML, or several documents. */
export function readYaml(source: string, file: SourceFile, shift: number | undefined, whole: Value): Value | undefined {
  const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0 || document.contents === null) return undefined
  const place = (node: Node | null | undefined): Origin => {
    const range = node?.range
    if (shift === undefined || range === undefined || range === null) return whole.at
    return { span: { file, start: range[0] + shift, end: range[1] + shift }, via: whole.at.via }
  }
  return valueOf(document.contents, { document, place, left: 200_000 }, 0)
}

function valueOf(node: unknown, reading: Reading, depth: number): Value {
  const here = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node : undefined
  const at = reading.place(here)
  if (reading.left-- <= 0 || depth > 200) return unreadable(at)
  if (isAlias(here)) return valueOf(here.resolve(reading.document), reading, depth + 1)
  if (isSeq(here)) {
    return list(
      here.items.map((item) => valueOf(item, reading, depth + 1)),
      at,
    )
  }
  if (isMap(here)) {
    const entries = new Map<string, Entry>()
    for (const { key: written, value } of here.items) {
      const keyNode = isScalar(written) ? written : undefined
      if (keyNode === undefined) return unreadable(at)
      const key = toText(valueOf(keyNode, reading, depth + 1))
      const name = key.kind === 'string' ? key.value : sourceOf(keyNode.value)
      if (name === '<<' && keyNode.type === 'PLAIN') {
        addMerged(entries, valueOf(value, reading, depth + 1))
      } else {
        entries.set(name, {
          key: reading.place(keyNode),
          value: value === null ? nullAt(reading.place(keyNode)) : valueOf(value, reading, depth + 1),
        })
      }
    }
    return object(entries, at)
  }
  if (here === undefined) return nullAt(at)
  return scalar(sourceOf(here.value), here.type === 'PLAIN' && here.tag === undefined, here.tag, at)
}

/** Scalars of this schema are texts. */
function sourceOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function addMerged(entries: Map<string, Entry>, value: Value): void {
  const sources = value.kind === 'list' ? value.items : [value]
  for (const source of sources) {
    if (source.kind !== 'object') continue
    for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry)
  }
}

function scalar(source: string, isPlain: boolean, tag: string | undefined, at: Origin): Value {
  if (tag !== undefined && tag !== 'tag:yaml.org,2002:str' && tag !== '!') return tagged(source, tag, at)
  if (!isPlain) return text(source, at)
  if (NULL.test(source)) return nullAt(at)
  if (TRUE.test(source)) return bool(true, at)
  if (FALSE.test(source)) return bool(false, at)
  const day = DAY.exec(source)
  if (day !== null) return text(`${source}T00:00:00Z`, at)
  return numeric(source, at) ?? text(source, at)
}

function numeric(source: string, at: Origin): Value | undefined {
  if (INTEGER.test(source)) {
    const bare = source.replace(/^\+/, '')
    const negative = bare.startsWith('-')
    const digits = toBigInt(negative ? bare.slice(1) : bare)
    return digits === undefined ? undefined : number({ digits: negative ? -digits : digits, scale: 0 }, at)
  }
  if (!FLOAT.test(source)) return undefined
  const decimal = parseDecimal(source.replace(/^([+-]?)\./, '$10.'))
  return decimal === undefined ? undefined : number(decimal, at)
}

function toBigInt(source: string): bigint | undefined {
  try {
    return BigInt(source)
  } catch {
    return undefined
  }
}

function tagged(source: string, tag: string, at: Origin): Value {
  switch (tag) {
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
      return numeric(source, at) ?? unreadable(at)
    case 'tag:yaml.org,2002:bool':
      return TRUE.test(source) ? bool(true, at) : bool(false, at)
    case 'tag:yaml.org,2002:null':
      return nullAt(at)
    default:
      return unreadable(at)
  }
}
