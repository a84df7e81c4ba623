import type { Device } from '../device.ts'
import { valueOf } from '../fact.ts'
import type { Origin } from '../source.ts'
import type { RoutingAuthentication } from '../vocabulary/igp.ts'
import type { Item } from '../vocabulary.ts'
import { coverageOf, type Port } from './covered.ts'

export type OspfProcess = Item<'routing.ospfProcesses'>

/** Where OSPF speaks to neighbours, and what authenticates it: the interface's own line goes before its area's. */
export interface OspfLink {
  readonly port: Port
  readonly area: string
  readonly authentication: RoutingAuthentication
  /** The line that says so; undefined where none does. */
  readonly at: Origin | undefined
  /** Whether that line is the area's. */
  readonly byArea: boolean
}

export interface OspfView {
  readonly process: OspfProcess
  readonly links: readonly OspfLink[]
  /** Whether any interface takes part, silent ones included. */
  readonly covers: boolean
  readonly areas: readonly Item<'routing.ospfAreas'>[]
  readonly virtualLinks: readonly Item<'routing.ospfVirtualLinks'>[]
}

const seen = new WeakMap<Device, readonly OspfView[]>()

/** The OSPF processes of a device with the interfaces on which they speak. */
export function ospfViews(device: Device): readonly OspfView[] {
  let views = seen.get(device)
  if (views === undefined) {
    views = device.routing.ospfProcesses.items.map((process) => viewOf(device, process))
    seen.set(device, views)
  }
  return views
}

function viewOf(device: Device, process: OspfProcess): OspfView {
  const { ospfAreas, ospfVirtualLinks } = device.routing
  const areas = ospfAreas.items.filter((area) => area.process === process.key)
  const { speakers, covers } = coverageOf(device, process, process.vrf, (port) => {
    if (process.version === 3) return valueOf(port.ospf6)?.find((joined) => joined.process === process.process)
    const joined = valueOf(port.ospf)
    return joined?.process === process.process ? joined : undefined
  })
  const links = speakers.map(({ port, area = '0' }): OspfLink => {
    const own = process.version === 3 ? port.ospf6Authentication : port.ospfAuthentication
    if (own.state === 'known') return { port, area, authentication: own.value, at: own.at, byArea: false }
    const shared = areas.find((other) => other.area === area)?.authentication
    if (shared?.state === 'known') return { port, area, authentication: shared.value, at: shared.at, byArea: true }
    return { port, area, authentication: 'none', at: undefined, byArea: false }
  })
  return {
    process,
    links,
    covers,
    areas,
    virtualLinks: ospfVirtualLinks.items.filter((link) => link.process === process.key),
  }
}
