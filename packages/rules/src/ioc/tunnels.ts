import { ipv4, isTold, valueOf, type Device, type Item, type Site } from '@breakwater/core'

type Tunnel = Item<'interfaces'>

/** Interfaces that carry packets in packets of IP. Traffic engineering of MPLS makes none. */
export function tunnelsOf({ interfaces }: Device): Tunnel[] {
  return interfaces.items.filter(
    ({ kind, tunnelMode }) => kind === 'Tunnel' && valueOf(tunnelMode)?.startsWith('mpls') !== true,
  )
}

/** Whether the site told of the tunnel, by its name or its destination. Undefined where it told of none. */
export function isExpected(tunnel: Tunnel, { tunnels }: Site): boolean | undefined {
  if (tunnels === undefined) return undefined
  const destination = valueOf(tunnel.tunnelDestination)
  return isTold(tunnels, tunnel.name) || (destination !== undefined && isTold(tunnels, destination))
}

/** The tunnel with an address in whose network another one lies. */
export function tunnelTowards(device: Device, address: string): Tunnel | undefined {
  const wanted = ipv4(address)
  if (wanted === undefined) return undefined
  return tunnelsOf(device).find((tunnel) =>
    (valueOf(tunnel.addresses) ?? []).some(({ address: own, length }) => isTold([`${own}/${length}`], address)),
  )
}
