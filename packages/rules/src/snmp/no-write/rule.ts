import { defineRule, fail, must, pass, removal, unknown } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'
import { viewScope } from '../views.ts'

export default defineRule({
  id: 'snmp/no-write',
  title: 'Disable SNMP write access',
  severity: 'critical',
  why: 'Whoever may write can have the device send out its configuration, and put another in its place',
  guidance: [
    { document: 'AA25-239A', clause: 'A13' },
    { document: 'AA25-239A', clause: 'AM11' },
    { document: 'AA25-239A', clause: 'A05' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: { attack: ['T1602.002', 'T1021'], cis: ['1.5.4'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server community with RO and RW, in 8 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { communities, groups } = device.snmp
    for (const community of communities.items) {
      const { view } = community
      const narrow = view.state === 'known' && viewScope(device, view.value) === 'narrow'
      yield must(community.access, (access) => access === 'ro' || narrow, {
        message: 'An SNMP community may write; remove it, or make it read-only',
        changes: [removal(community)],
        applicability: 'disruptive',
      })
    }
    for (const group of groups.items) {
      const { writeView } = group
      if (writeView.state === 'absent') yield pass(writeView)
      else if (writeView.state === 'unknown')
        yield unknown(writeView, `SNMP group ${group.key} may write`, writeView.why)
      else if (viewScope(device, writeView.value) === 'narrow') yield pass(writeView, 'one object alone may be written')
      else
        yield fail(writeView, `SNMP group ${group.key} may write (view ${writeView.value}); take the write view away`)
    }
    if (communities.items.length + groups.items.length > 0) return
    if (communities.complete) yield pass(communities, 'nobody may write')
    else yield unknown(communities, 'somebody may write by SNMP', NOT_IN_VIEW)
  },
})
