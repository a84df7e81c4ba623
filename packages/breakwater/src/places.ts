import type { Origin, SourceFile } from '@breakwater/core'
import type { Location } from './results.ts'
import { indexLines, placeOf, type LineIndex } from './text/line-index.ts'

/** Turns offsets into places as reports name them. */
export interface Places {
  indexOf: (file: SourceFile) => LineIndex
  of: (origin: Origin) => Location
  between: (file: SourceFile, start: number, end: number) => Location
}

/** `shown` gives the name of a file in reports; `own` is a file whose lines somebody has divided already. */
export function placesIn(
  shown: (path: string) => string = (path) => path,
  own?: { readonly file: SourceFile; readonly index: LineIndex },
): Places {
  const indexes = new Map<SourceFile, LineIndex>(own === undefined ? [] : [[own.file, own.index]])
  const indexOf = (file: SourceFile): LineIndex => {
    let index = indexes.get(file)
    if (index === undefined) {
      index = indexLines(file.text)
      indexes.set(file, index)
    }
    return index
  }
  const between = (file: SourceFile, start: number, end: number): Location => {
    const index = indexOf(file)
    const from = placeOf(index, start)
    const to = placeOf(index, end)
    return {
      file: shown(file.path),
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    }
  }
  return { indexOf, between, of: ({ span }) => between(span.file, span.start, span.end) }
}
