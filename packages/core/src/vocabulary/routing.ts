import { bgp } from './bgp.ts'
import { leaf, list } from './declare.ts'
import { igp } from './igp.ts'

export const routing = {
  vrfs: list<{ readonly name: string }>()('VRFs', {
    imports: leaf<readonly string[]>('Route targets imported'),
    exports: leaf<readonly string[]>('Route targets exported'),
    replicatesFrom: leaf<readonly string[]>('Tables whose routes are replicated into it'),
  }),
  staticRoutes: list<{
    readonly prefix: string
    readonly vrf: string | undefined
    readonly interface: string | undefined
    readonly nextHop: string | undefined
    /** The next hop is looked up in the global table although the route stands in a VRF. */
    readonly global: boolean
  }>()('Static IPv4 routes', {}),
  routeMapTargets: list<{
    readonly routeMap: string
    /** `interface` names one; `next-hop` is an address. */
    readonly kind: 'interface' | 'next-hop'
    readonly target: string
  }>()('Where route maps of policy-based routing send packets', {}),
  ...bgp,
  ...igp,
  ipv6Unicast: leaf<boolean>('Forwarding of IPv6'),
} as const
