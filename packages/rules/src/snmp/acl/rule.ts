import { defineRule, must, pass, unknown } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/acl',
  title: 'Restrict SNMP to management stations',
  severity: 'high',
  why: 'Without an access list the agent answers the whole world, and every leak or guess is enough',
  guidance: [
    { document: 'EVHG', clause: 'E33' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: { cis: ['1.5.5', '1.5.6'], nist: ['AC-4'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server community and group with access lists, in 4 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { communities, groups, users } = device.snmp
    for (const community of communities.items) {
      const only6 = community.accessList6.state === 'known' ? ' over IPv4' : ''
      yield must(community.accessList, () => true, {
        message: `The SNMP community answers any station${only6}; add an access list`,
      })
    }
    for (const group of groups.items) {
      if (group.forNotifications) continue
      const members = users.items.filter((user) => user.group === group.name && user.model === group.model)
      if (members.length > 0 && members.every((user) => user.accessList.state === 'known')) {
        yield pass(group, 'every user of the group has an access list')
        continue
      }
      const only6 = group.accessList6.state === 'known' ? ' over IPv4' : ''
      yield must(group.accessList, () => true, {
        message: `SNMP group ${group.key} answers any station${only6}; add an access list`,
      })
    }
    if (communities.items.length + groups.items.length > 0 || communities.complete) return
    yield unknown(communities, 'SNMP answers any station', NOT_IN_VIEW)
  },
})
