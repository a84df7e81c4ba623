import { cloudResources } from './cloud/tables.ts'
import { linesOf } from './network/rows.ts'
import { networkTables, type NetworkTables } from './network/tables.ts'

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
  const cloud = Object.entries(cloudResources).map(([type, row]) => ({ type, reads: row?.reads ?? [] }))
  return [...cloud, ...Object.values(networkTables).flatMap(argumentsOf)]
}

function argumentsOf({ schema: evidence, text, resources }: NetworkTables): readonly SupportedArguments[] {
  const whole = text === undefined ? [] : [{ type: text.type, reads: [text.argument], evidence }]
  const rows = Object.entries(resources).flatMap(([type, table]) =>
    table === undefined ? [] : linesOf(table).map(({ reads, command }) => ({ type, reads, command, evidence })),
  )
  return [...whole, ...rows]
}

/** Resources of network devices that are passed over on purpose. */
export function passedOverResources(): readonly string[] {
  return Object.values(networkTables).flatMap(({ withoutHardening }) => [...withoutHardening])
}
