import type { Device, Item } from '@breakwater/core'

type Interface = Item<'interfaces'>

/** Interfaces over others: neighbours are discovered on the ports below them, which the configuration need not name. */
const OVER_OTHERS: ReadonlySet<string> = new Set(['Vlan', 'BVI', 'BDI', 'Port-channel', 'Tunnel', 'Cellular'])

const ETHERNET = /(?:Ethernet|Gig|GigE)/i

export function isEthernet({ kind }: Interface): boolean {
  return ETHERNET.test(kind)
}

/**
 * The interface that sends what discovers neighbours for `port`: itself, for a VLAN of an Ethernet port that port, nobody
 * known for an interface over others.
 */
export function discoveryPort(port: Interface, { interfaces }: Device): Interface | undefined {
  if (OVER_OTHERS.has(port.kind)) return undefined
  const dot = port.name.indexOf('.')
  if (dot === -1 || !isEthernet(port)) return port
  const below = port.name.slice(0, dot)
  return interfaces.items.find(({ name }) => name === below)
}
