import { defineRule, fail, pass, unknown, type SecretUse } from '@breakwater/core'
import { nameOf, rotation } from '../stored-secret.ts'

/** Keys for which many releases know no better form than type 7. */
const SEVEN_AT_BEST: ReadonlySet<SecretUse> = new Set([
  'hsrp',
  'vrrp',
  'glbp',
  'eigrp',
  'ospf',
  'isis',
  'rip',
  'ldp',
  'ntp',
  'ppp',
])

export default defineRule({
  id: 'credentials/no-type-7',
  title: 'Do not store secrets as type 7',
  severity: 'high',
  why: 'Type 7 hides a password from a glance; anybody turns it back into clear text',
  guidance: [
    { document: 'EVHG', clause: 'E76' },
    { document: 'AA25-239A', clause: 'A19' },
    { document: 'AA25-239A', clause: 'AM16' },
    { document: 'NSA-PW', clause: 'password types' },
  ],
  mappings: {
    cis: ['1.4.3'],
    stig: ['CISC-ND-000620'],
    nist: ['IA-5(1)', 'SC-28(1)'],
    attack: ['T1110.002', 'T1602.002'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: type 7 strings, in 5 of them'],
  *check(device) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || stored.use === 'snmp-community') continue
      const { storage } = stored.secret
      if (storage !== 'type-7' && storage !== 'redacted') {
        yield pass(stored)
        continue
      }
      const message = `The ${nameOf(stored)} is stored as type 7, which anybody can read back`
      if (storage === 'redacted') yield unknown(stored, message, { kind: 'unreadable' })
      else if (SEVEN_AT_BEST.has(stored.use))
        yield fail(stored, `${message}; many releases know no better form for it`, { severity: 'low' })
      else yield fail(stored, message, rotation(device, stored))
    }
  },
})
