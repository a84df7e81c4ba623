import { advice, defineRule, fail, isPublic, isTold, pass, valueOf, type Item } from '@breakwater/core'
import { nothingToSee } from '../nothing-to-see.ts'

export default defineRule({
  id: 'ioc/traffic-mirroring',
  title: 'Explain every SPAN, RSPAN and ERSPAN session',
  severity: 'medium',
  why: 'Intruders copied traffic, TACACS+ logins among it, with the mirroring that devices have',
  guidance: [
    { document: 'AA25-239A', clause: 'A08' },
    { document: 'AA25-239A', clause: 'AM01' },
    { document: 'EVHG', clause: 'E17' },
  ],
  mappings: { attack: ['T1040', 'T1020.001'], nist: ['SI-4', 'CM-3'] },
  indicator: {
    innocent: 'A tap of the network’s own detection, or what is left of troubleshooting.',
    collect: ['show monitor session all', 'who set it up and when: change records, AAA accounting'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: [
    'Cisco, Catalyst 9500 command reference 16.12: monitor session; LAN Switching guide of IOS XE 16: ERSPAN',
  ],
  *check({ monitoring: { mirrors } }, { site }) {
    if (mirrors.items.length === 0) return yield nothingToSee(mirrors, 'mirroring session')
    for (const mirror of mirrors.items) {
      const trait = { trait: `mirroring ${nameOf(mirror)}` }
      if (site.mirrorSessions !== undefined && isTold(site.mirrorSessions, mirror.session))
        yield pass(mirror, 'an expected session', trait)
      else if (valueOf(mirror.shutdown) === true) {
        yield advice(mirror.at, `Mirroring ${nameOf(mirror)} is set up and shut`)
        yield pass(mirror, 'shut', trait)
      } else {
        const to = valueOf(mirror.destinationAddress)
        const where = to === undefined ? '' : ` to ${to}${isPublic(to) === true ? ', an address of the Internet' : ''}`
        const message = `Mirroring ${nameOf(mirror)} copies traffic${where}; find out who needs it`
        yield fail(mirror, message, { severity: severityOf(mirror), ...trait })
      }
    }
  },
})

function nameOf({ session }: Item<'monitoring.mirrors'>): string {
  return /^\d+$/.test(session) ? `session ${session}` : session
}

function severityOf(mirror: Item<'monitoring.mirrors'>): 'critical' | 'high' | 'medium' {
  if (valueOf(mirror.type) !== 'erspan') return 'medium'
  const to = valueOf(mirror.destinationAddress)
  return to !== undefined && isPublic(to) === true ? 'critical' : 'high'
}
