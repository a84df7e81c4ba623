import { advice, defineRule, must, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'logging/timestamps',
  title: 'Timestamp logs with date, milliseconds and zone',
  severity: 'low',
  why: 'Without the time of day, messages of several devices cannot be put in order',
  guidance: [
    { document: 'EVHG', clause: 'E06' },
    { document: 'NISG', clause: '6' },
  ],
  mappings: { cis: ['2.2.6'], stig: ['CISC-ND-000280'], nist: ['AU-8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['printed by the IOS 12.3 and later, IOS-XE 16 and 17 configurations of the test corpus'],
  *check({ logging }) {
    const { timestamps, timestampOptions } = logging
    yield must(timestamps, (form) => form === 'datetime', {
      message: (form) =>
        form === 'uptime' ? 'Log messages show the uptime in place of the date' : 'Log messages show no time',
      fix: 'datetime',
      applicability: 'safe',
    })
    const options = valueOf(timestampOptions)
    const missing = ['msec', 'show-timezone'].filter((option) => options?.includes(option) === false)
    if (missing.length > 0) yield advice(timestampOptions.at, `The time of log messages lacks ${missing.join(' and ')}`)
  },
})
