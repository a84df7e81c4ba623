import { advice, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

/** Accounts of the campaigns against CVE-2023-20198, as Cisco published them. */
const PLANTED: readonly string[] = ['cisco_tac_admin', 'cisco_support', 'cisco_sys_manager']

/** Names that intruders give to accounts of their own, and that laboratories use as well. */
const CHEAP: readonly string[] = ['cisco', 'support', 'test']

export default defineRule({
  id: 'ioc/suspicious-local-user',
  title: 'Explain local users that nobody expects',
  severity: 'high',
  why: 'Intruders create local accounts, and the names of those planted through CVE-2023-20198 are known',
  guidance: [
    { document: 'AA25-239A', clause: 'A11' },
    { document: 'AA25-239A', clause: 'A19' },
  ],
  mappings: { attack: ['T1136.001', 'T1078'], nist: ['AC-2'], cve: ['CVE-2023-20198'] },
  indicator: {
    innocent: 'An account for emergencies, or of a tool, that the list of expected users lacks.',
    collect: ['AAA accounting and the configuration archive: when it appeared', 'show users', 'web UI logs'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: username, in 80 of them'],
  *check({ users }, { site }) {
    for (const user of users.items) {
      const { name } = user
      const trait = { trait: `local user ${name}` }
      const privilege = valueOf(user.privilege)
      const remove = {
        changes: [{ setting: 'users', item: user, value: undefined }],
        applicability: 'lockout-risk',
      } as const
      if (PLANTED.includes(name.toLowerCase()))
        yield fail(user, `User ${name} has a name that intruders planted through CVE-2023-20198`, {
          ...remove,
          ...trait,
        })
      else if (site.users?.includes(name) === true) yield pass(user, 'an expected user', trait)
      else if (site.users !== undefined) {
        const severity = privilege === 15 ? 'high' : 'medium'
        const level = privilege === 15 ? ' (privilege 15)' : ''
        yield fail(user, `User ${name}${level} is none of those that the site expects`, {
          severity,
          ...remove,
          ...trait,
        })
      } else {
        if (privilege === 15 && CHEAP.includes(name.toLowerCase()))
          yield advice(user.at, `User ${name} has privilege 15 and a name that intruders like, too`)
        yield unknown(user, `whether user ${name} is expected`, { kind: 'site', needs: 'the expected users' }, trait)
      }
    }
    if (users.items.length === 0 && users.complete) yield pass(users, 'no local user')
    else if (users.items.length === 0) yield unknown(users, 'which users there are', { kind: 'not-in-view' })
  },
})
