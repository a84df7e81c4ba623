import type { ProjectReading, Files } from '@breakwater/core'
import { ansibleEntry } from './ansible-entry.ts'
import type { Options } from './arguments.ts'
import { terraformEntry } from './terraform-entry.ts'

/** What the command line and the configuration say to a front-end. */
export interface FrontendSettings {
  /** Values of the front-end's own options, by name. */
  readonly flags: Readonly<Record<string, FlagValue>>
  /** Its section of the configuration, checked by its schema; undefined where there is none. */
  readonly section: unknown
  readonly env: Readonly<Record<string, string | undefined>>
  /** The path within the project of what an option names, relative to the working directory; it can be read from then on. */
  readonly fromFlag: (path: string) => string
  /** The same for what the configuration names, relative to the folder of the configuration. */
  readonly fromSection: (path: string) => string
}

export type FlagValue = string | readonly string[] | boolean | undefined

/** A front-end, ready to read one project. */
export interface OpenFrontend {
  readonly claims: (path: string) => boolean
  readonly read: (paths: readonly string[], files: Files) => ProjectReading
}

/** A front-end as the command knows it before it is loaded. */
export interface FrontendEntry {
  /** Also the key of its section in the configuration. */
  readonly name: string
  /** Whether a file of that name may be of its languages; it is loaded when there is one. */
  readonly mayRead: (name: string) => boolean
  /** Options of `check` that it alone understands. */
  readonly flags: Options
  /** JSON Schema of its section. */
  readonly section?: object
  /** Loads it. Throws a UsageError or ConfigError where the settings make no sense. */
  readonly open: (settings: FrontendSettings) => Promise<OpenFrontend>
}

/** A new front-end is one package and one entry here. Each is loaded when there is a file for it. */
export const frontends: readonly FrontendEntry[] = [ansibleEntry, terraformEntry]

/** The schemas of their sections of the configuration. */
export function sectionsOf(entries: readonly FrontendEntry[]): Record<string, object> {
  return Object.fromEntries(entries.flatMap(({ name, section }) => (section === undefined ? [] : [[name, section]])))
}
