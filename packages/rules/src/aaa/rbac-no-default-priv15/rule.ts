import { change, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'
import { lineDoes, takesNoSession } from '../../mgmt/lines.ts'
import { administrators, breakGlassFirst } from '../accounts.ts'

export default defineRule<{ readonly allow: readonly string[] }>({
  id: 'aaa/rbac-no-default-priv15',
  title: 'Do not hand privilege 15 to every session',
  severity: 'high',
  why: 'Whoever gets a session has the whole device, and roles mean nothing',
  guidance: [
    { document: 'EVHG', clause: 'E66' },
    { document: 'EVHG', clause: 'E68' },
    { document: 'NISG', clause: '5.2' },
  ],
  mappings: { cis: ['1.2.1'], nist: ['AC-6'], attack: ['T1078'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['privilege level lines and accounts of the test corpus'],
  options: {
    schema: {
      type: 'object',
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string' },
          description: 'Accounts of automation and the like that need level 15',
        },
      },
      additionalProperties: false,
    },
    defaults: { allow: [] },
  },
  *check(device, { options, site }) {
    for (const line of device.lines.items) {
      const { privilegeLevel } = line
      if (takesNoSession(line)) continue
      if (privilegeLevel.state === 'known' && privilegeLevel.value === 15)
        yield fail(privilegeLevel, `${lineDoes(line, 'give')} privilege level 15 to every session`, {
          changes: [change(privilegeLevel, undefined)],
          // Without an enable secret, or a level of the account, nobody reaches level 15 by the line any more.
          applicability: 'lockout-risk',
        })
      else if (privilegeLevel.state === 'unknown')
        yield unknown(privilegeLevel, `${lineDoes(line, 'give')} privilege level 15`, privilegeLevel.why)
      else yield pass(privilegeLevel)
    }
    const expected = new Set([...options.allow, ...(site.users ?? [])])
    const [kept, ...others] = breakGlassFirst(
      administrators(device).filter(({ privilege, name }) => valueOf(privilege) === 15 && !expected.has(name)),
    )
    if (kept !== undefined) yield pass(kept.privilege)
    for (const { name, privilege } of others)
      yield fail(privilege, `User ${name} has privilege level 15 besides the account for emergencies`)
    const { methodLists, groups, servers } = device.aaa
    const central = groups.items.length > 0 || servers.items.length > 0
    for (const list of methodLists.items)
      if (list.service === 'authorization exec' && list.methods[0] === 'none' && !central)
        yield fail(list, `The list ${list.name} gives a session to everybody without authorization`)
  },
})
