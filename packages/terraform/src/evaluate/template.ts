import type { Origin } from '@breakwater/core'
import type { Expression, TemplateNode, TemplatePart } from '../syntax/tree.ts'
import { bind, originOf, spend, type Scope } from './context.ts'
import { toBool, toText } from './convert.ts'
import { turnsOf } from './loops.ts'
import { piecesOf, text, unknown, unreadable } from './make.ts'
import type { Piece, UnknownValue, Value } from './value.ts'

type Evaluate = (node: Expression, scope: Scope) => Value

/** A text longer than this is no configuration. */
const LONGEST = 4_000_000
const MOST_PIECES = 20_000

/** The text of a template. One interpolation alone is the value itself; what is unknown is a hole in the text. */
export function evaluateTemplate(node: TemplateNode, scope: Scope, evaluate: Evaluate): Value {
  const at = originOf(scope, node)
  const [only] = node.parts
  if (node.parts.length === 0) return text('', at)
  if (node.parts.length === 1 && only !== undefined) {
    if (only.kind === 'text') return text(only.text, only.verbatim ? originOf(scope, only) : at)
    if (only.kind === 'interpolation' && node.form !== 'heredoc') return evaluate(only.expression, scope)
  }
  const pieces: Piece[] = []
  addParts(node.parts, scope, evaluate, pieces)
  return textOf(pieces, at)
}

/** A text of pieces; with holes it is unknown, and its pieces tell what is known. */
export function textOf(pieces: readonly Piece[], at: Origin): Value {
  let out = ''
  let sensitive = false
  let hole: UnknownValue | undefined
  for (const piece of pieces) {
    if (piece.kind === 'hole') {
      hole ??= piece.value
      sensitive ||= piece.value.sensitive
    } else {
      out += piece.text
      sensitive ||= piece.sensitive
      if (out.length > LONGEST) return unreadable(at)
    }
  }
  if (hole !== undefined)
    return { ...unknown(hole.why, at, sensitive), pieces, ...alternativesOf(pieces, at, sensitive) }
  return { kind: 'string', value: out, pieces, at, sensitive }
}

/** All texts that there can be, where one hole has a few cases. */
function alternativesOf(
  pieces: readonly Piece[],
  at: Origin,
  sensitive: boolean,
): { oneOf?: readonly Value[]; condition?: Origin } {
  const holes = pieces.filter((piece) => piece.kind === 'hole')
  const [hole] = holes
  const cases = hole?.value.oneOf?.map(toText)
  if (holes.length !== 1 || hole === undefined || cases === undefined) return {}
  const values: Value[] = []
  for (const one of cases) {
    if (one.kind !== 'string') return {}
    const filled = pieces.flatMap((piece) => (piece === hole ? piecesOf(one) : [piece]))
    values.push({ ...textOf(filled, at), sensitive })
  }
  return { oneOf: values, ...(hole.value.condition === undefined ? {} : { condition: hole.value.condition }) }
}

function addParts(parts: readonly TemplatePart[], scope: Scope, evaluate: Evaluate, pieces: Piece[]): void {
  for (const part of parts) {
    const at = originOf(scope, part)
    if (!spend(scope.work, 1, at)) return
    switch (part.kind) {
      case 'text':
        if (part.text !== '') {
          pieces.push({ kind: 'text', text: part.text, at, verbatim: part.verbatim, sensitive: false })
        }
        break
      case 'interpolation': {
        const value = toText(evaluate(part.expression, scope))
        // Null cannot stand in a text.
        const pieceValue = value.kind === 'null' ? unreadable(at) : value
        if (pieceValue.kind === 'string' && pieceValue.value === '') break
        const inner = piecesOf(pieceValue)
        if (!spend(scope.work, inner.length, at)) return
        // A text of very many pieces is kept as one.
        if (inner.length > MOST_PIECES && pieceValue.kind === 'string') {
          pieces.push({ kind: 'text', text: pieceValue.value, at, verbatim: false, sensitive: pieceValue.sensitive })
        } else if (inner.length > MOST_PIECES) {
          pieces.push({ kind: 'hole', value: unreadable(at), at })
        } else {
          for (const piece of inner) pieces.push(piece)
        }
        break
      }
      case 'if':
        addIf(part, scope, evaluate, pieces)
        break
      case 'each':
        addEach(part, scope, evaluate, pieces)
        break
      case 'error':
        pieces.push({ kind: 'hole', value: unreadable(at), at })
        break
    }
  }
}

function addIf(part: TemplatePart & { kind: 'if' }, scope: Scope, evaluate: Evaluate, pieces: Piece[]): void {
  const condition = toBool(evaluate(part.condition, scope))
  if (condition.kind === 'bool') {
    addParts(condition.value ? part.yes : part.no, scope, evaluate, pieces)
    return
  }
  const at = originOf(scope, part)
  if (condition.kind === 'null') {
    pieces.push({ kind: 'hole', value: unreadable(at), at })
    return
  }
  const cases = [part.yes, part.no].map((parts) => {
    const inner: Piece[] = []
    addParts(parts, scope, evaluate, inner)
    return textOf(inner, at)
  })
  const value: UnknownValue = {
    ...unknown({ kind: 'conditional' }, at, condition.sensitive),
    oneOf: cases,
    condition: originOf(scope, part.condition),
  }
  pieces.push({ kind: 'hole', value, at })
}

function addEach(part: TemplatePart & { kind: 'each' }, scope: Scope, evaluate: Evaluate, pieces: Piece[]): void {
  const at = originOf(scope, part)
  const turns = turnsOf(evaluate(part.collection, scope), at)
  if (turns === undefined) {
    pieces.push({ kind: 'hole', value: unreadable(at), at })
    return
  }
  const body = (key: Value, value: Value, into: Piece[]): void => {
    const names = new Map<string, Value>([[part.value.name, value]])
    if (part.key !== undefined) names.set(part.key.name, key)
    addParts(part.body, bind(scope, names), evaluate, into)
  }
  for (const { key, value } of turns.turns) body(key, value, pieces)
  if (turns.rest === undefined) return
  // Any number of further turns: none, or one that looks like this.
  const cases = turns.rest.turns.map(({ key, value }) => {
    const inner: Piece[] = []
    body(key, value, inner)
    return textOf(inner, at)
  })
  const value: UnknownValue = { ...unknown(turns.rest.why.why, at), oneOf: [text('', at), ...cases] }
  pieces.push({ kind: 'hole', value, at })
}
