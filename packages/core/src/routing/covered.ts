import { ipv4 } from '../address-space.ts'
import type { Device } from '../device.ts'
import { valueOf, type Fact } from '../fact.ts'
import type { CoveredNetwork } from '../vocabulary/igp.ts'
import type { Item } from '../vocabulary.ts'

export type Port = Item<'interfaces'>

/** A routing process with what decides on which interfaces it speaks. */
interface Process {
  readonly networks: Fact<readonly CoveredNetwork[]>
  readonly passiveDefault: Fact<boolean>
  readonly passive: Fact<readonly string[]>
  readonly speaking: Fact<readonly string[]>
}

/** An interface on which a process speaks to neighbours. */
export interface Speaker {
  readonly port: Port
  readonly area: string | undefined
}

export interface Coverage {
  /** Interfaces that send hellos: neither shut nor passive, and no loopbacks. */
  readonly speakers: readonly Speaker[]
  /** Whether any interface takes part, silent ones included. */
  readonly covers: boolean
}

const SILENT: ReadonlySet<string> = new Set(['Loopback', 'Null', 'NVI'])

/** The first IPv4 address of an interface, also where it uses that of another. */
function addressesOf(device: Device): ReadonlyMap<Port, number> {
  const found = new Map<Port, number>()
  const byName = new Map(device.interfaces.items.map((port) => [port.name, port]))
  for (const port of device.interfaces.items) {
    const from = valueOf(port.unnumberedFrom)
    const owner = from === undefined ? port : byName.get(from)
    const primary = owner === undefined ? undefined : valueOf(owner.addresses)?.find(({ secondary }) => !secondary)
    const address = primary === undefined ? undefined : ipv4(primary.address)
    if (address !== undefined) found.set(port, address)
  }
  return found
}

const cached = new WeakMap<Device, ReadonlyMap<Port, number>>()

/** Where a process speaks. `own` says what an interface states by itself: that it takes part, and in which area. */
export function coverageOf(
  device: Device,
  process: Process,
  vrf: string | undefined,
  own: (port: Port) => { readonly area: string | undefined } | undefined,
): Coverage {
  let addresses = cached.get(device)
  if (addresses === undefined) cached.set(device, (addresses = addressesOf(device)))
  const networks = valueOf(process.networks) ?? []
  const speakers: Speaker[] = []
  let covers = false
  for (const port of device.interfaces.items) {
    let area = own(port)
    if (area === undefined) {
      const address = addresses.get(port)
      if (address === undefined || networks.length === 0) continue
      // Of several statements the one with the fewest free bits decides.
      area = networks
        .filter((network) => ((network.address ^ address) & ~network.wildcard) === 0)
        .toSorted((a, b) => a.wildcard - b.wildcard)[0]
      if (area === undefined || valueOf(port.vrf) !== vrf) continue
    }
    covers = true
    if (SILENT.has(port.kind) || isPassive(process, port) || valueOf(port.shutdown) === true) continue
    speakers.push({ port, area: area.area })
  }
  return { speakers, covers }
}

function isPassive(process: Process, { name }: Port): boolean {
  return valueOf(process.passiveDefault) === true
    ? valueOf(process.speaking)?.includes(name) !== true
    : valueOf(process.passive)?.includes(name) === true
}
