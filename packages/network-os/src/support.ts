import { vocabulary } from '@breakwater/core'
import { LineClass, type CommandTable } from './commands/row.ts'
import { iosTables } from './platforms/ios/commands/index.ts'

/** A command that a platform's tables know. */
export interface SupportedCommand {
  readonly mode: string
  readonly pattern: string
  readonly state: 'understood' | 'ignored' | 'unsupported'
  /** The setting that it states, where one row states one. */
  readonly setting: string | undefined
  readonly area: string
}

const STATES = {
  [LineClass.understood]: 'understood',
  [LineClass.ignored]: 'ignored',
  [LineClass.unsupported]: 'unsupported',
} as const

/** Every command of the tables of IOS and IOS-XE, in the order of the tables. */
export function supportedCommands(): SupportedCommand[] {
  return Object.entries(iosTables).flatMap(([area, table]: [string, CommandTable]) =>
    Object.entries(table.rows).flatMap(([mode, rows]) =>
      rows.map((row) => ({ mode, pattern: row.pattern, state: STATES[row.class], setting: row.setting, area })),
    ),
  )
}

/** Every setting of the vocabulary with its meaning, lists as `lines[]` and their fields as `lines[].execTimeout`. */
export function settings(): { readonly setting: string; readonly doc: string }[] {
  const found: { setting: string; doc: string }[] = []
  const member = (
    path: string,
    declared: { kind: string; doc: string; fields?: Readonly<Record<string, { doc: string }>> },
  ): void => {
    found.push({ setting: declared.kind === 'list' ? `${path}[]` : path, doc: declared.doc })
    for (const [field, { doc }] of Object.entries(declared.fields ?? {}))
      found.push({ setting: `${path}[].${field}`, doc })
  }
  for (const [group, declared] of Object.entries(vocabulary)) {
    if ('kind' in declared && 'doc' in declared) member(group, declared)
    else for (const [name, leaf] of Object.entries(declared)) member(`${group}.${name}`, leaf as never)
  }
  return found
}
