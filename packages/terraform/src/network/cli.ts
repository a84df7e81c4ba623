import type { TemplatePiece } from '@breakwater/core'
import { loopOf, membersOf, valueOf } from '../cloud/readings.ts'
import { piecesOf } from '../project/read.ts'
import type { Resource } from '../project/project.ts'
import { templatePiece } from './pieces.ts'

/** The device text that an argument holds, with the places within its heredoc. */
export function cliPieces(resource: Resource, argument: string): readonly TemplatePiece[] {
  const conditions = loopOf(resource.repeats)
  return membersOf(valueOf(resource.body, argument)).flatMap((value) => {
    const when = [...conditions, ...(value.at.when ?? [])]
    const pieces = piecesOf(value).map((piece) => templatePiece(piece, value.at, when))
    const newline: TemplatePiece = { text: '\n', at: value.at, template: value.at }
    return [...pieces, newline]
  })
}
