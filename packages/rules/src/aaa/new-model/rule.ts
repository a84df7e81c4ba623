import { change, defineRule, fail, pass, unknown } from '@breakwater/core'
import { aaaState } from '../lists.ts'

export default defineRule({
  id: 'aaa/new-model',
  title: 'Enable AAA',
  severity: 'high',
  why: 'Without AAA there is no central authentication, no authorization of commands and no accounting',
  guidance: [
    { document: 'EVHG', clause: 'E64' },
    { document: 'EVHG', clause: 'E66' },
    { document: 'NISG', clause: '4' },
  ],
  mappings: { cis: ['1.1.1'], stig: ['CISC-ND-001370'], nist: ['AC-2', 'IA-2', 'CM-6(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['printed on or off by the IOS 12.3 and later, IOS-XE 16 and 17 configurations of the test corpus'],
  *check(device) {
    const { newModel } = device.aaa
    const { on, at } = aaaState(device)
    const message = 'AAA is off: logins are neither authorized nor accounted for; enable it, with its method lists'
    if (newModel.state === 'known' && newModel.value) yield pass(newModel)
    else if (on === false)
      yield fail(newModel, message, {
        at,
        changes: [
          change(newModel, true),
          {
            setting: 'aaa.methodLists',
            value: { service: 'authentication login', name: 'default', record: undefined, methods: ['local'] },
          },
        ],
        applicability: 'lockout-risk',
      })
    else yield unknown(newModel, message, newModel.state === 'unknown' ? newModel.why : { kind: 'not-in-view' })
  },
})
