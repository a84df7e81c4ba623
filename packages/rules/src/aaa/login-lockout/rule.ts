import { advice, change, defineRule, fail, pass, unknown } from '@breakwater/core'
import { isServerMethod, vtyLists } from '../lists.ts'

export default defineRule({
  id: 'aaa/login-lockout',
  title: 'Block or delay after failed logins',
  severity: 'medium',
  why: 'Without a pause, passwords are guessed as fast as the line answers',
  guidance: [
    { document: 'AA25-239A', clause: 'AM07' },
    { document: 'NISG', clause: '5.6' },
  ],
  mappings: { cis: ['1.6.1'], stig: ['CISC-ND-000150'], nist: ['AC-7'], attack: ['T1110.001'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['CIS Cisco IOS 16 benchmark 1.6.1: all login parameters are off by default'],
  *check(device) {
    const { login, aaa, train } = device
    const message = 'Failed logins neither block nor delay further tries; set login block-for'
    if (login.blockFor.state === 'known') {
      if (login.quietAccessClass.state === 'absent')
        yield advice(login.blockFor.at, 'Anybody can shut the operators out: login quiet-mode names no access list')
      return yield pass(login.blockFor)
    }
    if (aaa.localAttempts.state === 'known') return yield pass(aaa.localAttempts)
    if (login.blockFor.state === 'unknown') return yield unknown(login.blockFor, message, login.blockFor.why)
    if (train.state === 'known' && /^1[0-2]\./.test(train.value))
      return yield unknown(login.blockFor, message, { kind: 'release', needs: 'a release that has login block-for' })
    const lists = vtyLists(device, 'authentication login')
    if (lists.length > 0 && lists.every(({ methods }) => methods.every(isServerMethod)))
      return yield unknown(login.blockFor, message, { kind: 'site', needs: 'whether the AAA servers lock accounts' })
    yield fail(login.blockFor, message, {
      changes: [change(login.quietAccessClass, '<MGMT-ACL>'), change(login.blockFor, 900)],
      applicability: 'needs-site-value',
    })
  },
})
