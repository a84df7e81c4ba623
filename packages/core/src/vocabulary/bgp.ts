import { leaf, list } from './declare.ts'

/** A list that decides which routes of a neighbour pass. */
export interface RouteFilter {
  readonly kind: 'prefix-list' | 'route-map' | 'filter-list' | 'distribute-list' | 'unsuppress-map'
  readonly name: string
}

/** What a session has, and what its neighbour can inherit from a peer group or a session template. */
const session = {
  remoteAs: leaf<string>('Remote autonomous system, `external` or `internal`'),
  localAs: leaf<string>('Autonomous system that the neighbour is told instead of the own one'),
  shutdown: leaf<boolean>('Administratively down'),
  description: leaf<string>('Description'),
  authentication: leaf<'md5' | 'ao'>('How the TCP session is authenticated'),
  keyChain: leaf<string>('Key chain of TCP-AO'),
  ttlSecurity: leaf<number>('Hops that GTSM allows'),
  multihop: leaf<number>('`ebgp-multihop`: the TTL of packets sent'),
  peerGroup: leaf<string>('Peer group from which it inherits'),
  inherits: leaf<readonly string[]>('Session templates from which it inherits; of two the later one counts'),
} as const

export const bgp = {
  bgpAs: leaf<string>('Own autonomous system'),
  bgpConfederation: leaf<readonly string[]>('Autonomous systems of the own confederation'),
  bgpDefaultIpv4: leaf<boolean>('Whether neighbours exchange IPv4 unicast routes unless they are told otherwise'),
  bgpSafePolicy: leaf<boolean>('External neighbours without a policy exchange nothing (RFC 8212)'),
  bgpNeighbors: list<{
    /** An address; a prefix for neighbours that are listened for. */
    readonly address: string
    readonly vrf: string | undefined
    /** Own autonomous system: the number of the process. */
    readonly as: string
    /** The family in whose section it stands, such as `ipv4 unicast`; undefined outside of any. */
    readonly family: string | undefined
    readonly dynamic: boolean
  }>()('BGP neighbours and prefixes whose neighbours are listened for', session),
  bgpGroups: list<{
    readonly name: string
    readonly vrf: string | undefined
    readonly as: string
    readonly family: string | undefined
    readonly kind: 'peer-group' | 'peer-session'
  }>()('Peer groups and session templates of BGP', session),
  bgpRoutes: list<{
    /** Address of the neighbour, or name of the peer group or the policy template. */
    readonly holder: string
    readonly vrf: string | undefined
    readonly as: string
    /** `ipv4 unicast`, `vpnv4 unicast`, …; undefined for a policy template. */
    readonly family: string | undefined
    readonly kind: 'neighbor' | 'peer-policy'
    /** Whether the settings stand in the process, outside of any address family. */
    readonly inProcess: boolean
  }>()('What BGP exchanges with a neighbour in one address family', {
    active: leaf<boolean>('Whether the family is exchanged at all'),
    filtersIn: leaf<readonly RouteFilter[]>('Lists for routes from the neighbour'),
    filtersOut: leaf<readonly RouteFilter[]>('Lists for routes to the neighbour'),
    maximumPrefix: leaf<number>('Prefixes that are taken at the most'),
    warningOnly: leaf<boolean>('More prefixes are logged, and taken nevertheless'),
    peerGroup: leaf<string>('Peer group from which it inherits'),
    inherits: leaf<readonly string[]>('Policy templates from which it inherits; of two the later one counts'),
  }),
  routePolicies: list<{ readonly kind: RouteFilter['kind'] | 'as-path' | 'access-list'; readonly name: string }>()(
    'Prefix lists, route maps and AS path lists that are defined',
    {},
  ),
} as const
