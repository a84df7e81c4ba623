import { defineRule, fail, groupBySecret, pass, unknown } from '@breakwater/core'
import { nameOf } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/unique-secrets',
  title: 'Use a secret for one purpose only',
  severity: 'medium',
  why: 'Where one secret serves several ends, the weakest place gives away all of them',
  guidance: [
    { document: 'EVHG', clause: 'E61' },
    { document: 'AA25-239A', clause: 'A13' },
  ],
  mappings: { stig: ['CISC-RT-000480'], nist: ['IA-5'], attack: ['T1078'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: secrets of users, enable, lines and servers, in 82 of them'],
  *check({ secrets }) {
    const stored = secrets.items.filter(({ inForce }) => inForce)
    if (stored.length < 2) return
    let shared = false
    for (const [first, ...others] of groupBySecret(stored, ({ secret }) => secret)) {
      // Neighbours of one protocol share a key by design; one server has one key for many devices.
      const reused = others.filter(({ use }) => use !== first?.use)
      const [second] = reused
      if (first === undefined || second === undefined) continue
      shared = true
      const names = [...new Set(reused.map(nameOf))]
      const are = names.length === 1 ? 'is' : 'are'
      yield fail(second, `The ${names.join(' and the ')} ${are} the same secret as the ${nameOf(first)}`)
    }
    if (shared) return
    if (secrets.complete && !stored.some(({ secret }) => secret.redacted)) yield pass(secrets)
    else
      yield unknown(secrets, 'one secret serves several ends', {
        kind: secrets.complete ? 'unreadable' : 'not-in-view',
      })
  },
})
