import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { isLogin, nameOf, rotation } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/prefer-type-8',
  title: 'Prefer type 8 over other strong hashes',
  severity: 'low',
  why: 'Type 8 rests on functions that NIST approves; both agencies name it first',
  guidance: [
    { document: 'EVHG', clause: 'E75' },
    { document: 'AA25-239A', clause: 'AM16' },
    { document: 'NSA-PW', clause: 'password types' },
  ],
  mappings: { nist: ['IA-5(1)', 'SC-13'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: secret 8 and secret 9, in 16 of them'],
  *check(device) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || !isLogin(stored)) continue
      const { storage } = stored.secret
      const message = `The ${nameOf(stored)} is a type 9 hash, which is strong; CISA and NSA prefer type 8`
      if (storage === 'redacted') yield unknown(stored, message, { kind: 'unreadable' })
      else if (storage === 'type-9') yield fail(stored, message, rotation(device, stored))
      else if (storage === 'type-8' || storage === 'type-10' || storage === 'sha512') yield pass(stored)
    }
  },
})
