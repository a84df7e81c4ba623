import type { Change, Item, RouteFilter } from '@breakwater/core'

type Neighbor = Item<'routing.bgpNeighbors'>
type Group = Item<'routing.bgpGroups'>
type Routes = Item<'routing.bgpRoutes'>

type Place = Pick<Neighbor, 'as' | 'vrf' | 'family'>

function within({ as, vrf, family }: Place, lines: readonly string[]): string[] {
  if (vrf === undefined && family === undefined) return [`router bgp ${as}`, ...lines.map((line) => ` ${line}`)]
  const where = vrf === undefined ? '' : ` vrf ${vrf}`
  return [
    `router bgp ${as}`,
    ` address-family ${family ?? 'ipv4'}${where}`,
    ...lines.map((line) => `  ${line}`),
    ' exit-address-family',
  ]
}

function session(command: (value: unknown) => string) {
  return ({ item, value }: Change): string[] => {
    const holder = item as Neighbor | Group
    const text = command(value)
    if ('kind' in holder && holder.kind === 'peer-session')
      return [`router bgp ${holder.as}`, ` template peer-session ${holder.name}`, `  ${text}`, ' exit-peer-session']
    return within(holder, [`neighbor ${'address' in holder ? holder.address : holder.name} ${text}`])
  }
}

function routes(commands: (value: unknown) => readonly string[]) {
  return ({ item, value }: Change): string[] => {
    const { holder, as, vrf, family, inProcess } = item as Routes
    return within(
      { as, vrf, family: inProcess ? undefined : family },
      commands(value).map((command) => `neighbor ${holder} ${command}`),
    )
  }
}

const password = session(() => 'password <BGP-KEY>')
const ttlSecurity = session((hops) => `ttl-security hops ${String(hops)}`)
const filters = (direction: 'in' | 'out') =>
  routes((value) => (value as readonly RouteFilter[]).map(({ kind, name }) => `${kind} ${name} ${direction}`))

/** A prefix list in the same direction is what a neighbour without a policy needs at least. */
export const bgpWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.bgpNeighbors[].authentication': password,
  'routing.bgpGroups[].authentication': password,
  'routing.bgpNeighbors[].ttlSecurity': ttlSecurity,
  'routing.bgpGroups[].ttlSecurity': ttlSecurity,
  'routing.bgpRoutes[].maximumPrefix': routes((limit) => [`maximum-prefix ${String(limit)}`]),
  'routing.bgpRoutes[].filtersIn': filters('in'),
  'routing.bgpRoutes[].filtersOut': filters('out'),
}
