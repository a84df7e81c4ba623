import { defineRule, must, mustIfSet, type Device, type Fact, type Severity } from '@breakwater/core'

type Service = readonly [name: string, read: (services: Device['services']) => Fact<boolean>, severity?: Severity]

const SERVICES: readonly Service[] = [
  ['The TCP small servers are on', ({ tcpSmallServers }) => tcpSmallServers],
  ['The UDP small servers are on', ({ udpSmallServers }) => udpSmallServers],
  ['The finger server is on', ({ finger }) => finger],
  ['The identification server is on', ({ identd }) => identd],
  ['The BOOTP server is on', ({ bootp }) => bootp],
  ['The X.25 packet assembler is on', ({ pad }) => pad],
  ['The remote shell (rsh) server is on', ({ remoteShell }) => remoteShell],
  ['The DNS server is on', ({ dnsServer }) => dnsServer, 'low'],
]

/** Those that something may be asking: hosts, probes of echo ports (IP SLA), terminals over X.25 or XOT. */
const ASKED: ReadonlySet<string> = new Set([
  'The TCP small servers are on',
  'The UDP small servers are on',
  'The X.25 packet assembler is on',
  'The BOOTP server is on',
  'The remote shell (rsh) server is on',
  'The DNS server is on',
])

export default defineRule({
  id: 'services/no-legacy-services',
  title: 'Disable legacy services (small servers, finger, identd, bootp, pad, rsh, DNS server)',
  severity: 'medium',
  why: 'Each of them listens for anybody, and hardly any network still uses one',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'CISCO-RI', clause: 'Device server configurations' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: { nist: ['CM-7'], stig: ['CISC-ND-000470'], cis: ['2.1.3', '2.1.5', '2.1.8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: small servers, finger, pad and bootp, on and off, in 5 of them'],
  *check({ services, interfaces }) {
    let hidden = false
    for (const [name, read, severity] of SERVICES) {
      const fact = read(services)
      // A part of a device says nothing of most services; once is enough.
      const outOfView = fact.state === 'unknown' && fact.why.kind === 'not-in-view'
      if (outOfView && hidden) continue
      hidden ||= outOfView
      const applicability = ASKED.has(name) ? 'disruptive' : 'safe'
      const demand = { message: `${name}; switch it off`, fix: false, applicability } as const
      yield mustIfSet(fact, (on) => !on, severity === undefined ? demand : { ...demand, severity })
    }
    for (const { mop, name } of interfaces.items) {
      if (mop.state === 'known')
        yield must(mop, (on) => !on, {
          message: `${name} speaks DEC MOP; switch it off`,
          fix: false,
          applicability: 'safe',
        })
    }
  },
})
