import { defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/v3-strong-crypto',
  title: 'Use SHA-2 and AES-256 for SNMPv3',
  severity: 'medium',
  why: 'MD5 and DES fall to cheap hardware, and a recorded exchange can be broken at leisure',
  guidance: [
    { document: 'EVHG', clause: 'E34' },
    { document: 'CISCO-RI', clause: 'SNMP' },
  ],
  mappings: { stig: ['CISC-ND-001130', 'CISC-ND-001140'], cis: ['1.5.10'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server user with v3 algorithms, in 4 of them'],
  options: {
    schema: { type: 'object', properties: { cnsa: { type: 'boolean' } }, additionalProperties: false },
    defaults: { cnsa: false },
  },
  *check(device, { options }) {
    if (snmpAgent(device) === 'off') return
    const { groups, users } = device.snmp
    let judged = false
    for (const user of users.items) {
      const { authentication, privacy } = user
      if (user.model !== 'v3' || (authentication.state === 'absent' && privacy.state === 'absent')) continue
      judged = true
      const weak = [authentication, privacy].flatMap((fact) => {
        const name = valueOf(fact)
        return name !== undefined && isWeak(name, options.cnsa) ? [{ fact, name }] : []
      })
      const [first] = weak
      const unread = [authentication, privacy].find((fact) => fact.state === 'unknown')
      if (first !== undefined) {
        const names = weak.map(({ name }) => name).join(' and ')
        yield fail(first.fact, `SNMP user ${user.name} uses ${names}; use SHA-2 and AES`)
      } else if (unread?.state === 'unknown')
        yield unknown(user, `SNMP user ${user.name} uses MD5, DES or 3DES`, unread.why)
      else yield pass(user)
    }
    if (judged) return
    // A running configuration of IOS never shows its SNMPv3 users.
    if (groups.items.some((group) => group.model === 'v3'))
      yield unknown(users, 'a user of SNMPv3 uses MD5, DES or 3DES', HIDDEN)
    else if (!groups.complete) yield unknown(users, 'a user of SNMPv3 uses MD5, DES or 3DES', NOT_IN_VIEW)
  },
})

const HIDDEN = {
  kind: 'site',
  needs: 'the output of `show snmp user`: users are no part of the running configuration',
} as const

function isWeak(algorithm: string, cnsa: boolean): boolean {
  if (/^md5|^3?des/.test(algorithm)) return true
  return cnsa && !/256|384|512/.test(algorithm)
}
