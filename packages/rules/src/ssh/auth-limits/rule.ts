import { defineRule, must } from '@breakwater/core'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/auth-limits',
  title: 'Limit SSH authentication time and retries',
  severity: 'low',
  why: 'Sessions that wait long and take many tries make guessing passwords cheap',
  guidance: [
    { document: 'AA25-239A', clause: 'AM07' },
    { document: 'NISG', clause: '5.6' },
  ],
  mappings: { cis: ['2.1.1.4', '2.1.1.5'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Cisco IOS Security Command Reference, ip ssh: 120 seconds and 3 tries by default'],
  options: {
    schema: {
      type: 'object',
      properties: { seconds: { type: 'integer', minimum: 1 }, retries: { type: 'integer', minimum: 0 } },
      additionalProperties: false,
    },
    defaults: { seconds: 60, retries: 3 },
  },
  check(device, { options: { seconds, retries } }) {
    const { timeout, authenticationRetries } = device.ssh
    return onSshServer(device, () => [
      must(timeout, (value) => value <= seconds, {
        message: (value) => `SSH waits ${value ?? 'too many'} seconds for a login; allow ${seconds} at the most`,
        fix: seconds,
        applicability: 'safe',
      }),
      must(authenticationRetries, (value) => value <= retries, {
        message: (value) => `SSH allows ${value ?? 'too many'} authentication retries; allow ${retries} at the most`,
        fix: Math.min(2, retries),
        // Each key that a client offers is a try: one with many keys is refused before it comes to the right one.
        applicability: 'lockout-risk',
      }),
    ])
  },
})
