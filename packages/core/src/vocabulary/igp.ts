import { leaf, list } from './declare.ts'

/** A `network` statement: the addresses that a routing process covers. Numbers of 32 bits; bits set in `wildcard` are free. */
export interface CoveredNetwork {
  readonly address: number
  readonly wildcard: number
  readonly area: string | undefined
}

/** How routers prove who they are: `text` shows the password on the wire. */
export type RoutingAuthentication = 'none' | 'text' | 'md5' | 'sha' | 'key-chain' | 'ipsec'

/** How one level of IS-IS is authenticated; undefined levels mean both. */
export interface IsisAuthentication {
  readonly level: 1 | 2 | undefined
  readonly mode: 'text' | 'md5' | 'password' | undefined
  readonly keyChain: string | undefined
}

const passive = {
  networks: leaf<readonly CoveredNetwork[]>('Addresses whose interfaces take part'),
  passiveDefault: leaf<boolean>('Whether interfaces are passive unless they are told otherwise'),
  passive: leaf<readonly string[]>('Interfaces that are passive'),
  speaking: leaf<readonly string[]>('Interfaces that are not passive although the others are'),
} as const

export const igp = {
  ospfProcesses: list<{
    readonly process: string
    readonly vrf: string | undefined
    readonly version: 2 | 3
    /** Command of the process, `router ospf 1`. */
    readonly command: string
  }>()('OSPF processes', passive),
  ospfAreas: list<{ readonly process: string; readonly area: string }>()(
    'Areas of an OSPF process with settings of their own; `process` is the key of the process',
    { authentication: leaf<RoutingAuthentication>('Authentication of the interfaces of the area') },
  ),
  ospfVirtualLinks: list<{ readonly process: string; readonly area: string; readonly router: string }>()(
    'Virtual and sham links of OSPF',
    { authentication: leaf<RoutingAuthentication>('Authentication of the link, which goes before that of area 0') },
  ),
  isisProcesses: list<{ readonly tag: string; readonly command: string }>()('IS-IS processes', {
    ...passive,
    levels: leaf<readonly (1 | 2)[]>('Levels of the router'),
    authentications: leaf<readonly IsisAuthentication[]>('Authentication of link-state packets'),
  }),
  eigrpProcesses: list<{
    readonly as: string
    readonly vrf: string | undefined
    readonly family: 4 | 6
    /** Configured below `router eigrp NAME` and `address-family`. */
    readonly named: boolean
    /** The commands that lead to its section, outermost first. */
    readonly commands: readonly string[]
  }>()('EIGRP processes', { ...passive, shutdown: leaf<boolean>('Administratively down') }),
  eigrpInterfaces: list<{ readonly process: string; readonly interface: string }>()(
    'Settings of interfaces in named EIGRP; the interface `default` is all others; `process` is the key of the process',
    {
      mode: leaf<'none' | 'md5' | 'sha'>('Authentication'),
      keyChain: leaf<string>('Key chain'),
      passive: leaf<boolean>('Sends and takes no hellos'),
      shutdown: leaf<boolean>('Does not take part'),
    },
  ),
  ripProcesses: list<{ readonly vrf: string | undefined; readonly commands: readonly string[] }>()('RIP', {
    ...passive,
    version: leaf<number>('Version that is sent and taken'),
  }),
  keyChains: list<{ readonly name: string; readonly kind: 'routing' | 'macsec' | 'tcp' }>()('Key chains', {}),
  keys: list<{ readonly chain: string; readonly number: string }>()('Keys of key chains', {
    algorithm: leaf<string>('Cryptographic algorithm, as written'),
    sendUntil: leaf<string>('Day after which the key is sent no more: `YYYY-MM-DD`, or `infinite`'),
    acceptUntil: leaf<string>('Day after which the key is taken no more: `YYYY-MM-DD`, or `infinite`'),
  }),
  redundancyGroups: list<{
    readonly protocol: 'hsrp' | 'vrrp' | 'glbp'
    readonly interface: string
    /** Undefined for the group 0 that has no number. */
    readonly group: string | undefined
  }>()('Groups of HSRP, VRRP and GLBP', {
    address: leaf<boolean>('Whether the group has an address, and so runs'),
    authentication: leaf<'text' | 'md5'>('Authentication'),
    keyChain: leaf<string>('Key chain'),
  }),
  vrrpVersion: leaf<number>('Version of VRRP: 2, or 3, which has no authentication'),
} as const
