import { cloudResources } from './cloud/tables.ts'
import { parsePattern } from './network/iosxe/pattern.ts'
import { iosxeResources, iosxeSchema, withoutHardening } from './network/iosxe/table.ts'

/** An argument or several that make one thing: in a network device the command that they become. */
export interface SupportedArguments {
  readonly type: string
  /** Paths, such as `ingress.from_port`. */
  readonly reads: readonly string[]
  readonly command?: string
  /** The schema that the names are of, with its version. */
  readonly evidence?: string
}

/** Resources that are read, row by row. */
export function supportedArguments(): readonly SupportedArguments[] {
  const iosxe = Object.entries(iosxeResources).flatMap(([type, { opens, rows } = { rows: [] }]) => {
    const header =
      opens === undefined ? [] : [parsePattern(opens)].map(({ reads, shown }) => ({ reads, command: shown }))
    return [...header, ...rows.flatMap(({ lines }) => lines)].map(({ reads, command }) => ({
      type,
      reads,
      command,
      evidence: iosxeSchema,
    }))
  })
  const cloud = Object.entries(cloudResources).map(([type, row]) => ({ type, reads: row?.reads ?? [] }))
  return [...cloud, { type: 'iosxe_cli', reads: ['cli'], evidence: iosxeSchema }, ...iosxe]
}

/** Resources of network devices that are passed over on purpose. */
export function passedOverResources(): readonly string[] {
  return [...withoutHardening]
}
