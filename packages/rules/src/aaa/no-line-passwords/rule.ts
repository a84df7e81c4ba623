import { advice, change, defineRule, fail, notApplicable, pass, unknown, valueOf } from '@breakwater/core'
import { lineDoes, takesNoSession } from '../../mgmt/lines.ts'
import { aaaState } from '../lists.ts'

export default defineRule({
  id: 'aaa/no-line-passwords',
  title: 'Do not rely on line passwords',
  severity: 'medium',
  why: 'A line password is shared, can be read back, and says nothing about who used it',
  guidance: [
    { document: 'EVHG', clause: 'E61' },
    { document: 'EVHG', clause: 'E66' },
    { document: 'NISG', clause: '5' },
  ],
  mappings: { nist: ['IA-2', 'IA-5(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['lines with login and password in the test corpus'],
  *check(device) {
    const { on } = aaaState(device)
    for (const line of device.lines.items) {
      const { password, login } = line
      if (password.state === 'unknown') {
        yield unknown(password, `${lineDoes(line, 'rely')} on a password of its own`, password.why)
        continue
      }
      if (password.state === 'absent' || takesNoSession(line)) {
        yield notApplicable(line)
        continue
      }
      const message = `${lineDoes(line, 'ask')} for nothing but a shared password; use accounts`
      const asks = valueOf(login) === 'line'
      if (on === true || (login.state === 'known' && !asks)) {
        yield advice(password.at, `The password of line ${line.key} is stored, but its login does not use it`)
        yield pass(login)
      } else if (asks && on === false && (device.coverage === 'whole' || device.aaa.newModel.state === 'known'))
        yield fail(password, message, { changes: [change(login, 'local')], applicability: 'lockout-risk' })
      else yield unknown(password, message, login.state === 'unknown' ? login.why : { kind: 'not-in-view' })
    }
  },
})
