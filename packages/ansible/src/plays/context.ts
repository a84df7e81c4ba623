import type { Condition, Hop, Origin, TemplatePiece } from '@breakwater/core'
import type { Condition as Undecided, Data } from '../data.ts'
import type { Layers } from '../variables.ts'
import type { Role } from './roles.ts'

/** What holds for the tasks of a play, a role, a block or an included file. */
export interface Context {
  /** Variables of every step that tasks do not change. */
  readonly layers: Layers
  readonly magic: ReadonlyMap<string, Data>
  /** The folder of the file that the tasks stand in. */
  readonly folder: string
  /** Where templates, files and variables are looked for: roles, then the playbook. */
  readonly search: readonly string[]
  /** Conditions on the way that nobody can decide. */
  readonly when: readonly Undecided[]
  /** The way from the task to the device: roles and includes, the nearest first. */
  readonly chain: readonly Hop[]
  readonly depth: number
  readonly role: Role | undefined
  /** Roles that are being run, so that none runs within itself. */
  readonly within: ReadonlySet<string>
  readonly play: Origin
  readonly isFirst: boolean
}

/** Text that a task writes to a device or to a file. */
export interface Chunk {
  readonly kind: 'module' | 'template'
  readonly pieces: readonly TemplatePiece[]
  /** The first line of what makes it. */
  readonly at: Origin
  readonly when: readonly Condition[]
  /** The file that a template is rendered to. */
  readonly dest: string | undefined
  /** A later task pushes it. */
  consumed: boolean
}
