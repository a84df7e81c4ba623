import { defineRule, fail, must, pass, unknown, type Device, type Item, type Judgement } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'
import { viewScope } from '../views.ts'

export default defineRule({
  id: 'snmp/view-restrictive',
  title: 'Limit SNMP views and TFTP copy through SNMP',
  severity: 'low',
  why: 'Without a view a station reads routes, neighbours and users; without a list of servers it can have the configuration sent away',
  guidance: [
    { document: 'AA25-239A', clause: 'AM11' },
    { document: 'NISG', clause: '7' },
  ],
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server view, in 2 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { groups, tftpServerList, fileTransferAccessList } = device.snmp
    for (const group of groups.items) if (!group.forNotifications) yield judgeReading(device, group)
    if (mayWrite(device)) {
      yield fileTransferAccessList.state === 'known'
        ? pass(fileTransferAccessList)
        : must(tftpServerList, () => true, {
            message: 'SNMP may copy the configuration to any TFTP server; name the servers in a list',
          })
    } else if (groups.items.length === 0 && !groups.complete)
      yield unknown(groups, 'SNMP may read everything', NOT_IN_VIEW)
  },
})

function judgeReading(device: Device, { key, readView }: Item<'snmp.groups'>): Judgement {
  if (readView.state === 'unknown') return unknown(readView, `SNMP group ${key} may read everything`, readView.why)
  if (readView.state === 'absent')
    return fail(readView, `SNMP group ${key} has no read view and may read everything; give it one`)
  const scope = viewScope(device, readView.value)
  const message = `View ${readView.value} of SNMP group ${key} takes in everything; exclude what no station needs`
  if (scope === 'everything') return fail(readView, message)
  return scope === 'undefined' && !device.snmp.views.complete ? unknown(readView, message, NOT_IN_VIEW) : pass(readView)
}

function mayWrite({ snmp: { communities, groups } }: Device): boolean {
  return (
    communities.items.some(({ access }) => access.state === 'known' && access.value === 'rw') ||
    groups.items.some(({ writeView }) => writeView.state === 'known')
  )
}
