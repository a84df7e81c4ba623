import type { Change, ListName } from '@breakwater/core'
import type { Commands } from './lowering.ts'

/** The command lines that make the changes, in order; lines of one section stand together under its header. */
export function writeChanges(commands: Commands, changes: readonly Change[]): string[] {
  const written: string[] = []
  let open: string | undefined
  for (const change of changes) {
    const { lines, header } = writeChange(commands, change)
    if (header === undefined) {
      written.push(...lines)
      open = undefined
      continue
    }
    if (header !== open) written.push(header)
    open = header
    written.push(...lines.map((line) => ` ${line}`))
  }
  return written
}

function writeChange(commands: Commands, change: Change): { lines: readonly string[]; header?: string } {
  for (const { writers } of commands.tables) {
    const write = writers?.[change.setting]
    if (write !== undefined) return { lines: write(change) }
  }
  const row = commands.rows.find((candidate) => candidate.setting === change.setting && candidate.write !== undefined)
  const lines = row?.write?.(change.value) ?? []
  const list = change.setting.split('[].')[0] as ListName
  if (change.item === undefined || lines.length === 0) return { lines }
  for (const { headers } of commands.tables) {
    const header = headers?.[list]
    if (header !== undefined) return { lines, header: header(change.item) }
  }
  return { lines }
}
