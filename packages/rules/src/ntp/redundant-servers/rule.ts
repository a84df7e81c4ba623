import { defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'ntp/redundant-servers',
  title: 'Synchronise time from at least two servers',
  severity: 'low',
  why: 'Logs are compared and certificates are checked by time',
  guidance: [{ document: 'NISG', clause: '6.4' }],
  mappings: { cis: ['2.3.2'], stig: ['CISC-ND-001030'], nist: ['AU-8(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['ntp server and sntp server lines of the test corpus'],
  *check({ management, ntp }) {
    const { timeServers } = management
    const addresses = new Set([...timeServers.items, ...ntp.simpleServers.items].map(({ address }) => address))
    const [only] = addresses
    const message =
      only === undefined
        ? 'The time comes from no server; name two'
        : `The time comes from one server only (${only}); name a second one`
    const pool = timeServers.items.find(({ address }) => /pool/i.test(address))
    if (addresses.size >= 2) yield pass(timeServers)
    else if (pool !== undefined) yield pass(pool, 'the name of a pool stands for several servers')
    else if (valueOf(ntp.referenceClock) === true) yield pass(ntp.referenceClock, 'a clock of its own')
    else if (!timeServers.complete) yield unknown(timeServers, message, { kind: 'not-in-view' })
    else
      yield fail(timeServers, message, {
        changes: [
          { setting: 'management.timeServers', value: '<NTP-SERVER>' },
          ...(only === undefined ? [{ setting: 'management.timeServers', value: '<NTP-SERVER-2>' }] : []),
        ],
        applicability: 'needs-site-value',
      })
  },
})
