import { defineRule, fail, must, pass, unknown, valueOf } from '@breakwater/core'
import { isLogin } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/password-policy',
  title: 'Enforce a length for local passwords',
  severity: 'low',
  why: 'Short passwords fall to guessing, whatever hash holds them',
  guidance: [{ document: 'EVHG', clause: 'E61' }],
  mappings: { stig: ['CISC-ND-000550', 'CISC-ND-000570', 'CISC-ND-000610'], nist: ['IA-5(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: security passwords min-length and aaa common-criteria policy, in 2 of them'],
  options: {
    schema: { type: 'object', properties: { minLength: { type: 'integer', minimum: 1 } }, additionalProperties: false },
    defaults: { minLength: 15 },
  },
  *check({ aaa, users, services, secrets }, { options: { minLength } }) {
    if (!secrets.items.some((stored) => stored.inForce && isLogin(stored))) return
    const length = services.minPasswordLength
    const attached = new Set(users.items.map(({ commonCriteriaPolicy }) => valueOf(commonCriteriaPolicy)))
    const policies = aaa.commonCriteriaPolicies.items.filter(
      ({ minLength: least }) => (valueOf(least) ?? 0) >= minLength,
    )
    const inUse = policies.find(({ name }) => attached.has(name))
    if (inUse !== undefined) return yield pass(inUse.minLength)
    const [unused] = policies
    if (length.state === 'absent' && unused !== undefined) {
      return yield fail(unused, `Password policy ${unused.name} is attached to no user, so it binds nobody`)
    }
    if (length.state === 'unknown')
      return yield unknown(length, `passwords shorter than ${minLength} characters are accepted`, length.why)
    yield must(length, (characters) => characters >= minLength, {
      message: (characters) =>
        `Passwords of ${characters ?? 'any number of'} characters are accepted; ask for ${minLength}`,
      fix: minLength,
      // A configuration that is loaded loses clear passwords that are shorter.
      applicability: 'lockout-risk',
    })
  },
})
