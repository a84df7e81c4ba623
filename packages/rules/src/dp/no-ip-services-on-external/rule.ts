import { change, defineRule, fail, pass, unknown, valueOf, type Fact } from '@breakwater/core'
import { askForExternal, externalPorts } from '../../acl/external.ts'

/** Tunnels need redirects for shortcuts and unreachables to find the size of packets. */
const TUNNELS: ReadonlySet<string> = new Set(['Tunnel', 'Virtual-Template'])

export default defineRule({
  id: 'dp/no-ip-services-on-external',
  title: 'Disable redirects, unreachables, mask replies, proxy ARP and directed broadcast',
  severity: 'low',
  why: 'These answers tell strangers how the network is built, or let them bend its traffic',
  guidance: [
    { document: 'NISG', clause: '8' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000160' },
  ],
  mappings: {
    cis: ['3.1.2'],
    stig: ['CISC-RT-000160', 'CISC-RT-000170', 'CISC-RT-000180', 'CISC-RT-000190', 'CISC-RT-000380'],
    nist: ['CM-7', 'SC-5'],
    attack: ['T1557', 'T1046'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Catalyst 3550 Software Configuration Guide, show ip interface: proxy ARP, redirects and unreachables are on, directed broadcasts and mask replies off',
    'Public configurations: no ip redirects, no ip unreachables and no ip proxy-arp are printed, their opposites are not',
  ],
  *check(device, { site }) {
    const external = externalPorts(device, site).filter(({ port }) => !TUNNELS.has(port.kind))
    for (const { port, because } of external) {
      const services: readonly (readonly [string, Fact<boolean>])[] = [
        ['redirects', port.redirects],
        ['unreachables', port.unreachables],
        ['proxy ARP', port.proxyArp],
      ]
      const on = services.filter(([, fact]) => valueOf(fact) !== false)
      const message = `${port.name} is external (${because}) and has ${on.map(([name]) => name).join(', ')} on`
      const [first] = on
      if (first === undefined) yield pass(port)
      else if (first[1].state === 'unknown') yield unknown(port, message, first[1].why)
      else yield fail(port, message, { changes: on.map(([, fact]) => change(fact, false)) })
      for (const [name, fact] of [
        ['directed broadcasts', port.directedBroadcast],
        ['mask replies', port.maskReply],
      ] as const)
        if (valueOf(fact) === true)
          yield fail(fact, `${port.name} is external (${because}) and has ${name} on`, {
            changes: [change(fact, false)],
          })
    }
    if (external.length === 0) yield* askForExternal(device, site, 'external interfaces send redirects and the like')
  },
})
