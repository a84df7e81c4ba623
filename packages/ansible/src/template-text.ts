import type { SourceFile } from '@breakwater/core'
import type { StringData } from './data.ts'
import { placesOf } from './yaml/places.ts'

/** The text of a template and where it stands: a file of its own, or a string in YAML. */
export interface TemplateText {
  readonly text: string
  readonly file: SourceFile
  /** The offset in `file` of an offset in `text`. */
  readonly placeOf: (offset: number) => number
}

/** A file that is a template. */
export function fileTemplate(file: SourceFile): TemplateText {
  return { text: file.text, file, placeOf: (offset) => offset }
}

/** A string that is a template. Offsets go through escapes, folding and the indentation of block scalars. */
export function stringTemplate(data: StringData): TemplateText {
  if (data.at === undefined) return fileTemplate({ path: '', text: data.value })
  const { file, start, end } = data.at.span
  return { text: data.value, file, placeOf: placesOf(file.text, start, end, data.value) }
}
