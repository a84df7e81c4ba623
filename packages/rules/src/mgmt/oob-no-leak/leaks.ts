import { valueOf, type Device, type Fact, type Item, type Subject } from '@breakwater/core'

/** Something that carries routes between a management VRF and another table. */
export interface Leak {
  readonly subject: Subject
  readonly message: string
}

type Managed = (vrf: string | undefined) => boolean

/** Static routes that leave the management VRF, or enter it through one of its interfaces. */
export function* leakingRoutes({ routing, interfaces }: Device, managed: Managed): Iterable<Leak> {
  for (const route of routing.staticRoutes.items) {
    const own = managed(route.vrf)
    const from = route.vrf === undefined ? 'the global table' : `VRF ${route.vrf}`
    if (own && route.global) {
      yield { subject: route, message: `The route to ${route.prefix} joins ${from} to the global table; remove it` }
      continue
    }
    if (own || route.interface === undefined) continue
    const port = interfaces.items.find(({ name }) => name === route.interface)
    if (port === undefined || !managed(valueOf(port.vrf))) continue
    yield {
      subject: route,
      message: `The route to ${route.prefix} joins ${from} to ${port.name} of the management VRF; remove it`,
    }
  }
}

/** Route targets and replicated tables that a management VRF shares with another, in both directions. */
export function* leakingTables({ routing }: Device, managed: Managed): Iterable<Leak> {
  const others = routing.vrfs.items.filter(({ name }) => !managed(name))
  for (const own of routing.vrfs.items.filter(({ name }) => managed(name))) {
    const foreign = valueOf(own.imports)?.find((target) => others.some((other) => has(other.exports, target)))
    const source = foreign === undefined ? undefined : `another VRF (route target ${foreign})`
    if (source !== undefined) yield { subject: own.imports, message: taken(own, source) }
    const table = valueOf(own.replicatesFrom)?.find((name) => !managed(name))
    if (table !== undefined) yield { subject: own.replicatesFrom, message: taken(own, table) }
    for (const other of others) {
      const imported = valueOf(other.imports)?.some((target) => has(own.exports, target)) === true
      if (!imported && !has(other.replicatesFrom, own.name)) continue
      const subject = imported ? other.imports : other.replicatesFrom
      yield { subject, message: `VRF ${other.name} takes routes of management VRF ${own.name}; keep them apart` }
    }
  }
}

function taken(own: Item<'routing.vrfs'>, source: string): string {
  return `Management VRF ${own.name} takes routes of ${source}; keep them apart`
}

function has(names: Fact<readonly string[]>, name: string): boolean {
  return valueOf(names)?.includes(name) === true
}
