import { change, defineRule, fail, must, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/aux-disabled',
  title: 'Disable the auxiliary port',
  severity: 'medium',
  why: 'A port that nobody uses, with a modem or a cable on it, is a way in that nobody watches',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: { cis: ['1.2.3', '1.2.9'], stig: ['CISC-RT-000230'], nist: ['CM-7', 'AC-17'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: line aux 0, in 257 of them'],
  *check({ lines }) {
    for (const line of lines.items) {
      if (line.kind !== 'aux') continue
      const changes = [change(line.exec, false), change(line.transportInput, ['none'])]
      const protocols = valueOf(line.transportInput)
      if (protocols?.every((protocol) => protocol === 'none') === false) {
        yield fail(
          line.transportInput,
          `The auxiliary port accepts ${protocols.join(', ')}; set no exec and transport input none`,
          { changes, applicability: 'lockout-risk' },
        )
        continue
      }
      yield must(line.exec, (exec) => !exec, {
        message: 'The auxiliary port gives a prompt; set no exec',
        changes,
        applicability: 'lockout-risk',
      })
    }
  },
})
