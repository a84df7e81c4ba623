import { change, defineRule, fail, pass, unknown, valueOf, type Judgement } from '@breakwater/core'

/** What a filter of messages hides that an intruder wants hidden. */
const TELLING = /ssh|config_i|sys(?:-\d|\b)|guestshell|login|aaa|iox|privilege|username/i

/** Messages a second below which a device can hardly tell what happens. */
const HARDLY_ANY = 5

export default defineRule({
  id: 'ioc/logging-disabled',
  title: 'Explain logging that is switched off or filtered',
  severity: 'high',
  why: 'Intruders stop the logs before they act',
  guidance: [
    { document: 'AA25-239A', clause: 'A16' },
    { document: 'AA25-239A', clause: 'AH05' },
  ],
  mappings: { attack: ['T1562', 'T1070'], nist: ['AU-5', 'AU-12'], cis: ['2.2.1'] },
  indicator: {
    innocent: 'A filter against messages of one noisy feature, or a laboratory.',
    collect: ['show logging', 'the collector: when the device fell silent', 'AAA accounting', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: logging with its filters and limits, in 121 of them'],
  *check({ logging }) {
    const found: Judgement[] = []
    const { enabled, trap, buffer, rateLimit } = logging
    if (enabled.state === 'known' && !enabled.value)
      found.push(
        fail(enabled, 'Logging is switched off; find out who did it and why', {
          changes: [change(enabled, true)],
          // It brings back the log on the console too, which a busy device may not survive.
          applicability: 'disruptive',
          trait: 'logging off',
        }),
      )
    if (trap.state === 'known' && trap.value === 'off')
      found.push(fail(trap, 'No message goes to the receivers of logs; find out why', { trait: 'logging trap off' }))
    if (buffer.state === 'known' && buffer.value === 'off')
      found.push(
        fail(buffer, 'No message is kept on the device; find out why', { severity: 'medium', trait: 'no buffer' }),
      )
    for (const filter of logging.discriminators.items)
      if (filter.drops !== undefined && TELLING.test(filter.drops))
        found.push(
          fail(filter, `The filter ${filter.name} hides messages that tell of access and changes; find out why`, {
            trait: `log filter ${filter.name}`,
          }),
        )
    const limit = valueOf(rateLimit)
    if (limit !== undefined && limit <= HARDLY_ANY)
      found.push(
        fail(rateLimit, `Only ${limit} messages a second are logged; find out why`, { trait: `rate limit ${limit}` }),
      )
    yield* found
    if (found.length > 0) return
    if (enabled.state === 'unknown') yield unknown(enabled, 'whether logging is switched off', enabled.why)
    else yield pass(enabled)
  },
})
