import { cloudResources } from './cloud/tables.ts'
import { iosxeResources } from './network/iosxe/table.ts'

/** Resources that are read, with the paths of the arguments that are: `ingress.from_port`. */
export function supportedArguments(): readonly { readonly type: string; readonly reads: readonly string[] }[] {
  const iosxe = Object.entries(iosxeResources).map(([type, rows = []]) => ({
    type,
    reads: [...new Set(rows.flatMap(({ reads }) => reads))],
  }))
  const cloud = Object.entries(cloudResources).map(([type, row]) => ({ type, reads: row?.reads ?? [] }))
  return [...cloud, { type: 'iosxe_cli', reads: ['cli'] }, ...iosxe]
}
