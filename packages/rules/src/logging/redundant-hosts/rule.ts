import { defineRule, fail, notApplicable, pass, unknown } from '@breakwater/core'

export default defineRule({
  id: 'logging/redundant-hosts',
  title: 'Use at least two log collectors',
  severity: 'low',
  why: 'While the only collector is away, nobody sees anything',
  guidance: [{ document: 'EVHG', clause: 'E08' }],
  mappings: { stig: ['CISC-ND-001450'], nist: ['AU-4(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['logging host lines of the test corpus'],
  *check({ management }) {
    const { logHosts } = management
    const addresses = new Set(logHosts.items.map(({ address }) => address))
    const [only] = addresses
    if (addresses.size >= 2) yield pass(logHosts)
    else if (!logHosts.complete) yield unknown(logHosts, 'there are two log collectors', { kind: 'not-in-view' })
    else if (only === undefined) yield notApplicable(logHosts, 'no log leaves the device')
    else
      yield fail(logHosts, `Logs go to one collector only (${only}); name a second one`, {
        changes: [{ setting: 'management.logHosts', value: '<LOG-HOST>' }],
        applicability: 'needs-site-value',
      })
  },
})
