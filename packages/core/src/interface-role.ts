import { ipv4, isPublic4, within4 } from './address-space.ts'
import type { Device } from './device.ts'
import { valueOf } from './fact.ts'
import { bgpSessions } from './routing/bgp.ts'
import type { Site } from './site.ts'
import type { Item } from './vocabulary.ts'

/** What an interface is there for, as far as the configuration or the site proves it. `because` is in an engineer's words. */
export type InterfaceRole =
  | { readonly kind: 'shutdown' }
  | { readonly kind: 'switchport' }
  | { readonly kind: 'management'; readonly because: string }
  | { readonly kind: 'external'; readonly because: string }
  | { readonly kind: 'routed' }

/** The VRFs that IOS-XE makes for the management port. */
const PLATFORM_VRFS: readonly string[] = ['Mgmt-intf', 'Mgmt-vrf']

const VIRTUAL: ReadonlySet<string> = new Set([
  'Loopback',
  'Null',
  'NVI',
  'VirtualPortGroup',
  'Virtual-Template',
  'nve',
  'LISP',
])

/** Whether a VRF is the management network's: as IOS-XE names it, or as the site says. */
export function isManagementVrf(vrf: string, site?: Site): boolean {
  return PLATFORM_VRFS.includes(vrf) || site?.managementVrfs?.includes(vrf) === true
}

/** The role of an interface. Of several the first counts: shutdown, switchport, management, external, routed. */
export function roleOf(port: Item<'interfaces'>, device: Device, site?: Site): InterfaceRole {
  if (valueOf(port.shutdown) === true) return { kind: 'shutdown' }
  const vrf = valueOf(port.vrf)
  if (vrf !== undefined && isManagementVrf(vrf, site)) return { kind: 'management', because: `VRF ${vrf}` }
  // The management port of IOS-XE routers has no slot.
  if (device.platform === 'iosxe' && port.name === 'GigabitEthernet0')
    return { kind: 'management', because: 'management port' }
  const external = externalBy(port, device, site)
  if (external !== undefined) return { kind: 'external', because: external }
  return valueOf(port.switchport) === true ? { kind: 'switchport' } : { kind: 'routed' }
}

/** An interface that provably leaves the network, and why. */
export interface ExternalInterface {
  readonly port: Item<'interfaces'>
  readonly because: string
}

const external = new WeakMap<Device, readonly ExternalInterface[]>()

/** The external interfaces that are not shut. */
export function externalInterfaces(device: Device, site: Site): readonly ExternalInterface[] {
  const told = [site.externalInterfaces, site.externalDescriptions, site.managementVrfs].some(
    (members) => members !== undefined && members.length > 0,
  )
  const before = told ? undefined : external.get(device)
  if (before !== undefined) return before
  const found = device.interfaces.items.flatMap((port) => {
    const because = externalBy(port, device, told ? site : undefined)
    return because !== undefined && roleOf(port, device, site).kind === 'external' ? [{ port, because }] : []
  })
  if (!told) external.set(device, found)
  return found
}

function externalBy(port: Item<'interfaces'>, device: Device, site: Site | undefined): string | undefined {
  if (site?.externalInterfaces?.includes(port.name) === true) return 'named by the site'
  const patterns = site?.externalDescriptions ?? []
  const description = patterns.length === 0 ? undefined : valueOf(port.description)
  if (description !== undefined) {
    const pattern = patterns.find((source) => new RegExp(source, 'i').test(description))
    if (pattern !== undefined) return `description matches ${pattern}`
  }
  if (valueOf(port.natOutside) === true) return 'ip nat outside'
  const addresses = VIRTUAL.has(port.kind) ? undefined : valueOf(port.addresses)
  if (addresses === undefined) return undefined
  for (const { address, length } of addresses) {
    const own = ipv4(address)
    if (own === undefined) continue
    if (isPublic4(own)) return `public address ${address}`
    const neighbor = foreignNeighbors(device).find(
      (other) => within4(other.number, own, length) && other.vrf === valueOf(port.vrf),
    )
    if (neighbor !== undefined) return `eBGP neighbour ${neighbor.address}`
  }
  return undefined
}

interface Neighbor {
  readonly address: string
  readonly number: number
  readonly vrf: string | undefined
}

const neighbors = new WeakMap<Device, readonly Neighbor[]>()

/** The IPv4 neighbours of other autonomous systems. */
function foreignNeighbors(device: Device): readonly Neighbor[] {
  let found = neighbors.get(device)
  if (found === undefined) {
    found = bgpSessions(device).flatMap(({ neighbor: { address, vrf }, kind }) => {
      const number = ipv4(address)
      return kind !== 'external' || number === undefined ? [] : [{ address, number, vrf }]
    })
    neighbors.set(device, found)
  }
  return found
}
