import { defineRule, must, notApplicable } from '@breakwater/core'

export default defineRule({
  id: 'logging/severity',
  title: 'Send at least informational severity',
  severity: 'medium',
  why: 'Logins, changes of the configuration and hits of access lists are notifications and informational messages',
  guidance: [
    { document: 'AA25-239A', clause: 'AM12' },
    { document: 'NISG', clause: '6.3' },
  ],
  mappings: { cis: ['2.2.5'], stig: ['CISC-ND-001000'], nist: ['AU-12', 'AU-3'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'logging trap lines of the test corpus; the default as the STIG for IOS-XE routers has it (CISC-ND-001000)',
  ],
  *check({ logging }) {
    const { trap } = logging
    // What forwards nothing at all is a sign of compromise, and judged there.
    if (trap.state === 'known' && trap.value === 'off') return yield notApplicable(trap, 'logs are not forwarded')
    yield must(trap, (level) => level === 'off' || level >= 6, {
      message: (level) =>
        `Only messages up to severity ${String(level)} are forwarded; forward informational ones (6) too`,
      fix: 6,
      applicability: 'safe',
    })
  },
})
