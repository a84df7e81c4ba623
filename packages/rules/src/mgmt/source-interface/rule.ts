import { defineRule, fail, pass, unknown, type Subject } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/source-interface',
  title: 'Source management traffic from one stable interface',
  severity: 'info',
  why: 'Receivers can admit one address per device, and a changed loopback stands out',
  guidance: [
    { document: 'AA25-239A', clause: 'A14' },
    { document: 'AA25-239A', clause: 'AH01' },
    { document: 'NISG', clause: '6' },
  ],
  mappings: { nist: ['CM-6', 'AU-3'], cis: ['2.2.7', '2.4.1', '2.4.2', '2.4.3', '2.4.4'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: source interfaces of logging, NTP, SNMP and AAA, in 4 of them'],
  *check({ management, aaa, snmp }) {
    const { sources, logHosts, timeServers } = management
    const sourced = (service: string, vrf: string | undefined): boolean =>
      sources.items.some((source) => source.service === service && (source.vrf === undefined || source.vrf === vrf))
    function judge(service: string, first: Subject, has: boolean) {
      if (has) return pass(first)
      const message = `${service} leaves by whatever interface is next; give it a source interface`
      return sources.complete ? fail(first, message) : unknown(first, message, { kind: 'not-in-view' })
    }
    const vrfOf = (vrf: { readonly state: string; readonly value?: string }): string | undefined => vrf.value
    const bareLog = logHosts.items.find(({ vrf }) => !sourced('logging', vrfOf(vrf)))
    const [host = bareLog] = logHosts.items
    if (host !== undefined) yield judge('Syslog', bareLog ?? host, bareLog === undefined)
    const bareTime = timeServers.items.find(
      ({ source, vrf }) => source.state !== 'known' && !sourced('ntp', vrfOf(vrf)),
    )
    const [server = bareTime] = timeServers.items
    if (server !== undefined) yield judge('NTP', bareTime ?? server, bareTime === undefined)
    for (const [protocol, name, global] of [
      ['tacacs+', 'TACACS+', aaa.tacacsSourceInterface],
      ['radius', 'RADIUS', aaa.radiusSourceInterface],
    ] as const) {
      const first = aaa.servers.items.find((other) => other.protocol === protocol)
      const grouped = aaa.groups.items.some(
        (group) => group.protocol === protocol && group.sourceInterface.state === 'known',
      )
      if (first !== undefined) yield judge(name, first, global.state === 'known' || grouped)
    }
    const [receiver] = snmp.hosts.items
    if (receiver !== undefined) yield judge('SNMP', receiver, snmp.sourceInterface.state === 'known')
  },
})
