import {
  bgpSessions,
  change,
  defineRule,
  fail,
  must,
  pass,
  unknown,
  valueOf,
  type BgpFamily,
  type Device,
  type Judgement,
  type RouteFilter,
} from '@breakwater/core'

const UNICAST: readonly string[] = ['ipv4 unicast', 'ipv6 unicast']

/** Such neighbours take what they are given and give nothing, or give what is filtered by its origin. */
const COLLECTOR = /\broute[- ]?(?:server|collector)/i

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

export default defineRule({
  id: 'routing/bgp-prefix-filters',
  title: 'Filter routes in and out on every eBGP peer',
  severity: 'high',
  why: 'Without filters a neighbour can take over prefixes or be given all; hijacks and leaks begin so',
  guidance: [
    { document: 'EVHG', clause: 'E01' },
    { document: 'EVHG', clause: 'E20' },
    { document: 'AA25-239A', clause: 'AM13' },
    { document: 'AA25-239A', clause: 'A18' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000490' },
  ],
  mappings: {
    stig: ['CISC-RT-000490', 'CISC-RT-000500', 'CISC-RT-000510', 'CISC-RT-000520', 'CISC-RT-000530'],
    nist: ['AC-4', 'SC-7'],
    attack: ['T1599', 'T1565.002'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'RFC 8212; bgp safe-ebgp-policy exists from IOS XE 17.2.1 on',
    'Public configurations: prefix lists, route maps and filter lists of neighbours',
  ],
  *check(device) {
    for (const { neighbor, kind, shutdown, description = '', families } of bgpSessions(device)) {
      if (shutdown || kind === 'internal' || kind === 'confederation') continue
      for (const family of families) {
        if (!UNICAST.includes(family.family)) continue
        const who = `external neighbour ${neighbor.key} of BGP (${family.family})`
        const isCollector = COLLECTOR.test(description)
        yield* judgeMissing(device, family, who, kind === undefined || isCollector)
        for (const fact of [family.filtersIn, family.filtersOut])
          for (const filter of valueOf(fact) ?? []) {
            if (isDefined(device, filter, family.family) === false)
              yield fail(fact, `${filter.kind} ${filter.name} of ${who} is not defined; define it or correct the name`)
          }
      }
    }
  },
})

function* judgeMissing(device: Device, family: BgpFamily, who: string, isOpen: boolean): Iterable<Judgement> {
  const { routes, at, filtersIn, filtersOut } = family
  const missing = [...(filtersIn.state === 'known' ? [] : ['from']), ...(filtersOut.state === 'known' ? [] : ['to'])]
  const fact = filtersIn.state === 'known' ? filtersOut : filtersIn
  if (missing.length === 0) return yield pass(filtersIn)
  const message = `Routes ${missing.join(' and ')} the ${who} are not filtered; add a prefix list or a route map`
  if (valueOf(device.routing.bgpSafePolicy) === true) yield pass(fact, 'nothing is exchanged without a policy')
  else if (isOpen) yield unknown({ ...fact, at }, message, NOT_IN_VIEW)
  else
    yield must(fact, () => true, {
      at,
      message,
      changes: [
        ...(filtersIn.state === 'known'
          ? []
          : [change({ setting: 'routing.bgpRoutes[].filtersIn', item: routes }, [FROM_PEER])]),
        ...(filtersOut.state === 'known'
          ? []
          : [change({ setting: 'routing.bgpRoutes[].filtersOut', item: routes }, [TO_PEER])]),
      ],
      applicability: 'needs-site-value',
    })
}

const FROM_PEER: RouteFilter = { kind: 'prefix-list', name: '<FROM-PEER>' }
const TO_PEER: RouteFilter = { kind: 'prefix-list', name: '<TO-PEER>' }

/** Names in angle brackets are not filled in yet. */
function isDefined(device: Device, { kind, name }: RouteFilter, family: string): boolean | undefined {
  if (/^[<{$]/.test(name)) return undefined
  if (kind === 'distribute-list') {
    const found = device.resolve('accessList', name, family.startsWith('ipv6') ? 6 : 4)
    return found.state === 'unknown' ? undefined : found.state === 'known'
  }
  const { routePolicies } = device.routing
  if (!routePolicies.complete) return undefined
  const wanted = kind === 'filter-list' ? 'as-path' : kind
  return routePolicies.items.some((policy) => policy.kind === wanted && policy.name === name)
}
