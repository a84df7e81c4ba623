import { change, defineRule, must } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/tcp-keepalives',
  title: 'Enable TCP keepalives for management sessions',
  severity: 'low',
  why: 'A session whose far end is gone stays open: it holds a line, and it can be taken over',
  guidance: [{ document: 'NISG', clause: '7.6' }],
  mappings: { nist: ['SC-10'], cis: ['2.1.6', '2.1.7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: service tcp-keepalives, in 1 of them'],
  *check({ services: { tcpKeepalivesIn, tcpKeepalivesOut } }) {
    yield must(tcpKeepalivesIn, (on) => on, {
      message: 'Sessions whose far end is gone stay open; write service tcp-keepalives-in',
      changes: [change(tcpKeepalivesIn, true), change(tcpKeepalivesOut, true)],
      applicability: 'safe',
    })
  },
})
