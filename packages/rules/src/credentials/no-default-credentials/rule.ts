import { defineRule, fail, isOneOf, isReadable, pass, unknown } from '@breakwater/core'
import { defaultWords } from '../default-words.ts'
import { isLogin, nameOf, rotation } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/no-default-credentials',
  title: 'Remove default and well-known credentials',
  severity: 'critical',
  why: 'Passwords of manuals and laboratories are the first that an intruder tries',
  guidance: [
    { document: 'EVHG', clause: 'E49' },
    { document: 'EVHG', clause: 'E50' },
    { document: 'AA25-239A', clause: 'AM06' },
    { document: 'AA25-239A', clause: 'A19' },
  ],
  mappings: { nist: ['IA-5', 'IA-5(1)'], attack: ['T1078.001', 'T1110.001'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: users, enable secrets and line passwords, in 80 of them'],
  *check(device, { verifySecret }) {
    for (const stored of device.secrets.items) {
      if (!stored.inForce || !isLogin(stored)) continue
      const { secret, use, owner } = stored
      const names = use === 'user' && owner !== undefined ? [owner, device.name] : [device.name]
      const words = [...names, ...defaultWords]
      const message = `The ${nameOf(stored)} is a default, well known, or the name itself; change it`
      const clear = isOneOf(secret, words)
      const tried =
        clear !== undefined
          ? clear
            ? 'match'
            : 'no-match'
          : isReadable(secret) || secret.redacted
            ? 'untried'
            : verifySecret?.(secret, words)
      if (tried === 'match') yield fail(stored, message, rotation(device, stored))
      else if (tried === 'no-match') yield pass(stored)
      else yield unknown(stored, `the ${nameOf(stored)} is a well-known one`, { kind: 'unreadable' })
    }
  },
})
