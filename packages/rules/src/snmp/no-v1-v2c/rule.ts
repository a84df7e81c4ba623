import { defineRule, fail, must, pass, removal, unknown, valueOf, type Item, type Judgement } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/no-v1-v2c',
  title: 'Disable SNMPv1 and SNMPv2c',
  severity: 'critical',
  why: 'A community string is a password sent in clear; intruders have used them to read and to change whole networks',
  guidance: [
    { document: 'EVHG', clause: 'E33' },
    { document: 'EVHG', clause: 'E52' },
    { document: 'AA25-239A', clause: 'AM11' },
    { document: 'AA25-239A', clause: 'A13' },
    { document: 'CISCO-RI', clause: 'SNMP' },
  ],
  mappings: {
    attack: ['T1602.001', 'T1602.002'],
    stig: ['CISC-ND-001130'],
    cis: ['1.5.1', '1.5.9'],
    nist: ['IA-3(1)'],
    cve: ['CVE-2017-6742', 'CVE-2017-6738'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server community, in 11 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { communities, groups, users, hosts } = device.snmp
    for (const community of communities.items) {
      const may = valueOf(community.access) === 'rw' ? 'write' : 'read'
      const remedy = { changes: [removal(community)], applicability: 'disruptive' } as const
      yield fail(community, `An SNMP community lets v1 and v2c ${may}; use SNMPv3 with authPriv`, remedy)
    }
    for (const group of groups.items) yield group.model === 'v3' ? pass(group) : olderThanV3(group, 'group')
    for (const user of users.items) yield user.model === 'v3' ? pass(user) : olderThanV3(user, 'user')
    for (const host of hosts.items) {
      yield must(host.version, (version) => version === '3', {
        message: (version) =>
          `Notifications to ${host.address} go out as SNMPv${version ?? '1 or v2c'}; use version 3 priv`,
      })
    }
    if (communities.items.length + groups.items.length + users.items.length + hosts.items.length > 0) return
    if (communities.complete) yield pass(communities, 'neither v1 nor v2c is open')
    else yield unknown(communities, 'SNMPv1 or v2c is open', NOT_IN_VIEW)
  },
})

function olderThanV3(item: Item<'snmp.groups'> | Item<'snmp.users'>, what: string): Judgement {
  const name = item.name === undefined ? what : `${what} ${item.name}`
  const remedy = { changes: [removal(item)], applicability: 'disruptive' } as const
  return fail(item, `SNMP ${name} uses ${item.model}; use v3 with authPriv`, remedy)
}
