import {
  boxOf,
  change,
  defineRule,
  fail,
  hasVlan,
  pass,
  switchports,
  unknown,
  valueOf,
  type Device,
  type Judgement,
} from '@breakwater/core'

/** VLANs of access ports in service; a VLAN that is not written is 1. */
function userVlans(device: Device): number[] {
  const vlans = switchports(device).flatMap(({ port, role }) =>
    role.kind === 'access' ? [Number(valueOf(port.accessVlan) ?? '1')] : [],
  )
  return [...new Set(vlans)].filter((vlan) => vlan > 0).toSorted((one, other) => one - other)
}

function* judgeSnooping({ switching }: Device, users: readonly number[]): Iterable<Judgement> {
  const { dhcpSnooping: snooping, dhcpSnoopingVlans: vlans } = switching
  const on = { changes: [change(snooping, true)], applicability: 'disruptive' } as const
  const listed = { changes: [change(vlans, '<USER-VLANS>')], applicability: 'needs-site-value' } as const
  const dormant = 'VLANs are listed for DHCP snooping, which does nothing without ip dhcp snooping'
  const nowhere = 'DHCP snooping is on for no VLAN; list the VLANs of users'
  if (snooping.state === 'unknown') return yield unknown(snooping, 'DHCP snooping may be off', snooping.why)
  if (valueOf(snooping) !== true) {
    if (vlans.state === 'known' && vlans.value.length > 0)
      yield fail(
        vlans,
        dormant,
        snooping.state === 'known' && snooping.by === 'config' ? { ...on, at: snooping.at } : on,
      )
    else if (users.length > 0)
      yield fail(
        snooping,
        'DHCP snooping is off: any host can hand out addresses; switch it on for the VLANs of users',
        {
          changes: [...on.changes, ...listed.changes],
          applicability: 'needs-site-value',
        },
      )
    return
  }
  if (vlans.state === 'unknown') return yield unknown(snooping, nowhere, vlans.why)
  const written = valueOf(vlans) ?? []
  const missing = users.filter((vlan) => !hasVlan(written, vlan))
  if (written.length === 0) yield fail(snooping, nowhere, listed)
  else if (missing.length > 0)
    yield unknown(vlans, `VLAN ${missing.join(', ')} has access ports and no DHCP snooping`, {
      kind: 'site',
      needs: 'which VLANs users are in',
    })
  else yield pass(vlans)
}

function* judgeInspection({ switching }: Device): Iterable<Judgement> {
  const { arpInspectionVlans: vlans, deviceTracking } = switching
  const message = 'Dynamic ARP inspection is off: any host can answer for another; switch it on for the VLANs of users'
  if (vlans.state === 'unknown') return yield unknown(vlans, message, vlans.why)
  if ((valueOf(vlans) ?? []).length > 0) return yield pass(vlans)
  if (deviceTracking.state === 'known' && !deviceTracking.value)
    return yield fail(vlans, message, {
      changes: [change(vlans, '<USER-VLANS>')],
      applicability: 'needs-site-value',
    })
  yield unknown(vlans, message, { kind: 'site', needs: 'what the policies of device tracking enforce' })
}

export default defineRule({
  id: 'l2/dhcp-snooping-dai',
  title: 'Use DHCP snooping, dynamic ARP inspection and IP source guard on user VLANs',
  severity: 'low',
  why: 'A host that hands out addresses, or answers ARP for the gateway, reads the traffic of its neighbours',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000130', 'CISC-L2-000140', 'CISC-L2-000150'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations, and Catalyst 3550 documentation updates for 12.2(25)SEA: snooping and inspection are per VLAN',
  ],
  *check(device) {
    const users = boxOf(device)?.box === 'router' ? [] : userVlans(device)
    const snooping = [...judgeSnooping(device, users)]
    yield* snooping
    // Without snooping there is nothing to inspect by: one finding says so.
    if (users.length > 0 && snooping.every(({ verdict }) => verdict !== 'fail')) yield* judgeInspection(device)
  },
})
