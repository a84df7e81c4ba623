import { change, defineRule, must, notApplicable, valueOf } from '@breakwater/core'
import { isMany, lineName, takesNoSession } from '../lines.ts'

export default defineRule({
  id: 'mgmt/console-authenticated',
  title: 'Require authentication on console and refuse unauthenticated lines',
  severity: 'high',
  why: 'A line without a login gives a prompt to whoever reaches it',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'EVHG', clause: 'E66' },
    { document: 'NISG', clause: '4' },
  ],
  mappings: { cis: ['1.1.2', '1.1.4'], nist: ['IA-2', 'AC-3'], attack: ['T1078'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: line con 0, in 324 of them'],
  *check(device) {
    const hasNoAccount = device.users.complete && device.users.items.length === 0
    for (const line of device.lines.items) {
      if (line.kind === 'tty') continue
      if (takesNoSession(line)) {
        yield notApplicable(line, `${lineName(line)} take no session`)
        continue
      }
      const privileged = valueOf(line.privilegeLevel) === 15 ? ', with privilege level 15' : ''
      const plural = isMany(line)
      const wanted = valueOf(device.aaa.newModel) === true ? 'aaa' : 'local'
      yield must(line.login, (login) => login !== 'none', {
        message: `${lineName(line)} ${plural ? 'let' : 'lets'} anybody in without a login${privileged}; require one`,
        changes: [change(line.login, wanted)],
        // Nobody passes a login that asks accounts of which there are none.
        applicability: wanted === 'local' && hasNoAccount ? 'needs-site-value' : 'lockout-risk',
        ...(line.kind === 'vty' ? { severity: 'critical' } : {}),
      })
    }
  },
})
