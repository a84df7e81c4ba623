import { bgpSessions, change, defineRule, must, notApplicable, unknown } from '@breakwater/core'

export default defineRule({
  id: 'routing/bgp-ttl-security',
  title: 'Use GTSM on eBGP',
  severity: 'low',
  why: 'With GTSM only the link itself can speak to the session: packets from further away are dropped',
  guidance: [
    { document: 'AA25-239A', clause: 'AM13' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000470' },
  ],
  mappings: { stig: ['CISC-RT-000470'], nist: ['SC-5', 'SC-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations: neighbor ttl-security hops; that it excludes ebgp-multihop is documented for other vendors with the same command',
  ],
  *check(device) {
    for (const { neighbor, kind, shutdown, ttlSecurity, multihop, holder } of bgpSessions(device)) {
      if (shutdown || kind === 'internal' || kind === 'confederation') continue
      const message = `External neighbour ${neighbor.key} of BGP is accepted from any distance; use ttl-security`
      if (kind === undefined) yield unknown(neighbor, message, { kind: 'not-in-view' })
      else if (multihop.state === 'known' && multihop.value > 1)
        yield notApplicable(neighbor, 'a neighbour that is several hops away')
      else
        yield must(ttlSecurity, () => true, {
          at: neighbor.at,
          message,
          changes: [change({ setting: `${holder.list}[].ttlSecurity`, item: holder }, 1)],
          applicability: 'disruptive',
        })
    }
  },
})
