import { defineRule, fail, notApplicable, pass, removal, unknown } from '@breakwater/core'
import { administrators, breakGlassFirst } from '../accounts.ts'

export default defineRule({
  id: 'aaa/local-accounts-minimal',
  title: 'Keep exactly one local break-glass account',
  severity: 'medium',
  why: 'Each further local account is a way in that nobody watches, and where intruders stay',
  guidance: [
    { document: 'EVHG', clause: 'E05' },
    { document: 'EVHG', clause: 'E63' },
    { document: 'EVHG', clause: 'E67' },
    { document: 'AA25-239A', clause: 'A11' },
    { document: 'AA25-239A', clause: 'AH01' },
  ],
  mappings: { stig: ['CISC-ND-000490'], nist: ['AC-2', 'AC-2(3)'], attack: ['T1136.001', 'T1078'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['accounts of the test corpus: dial-in (aaa attribute list), MAC addresses, single commands'],
  *check(device, { site }) {
    const { users } = device
    const accounts = administrators(device)
    if (accounts.length === 0)
      return yield users.complete
        ? notApplicable(users, 'there is no local account')
        : unknown(users, 'there is more than one local account', { kind: 'not-in-view' })
    if (site.users !== undefined) {
      for (const user of accounts)
        yield site.users.includes(user.name)
          ? pass(user)
          : fail(user, `User ${user.name} is not one of the accounts that the site expects`, {
              changes: [removal(user)],
              applicability: 'lockout-risk',
            })
      return
    }
    const [kept, ...others] = breakGlassFirst(accounts)
    if (kept !== undefined && (users.complete || others.length > 0)) yield pass(kept)
    else yield unknown(users, 'there is more than one local account', { kind: 'not-in-view' })
    for (const user of others)
      yield fail(
        user,
        `User ${user.name} is a local account besides ${kept?.name ?? 'the first one'}; keep one for emergencies`,
        {
          changes: [removal(user)],
          applicability: 'lockout-risk',
        },
      )
  },
})
