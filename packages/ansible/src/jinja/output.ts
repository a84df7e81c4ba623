import type { Hop, Origin, Reason } from '@breakwater/core'
import type { Data, Piece } from '../data.ts'
import { fromPieces, printPieces } from './print.ts'
import { NO_CONDITION } from './rendered.ts'
import { isSegment, originOf, spanOf, type Env, type Printed } from './run.ts'
import type { Expression } from './syntax.ts'

/** Text that cannot be read, at the place of what would have printed it. */
export function printHole(
  node: { readonly start: number; readonly end: number },
  env: Env,
  out: Printed[],
  why: Reason = { kind: 'unreadable' },
): void {
  const at = originOf(env, node)
  out.push({ text: '', template: at.span, at, deps: [], hole: { why, by: undefined }, when: NO_CONDITION })
}

export function printValue(
  value: Data,
  node: Expression | undefined,
  env: Env,
  deps: readonly string[],
  out: Printed[],
): void {
  if (value.kind === 'unknown' && value.pieces === undefined && value.choice !== undefined) {
    const arms = value.choice.arms.map(({ when, value: arm }) => {
      const printed: Printed[] = []
      printValue(arm, node, env, deps, printed)
      return { when, printed }
    })
    out.push({ arms })
    return
  }
  const place = node === undefined ? undefined : originOf(env, node)
  const captured = value.kind === 'callable' ? undefined : printedOf(value)
  if (captured !== undefined) {
    if (env.run.spend(captured.length * 4)) for (const printed of captured) out.push(printed)
    return
  }
  const text = plainText(value)
  if (text !== undefined) {
    if (text === '' || !env.run.spend(1)) return
    const template = place?.span ?? value.at?.span ?? spanOf(env, { start: 0, end: 0 })
    out.push({ text, template, at: placeOf(value.at, place, template, env), deps, hole: undefined, when: NO_CONDITION })
    return
  }
  for (const piece of printPieces(value, { none: env.run.options.none ?? '' })) {
    if (!env.run.spend(1)) return
    out.push(partOf(piece, place, deps, env))
  }
}

/** What a value of one piece prints as; undefined where there may be several, or a hole. */
function plainText(value: Data): string | undefined {
  if (value.kind === 'string') return value.pieces === undefined ? value.value : undefined
  return value.kind === 'int' ? String(value.value) : undefined
}

const CAPTURED = new WeakMap<object, readonly Printed[]>()

function printedOf(value: Data): readonly Printed[] | undefined {
  return CAPTURED.get(value)
}

function partOf(piece: Piece, place: Data['at'], deps: readonly string[], env: Env): Printed {
  const template = place?.span ?? piece.at?.span ?? spanOf(env, { start: 0, end: 0 })
  const at = placeOf(piece.at, place, template, env)
  const fed = piece.deps.length > 0 ? piece.deps : deps
  return { text: piece.text, template, at, deps: fed, hole: piece.hole, when: NO_CONDITION }
}

function placeOf(at: Data['at'], place: Data['at'], template: Origin['span'], env: Env): Origin {
  return at === undefined ? (place ?? { span: template, via: env.via }) : reached(at, place)
}

/** The way from the place of a value to where a template printed it. */
function reached(at: NonNullable<Data['at']>, place: Data['at']): NonNullable<Data['at']> {
  if (place === undefined) return at
  const inside = at.span.file === place.span.file && at.span.start >= place.span.start && at.span.end <= place.span.end
  if (inside) return at
  const hop: Hop = { role: 'template', span: place.span }
  return { span: at.span, via: [...at.via.filter((known) => !place.via.includes(known)), hop, ...place.via] }
}

/** Printed text as a value: a string, or unknown where it has holes or arms. */
export function textOfPrinted(printed: readonly Printed[]): Data {
  const pieces = printed.flatMap((part): Piece[] =>
    isSegment(part)
      ? [{ text: part.text, at: part.at, deps: part.deps, hole: part.hole }]
      : [{ text: '', at: undefined, deps: [], hole: { why: { kind: 'conditional' }, by: 'condition' } }],
  )
  const value = { ...fromPieces(pieces) }
  if (printed.length > 0) CAPTURED.set(value, printed)
  return value
}
