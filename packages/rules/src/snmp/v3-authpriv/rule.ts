import { defineRule, fail, must, pass, unknown } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/v3-authpriv',
  title: 'Require authPriv for every SNMPv3 group, user and host',
  severity: 'high',
  why: 'Below authPriv, SNMPv3 sends what it reads in clear, and at noAuth it believes whoever asks',
  guidance: [
    { document: 'EVHG', clause: 'E33' },
    { document: 'AA25-239A', clause: 'AM11' },
  ],
  mappings: { stig: ['CISC-ND-001140'], cis: ['1.5.9'], nist: ['IA-3(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server group v3 and host version 3, in 5 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { groups, users, hosts } = device.snmp
    let judged = false
    for (const group of groups.items) {
      if (group.model !== 'v3') continue
      judged = true
      const host = group.forNotifications
        ? hosts.items.find((it) => it.user.state === 'known' && it.user.value === group.name)
        : undefined
      const made = host === undefined ? '' : ` (made for host ${host.address})`
      const changes = [{ setting: 'snmp.groups', item: group, value: { level: 'priv' } }]
      if (group.level === 'priv') yield pass(group)
      else
        yield fail(group, `SNMP group ${group.name} accepts ${group.level ?? 'noauth'}${made}; require priv`, {
          changes,
          applicability: 'disruptive',
        })
    }
    for (const user of users.items) {
      if (user.model !== 'v3') continue
      judged = true
      const lacks = user.authentication.state === 'absent' ? 'neither authentication nor privacy' : 'no privacy'
      yield must(user.privacy, () => true, { message: `SNMP user ${user.name} has ${lacks}; give auth and priv keys` })
    }
    for (const { address, level, version } of hosts.items) {
      if (version.state !== 'known' || version.value !== '3') continue
      judged = true
      yield must(level, (value) => value === 'priv', {
        message: (value) => `Notifications to ${address} go out as v3 ${value ?? 'noauth'}; use priv`,
      })
    }
    if (!judged && !groups.complete)
      yield unknown(groups, 'a group, user or host of SNMPv3 is below authPriv', NOT_IN_VIEW)
  },
})
