import type { Note, Origin, SourceFile, Span } from '@breakwater/core'
import type { Condition, Data, Hole } from '../data.ts'

/** The variables that a template sees. A scope never changes: what the templates in its variables come to is kept with it. */
export interface Scope {
  /**
   * The variable of that name: `undefined` of kind where it is surely not defined, `unknown` where something out of view may
   * give it. A value that holds templates is evaluated by the reader in the same scope, when it is used.
   */
  lookup(name: string): Data
}

export interface RenderOptions {
  /** What `include`, `import` and `extends` read: the file of that name, as seen from the template that asks. */
  readonly load?: (name: string, from: SourceFile) => SourceFile | undefined
  /** The first line break after a tag is dropped. Ansible: true. */
  readonly trimBlocks?: boolean
  /** Blanks before a tag that begins a line are dropped. Ansible: false. */
  readonly lstripBlocks?: boolean
  /** The last line break of the text is kept. Ansible: true for the template itself, never for an included one. */
  readonly keepTrailingNewline?: boolean
  /** What None prints as. Ansible: nothing. */
  readonly none?: '' | 'None'
  /** Evaluation steps before it gives up with a note. Default 1,500,000. */
  readonly steps?: number
}

export const NO_CONDITION: readonly Condition[] = []

/** A stretch of rendered text of which everything is told by one place. A hole has no text. */
export interface Segment {
  readonly text: string
  /** The place in the template that printed it: text of the template, or the expression. */
  readonly template: Span
  /** Where a person edits it, and the way from there: a variable's value, a `{% set %}`, a literal, the template's text. */
  readonly at: Origin
  /** Variables that fed it, as dotted paths. */
  readonly deps: readonly string[]
  readonly hole: Hole | undefined
  /** Conditions that nobody can decide and on which it depends, the outermost first. */
  readonly when: readonly Condition[]
}

/**
 * What a template renders to. Both arms of an undecidable condition are there, line by line: a line of which a part depends on
 * a condition stands once for each way the condition may fall, so that each line is one that some branch can produce.
 */
export interface Rendered {
  readonly segments: readonly Segment[]
  readonly notes: readonly Note[]
  /** False where the evaluation was cut short: there may be more text. */
  readonly complete: boolean
}

export interface Evaluated {
  readonly value: Data
  /** Variables that were read, as dotted paths. */
  readonly deps: readonly string[]
  readonly notes: readonly Note[]
}

/** The text with `hole` in place of each hole. */
export function textOf(rendered: Rendered, hole: (hole: Hole) => string): string {
  let text = ''
  for (const segment of rendered.segments) text += segment.hole === undefined ? segment.text : hole(segment.hole)
  return text
}
