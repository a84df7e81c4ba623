import type { Note, TemplatePiece } from '@breakwater/core'
import { loopOf, textOf } from '../../cloud/readings.ts'
import { countArguments, type ArgumentCount } from '../../project/arguments.ts'
import type { Resource } from '../../project/project.ts'
import { cliPieces } from '../cli.ts'
import { commandPieces, type Command } from '../pieces.ts'
import { iosxeResources } from './table.ts'

/** What a resource makes of the device. */
export interface ResourceReading {
  readonly resource: Resource
  readonly parts: readonly Part[]
  readonly count: ArgumentCount
}

interface Part {
  readonly pieces: readonly TemplatePiece[]
  /** What the device has once: no two resources may differ about it. */
  readonly single?: { readonly name: string; readonly says: string }
}

/** The commands of a resource of the provider iosxe; undefined where it has no table. */
export function readIosxe(resource: Resource): ResourceReading | undefined {
  const { type, body } = resource
  if (type === 'iosxe_cli')
    return {
      resource,
      parts: [{ pieces: cliPieces(resource) }],
      count: countArguments(body, new Set(['cli']), IGNORED),
    }
  const rows = iosxeResources[type]
  if (rows === undefined) return undefined
  const when = loopOf(resource.repeats)
  const parts = rows.flatMap((row): Part[] => {
    const commands = row.commands(body, when)
    if (commands.length === 0) return []
    const part = { pieces: commandPieces(commands) }
    const [name = ''] = row.reads
    return [MANY.has(type) ? part : { ...part, single: { name: `${type}.${name}`, says: saidBy(commands) } }]
  })
  const reads = new Set(rows.flatMap((row) => row.reads))
  return { resource, parts, count: countArguments(body, reads, IGNORED) }
}

/** Arguments of the provider, not of the device. */
const IGNORED: ReadonlySet<string> = new Set(['device', 'id', 'delete_mode'])

/** Resources of which a device has as many as it likes. */
const MANY: ReadonlySet<string> = new Set(['iosxe_username', 'iosxe_snmp_server', 'iosxe_logging', 'iosxe_ntp'])

function saidBy(commands: readonly Command[]): string {
  const words = commands.flatMap((one) =>
    one.words.map((word) => (typeof word === 'string' ? word : (textOf(word) ?? '?'))),
  )
  return words.join('')
}

/** The text of all resources. Where two differ, Terraform has no order, and nobody knows which one stands. */
export function withoutClashes(readings: readonly ResourceReading[]): {
  readonly pieces: readonly TemplatePiece[]
  readonly notes: readonly Note[]
} {
  const said = new Map<string, Set<string>>()
  for (const { parts } of readings)
    for (const { single } of parts)
      if (single !== undefined) said.set(single.name, (said.get(single.name) ?? new Set()).add(single.says))
  const notes: Note[] = []
  const pieces: TemplatePiece[] = []
  for (const { parts, resource } of readings) {
    for (const part of parts) {
      if (part.single === undefined || said.get(part.single.name)?.size === 1) pieces.push(...part.pieces)
      else {
        const message = `${part.single.name} is set in different ways by several resources; Terraform has no order among them`
        notes.push({ kind: 'limit', message, at: resource.at })
      }
    }
  }
  return { pieces, notes }
}
