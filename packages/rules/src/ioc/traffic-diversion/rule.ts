import {
  defineRule,
  fail,
  ipv4,
  isPublic4,
  pass,
  unknown,
  valueOf,
  within4,
  type Device,
  type Item,
  type Judgement,
  type Site,
} from '@breakwater/core'
import { isExpected, tunnelsOf, tunnelTowards } from '../tunnels.ts'

export default defineRule({
  id: 'ioc/traffic-diversion',
  title: 'Explain routes, policies and translations that divert traffic',
  severity: 'medium',
  why: 'Before intruders copy traffic they bring it to a place of theirs, often into a tunnel',
  guidance: [
    { document: 'AA25-239A', clause: 'A18' },
    { document: 'AA25-239A', clause: 'AH01' },
    { document: 'EVHG', clause: 'E01' },
  ],
  mappings: { attack: ['T1599', 'T1565.002'], nist: ['SI-4', 'CM-3'] },
  indicator: {
    innocent: 'Routes to the far ends of VPNs, traffic engineering, or overlapping networks of a partner.',
    collect: ['show ip route of the destination', 'show route-map', 'show ip nat translations', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: host routes, ip policy and ip nat outside, in 43 of them'],
  *check(device, { site }) {
    const found = [...hostRoutes(device, site), ...policies(device, site), ...translations(device)]
    yield* found
    const { staticRoutes } = device.routing
    if (found.length > 0) return
    if (staticRoutes.complete) yield pass(staticRoutes, 'nothing is diverted')
    else yield unknown(staticRoutes, 'whether traffic is diverted', { kind: 'not-in-view' })
  },
})

/** Space for benchmarks: nobody lives there, so a host route to it is no less strange. */
const BENCHMARK = ipv4('198.18.0.0') ?? 0

function* hostRoutes(device: Device, site: Site): Iterable<Judgement> {
  for (const route of device.routing.staticRoutes.items) {
    const [host = '', length] = route.prefix.split('/')
    const number = ipv4(host)
    if (length !== '32' || number === undefined) continue
    if (!isPublic4(number) && !within4(number, BENCHMARK, 15)) continue
    const tunnel = tunnelOf(device, route.interface, route.nextHop)
    if (tunnel === undefined || isExpected(tunnel, site) === true) continue
    const message = `A route takes traffic for ${host} into ${tunnel.name}; find out why`
    yield fail(route, message, { trait: `host route to ${host}` })
  }
}

function* policies(device: Device, site: Site): Iterable<Judgement> {
  for (const port of device.interfaces.items) {
    const { policyRouteMap } = port
    const name = valueOf(policyRouteMap)
    if (name === undefined) continue
    for (const { routeMap, kind, target } of device.routing.routeMapTargets.items) {
      if (routeMap !== name) continue
      const tunnel = kind === 'interface' ? tunnelOf(device, target, undefined) : tunnelOf(device, undefined, target)
      if (tunnel === undefined || isExpected(tunnel, site) === true) continue
      const message = `${port.name} sends traffic that route map ${name} picks into ${tunnel.name}; find out why`
      yield fail(policyRouteMap, message, { trait: `policy route map ${name}` })
    }
  }
}

function* translations({ nat }: Device): Iterable<Judgement> {
  for (const one of nat.outside.items)
    yield fail(one, `The outside host ${one.global} appears inside as ${one.local}; find out why`, {
      trait: `translation of ${one.global}`,
    })
}

function tunnelOf(
  device: Device,
  port: string | undefined,
  nextHop: string | undefined,
): Item<'interfaces'> | undefined {
  const named = port === undefined ? undefined : tunnelsOf(device).find(({ name }) => name === port)
  return named ?? (nextHop === undefined ? undefined : tunnelTowards(device, nextHop))
}
