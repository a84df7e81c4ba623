import type { Box, Device } from './device.ts'
import { valueOf } from './fact.ts'
import type { Item } from './vocabulary.ts'

/** What kind of box a device is, and whether hardware or image prove it; otherwise its interfaces only suggest it. */
export interface BoxEvidence {
  readonly box: Box
  readonly proven: boolean
}

/** Ports that no switch has. */
const ROUTER_KINDS: ReadonlySet<string> = new Set([
  'Serial',
  'ATM',
  'POS',
  'Dialer',
  'Cellular',
  'BRI',
  'Hssi',
  'Multilink',
  'Async',
  'Embedded-Service-Engine',
  'Virtual-Template',
])

/** Ports of a stack: members count from 1, their ports from 1, and the built-in module is 0. */
const STACK_PORT = /^[A-Za-z]+[1-9]\/0\/[1-9]\d*$/

/** Switch ports that are built into routers or stand in their slots: `FastEthernet0`, `GigabitEthernet0/1/0`. */
const EMBEDDED_PORT = /^(?:Fast|Gigabit)Ethernet(?:\d+|0\/\d+\/\d+)$/

/** Part numbers of Cisco by what they are; line cards and supervisors are not among a device's hardware. */
const PRODUCTS: readonly (readonly [RegExp, Box])[] = [
  [/^(?:WS-C|C9[2-6]\d\d|C1[023]00-|C3560CX|IE-|ME-?3[468])/i, 'switch'],
  [/^(?:CSR1000V|C8000V|IOSv)/i, 'virtual'],
  [/^(?:ASR|ISR|CISCO\d|C8\d\d|C11\d\d|IR\d|VG\d)/i, 'router'],
]

const seen = new WeakMap<Device, BoxEvidence | 'nothing'>()

/** Router or switch, by hardware and image where they are known, else by its interfaces. Undefined where nothing tells. */
export function boxOf(device: Device): BoxEvidence | undefined {
  const proven = valueOf(device.box)
  if (proven !== undefined) return { box: proven, proven: true }
  let found = seen.get(device)
  if (found === undefined) {
    found = byHardware(device) ?? byInterfaces(device) ?? 'nothing'
    seen.set(device, found)
  }
  return found === 'nothing' ? undefined : found
}

function byHardware({ hardware }: Device): BoxEvidence | undefined {
  for (const { pid } of hardware.items) {
    const product = PRODUCTS.find(([pattern]) => pattern.test(pid))
    if (product !== undefined) return { box: product[1], proven: true }
  }
  return undefined
}

function byInterfaces({ interfaces }: Device): BoxEvidence | undefined {
  let stacked = false
  let switching = false
  let subinterfaces = false
  for (const port of interfaces.items) {
    if (ROUTER_KINDS.has(port.kind)) return { box: 'router', proven: false }
    if (STACK_PORT.test(port.name)) stacked = true
    else if (port.name.includes('.')) subinterfaces = true
    if (valueOf(port.switchportMode) === undefined) continue
    if (EMBEDDED_PORT.test(port.name)) return { box: 'router', proven: false }
    switching = true
  }
  if (stacked) return { box: 'switch', proven: false }
  // Subinterfaces beside switch ports: a router with a switch module, or a large switch.
  if (switching && subinterfaces) return undefined
  if (switching) return { box: 'switch', proven: false }
  return subinterfaces ? { box: 'router', proven: false } : undefined
}

const ETHERNET = /Ethernet|GigE$/

/** The management ports of switches route by themselves. */
const MANAGEMENT_PORT = /^(?:FastEthernet[01]|GigabitEthernet0)$/

/** A port with an address and without `no switchport`, which switches print. */
function routesByItself(port: Item<'interfaces'>): boolean {
  if (!ETHERNET.test(port.kind) || MANAGEMENT_PORT.test(port.name) || valueOf(port.vrf) !== undefined) return false
  const { addresses } = port
  if (addresses.state !== 'known' || addresses.value.length === 0) return false
  return port.switchport.state === 'known' && port.switchport.by === 'default' && !port.switchport.value
}

/** Router, by what `boxOf` knows, or because a whole configuration has Ethernet ports that route without `no switchport`. */
export function isLikelyRouter(device: Device): boolean {
  const known = boxOf(device)
  if (known !== undefined) return known.box === 'router'
  return device.coverage === 'whole' && device.interfaces.items.some(routesByItself)
}
