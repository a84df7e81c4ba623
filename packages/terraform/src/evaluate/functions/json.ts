import type { SourceFile } from '@breakwater/core'
import { parseJson, type JsonNode } from '../../syntax/json.ts'
import { parseDecimal } from '../decimal.ts'
import { bool, list, nullAt, number, object, text, unreadable } from '../make.ts'
import type { Entry, Value } from '../value.ts'

/** A value as Terraform's `jsonencode` writes it: sorted keys, `<`, `>` and `&` escaped. Undefined for what is too large. */
export function printJson(value: Value): string | undefined {
  const out: string[] = []
  const budget = { left: 200_000, depth: 0 }
  write(value, out, budget)
  return budget.left > 0 ? out.join('') : undefined
}

function write(value: Value, out: string[], budget: { left: number; depth: number }): void {
  if (budget.left-- <= 0) return
  if (++budget.depth > 500) budget.left = 0
  writeValue(value, out, budget)
  budget.depth--
}

function writeValue(value: Value, out: string[], budget: { left: number; depth: number }): void {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      out.push('null')
      return
    case 'bool':
      out.push(String(value.value))
      return
    case 'number':
      out.push(value.digits)
      return
    case 'string':
      out.push(quoted(value.value))
      return
    case 'list':
      out.push('[')
      for (const [index, item] of value.items.entries()) {
        if (index > 0) out.push(',')
        write(item, out, budget)
      }
      out.push(']')
      return
    case 'object': {
      out.push('{')
      const keys = [...value.entries.keys()].toSorted()
      for (const [index, key] of keys.entries()) {
        if (index > 0) out.push(',')
        out.push(quoted(key), ':')
        const entry = value.entries.get(key)
        if (entry !== undefined) write(entry.value, out, budget)
      }
      out.push('}')
    }
  }
}

const ESCAPED = /[&<>\u{2028}\u{2029}]/gu

function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The value of a JSON text whose unit i stands at unit `shift + i` of the file; undefined for what is no JSON. */
export function readJson(
  source: string,
  file: SourceFile,
  shift: number | undefined,
  fallback: Value,
): Value | undefined {
  const { node, problems } = parseJson(source)
  return problems.length > 0 ? undefined : valueOf(node, file, shift, fallback)
}

function valueOf(node: JsonNode, file: SourceFile, shift: number | undefined, whole: Value): Value {
  const place = (part: { start: number; end: number }) =>
    shift === undefined
      ? whole.at
      : { span: { file, start: part.start + shift, end: part.end + shift }, via: whole.at.via }
  const at = place(node)
  switch (node.kind) {
    case 'json-literal': {
      if (node.value === null) return nullAt(at)
      if (typeof node.value === 'boolean') return bool(node.value, at)
      const decimal = parseDecimal(node.value.number)
      return decimal === undefined ? unreadable(at) : number(decimal, at)
    }
    case 'json-string':
      return text(node.text, at)
    case 'json-array':
      return list(
        node.items.map((item) => valueOf(item, file, shift, whole)),
        at,
      )
    case 'json-object': {
      const entries = new Map<string, Entry>()
      for (const { key, value } of node.entries) {
        entries.set(key.text, { key: place(key), value: valueOf(value, file, shift, whole) })
      }
      return object(entries, at)
    }
    case 'json-error':
      return unreadable(at)
  }
}
