import { originAt, type Hop, type Note, type Origin, type SourceFile, type TemplatePiece } from '@breakwater/core'
import { renderTemplate } from '../jinja/render.ts'
import type { RenderOptions, Scope } from '../jinja/rendered.ts'
import { folderOf, joinPath } from '../project/paths.ts'
import type { ProjectReader } from '../project/reader.ts'
import { fileTemplate } from '../template-text.ts'

/** A rendered file: its text with the way back to what feeds it. */
export interface RenderedFile {
  readonly file: SourceFile
  readonly pieces: readonly TemplatePiece[]
  readonly notes: readonly Note[]
  readonly complete: boolean
}

/** Renders a template of a project for a host. `folders`: where what it includes is looked for. */
export function renderFile(
  file: SourceFile,
  scope: Scope,
  folders: readonly string[],
  reader: ProjectReader,
  options: Pick<RenderOptions, 'trimBlocks' | 'lstripBlocks'> = {},
): RenderedFile {
  const load = (name: string, from: SourceFile): SourceFile | undefined => {
    const path = [folderOf(from.path), folderOf(file.path), ...folders]
      .map((folder) => joinPath(folder, name))
      .find((one) => reader.peek(one) !== undefined)
    return path === undefined ? undefined : reader.take(path)
  }
  const { segments, notes, complete } = renderTemplate(fileTemplate(file), scope, { load, ...options })
  const pieces = segments.map((segment): TemplatePiece => {
    const own = segment.at.span === segment.template
    const template = own ? segment.at : { span: segment.template, via: [] }
    const when = segment.when.length === 0 ? {} : { when: segment.when }
    return segment.hole === undefined
      ? { text: segment.text, at: segment.at, template, ...when }
      : { text: '', at: segment.at, template, hole: segment.hole.why, ...when }
  })
  return { file, pieces, notes, complete }
}

/** The text of a file that is taken as it is. */
export function plainFile(file: SourceFile): RenderedFile {
  const at = originAt(file, 0, file.text.length)
  return { file, pieces: [{ text: file.text, at, template: at }], notes: [], complete: true }
}

/** Adds to the way of every piece what lies between it and the device. */
export function reachedBy(pieces: readonly TemplatePiece[], hops: readonly Hop[]): readonly TemplatePiece[] {
  if (hops.length === 0) return pieces
  const known = new Map<Origin, Origin>()
  const reach = (at: Origin): Origin => {
    let reached = known.get(at)
    if (reached === undefined) known.set(at, (reached = { ...at, via: [...at.via, ...hops] }))
    return reached
  }
  return pieces.map((piece) => ({ ...piece, at: reach(piece.at), template: reach(piece.template) }))
}
