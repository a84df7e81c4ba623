import type { Note, Origin, SourceFile } from '@breakwater/core'
import type { Located } from '../syntax/tree.ts'
import type { Value } from './value.ts'

/** How much may be computed for one project, in evaluated nodes and copied members. */
const LIMIT = 5_000_000
/** How deep evaluation may go, references included. */
const DEEPEST = 300

/** What evaluation shares within a project: files, notes and the limits on cost. */
export interface Work {
  /** Folder of the root module, to which paths are relative; empty for the project's own. */
  readonly root: string
  /** A file below the root of the project; undefined where there is none. */
  read(path: string): SourceFile | undefined
  /** Paths of files below a folder, relative to it. */
  paths(folder: string): readonly string[]
  note(note: Note): void
  steps: number
  depth: number
  exhausted: boolean
  tooDeep: boolean
  tooLarge: boolean
}

/** The names that an expression sees. */
export interface Scope {
  readonly work: Work
  /** The file of the expression. */
  readonly file: SourceFile
  /** The value of a name that `for`, `each`, `count`, a dynamic block or a template binds. */
  binding(name: string): Value | undefined
  /** The value of a reference of two or three names (`var.a`, `data.aws_ami.b`); undefined if there is none of that name. */
  reference(root: string, name: string, rest: string | undefined, at: Origin): Value | undefined
}

/** Counts a step of work; false when there was too much. */
export function spend(work: Work, steps: number, at: Origin): boolean {
  work.steps += steps
  if (work.steps <= LIMIT) return true
  if (!work.exhausted) {
    work.exhausted = true
    work.note({ kind: 'limit', message: 'the project takes too much work to evaluate: the rest is unknown', at })
  }
  return false
}

/** Goes one level deeper; false where it is one too many. */
export function descend(work: Work, at: Origin): boolean {
  if (++work.depth <= DEEPEST) return spend(work, 1, at)
  if (!work.tooDeep) {
    work.tooDeep = true
    work.note({
      kind: 'limit',
      message: `expressions and references lead more than ${DEEPEST} levels deep: what is below is unknown`,
      at,
    })
  }
  return false
}

export function originOf(scope: Scope, node: Located): Origin {
  return { span: { file: scope.file, start: node.start, end: node.end }, via: [] }
}

/** The scope with further names bound. */
export function bind(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return { ...scope, binding: (name) => names.get(name) ?? scope.binding(name) }
}
