import { advice, change, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'logging/login-events',
  title: 'Log successful and failed logins',
  severity: 'medium',
  why: 'Odd logins are what monitoring looks for first',
  guidance: [
    { document: 'EVHG', clause: 'E05' },
    { document: 'EVHG', clause: 'E69' },
  ],
  mappings: { cis: ['2.2.8'], stig: ['CISC-ND-001260'], nist: ['AU-2', 'AC-7', 'AC-9'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'CIS Cisco IOS 16 benchmark 1.6.1: all login parameters are off by default',
    'login on-success log, printed by most IOS-XE 17 configurations of the test corpus, on-failure by one',
  ],
  *check({ login, train }) {
    const { logFailures, logSuccesses, failuresPerMessage } = login
    const parts = [
      { fact: logFailures, what: 'failed' },
      { fact: logSuccesses, what: 'successful' },
    ]
    const off = parts.filter(({ fact }) => fact.state === 'known' && !fact.value)
    const open = parts.find(({ fact }) => fact.state === 'unknown')?.fact
    if (valueOf(failuresPerMessage) !== undefined && valueOf(failuresPerMessage) !== 1)
      yield advice(failuresPerMessage.at, 'Only each so many failed logins are logged')
    const [first] = off
    if (first !== undefined && /^(?:1[01]\.|12\.[0-2])/.test(valueOf(train) ?? ''))
      yield unknown(first.fact, 'logins are logged', { kind: 'release', needs: 'a release that has login on-failure' })
    else if (first !== undefined)
      yield fail(first.fact, `There is no log of ${off.map(({ what }) => what).join(' and ')} logins`, {
        changes: off.map(({ fact }) => change(fact, true)),
        applicability: 'safe',
      })
    else if (open?.state === 'unknown') yield unknown(open, 'logins are logged', open.why)
    else yield pass(logFailures)
  },
})
