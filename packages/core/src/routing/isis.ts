import type { Device } from '../device.ts'
import { valueOf } from '../fact.ts'
import type { IsisAuthentication } from '../vocabulary/igp.ts'
import type { Item } from '../vocabulary.ts'
import { coverageOf, type Port } from './covered.ts'

export type IsisProcess = Item<'routing.isisProcesses'>

export interface IsisView {
  readonly process: IsisProcess
  readonly ports: readonly Port[]
  readonly covers: boolean
  /** Levels whose link-state packets are authenticated by a key chain or a password, text included. */
  readonly levels: ReadonlySet<1 | 2>
  /** Levels of the router without. */
  readonly missing: readonly (1 | 2)[]
  /** What shows its password on the wire. */
  readonly texts: readonly IsisAuthentication[]
}

/** The IS-IS processes of a device. Authentication without a level is that of both. */
export function isisViews(device: Device): IsisView[] {
  return device.routing.isisProcesses.items.map((process) => {
    const { speakers, covers } = coverageOf(device, process, undefined, (port) =>
      valueOf(port.isis)?.includes(process.tag) === true ? { area: undefined } : undefined,
    )
    const stated = valueOf(process.authentications) ?? []
    const levels = new Set<1 | 2>()
    for (const level of [1, 2] as const) {
      const about = stated.filter((one) => one.level === undefined || one.level === level)
      const hasMode = about.some(({ mode }) => mode !== undefined)
      const hasKey = about.some(({ mode, keyChain }) => mode === 'password' || keyChain !== undefined)
      if (hasMode && hasKey) levels.add(level)
    }
    return {
      process,
      ports: speakers.map(({ port }) => port),
      covers,
      levels,
      missing: (valueOf(process.levels) ?? [1, 2]).filter((level) => !levels.has(level)),
      texts: stated.filter(({ mode }) => mode === 'text' || mode === 'password'),
    }
  })
}

/** Whether the hellos of an interface are authenticated, text included. */
export function isisHelloAuthenticated(port: Port): boolean {
  const mode = valueOf(port.isisAuthentication)
  return mode === 'text' || (mode !== undefined && valueOf(port.isisKeyChain) !== undefined)
}
