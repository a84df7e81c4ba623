import { boxOf } from './box.ts'
import type { Device } from './device.ts'
import { valueOf, type Reason } from './fact.ts'
import type { Item } from './vocabulary.ts'
import type { VlanRange } from './vocabulary/switching.ts'

/** A port of a switch that is in service: not shut, not routed, no member of a port channel that is judged itself. */
export interface Switchport {
  readonly port: Item<'interfaces'>
  readonly role: SwitchportRole
}

export type SwitchportRole =
  | { readonly kind: 'access' }
  | { readonly kind: 'trunk' }
  /** DTP decides whether it is a trunk: by a mode that is written, or because none is. */
  | { readonly kind: 'dynamic'; readonly written: boolean }
  /** 802.1Q tunnels, private VLANs and other static modes. */
  | { readonly kind: 'other' }
  | { readonly kind: 'undecided'; readonly why: Reason }

const seen = new WeakMap<Device, readonly Switchport[]>()

/**
 * The switch ports in service. None of a router: its switch modules speak no DTP and are no access switches. Ports of
 * which nothing tells whether they are routed count as undecided on a switch, and not at all elsewhere.
 */
export function switchports(device: Device): readonly Switchport[] {
  let found = seen.get(device)
  if (found === undefined) {
    found = boxOf(device)?.box === 'router' ? [] : portsOf(device)
    seen.set(device, found)
  }
  return found
}

function portsOf(device: Device): Switchport[] {
  const found: Switchport[] = []
  const channels = new Set(device.interfaces.items.flatMap(({ kind, name }) => (kind === 'Port-channel' ? [name] : [])))
  for (const port of device.interfaces.items) {
    const { switchport } = port
    if (switchport.state === 'absent' || (switchport.state === 'known' && !switchport.value)) continue
    // The port inside the box that leads to hosted applications.
    if (port.kind === 'AppGigabitEthernet' || valueOf(port.shutdown) === true) continue
    const channel = valueOf(port.channelGroup)
    if (channel !== undefined && channels.has(`Port-channel${channel}`)) continue
    if (switchport.state === 'known') found.push({ port, role: roleOf(port) })
    else if (boxOf(device)?.box === 'switch') found.push({ port, role: { kind: 'undecided', why: switchport.why } })
  }
  return found
}

function roleOf({ switchportMode }: Item<'interfaces'>): SwitchportRole {
  switch (switchportMode.state) {
    case 'absent':
      return { kind: 'dynamic', written: false }
    case 'unknown':
      return { kind: 'undecided', why: switchportMode.why }
    case 'known':
      if (switchportMode.value === 'access' || switchportMode.value === 'trunk') return { kind: switchportMode.value }
      return switchportMode.value.startsWith('dynamic') ? { kind: 'dynamic', written: true } : { kind: 'other' }
  }
}

/** Whether a VLAN is in some of the ranges. */
export function hasVlan(ranges: readonly VlanRange[], vlan: number): boolean {
  return ranges.some(([first, last]) => first <= vlan && vlan <= last)
}

/** Whether the ranges hold every VLAN from 1 to 4094. */
export function hasEveryVlan(ranges: readonly VlanRange[]): boolean {
  let next = 1
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    if (first > next) return false
    next = Math.max(next, last + 1)
  }
  return next > 4094
}
