import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { ConfigError } from '../errors.ts'

/** Data that knows where its keys stand. */
export interface Located {
  readonly value: unknown
  /** `3:5` for the path of a key, or of its nearest parent that is there. */
  place: (path: readonly string[]) => string
}

/** Reads YAML and JSON, which is YAML too. */
export function readLocated(file: string, text: string): Located {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) throw new ConfigError(`${file}:${placeAt(lines, error.pos[0])}: ${error.message}`)
  return {
    value: document.toJS() as unknown,
    place: (path) => placeAt(lines, offsetOf(document, path)),
  }
}

function placeAt(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}

function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === key)
      if (pair === undefined) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(key)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
