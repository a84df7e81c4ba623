import { defineRule, must, notApplicable } from '@breakwater/core'
import { lineName, takesNoSession } from '../lines.ts'

export default defineRule({
  id: 'mgmt/exec-timeout',
  title: 'Time out idle console and VTY sessions',
  severity: 'medium',
  why: 'A session that was left open belongs to whoever finds it',
  guidance: [
    { document: 'EVHG', clause: 'E65' },
    { document: 'NISG', clause: '7.5' },
  ],
  mappings: { cis: ['1.2.6', '1.2.7', '1.2.8'], stig: ['CISC-ND-000720'], nist: ['SC-10', 'AC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  options: {
    schema: {
      type: 'object',
      properties: { minutes: { type: 'number', exclusiveMinimum: 0, description: 'Idle minutes at the most' } },
      additionalProperties: false,
    },
    defaults: { minutes: 10 },
  },
  *check({ lines }, { options: { minutes } }) {
    for (const line of lines.items) {
      // TTY lines of terminal servers stay open by design.
      if (line.kind === 'tty') continue
      if (takesNoSession(line)) {
        yield notApplicable(line, `${lineName(line)} take no session`)
        continue
      }
      yield must(line.execTimeout, (seconds) => seconds > 0 && seconds <= minutes * 60, {
        message: (seconds) => `${lineName(line)}: ${idle(seconds)}; end them after ${minutes} minutes at the most`,
        fix: minutes * 60,
        applicability: 'safe',
      })
    }
  },
})

function idle(seconds: number | undefined): string {
  if (seconds === undefined) return 'idle sessions stay open for too long'
  return seconds === 0 ? 'idle sessions never end' : `idle sessions end after ${tell(seconds)}`
}

function tell(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} minutes` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
