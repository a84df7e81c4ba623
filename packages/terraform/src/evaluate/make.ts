import type { Hop, Origin, Reason } from '@breakwater/core'
import { parseDecimal, printDecimal, type Decimal } from './decimal.ts'
import type {
  BoolValue,
  Entry,
  ListValue,
  NullValue,
  NumberValue,
  ObjectValue,
  Piece,
  Rest,
  StringValue,
  UnknownValue,
  Value,
} from './value.ts'

/** A way of more steps than this tells nobody more. */
const LONGEST_WAY = 12

export function nullAt(at: Origin): NullValue {
  return { kind: 'null', at, sensitive: false }
}

export function bool(value: boolean, at: Origin, sensitive = false): BoolValue {
  return { kind: 'bool', value, at, sensitive }
}

export function number(decimal: Decimal, at: Origin, sensitive = false): NumberValue {
  const digits = printDecimal(decimal)
  return { kind: 'number', value: Number(digits), digits, at, sensitive }
}

export function integer(value: number, at: Origin): NumberValue {
  return { kind: 'number', value, digits: String(value), at, sensitive: false }
}

export function text(value: string, at: Origin, sensitive = false): StringValue {
  return { kind: 'string', value, at, sensitive }
}

export function list(items: readonly Value[], at: Origin, collection: ListValue['collection'] = 'tuple'): ListValue {
  return { kind: 'list', collection, items, at, sensitive: false }
}

export function object(
  entries: ReadonlyMap<string, Entry>,
  at: Origin,
  collection: ObjectValue['collection'] = 'object',
): ObjectValue {
  return { kind: 'object', collection, entries, at, sensitive: false }
}

export function unknown(why: Reason, at: Origin, sensitive = false): UnknownValue {
  return { kind: 'unknown', why, at, sensitive }
}

export function unresolved(name: string, at: Origin): UnknownValue {
  return unknown({ kind: 'unresolved', name }, at)
}

/** What cannot be evaluated: an error that Terraform would report, or a limit of ours. */
export function unreadable(at: Origin): UnknownValue {
  return unknown({ kind: 'unreadable' }, at)
}

/** The exact number; undefined where it is no number that can be computed with. */
export function decimalOf(value: NumberValue): Decimal | undefined {
  return parseDecimal(value.digits)
}

/** Why members of a collection are not all known. */
export function restOf(value: UnknownValue, each: readonly Value[] = []): Rest {
  return { why: value.why, at: value.at, each }
}

export function withRest<Collection extends ListValue | ObjectValue>(
  value: Collection,
  rest: Rest | undefined,
): Collection {
  return rest === undefined ? value : { ...value, rest }
}

/** The value as sensitive as `like`. */
export function markedAs<V extends Value>(value: V, sensitive: boolean): V {
  return sensitive && !value.sensitive ? { ...value, sensitive: true } : value
}

/** The value with all that is in it at one place. */
export function standingAt(value: Value, at: Origin): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map((item) => standingAt(item, at)), at }
    case 'object': {
      const entries = new Map<string, Entry>()
      for (const [name, entry] of value.entries) entries.set(name, { key: at, value: standingAt(entry.value, at) })
      return { ...value, entries, at }
    }
    case 'null':
    case 'bool':
    case 'number':
    case 'string':
    case 'unknown':
      return { ...value, at }
  }
}

/** The value with one step more on its way. */
export function withHop<V extends Value>(value: V, hop: Hop): V {
  const { via } = value.at
  if (via.length >= LONGEST_WAY) return value
  return { ...value, at: { span: value.at.span, via: [...via, hop] } }
}

/** A member as it is reached through its collection: by its way, and as sensitive. */
export function through(collection: { readonly at: Origin; readonly sensitive: boolean }, member: Value): Value {
  const { via } = collection.at
  if (via.length === 0) return markedAs(member, collection.sensitive)
  const way = joinedWay(member.at.via, via)
  const sensitive = member.sensitive || collection.sensitive
  return { ...member, at: { span: member.at.span, via: way }, sensitive }
}

/** One way after the other. What a member shares with its collection, it goes once. */
function joinedWay(first: readonly Hop[], second: readonly Hop[]): readonly Hop[] {
  let shared = Math.min(first.length, second.length)
  while (shared > 0 && !first.slice(-shared).every((hop, index) => hop === second[index])) shared--
  return [...first, ...second.slice(shared)].slice(0, LONGEST_WAY)
}

/** The pieces of a text; none for what is no text. */
export function piecesOf(value: Value): readonly Piece[] {
  if (value.kind === 'string') {
    if (value.pieces !== undefined) return value.pieces.map((piece) => pieceThrough(value, piece))
    return [{ kind: 'text', text: value.value, at: value.at, verbatim: isVerbatim(value), sensitive: value.sensitive }]
  }
  if (value.kind !== 'unknown') return []
  return value.pieces?.map((piece) => pieceThrough(value, piece)) ?? [{ kind: 'hole', value, at: value.at }]
}

function isVerbatim({ value, at: { span } }: StringValue): boolean {
  return span.end - span.start === value.length && span.file.text.startsWith(value, span.start)
}

function pieceThrough(whole: Value, piece: Piece): Piece {
  const { via } = whole.at
  if (via.length === 0 && !whole.sensitive) return piece
  const at: Origin = { span: piece.at.span, via: joinedWay(piece.at.via, via) }
  return piece.kind === 'hole' ? { ...piece, at } : { ...piece, at, sensitive: piece.sensitive || whole.sensitive }
}
