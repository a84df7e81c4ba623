import { defineRule, must, notApplicable, unknown, valueOf } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/trap-host-v3',
  title: 'Send traps with SNMPv3 authPriv',
  severity: 'medium',
  why: 'A trap of version 1 or 2c carries its community string in clear, and on IOS the line brings the community into being',
  guidance: [{ document: 'EVHG', clause: 'E33' }],
  mappings: { cis: ['1.5.7', '1.5.8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server host, in 4 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { hosts } = device.snmp
    for (const { address, version, level } of hosts.items) {
      const below = valueOf(version) === '3' && level.state === 'known' && level.value !== 'priv'
      if (below) yield notApplicable(level, 'snmp/v3-authpriv judges the level')
      else {
        yield must(version, (value) => value === '3', {
          message: (value) =>
            version.state === 'known' && version.by === 'default'
              ? `Notifications to ${address} go out as SNMPv1, as no version is written; use version 3 priv`
              : `Notifications to ${address} go out as SNMPv${value ?? '1 or v2c'}; use version 3 priv`,
        })
      }
    }
    if (hosts.items.length === 0 && !hosts.complete)
      yield unknown(hosts, 'notifications go out as SNMPv1 or v2c', NOT_IN_VIEW)
  },
})
