import type { Value, Piece, Rest, Entry } from '../evaluate/value.ts'
import type { Attribute, Body, NestedBlock } from './project.ts'

/** The argument, unless it is absent or null, which is as good. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  const attribute = body.attributes.get(name)
  return attribute === undefined || attribute.value.kind === 'null' ? undefined : attribute
}

/** The blocks of a type: written as blocks, or as an argument that holds an object or a list of objects. */
export function blocksOf(body: Body, type: string): { readonly blocks: readonly NestedBlock[]; readonly rest?: Rest } {
  return { blocks: body.blocks.filter((block) => block.type === type) }
}

/** The members of a list or set with the way through which they came; undefined for what is no list. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'list' ? value.items : undefined
}

/** The entries of a map or object with the way through which they came; undefined for what is none. */
export function entriesOf(value: Value): ReadonlyMap<string, Entry> | undefined {
  return value.kind === 'object' ? value.entries : undefined
}

/** The pieces of a text: at least one for a string, the known and the unknown ones for a text with holes. */
export function piecesOf(value: Value): readonly Piece[] {
  if (value.kind === 'string') {
    return (
      value.pieces ?? [{ kind: 'text', text: value.value, at: value.at, verbatim: false, sensitive: value.sensitive }]
    )
  }
  return value.kind === 'unknown' ? (value.pieces ?? [{ kind: 'hole', value, at: value.at }]) : []
}
