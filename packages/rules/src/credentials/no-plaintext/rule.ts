import { defineRule, fail, pass, unknown, type SecretUse } from '@breakwater/core'
import { nameOf, rotation } from '../stored-secret.ts'

/** Strings that have no other form than clear text; SNMP's and first-hop redundancy's are judged by their own rules. */
const CLEAR_ALWAYS: ReadonlySet<SecretUse> = new Set(['snmp-community', 'snmp-user', 'fhrp-text', 'nhrp', 'master-key'])

export default defineRule({
  id: 'credentials/no-plaintext',
  title: 'Store no cleartext secrets',
  severity: 'critical',
  why: 'Whoever reads the configuration or a backup of it has the password',
  guidance: [
    { document: 'EVHG', clause: 'E61' },
    { document: 'EVHG', clause: 'E76' },
    { document: 'NSA-PW', clause: 'password types' },
    { document: 'CISCO-RI', clause: 'Feature removal list' },
  ],
  mappings: {
    cis: ['1.4.2', '1.4.3'],
    stig: ['CISC-ND-000620'],
    nist: ['IA-5(1)', 'SC-28'],
    attack: ['T1552.001', 'T1602.002'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  *check(device) {
    // What stands in code is no-secrets-in-code's.
    if (device.source.language.state === 'known') return
    for (const stored of device.secrets.items) {
      if (!stored.inForce || CLEAR_ALWAYS.has(stored.use)) continue
      const { storage } = stored.secret
      if (storage !== 'plain' && storage !== 'type-0' && storage !== 'redacted') {
        yield pass(stored)
        continue
      }
      const message = `The ${nameOf(stored)} is stored in clear text`
      if (storage === 'redacted') yield unknown(stored, message, { kind: 'unreadable' })
      else yield fail(stored, message, rotation(device, stored))
    }
  },
})
