import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { isLogin, nameOf, rotation } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/no-type-4',
  title: 'Remove type 4 hashes',
  severity: 'high',
  why: 'Type 4 is one round of SHA-256 without a salt: guessing it costs next to nothing',
  guidance: [
    { document: 'EVHG', clause: 'E76' },
    { document: 'NSA-PW', clause: 'password types' },
  ],
  mappings: { nist: ['IA-5(1)'], attack: ['T1110.002'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check(device) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || !isLogin(stored)) continue
      const { storage } = stored.secret
      if (storage !== 'type-4' && storage !== 'redacted') {
        yield pass(stored)
        continue
      }
      const message = `The ${nameOf(stored)} is a type 4 hash, which has no salt; set it again as type 8`
      if (storage === 'redacted') yield unknown(stored, message, { kind: 'unreadable' })
      else yield fail(stored, message, rotation(device, stored))
    }
  },
})
