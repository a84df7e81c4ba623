import {
  originAt,
  type Hop,
  type Note,
  type Origin,
  type SourceFile,
  type Span,
  type TemplatePiece,
} from '@breakwater/core'
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

/** Adds to the way of every piece what lies between it and the device. A place in the task needs no way within the task. */
export function reachedBy(
  pieces: readonly TemplatePiece[],
  hops: readonly Hop[],
  task?: Span,
): readonly TemplatePiece[] {
  const known = new Map<Origin, Origin>()
  const reach = (at: Origin): Origin => {
    let reached = known.get(at)
    if (reached === undefined) {
      const via = at.via.filter(({ role, span }) => role !== 'variable' || task === undefined || !isWithin(span, task))
      known.set(at, (reached = { ...at, via: [...via, ...hops] }))
    }
    return reached
  }
  return pieces.map((piece) => ({ ...piece, at: reach(piece.at), template: reach(piece.template) }))
}

function isWithin(span: Span, outer: Span): boolean {
  return span.file === outer.file && span.start >= outer.start && span.end <= outer.end
}
