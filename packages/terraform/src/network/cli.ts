import type { TemplatePiece } from '@breakwater/core'
import { loopOf, membersOf, valueOf } from '../cloud/readings.ts'
import { piecesOf } from '../project/read.ts'
import type { Piece } from '../evaluate/value.ts'
import type { Resource } from '../project/project.ts'

/** The device text that `iosxe_cli` enters, with the places within its heredoc. */
export function cliPieces(resource: Resource): readonly TemplatePiece[] {
  const conditions = loopOf(resource.repeats)
  return membersOf(valueOf(resource.body, 'cli')).flatMap((value) => {
    const when = [...conditions, ...(value.at.when ?? [])]
    const pieces = piecesOf(value).map((piece) => templatePiece(piece, value.at, when))
    const newline: TemplatePiece = { text: '\n', at: value.at, template: value.at }
    return [...pieces, newline]
  })
}

function templatePiece(
  piece: Piece,
  template: TemplatePiece['at'],
  when: NonNullable<TemplatePiece['when']>,
): TemplatePiece {
  const condition = when.length === 0 ? {} : { when }
  if (piece.kind === 'hole') return { text: '', at: piece.at, template: piece.at, hole: piece.value.why, ...condition }
  const { text, at, verbatim } = piece
  // The text of a heredoc stands in the file as it is; what comes from elsewhere is printed by the heredoc.
  const own = at.via.length === 0 ? at : template
  return {
    text,
    at,
    template: own,
    ...(verbatim ? { placeOf: (offset: number) => at.span.start + offset } : {}),
    ...condition,
  }
}
