import { bgpSessions, change, defineRule, must, pass } from '@breakwater/core'

/** Route servers of exchange points that take no MD5 are protected by GTSM. */
const ROUTE_SERVER = /\broute[- ]?(?:server|collector)|\bixp?\b/i

export default defineRule({
  id: 'routing/bgp-auth',
  title: 'Authenticate BGP sessions',
  severity: 'medium',
  why: 'Who can speak to a router as its neighbour moves the traffic of others; peers were pivots of the intruders',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'AA25-239A', clause: 'AM13' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000480' },
  ],
  mappings: { cis: ['3.3.4.1'], stig: ['CISC-RT-000050', 'CISC-RT-000480'], nist: ['IA-3', 'SC-8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: BGP peer groups, session templates and the passwords that devices print'],
  *check(device) {
    for (const session of bgpSessions(device)) {
      if (session.shutdown) continue
      const { neighbor, authentication, ttlSecurity, description = '', holder } = session
      if (authentication.state !== 'known' && ttlSecurity.state === 'known' && ROUTE_SERVER.test(description)) {
        yield pass(ttlSecurity, 'a route server, protected by GTSM')
        continue
      }
      const who = neighbor.dynamic ? `Neighbours of ${neighbor.key} of BGP are` : `Neighbour ${neighbor.key} of BGP is`
      yield must(authentication, () => true, {
        at: neighbor.at,
        message: `${who} not authenticated; agree on a password with the other side`,
        changes: [change({ setting: `${holder.list}[].authentication`, item: holder }, 'md5')],
        applicability: 'needs-site-value',
      })
    }
  },
})
