import { advice, bgpSessions, change, defineRule, must, unknown } from '@breakwater/core'

const UNICAST: readonly string[] = ['ipv4 unicast', 'ipv6 unicast']

export default defineRule({
  id: 'routing/bgp-maximum-prefix',
  title: 'Limit prefixes per BGP peer',
  severity: 'low',
  why: 'A neighbour that leaks or splits its routes fills the tables of all routers behind',
  guidance: [
    { document: 'AA25-239A', clause: 'AM13' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000560' },
  ],
  mappings: { stig: ['CISC-RT-000560'], nist: ['SC-5'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations: neighbor maximum-prefix per neighbour and address family; its absence from the configuration is not checked against a vendor document',
  ],
  *check(device) {
    for (const { neighbor, kind, shutdown, families } of bgpSessions(device)) {
      if (shutdown || kind === 'internal' || kind === 'confederation') continue
      for (const { family, routes, at, maximumPrefix, warningOnly } of families) {
        if (!UNICAST.includes(family)) continue
        const message = `External neighbour ${neighbor.key} of BGP may send any number of prefixes (${family}); set maximum-prefix`
        if (kind === undefined) {
          if (maximumPrefix.state !== 'known') yield unknown(routes, message, { kind: 'not-in-view' })
          continue
        }
        if (maximumPrefix.state === 'known' && warningOnly)
          yield advice(maximumPrefix.at, `${neighbor.key}: more prefixes than the limit are only logged`)
        yield must(maximumPrefix, () => true, {
          at,
          message,
          changes: [change({ setting: 'routing.bgpRoutes[].maximumPrefix', item: routes }, '<PREFIX-LIMIT>')],
          applicability: 'needs-site-value',
        })
      }
    }
  },
})
