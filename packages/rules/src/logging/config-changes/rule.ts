import { advice, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'logging/config-changes',
  title: 'Log configuration changes per user',
  severity: 'high',
  why: 'A change that nobody made known is the first sign of an intruder',
  guidance: [
    { document: 'EVHG', clause: 'E01' },
    { document: 'EVHG', clause: 'E14' },
    { document: 'AA25-239A', clause: 'AM02' },
  ],
  mappings: {
    stig: ['CISC-ND-000090', 'CISC-ND-000880', 'CISC-ND-001270'],
    nist: ['AC-2(4)', 'CM-3', 'AU-12', 'CM-5(1)'],
    attack: ['T1562'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['archive sections and snmp-server enable traps config in the test corpus'],
  *check({ archive, snmp }) {
    const { sections, changeLogs } = archive
    const [log] = changeLogs.items
    const message = 'Changes of the configuration are not logged; enable the log of archive'
    if (log !== undefined && valueOf(log.enabled) === true) {
      yield pass(log.enabled)
      if (log.notifySyslog.state === 'absent')
        yield advice(log.at, 'The log of changes stays on the device: notify syslog is missing')
      else if (valueOf(log.notifySyslog) === true && log.hideKeys.state === 'absent')
        yield advice(log.at, 'The log of changes shows passwords: hidekeys is missing')
    } else if (valueOf(snmp.configTraps) === true) yield pass(snmp.configTraps)
    else if (log?.enabled.state === 'unknown') yield unknown(log, message, log.enabled.why)
    else if (!changeLogs.complete && log === undefined) yield unknown(changeLogs, message, { kind: 'not-in-view' })
    else
      yield fail(log ?? sections.items[0] ?? changeLogs, message, {
        changes: ['enabled', 'notifySyslog', 'hideKeys'].map((field) => ({
          setting: `archive.changeLogs[].${field}`,
          value: true,
        })),
        applicability: 'safe',
      })
  },
})
