import {
  boxOf,
  change,
  defineRule,
  fail,
  hasEveryVlan,
  hasVlan,
  must,
  pass,
  switchports,
  unknown,
  valueOf,
  type Device,
  type Judgement,
  type VlanRange,
} from '@breakwater/core'

function withoutVlan1(ranges: readonly VlanRange[]): VlanRange[] {
  return ranges.flatMap(([first, last]): VlanRange[] => (first > 1 ? [[first, last]] : last > 1 ? [[2, last]] : []))
}

/** The routed interface of VLAN 1. On routers it is the LAN of the switch inside. */
function* judgeInterface(device: Device): Iterable<Judgement> {
  const vlan1 = device.interfaces.items.find(({ name }) => name === 'Vlan1')
  if (vlan1 === undefined) return
  const { addresses, addresses6, addressing, shutdown } = vlan1
  const addressed = [addresses, addresses6].find((fact) => fact.state === 'known' && fact.value.length > 0)
  const fact = addressed ?? (addressing.state === 'known' && addressing.value !== 'static' ? addressing : undefined)
  if (fact === undefined || valueOf(shutdown) === true) return yield pass(addresses)
  const message = 'Interface Vlan1 has an address: management or users are in VLAN 1; move them and shut it'
  if (shutdown.state === 'unknown') return yield unknown(fact, message, shutdown.why)
  if (boxOf(device) === undefined && switchports(device).length === 0)
    return yield unknown(fact, message, { kind: 'release', needs: 'router or switch' })
  yield fail(fact, message, { changes: [change(shutdown, true)], applicability: 'lockout-risk' })
}

export default defineRule({
  id: 'l2/vlan1-unused',
  title: 'Do not use VLAN 1 for management or user traffic',
  severity: 'low',
  why: 'VLAN 1 is on every switch and every trunk, and carries the control protocols',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8.2' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000220', 'CISC-L2-000230', 'CISC-L2-000240'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, switchport trunk in the Catalyst 3750 command reference, and a Catalyst 6500 security leaflet: VLAN 1 by default',
  ],
  *check(device) {
    if (boxOf(device)?.box === 'router') return
    yield* judgeInterface(device)
    for (const { port, role } of switchports(device)) {
      const { accessVlan, allowedVlans } = port
      if (role.kind === 'access')
        yield must(accessVlan, (vlan) => vlan !== '1', {
          message: `${port.name} puts its hosts into VLAN 1; give it a VLAN of its own`,
          changes: [change(accessVlan, '<ACCESS-VLAN>')],
          applicability: 'needs-site-value',
        })
      // A trunk without a list carries VLAN 1 with all others: that is one matter, and another rule's.
      if (role.kind !== 'trunk' || allowedVlans.state !== 'known' || hasEveryVlan(allowedVlans.value)) continue
      yield must(allowedVlans, (vlans) => !hasVlan(vlans, 1), {
        message: `${port.name} carries VLAN 1; take it off the list of the trunk`,
        changes: [change(allowedVlans, withoutVlan1(allowedVlans.value))],
        applicability: 'disruptive',
      })
    }
  },
})
