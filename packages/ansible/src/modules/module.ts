import type { Condition, ListName, Note, Origin, Platform, TemplatePiece } from '@breakwater/core'
import type { Data } from '../data.ts'
import type { Part } from './lines.ts'

/** A task's module with its arguments, as one host sees them. */
export interface ModuleCall {
  /** As it is written: `cisco.ios.ios_config` or `ios_config`. */
  readonly name: string
  /** The arguments, evaluated; those that the task omits are left out. */
  readonly args: Data
  /** The task. */
  readonly at: Origin
  /** Conditions of the task that nobody can decide. */
  readonly when?: readonly Condition[]
  /** The rendered text of a file that `src` names; undefined where there is none. */
  readonly source?: (path: string) => readonly TemplatePiece[] | undefined
}

/** What a module does to a device. */
export type ModuleReading =
  /** It enters these commands, after those of earlier tasks. */
  | {
      readonly kind: 'text'
      /** Undefined for modules of every platform, such as `cli_config`. */
      readonly platform: Platform | undefined
      readonly pieces: readonly TemplatePiece[]
      /** Lists of which the task states all there is. */
      readonly complete: readonly ListName[]
      readonly notes: readonly Note[]
    }
  /** It changes nothing: it asks, or renders without entering. */
  | { readonly kind: 'none'; readonly platform: Platform | undefined }
  /** It changes a device of a platform that has no table yet: worth one note a play. */
  | { readonly kind: 'unsupported'; readonly platform: Platform }

/** A parameter, and the command that the module enters for it. */
export interface ParameterRow {
  /** From the dictionary around: `communities[]` for each item, `buffered` for what it holds, '' for that dictionary itself. */
  readonly path: string
  /**
   * `{name}` is a value, `{a,b}` the first of two names, `{name=word}` has a default, `{.}` is the item itself and `{^name}` a
   * value of the dictionary around; `{flag?text|other}` and `{name:word?text|other}` choose. What stands in brackets is left
   * out where a value of it is not there; elsewhere the whole line is.
   */
  readonly command?: string
  /** Makes the words of the command where no text of that kind can; `command` then shows what it looks like. */
  readonly parts?: (value: Data) => readonly Part[] | undefined
  /** The command that opens the section of `rows`. */
  readonly section?: string
  readonly rows?: readonly ParameterRow[]
  /** The list of which `state: overridden` states everything. */
  readonly list?: ListName
}

/** The parameters of a module of Cisco IOS that matter for hardening. */
export interface ModuleTable {
  /** Short names, the present one first. */
  readonly names: readonly string[]
  /** The argument that holds the parameters: `config` of resource modules, '' for the arguments themselves. */
  readonly root: string
  readonly rows: readonly ParameterRow[]
  /** What clears everything before, for `state: overridden` and `replaced`. */
  readonly clear?: string
}
