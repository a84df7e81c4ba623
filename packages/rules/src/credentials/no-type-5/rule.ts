import { defineRule, fail, pass, unknown, valueOf, type Device } from '@breakwater/core'
import { isLogin, nameOf, rotation } from '../stored-secret.ts'

/** IOS has types 8 and 9 since 15.3(3)M. */
function isTooOld(device: Device): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(device.platform === 'ios' ? (valueOf(device.train) ?? '') : '') ?? []
  return major !== undefined && (Number(major) < 15 || (Number(major) === 15 && Number(minor) < 3))
}

export default defineRule({
  id: 'credentials/no-type-5',
  title: 'Replace type 5 hashes',
  severity: 'medium',
  why: 'Type 5 is MD5 with a thousand rounds: a graphics card guesses millions of passwords a second',
  guidance: [
    { document: 'EVHG', clause: 'E76' },
    { document: 'AA25-239A', clause: 'AM16' },
    { document: 'NSA-PW', clause: 'password types' },
  ],
  mappings: { nist: ['IA-5(1)', 'SC-13'], attack: ['T1110.002'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: secret 5, in 15 of them'],
  *check(device) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || !isLogin(stored)) continue
      const { storage } = stored.secret
      if (storage !== 'type-5' && storage !== 'wrapped-md5' && storage !== 'redacted') {
        yield pass(stored)
        continue
      }
      const name = nameOf(stored)
      const remedy = rotation(device, stored)
      if (storage === 'redacted') yield unknown(stored, `the ${name} is a type 5 hash`, { kind: 'unreadable' })
      else if (storage === 'wrapped-md5')
        yield fail(stored, `The ${name} still rests on an old MD5 hash, wrapped in type 9; set it again`, remedy)
      else if (!isTooOld(device))
        yield fail(stored, `The ${name} is a type 5 (MD5) hash; set it again as type 8`, remedy)
      else
        yield fail(stored, `The ${name} is a type 5 (MD5) hash; this release has nothing better`, { severity: 'low' })
    }
  },
})
