import type { Device } from '../device.ts'
import { valueOf, type Fact } from '../fact.ts'
import type { Item } from '../vocabulary.ts'
import { coverageOf, type Port } from './covered.ts'

type Section = Item<'routing.eigrpInterfaces'>

export type EigrpProcess = Item<'routing.eigrpProcesses'>

/** Where EIGRP speaks to neighbours, and whether its hellos are authenticated. */
export interface EigrpLink {
  readonly port: Port
  readonly authenticated: boolean
  /** Settings of the interface in named EIGRP. */
  readonly section: Section | undefined
}

export interface EigrpView {
  readonly process: EigrpProcess
  readonly links: readonly EigrpLink[]
  readonly covers: boolean
  /** What all interfaces have that say nothing else. */
  readonly fallback: Section | undefined
  /** Whether the settings of all interfaces authenticate. */
  readonly authenticatedByDefault: boolean
}

/** The EIGRP processes of a device with the interfaces on which they speak. */
export function eigrpViews(device: Device): EigrpView[] {
  return device.routing.eigrpProcesses.items
    .filter((process) => valueOf(process.shutdown) !== true)
    .map((process) => (process.named ? namedView(device, process) : classicView(device, process)))
}

function classicView(device: Device, process: EigrpProcess): EigrpView {
  const { speakers, covers } = coverageOf(device, process, process.vrf, (port) =>
    process.family === 6 && valueOf(port.eigrp6)?.includes(process.as) === true ? { area: undefined } : undefined,
  )
  const as = process.family === 6 ? `6 ${process.as}` : process.as
  return {
    process,
    covers,
    fallback: undefined,
    authenticatedByDefault: false,
    links: speakers.map(({ port }) => ({
      port,
      section: undefined,
      authenticated:
        valueOf(port.eigrpModes)?.includes(as) === true &&
        valueOf(port.eigrpKeyChains)?.some((chain) => chain.as === as) === true,
    })),
  }
}

function namedView(device: Device, process: EigrpProcess): EigrpView {
  const sections = new Map(
    device.routing.eigrpInterfaces.items
      .filter((section) => section.process === process.key)
      .map((section) => [section.interface, section]),
  )
  const fallback = sections.get('default')
  /** The fact of the interface's own section, else that of all interfaces. */
  const take = <T>(name: string, read: (section: Section) => Fact<T>): T | undefined => {
    const own = sections.get(name)
    const stated = own === undefined ? undefined : read(own)
    if (stated?.state === 'known') return stated.value
    return fallback === undefined ? undefined : valueOf(read(fallback))
  }
  const { speakers, covers } = coverageOf(device, process, process.vrf, (port) =>
    // Of IPv6, every interface takes part.
    process.family === 6 && valueOf(port.ipv6) === true && valueOf(port.vrf) === process.vrf
      ? { area: undefined }
      : undefined,
  )
  const authenticated = (name: string): boolean => {
    const mode = take(name, (section) => section.mode)
    return mode === 'sha' || (mode === 'md5' && take(name, (section) => section.keyChain) !== undefined)
  }
  return {
    process,
    covers,
    fallback,
    authenticatedByDefault: authenticated('default'),
    links: speakers
      .filter(
        ({ port }) => !take(port.name, (section) => section.passive) && !take(port.name, (section) => section.shutdown),
      )
      .map(({ port }) => ({ port, section: sections.get(port.name), authenticated: authenticated(port.name) })),
  }
}
