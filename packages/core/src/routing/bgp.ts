import type { Device } from '../device.ts'
import { valueOf, type Fact, type ItemRef } from '../fact.ts'
import type { Origin } from '../source.ts'
import type { Item } from '../vocabulary.ts'

export type BgpNeighbor = Item<'routing.bgpNeighbors'>
type Group = Item<'routing.bgpGroups'>
type Routes = Item<'routing.bgpRoutes'>

/** A BGP session with what it has after inheritance. A fact of something inherited keeps its own place and item. */
export interface BgpSession {
  readonly neighbor: BgpNeighbor
  /** `confederation` is external for the protocol and inside for its owner; undefined where nobody can know. */
  readonly kind: 'internal' | 'external' | 'confederation' | undefined
  readonly shutdown: boolean
  readonly description: string | undefined
  readonly authentication: Fact<'md5' | 'ao'>
  readonly ttlSecurity: Fact<number>
  readonly multihop: Fact<number>
  /** Whose line would authenticate it: the peer group of neighbours that are listened for, else its own. */
  readonly holder: ItemRef
  readonly families: readonly BgpFamily[]
}

/** What a session exchanges in one family. */
export interface BgpFamily {
  readonly family: string
  readonly routes: Routes
  /** The line that activates it, else the neighbour's. */
  readonly at: Origin
  readonly filtersIn: Routes['filtersIn']
  readonly filtersOut: Routes['filtersOut']
  readonly maximumPrefix: Fact<number>
  readonly warningOnly: boolean
}

const seen = new WeakMap<Device, readonly BgpSession[]>()

/** The BGP sessions of a device. Settings of a neighbour go before those of its templates, of which the later ones count, and those before its peer group's. */
export function bgpSessions(device: Device): readonly BgpSession[] {
  let sessions = seen.get(device)
  if (sessions === undefined) {
    const { bgpNeighbors } = device.routing
    sessions = bgpNeighbors.items.length === 0 ? [] : resolveSessions(device)
    seen.set(device, sessions)
  }
  return sessions
}

const inVrf = (name: string, vrf: string | undefined): string => (vrf === undefined ? name : `${name} vrf ${vrf}`)

function resolveSessions(device: Device): BgpSession[] {
  const { routing } = device
  const groups = new Map(routing.bgpGroups.items.map((group) => [group.key, group]))
  const routes = new Map<string, Routes[]>()
  for (const item of routing.bgpRoutes.items) {
    const owner = item.kind === 'peer-policy' ? item.key : inVrf(item.holder, item.vrf)
    const filed = routes.get(owner)
    if (filed === undefined) routes.set(owner, [item])
    else filed.push(item)
  }
  const find = (name: string, vrf: string | undefined): Group | undefined =>
    groups.get(inVrf(name, vrf)) ?? groups.get(name)
  return routing.bgpNeighbors.items.map((neighbor) => {
    const group = find(valueOf(neighbor.peerGroup) ?? '', neighbor.vrf)
    const holders = [
      neighbor,
      ...inherited(valueOf(neighbor.inherits), groups),
      ...(group === undefined ? [] : [group, ...inherited(valueOf(group.inherits), groups)]),
    ]
    return {
      neighbor,
      kind: kindOf(device, first(holders, 'remoteAs'), first(holders, 'localAs'), neighbor.as),
      shutdown: valueOf(first(holders, 'shutdown')) === true,
      description: valueOf(first(holders, 'description')),
      authentication: first(holders, 'authentication'),
      ttlSecurity: first(holders, 'ttlSecurity'),
      multihop: first(holders, 'multihop'),
      holder: neighbor.dynamic ? (group ?? neighbor) : neighbor,
      families: familiesOf(neighbor, group, routes, valueOf(routing.bgpDefaultIpv4) !== false),
    }
  })
}

type SessionField = 'remoteAs' | 'localAs' | 'shutdown' | 'description' | 'authentication' | 'ttlSecurity' | 'multihop'

/** The first holder that states it; without any, what the neighbour's own silence means. */
function first<K extends SessionField>(holders: readonly (BgpNeighbor | Group)[], field: K): BgpNeighbor[K] {
  const [own] = holders
  const stated = holders.find((holder) => holder[field].state === 'known') ?? own
  return (stated as BgpNeighbor)[field]
}

/** The templates and those that they inherit from, the one that counts most first. A template that inherits from itself ends it. */
function inherited(names: readonly string[] | undefined, groups: ReadonlyMap<string, Group>): Group[] {
  const found: Group[] = []
  const visit = (template: string): void => {
    const group = groups.get(`peer-session ${template}`)
    if (group === undefined || found.includes(group)) return
    found.push(group)
    for (const next of (valueOf(group.inherits) ?? []).toReversed()) visit(next)
  }
  for (const name of (names ?? []).toReversed()) visit(name)
  return found
}

/** `65000.1` is 4259840001. */
function plain(as: string): string {
  const [high, low] = as.split('.')
  return low === undefined ? as : String(Number(high) * 65536 + Number(low))
}

function kindOf(device: Device, remote: Fact<string>, local: Fact<string>, as: string): BgpSession['kind'] {
  if (remote.state !== 'known') return undefined
  const other = remote.value.toLowerCase()
  if (other === 'internal' || other === 'external') return other
  if (!/^\d+(?:\.\d+)?$/.test(other) || !/^\d+(?:\.\d+)?$/.test(as)) return other === as ? 'internal' : undefined
  if (plain(other) === plain(as)) return 'internal'
  if (local.state === 'known' && plain(local.value) === plain(other)) return 'internal'
  const confederation = valueOf(device.routing.bgpConfederation) ?? []
  return confederation.some((member) => plain(member) === plain(other)) ? 'confederation' : 'external'
}

function familiesOf(
  neighbor: BgpNeighbor,
  group: Group | undefined,
  routes: ReadonlyMap<string, readonly Routes[]>,
  byDefault: boolean,
): BgpFamily[] {
  const own = routes.get(neighbor.key) ?? []
  const shared = group === undefined ? [] : (routes.get(group.key) ?? [])
  // Neighbours that are listened for have what their group has.
  const stated = neighbor.dynamic ? shared : own
  const families: BgpFamily[] = []
  for (const item of stated) {
    const above = shared.find((other) => other !== item && other.family === item.family)
    const holders = [
      item,
      ...templates(valueOf(item.inherits), routes),
      ...(above === undefined ? [] : [above, ...templates(valueOf(above.inherits), routes)]),
    ]
    const active = holders.find((holder) => holder.active.state === 'known')?.active
    const isActive = active === undefined ? (item.inProcess || item.vrf !== undefined) && byDefault : valueOf(active)
    if (isActive !== true || item.family === undefined) continue
    const take = <K extends 'filtersIn' | 'filtersOut' | 'maximumPrefix' | 'warningOnly'>(field: K): Routes[K] =>
      (holders.find((holder) => holder[field].state === 'known') ?? item)[field]
    families.push({
      family: item.family,
      routes: item,
      at: item.active.state === 'known' ? item.active.at : neighbor.at,
      filtersIn: take('filtersIn'),
      filtersOut: take('filtersOut'),
      maximumPrefix: take('maximumPrefix'),
      warningOnly: valueOf(take('warningOnly')) === true,
    })
  }
  return families
}

function templates(names: readonly string[] | undefined, routes: ReadonlyMap<string, readonly Routes[]>): Routes[] {
  const found: Routes[] = []
  const visit = (name: string): void => {
    const [policy] = routes.get(`peer-policy ${name}`) ?? []
    if (policy === undefined || found.includes(policy)) return
    found.push(policy)
    for (const next of (valueOf(policy.inherits) ?? []).toReversed()) visit(next)
  }
  for (const name of (names ?? []).toReversed()) visit(name)
  return found
}
