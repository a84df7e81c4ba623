import type { JsonEntry, JsonKey, JsonNode } from './json.ts'
import type { BodyNode, ConfigFile, Expression, Located, NameNode, ObjectItem, TemplatePart } from './tree.ts'

export type AnyNode =
  | BodyNode
  | BodyNode['items'][number]
  | Expression
  | JsonEntry
  | JsonKey
  | JsonNode
  | NameNode
  | ObjectItem
  | TemplatePart

/** The text of a file as its tree holds it: each node's own text between its children. Equal to what was read. */
export function printConfig({ file, body, json }: ConfigFile): string {
  const root = json ?? body
  const out: string[] = [file.text.slice(0, root.start)]
  // A stack instead of recursion: trees may be deep.
  const stack: (Located | string)[] = [file.text.slice(root.end), root]
  let next: Located | string | undefined
  while ((next = stack.pop()) !== undefined) {
    if (typeof next === 'string') {
      out.push(next)
      continue
    }
    const pieces: (Located | string)[] = []
    let { start: pos } = next
    for (const child of childrenOf(next as AnyNode)) {
      pieces.push(file.text.slice(pos, child.start), child)
      pos = child.end
    }
    pieces.push(file.text.slice(pos, next.end))
    while (pieces.length > 0) stack.push(pieces.pop() as Located | string)
  }
  return out.join('')
}

/** The children of a node in the order of the text. */
export function childrenOf(node: AnyNode): readonly Located[] {
  switch (node.kind) {
    case 'body':
    case 'tuple':
    case 'object':
      return node.items
    case 'attribute':
      return [node.name, node.expression]
    case 'block':
      return [node.type, ...node.labels, node.body]
    case 'template':
      return node.parts
    case 'interpolation':
    case 'parentheses':
      return [node.expression]
    case 'if':
      return [node.condition, ...node.yes, ...node.no]
    case 'each':
      return [...(node.key === undefined ? [] : [node.key]), node.value, node.collection, ...node.body]
    case 'for':
      return [node.key, node.value, node.collection, node.keyResult, node.valueResult, node.condition].filter(
        (child) => child !== undefined,
      )
    case 'access':
      return [node.object, node.name]
    case 'index':
      return [node.object, node.index]
    case 'splat':
      return [node.collection, node.each]
    case 'call':
      return [node.name, ...node.arguments]
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'conditional':
      return [node.condition, node.yes, node.no]
    case 'item':
    case 'json-entry':
      return [node.key, node.value]
    case 'json-array':
      return node.items
    case 'json-object':
      return node.entries
    case 'error':
    case 'json-error':
    case 'json-key':
    case 'json-literal':
    case 'json-string':
    case 'literal':
    case 'name':
    case 'splat-item':
    case 'text':
    case 'variable':
      return []
  }
}
