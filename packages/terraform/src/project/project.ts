import type { Note, Origin, Reason, SourceFile } from '@breakwater/core'
import type { ConfigFile } from '../syntax/tree.ts'
import type { Value } from '../evaluate/value.ts'

export interface LoadOptions {
  /** Values of `-var`, as the command line gives them. */
  readonly variables?: Readonly<Record<string, string>>
  /** Paths of `-var-file`, in order. */
  readonly variableFiles?: readonly string[]
  /** Variables of the environment, of which those that begin with `TF_VAR_` count. */
  readonly environment?: Readonly<Record<string, string>>
}

/** An argument of a block, evaluated. */
export interface Attribute {
  readonly name: string
  /** The place of the name. */
  readonly key: Origin
  /** Null is as good as not set. */
  readonly value: Value
}

/** A block within a resource, a provider or another block. */
export interface NestedBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
  /** Set where a `dynamic` block's `for_each` is not known: this stands for any number of blocks, also none. */
  readonly repeats?: Repetition
}

/** Arguments and blocks between braces. */
export interface Body {
  /** The header of the block: where an argument that is missing would be written. */
  readonly at: Origin
  /** By name; the last definition of a duplicate is dropped with a note. */
  readonly attributes: ReadonlyMap<string, Attribute>
  /** In order, `dynamic` blocks expanded. An object in JSON syntax that may be either is an attribute: see `blocksOf`. */
  readonly blocks: readonly NestedBlock[]
  /** Whether all of it could be read; where not, an argument that is missing may have been lost. */
  readonly complete: boolean
}

/** Why it is not known how many there are. */
export interface Repetition {
  readonly argument: 'count' | 'for_each'
  readonly why: Reason
  readonly at: Origin
}

/** The configuration of a provider: a `provider` block. */
export interface Provider {
  /** The name within the module, such as `iosxe`. */
  readonly name: string
  /** `namespace/type` in lower case, such as `ciscodevnet/iosxe`; where nothing is declared, `hashicorp/<name>`. */
  readonly source: string
  /** Version constraints as they are written. */
  readonly version: string | undefined
  readonly alias: string | undefined
  /** `iosxe`, `iosxe.core1`; within a module after its address. */
  readonly address: string
  /** Undefined where no block configures it, and the environment does. */
  readonly body: Body | undefined
  readonly at: Origin
}

/** A resource or data source, one instance. */
export interface Resource {
  readonly mode: 'managed' | 'data' | 'ephemeral'
  readonly type: string
  readonly name: string
  /** `module.edge["pe1"].iosxe_vty.lines[0]` */
  readonly address: string
  /** The address without its own index: what `dependsOn` names. */
  readonly config: string
  /** Address of the module, empty for the root. */
  readonly module: string
  readonly index: string | number | undefined
  /** Set where `count` or `for_each` is not known: this stands for any number of instances, also none. */
  readonly repeats?: Repetition
  readonly provider: Provider
  /** Without the meta-arguments (`count`, `for_each`, `provider`, `depends_on`) and `lifecycle`. */
  readonly body: Body
  /** `config` of the resources that it names or that `depends_on` names, through locals, variables and outputs too. */
  readonly dependsOn: ReadonlySet<string>
  /** The header of the block. */
  readonly at: Origin
}

/** A value that somebody has written for a variable: its default, a line of tfvars, an argument of a module call. */
export interface Assignment {
  readonly by: 'default' | 'file' | 'environment' | 'command-line' | 'module'
  readonly value: Value
}

export interface Variable {
  readonly name: string
  /** Address of the module, empty for the root. */
  readonly module: string
  readonly sensitive: boolean
  readonly at: Origin
  /** What counts: the last assignment, converted to the variable's type. */
  readonly value: Value
  /** In the order of precedence, the last one wins. Values are as written. */
  readonly assignments: readonly Assignment[]
}

export interface Output {
  readonly name: string
  readonly module: string
  readonly sensitive: boolean
  readonly at: Origin
  readonly value: Value
}

/** A root module with all that it calls, evaluated. */
export interface Project {
  /** The folder. */
  readonly root: string
  /** The constraint of `required_version` as written. */
  readonly version: string | undefined
  readonly resources: readonly Resource[]
  /** Configurations of providers in all modules. */
  readonly providers: readonly Provider[]
  readonly variables: readonly Variable[]
  readonly outputs: readonly Output[]
  /** The trees of the root and of each module, for what reads the source itself; each file once. */
  readonly files: readonly ConfigFile[]
  /** All that was read, with templates, variable files and files that functions read. */
  readonly sources: readonly SourceFile[]
  readonly notes: readonly Note[]
}
