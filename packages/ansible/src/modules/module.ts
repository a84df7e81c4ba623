import type { Clearing, Condition, Note, Origin, Platform, TemplatePiece } from '@breakwater/core'
import type { Data } from '../data.ts'
import type { Part } from './lines.ts'
import type { NetworkOs } from './names.ts'

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
      readonly notes: readonly Note[]
    }
  /** It changes nothing that is judged: it asks, renders without entering, or sets what no rule reads. */
  | { readonly kind: 'none'; readonly platform: Platform | undefined }
  /** A module of a platform with tables that has none: what it does is not known. */
  | { readonly kind: 'unknown'; readonly platform: Platform | undefined }
  /** It changes a device of a platform that has no table yet: worth one note a play. */
  | { readonly kind: 'unsupported'; readonly os: NetworkOs }

/** What the state of a task does with what it names. */
export type Effect =
  /** `merged`, `present`: adds to what is there. */
  | 'enter'
  /** `replaced`: each thing that it names then has what is given, and nothing else. */
  | 'replace'
  /** `overridden`: the device then has what is given, and nothing else. */
  | 'override'
  /** `deleted`, `absent` */
  | 'remove'
  /** `purged`: as `deleted`, but the thing itself goes too: the interface, the process. */
  | 'purge'
  /** `rendered`, `gathered`, `parsed` */
  | 'none'
  /** A state that nobody knows. */
  | 'unknown'

/** Makes a command of a value and of the dictionary around it; undefined where there is none. */
export type MakeParts = (value: Data, effect: Effect, around: Data | undefined) => readonly Part[] | undefined

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
  readonly parts?: MakeParts
  /** The command that opens the section of `rows`. */
  readonly section?: string
  /** Makes the words of `section` where no text of that kind can. */
  readonly header?: MakeParts
  readonly rows?: readonly ParameterRow[]
  /** Commands that put back, in the section, what the module owns of it: for `replaced`, `overridden` and `deleted`. */
  readonly resets?: readonly string[]
  /** `deleted` takes the section itself away; `replaced` and `overridden` make it anew. */
  readonly removable?: true
}

/** The parameters of a module that matter for hardening. */
export interface ModuleTable {
  /** Short names, the present one first. */
  readonly names: readonly string[]
  /** The argument that holds the parameters: `config` of resource modules, '' for the arguments themselves. */
  readonly root: string
  readonly rows: readonly ParameterRow[]
  /** Of what `overridden` states all there is, and `deleted` without parameters takes away. Left out where nobody knows. */
  readonly owns?: Clearing
  /** One thing for the whole device: `replaced` is `overridden`, and `deleted` takes all of it away whatever is given. */
  readonly whole?: true
  /** What `purge: true` takes away first. */
  readonly purges?: Clearing
  /** `deleted` takes away attributes that nobody can tell; only `purged` is sure. */
  readonly keepsWhenDeleted?: true
}

/** The modules of a platform. A platform is added by these alone. */
export interface PlatformModules {
  readonly tables: readonly ModuleTable[]
  /** Short names of modules that set nothing which a rule reads. */
  readonly nothingJudged: readonly string[]
}
