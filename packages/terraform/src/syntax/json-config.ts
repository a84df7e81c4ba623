import type { SourceFile } from '@breakwater/core'
import { isLiteral, isReference, labelsOf, nestedLabels } from './json-shape.ts'
import { parseExpression } from './expressions.ts'
import { parseJson, type JsonEntry, type JsonKey, type JsonNode, type JsonString } from './json.ts'
import { relocate } from './relocate.ts'
import { EOF, fail, peek, scannerFor } from './scanner.ts'
import { parseBare } from './templates.ts'
import type { BlockNode, BodyItem, BodyNode, ConfigFile, Expression, NameNode, ObjectItem, Problem } from './tree.ts'
import { addAll } from '../add-all.ts'

interface Reading {
  readonly file: SourceFile
  readonly problems: Problem[]
}

/** Reads a file in JSON syntax into the same tree: what Terraform knows as blocks becomes blocks, all else arguments. */
export function parseJsonConfig(file: SourceFile): ConfigFile {
  const { node, problems } = parseJson(file.text)
  const reading: Reading = { file, problems: [...problems] }
  const items: BodyItem[] = []
  const isVariables = file.path.endsWith('.tfvars.json')
  for (const entry of entriesIn(reading, node)) {
    const labels = isVariables ? undefined : labelsOf(entry.key.text)
    if (labels !== undefined) addBlocks(reading, items, nameOf(entry.key), [], labels, entry.value)
    else if (isVariables || entry.key.text !== '//')
      items.push(attributeOf(reading, entry, isVariables ? 'literal' : 'template'))
  }
  const body: BodyNode = { kind: 'body', items, start: node.start, end: node.end }
  return { file, syntax: 'json', json: node, body, problems: reading.problems }
}

function nameOf({ text, start, end }: JsonKey): NameNode {
  return { kind: 'name', name: text, start, end }
}

/** The entries of an object, or of each of the objects of an array. */
function entriesIn(reading: Reading, node: JsonNode): readonly JsonEntry[] {
  if (node.kind === 'json-object') return node.entries
  if (node.kind === 'json-array') return node.items.flatMap((item) => entriesIn(reading, item))
  if (node.kind !== 'json-error') {
    reading.problems.push({ start: node.start, end: node.end, message: 'expected an object' })
  }
  return []
}

/** Adds blocks of a type: below as many levels of labels as it has stands the body, or an array of bodies. */
function addBlocks(
  reading: Reading,
  items: BodyItem[],
  type: NameNode,
  labels: readonly NameNode[],
  missing: number,
  value: JsonNode,
): void {
  if (missing > 0) {
    for (const entry of entriesIn(reading, value)) {
      if (entry.key.text === '//' && labels.length === 0) continue
      addBlocks(reading, items, type, [...labels, nameOf(entry.key)], missing - 1, entry.value)
    }
  } else if (value.kind === 'json-array') {
    for (const item of value.items) addBlocks(reading, items, type, labels, 0, item)
  } else {
    items.push(blockOf(reading, type, labels, value))
  }
}

function blockOf(reading: Reading, type: NameNode, labels: readonly NameNode[], value: JsonNode): BlockNode {
  const items: BodyItem[] = []
  for (const entry of entriesIn(reading, value)) {
    const name = entry.key.text
    if (name === '//') continue
    const nested = nestedLabels(type.name, name)
    if (nested !== undefined) addBlocks(reading, items, nameOf(entry.key), [], nested, entry.value)
    else if (isReference(type.name, name)) items.push(attributeOf(reading, entry, 'reference'))
    else items.push(attributeOf(reading, entry, isLiteral(type.name, name) ? 'literal' : 'template'))
  }
  const place = labels.at(-1) ?? type
  const body: BodyNode = { kind: 'body', items, start: value.start, end: value.end }
  return { kind: 'block', type, labels, body, start: place.start, end: value.end, headerEnd: place.end }
}

type Reads = 'template' | 'literal' | 'reference'

function attributeOf(reading: Reading, { key, value, start, end }: JsonEntry, reads: Reads): BodyItem {
  return { kind: 'attribute', name: nameOf(key), expression: expressionOf(reading, value, reads), start, end }
}

function expressionOf(reading: Reading, node: JsonNode, reads: Reads): Expression {
  const { start, end } = node
  switch (node.kind) {
    case 'json-literal':
      return { kind: 'literal', value: node.value, start, end }
    case 'json-array':
      return { kind: 'tuple', items: node.items.map((item) => expressionOf(reading, item, reads)), start, end }
    case 'json-object': {
      const items = node.entries.map(({ key, value, start, end }): ObjectItem => {
        const keyText: JsonString = { ...key, kind: 'json-string', places: undefined }
        const keyReads = reads === 'template' && !hasEscapes(reading, key) ? 'template' : 'literal'
        return {
          kind: 'item',
          key: textOf(reading, keyText, keyReads),
          value: expressionOf(reading, value, reads),
          start,
          end,
        }
      })
      return { kind: 'object', items, start, end }
    }
    case 'json-string':
      return textOf(reading, node, reads)
    case 'json-error':
      return { kind: 'error', start, end }
  }
}

function hasEscapes(reading: Reading, { text, start, end }: JsonKey): boolean {
  return end - start - 2 !== text.length || !reading.file.text.startsWith(text, start + 1)
}

function textOf(reading: Reading, node: JsonString, reads: Reads): Expression {
  const { text, places } = node
  const start = node.start + 1
  const end = node.end - 1
  if (reads === 'literal' || (reads === 'template' && !text.includes('${') && !text.includes('%{'))) {
    const verbatim = end - start === text.length && reading.file.text.startsWith(text, start)
    const parts = text === '' ? [] : [{ kind: 'text', text, verbatim, start, end } as const]
    return { kind: 'template', form: 'bare', parts, start: node.start, end: node.end }
  }
  const s =
    places === undefined
      ? scannerFor(parseExpression, reading.file.text, start, end)
      : scannerFor(parseExpression, text, 0, text.length)
  const expression = reads === 'reference' ? parseExpression(s) : parseBare(s)
  if (peek(s) !== EOF) fail(s, 'expected the end of the text')
  if (places === undefined) {
    addAll(reading.problems, s.problems)
    return expression
  }
  for (const problem of s.problems) reading.problems.push(relocate({ ...problem }, places, reading.file.text))
  return relocate(expression, places, reading.file.text)
}
