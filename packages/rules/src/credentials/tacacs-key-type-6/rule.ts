import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { nameOf } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/tacacs-key-type-6',
  title: 'Store AAA shared keys as type 6',
  severity: 'high',
  why: 'With the shared key, captured TACACS+ sessions turn into passwords',
  guidance: [
    { document: 'EVHG', clause: 'E77' },
    { document: 'AA25-239A', clause: 'A09' },
    { document: 'AA25-239A', clause: 'AM16' },
  ],
  mappings: { nist: ['SC-28(1)', 'IA-5(1)'], attack: ['T1040', 'T1556'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: keys of TACACS+ and RADIUS servers with and without type 6, in 6 of them'],
  *check(device) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || (stored.use !== 'tacacs' && stored.use !== 'radius')) continue
      const { storage } = stored.secret
      const message = `The ${nameOf(stored)} is not stored as type 6`
      if (storage === 'type-6') yield pass(stored)
      else if (storage === 'redacted') yield unknown(stored, message, { kind: 'unreadable' })
      else {
        const { aesEncryption } = device.services
        const on = aesEncryption.state === 'known' && aesEncryption.value
        yield fail(
          stored,
          message,
          on
            ? {}
            : { changes: [{ setting: 'services.aesEncryption', value: true }], applicability: 'needs-site-value' },
        )
      }
    }
  },
})
