import type { Condition } from './condition.ts'

/** A text as it was given: never normalised. `path` uses `/` and is relative to the project. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A stretch of a file. Offsets count UTF-16 units; `end` is exclusive. Lines and columns exist only in reporters. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

export interface Hop {
  readonly role: 'template' | 'variable' | 'module' | 'include' | 'loop' | 'task'
  readonly span: Span
}

/** Where a person edits (`span`), and the way from there to the device (`via`). */
export interface Origin {
  readonly span: Span
  readonly via: readonly Hop[]
  /** Conditions that nobody can decide and under which what stands here is there at all, the outermost first. */
  readonly when?: readonly Condition[]
}

const DIRECT: readonly Hop[] = []

/** An origin in the file itself, without a way. */
export function originAt(file: SourceFile, start: number, end: number): Origin {
  return { span: { file, start, end }, via: DIRECT }
}
