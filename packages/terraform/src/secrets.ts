import { Secret } from '@breakwater/core'
import { piecesOf } from './project/read.ts'
import type { Value } from './evaluate/value.ts'

/**
 * The secret of an argument, redacted where something out of view gives it. Undefined where there is none, and where its text
 * stands in no code: on the command line, in the environment, in what a function makes.
 */
export function secretOf(value: Value): Secret | undefined {
  const { span } = value.at
  if (value.kind === 'unknown') return new Secret('', 'redacted', span.start, span.end)
  if (value.kind !== 'string' || value.value === '') return undefined
  const written = piecesOf(value).some(
    (piece) => piece.kind === 'text' && piece.text !== '' && textAt(piece.at.span).includes(piece.text),
  )
  return written ? new Secret(value.value, 'plain', span.start, span.end) : undefined
}

function textAt({ file, start, end }: Value['at']['span']): string {
  return file.text.slice(start, end)
}
