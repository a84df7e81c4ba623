import type { Condition, Origin, TemplatePiece } from '@breakwater/core'
import { textOf } from '../cloud/readings.ts'
import { piecesOf } from '../project/read.ts'
import type { Piece, Value } from '../evaluate/value.ts'

/** A text of the source as it is printed at a place, under conditions. */
export function templatePiece(piece: Piece, template: Origin, when: readonly Condition[]): TemplatePiece {
  const condition = when.length === 0 ? {} : { when }
  const own = printedAt(piece.at, template)
  if (piece.kind === 'hole') return { text: '', at: piece.at, template: own, hole: piece.value.why, ...condition }
  const { text, at, verbatim } = piece
  return {
    text,
    at,
    template: own,
    ...(verbatim ? { placeOf: (offset: number) => at.span.start + offset } : {}),
    ...condition,
  }
}

/**
 * Where a text prints what comes from elsewhere: the expression within it, else the last step of the way. What calls the
 * module around is no step that prints.
 */
export function printedAt(at: Origin, { span }: Origin): Origin {
  const way = at.via.slice(0, at.via.findLastIndex(({ role }) => role !== 'module') + 1)
  const within = way.find(
    (hop) => hop.span.file === span.file && span.start <= hop.span.start && hop.span.end <= span.end,
  )
  const hop = within ?? way.at(-1)
  return hop === undefined ? at : { span: hop.span, via: [] }
}

/** A command of the device: its words, of which those of the source are values. */
export interface Command {
  readonly words: readonly (string | Value)[]
  /** Where it stands, if none of its words is of the source. */
  readonly at: Origin
  readonly when: readonly Condition[]
  /** Whether a value may have more than one word or line, as a banner has. */
  readonly free?: true
}

/** The text of commands, a line for each, which stands where its first value is given to an argument. */
export function commandPieces(commands: readonly Command[]): readonly TemplatePiece[] {
  return commands.flatMap(({ words, at, when, free }) => {
    const first = words.find((word) => typeof word !== 'string')
    const place = first === undefined || typeof first === 'string' ? at : argumentAt(printedAt(first.at, first.at))
    const condition = when.length === 0 ? {} : { when }
    const plain = (text: string): TemplatePiece => ({ text, at: place, template: place, ...condition })
    const pieces = words.flatMap((word) =>
      typeof word === 'string' ? [plain(word)] : wordPieces(word, place, when, free === true),
    )
    return [...pieces, plain('\n')]
  })
}

/** The place of an argument's name and value, from that of the value. */
function argumentAt({ span, via }: Origin): Origin {
  const { file, start, end } = span
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start)
  const name = /[\w-]+\s*=\s*$/.exec(line)?.[0] ?? ''
  return { span: { file, start: start - name.length, end }, via }
}

function wordPieces(
  value: Value,
  template: Origin,
  when: readonly Condition[],
  free: boolean,
): readonly TemplatePiece[] {
  const text = textOf(value)
  const condition = when.length === 0 ? {} : { when }
  if (text !== undefined && !free && /\s|^$/.test(text))
    return [{ text: '', at: value.at, template, hole: { kind: 'unreadable' }, ...condition }]
  if (value.kind === 'number' || value.kind === 'bool')
    return [{ text: text ?? '', at: value.at, template, ...condition }]
  const pieces = piecesOf(value)
  if (pieces.length === 0) return [{ text: '', at: value.at, template, hole: { kind: 'unreadable' }, ...condition }]
  return pieces.map((piece) => ({ ...templatePiece(piece, value.at, when), template }))
}
