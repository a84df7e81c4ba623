import {
  bgpSessions,
  eigrpViews,
  externalInterfaces,
  ipv4,
  isPublic4,
  isisViews,
  ospfViews,
  ripViews,
  unknown,
  valueOf,
  within4,
  type Device,
  type ExternalInterface,
  type Item,
  type Judgement,
  type Known,
  type Site,
} from '@breakwater/core'

export type Port = Item<'interfaces'>
export type AccessList = Item<'accessLists'>

const NO_PACKETS: ReadonlySet<string> = new Set(['Loopback', 'Null', 'NVI', 'nve', 'LISP'])

/** Whether packets are routed through an interface: it has an address, and is no switch port. */
export function isRouted(port: Port): boolean {
  if (NO_PACKETS.has(port.kind) || valueOf(port.switchport) === true) return false
  if ((valueOf(port.addresses6) ?? []).length > 0 || (valueOf(port.addresses) ?? []).length > 0) return true
  const addressing = valueOf(port.addressing)
  return addressing !== undefined && addressing !== 'static'
}

/**
 * The external interfaces through which packets are routed. A public address alone does not make one where a network has
 * public addresses inside: the own routing protocol must not speak there, and the interface has to be the only one with a
 * public address, or static routes or another autonomous system have to lie behind it.
 */
export function externalPorts(device: Device, site: Site): readonly ExternalInterface[] {
  const before = known.get(device)
  if (before?.site === site) return before.ports
  const ports = externalInterfaces(device, site).filter(
    (external) =>
      isRouted(external.port) && (!external.because.startsWith('public address') || leadsOut(external, device)),
  )
  known.set(device, { site, ports })
  return ports
}

const known = new WeakMap<Device, { readonly site: Site; readonly ports: readonly ExternalInterface[] }>()

function leadsOut(external: ExternalInterface, device: Device): boolean {
  const { port } = external
  if (speaksInside(port, device)) return false
  if (isTransit(external, device) || routesThrough(port, device)) return true
  const others = device.interfaces.items.filter(
    (other) => other !== port && isRouted(other) && hasPublicAddress(other) && !speaksInside(other, device),
  )
  return others.length === 0
}

function hasPublicAddress(port: Port): boolean {
  return (valueOf(port.addresses) ?? []).some(({ address }) => isPublic4(ipv4(address) ?? 0))
}

function routesThrough(port: Port, { routing }: Device): boolean {
  const addresses = valueOf(port.addresses) ?? []
  return routing.staticRoutes.items.some(
    ({ nextHop, interface: out }) =>
      out === port.name ||
      (nextHop !== undefined &&
        addresses.some(({ address, length }) => within4(ipv4(nextHop), ipv4(address) ?? 0, length))),
  )
}

const inside = new WeakMap<Device, ReadonlySet<Port>>()

/** Whether an interior routing protocol has neighbours there, or labels are exchanged. */
function speaksInside(port: Port, device: Device): boolean {
  let ports = inside.get(device)
  if (ports === undefined) {
    ports = new Set([
      ...ospfViews(device).flatMap(({ links }) => links.map((link) => link.port)),
      ...isisViews(device).flatMap((view) => view.ports),
      ...eigrpViews(device).flatMap(({ links }) => links.map((link) => link.port)),
      ...ripViews(device).flatMap((view) => view.ports),
    ])
    inside.set(device, ports)
  }
  return ports.has(port) || valueOf(port.labels) === true
}

/** What to say where nothing shows which interfaces are external; nothing where the site told that none is. */
export function* askForExternal(device: Device, site: Site, question: string): Iterable<Judgement> {
  if (site.externalInterfaces !== undefined || !device.interfaces.items.some(isRouted)) return
  yield unknown(device.interfaces, question, { kind: 'site', needs: 'the external interfaces' })
}

/** Whether another autonomous system is on the link, whose traffic passes through. */
export function isTransit({ port }: ExternalInterface, device: Device): boolean {
  const vrf = valueOf(port.vrf)
  const addresses = valueOf(port.addresses) ?? []
  return bgpSessions(device).some(
    ({ kind, neighbor }) =>
      kind === 'external' &&
      neighbor.vrf === vrf &&
      addresses.some(({ address, length }) => within4(ipv4(neighbor.address), ipv4(address) ?? 0, length)),
  )
}

/** A list that filters packets of an external interface, and where it is named. */
export interface EdgeFilter {
  readonly list: AccessList
  readonly ports: readonly ExternalInterface[]
  readonly reference: Known<string>
}

type Direction = 'in' | 'out'

/** The lists that are bound to external interfaces in these directions, each once. */
export function edgeFilters(device: Device, site: Site, directions: readonly Direction[]): EdgeFilter[] {
  const found = new Map<string, { list: AccessList; ports: ExternalInterface[]; reference: Known<string> }>()
  for (const external of externalPorts(device, site)) {
    const { port } = external
    const facts = [
      ...(directions.includes('in') ? [[port.accessGroupIn, 4] as const, [port.trafficFilterIn, 6] as const] : []),
      ...(directions.includes('out') ? [[port.accessGroupOut, 4] as const, [port.trafficFilterOut, 6] as const] : []),
    ]
    for (const [fact, family] of facts) {
      if (fact.state !== 'known') continue
      const list = device.resolve('accessList', fact.value, family)
      if (list.state !== 'known' || list.value.entries.length === 0) continue
      const filter = found.get(list.value.key)
      if (filter === undefined) found.set(list.value.key, { list: list.value, ports: [external], reference: fact })
      else filter.ports.push(external)
    }
  }
  return [...found.values()]
}
