import { defineRule, must, pass, removal, unknown } from '@breakwater/core'
import { NOT_IN_VIEW, snmpAgent } from '../agent.ts'

export default defineRule({
  id: 'snmp/no-default-community',
  title: 'Remove default and guessable community strings',
  severity: 'critical',
  why: 'Strings such as public and anonymous are what intruders try first, and they open the device at once',
  guidance: [
    { document: 'AA25-239A', clause: 'AM06' },
    { document: 'AA25-239A', clause: 'AM11' },
    { document: 'EVHG', clause: 'E49' },
  ],
  mappings: { attack: ['T1602.001'], cis: ['1.5.2', '1.5.3'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: snmp-server community, in 11 of them'],
  *check(device) {
    if (snmpAgent(device) === 'off') return
    const { communities, hosts } = device.snmp
    let judged = false
    for (const community of communities.items) {
      judged = true
      yield must(community.wellKnown, (known) => !known, {
        message: 'The SNMP community string is a default or a guessable word; remove it',
        changes: [removal(community)],
        // Stations that poll with it stop.
        applicability: 'disruptive',
      })
    }
    for (const host of hosts.items) {
      if (host.wellKnown.state === 'absent') continue
      judged = true
      yield must(host.wellKnown, (known) => !known, {
        message: `The community string sent to ${host.address} is a default or a guessable word; change it`,
      })
    }
    if (judged) return
    if (communities.complete) yield pass(communities, 'there is no community')
    else yield unknown(communities, 'a community string is a default or a guessable word', NOT_IN_VIEW)
  },
})
