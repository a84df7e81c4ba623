import { valueOf, type Device } from '@breakwater/core'

/** A place that names a key chain, and whether its protocol knows MD5 alone. */
export interface KeyChainUse {
  readonly by: string
  readonly onlyMd5: boolean
}

/** Who uses the key chains of a device. EIGRP, RIP and the first-hop protocols use chains with MD5 alone. */
export function keyChainUses(device: Device): ReadonlyMap<string, readonly KeyChainUse[]> {
  const uses = new Map<string, KeyChainUse[]>()
  const add = (chain: string | undefined, by: string, onlyMd5: boolean): void => {
    if (chain === undefined) return
    const known = uses.get(chain)
    if (known === undefined) uses.set(chain, [{ by, onlyMd5 }])
    else known.push({ by, onlyMd5 })
  }
  const { routing } = device
  if (routing.keyChains.items.length === 0) return uses
  for (const port of device.interfaces.items) {
    for (const { chain } of valueOf(port.eigrpKeyChains) ?? []) add(chain, 'EIGRP', true)
    add(valueOf(port.ripKeyChain), 'RIP', true)
    add(valueOf(port.ospfKeyChain), 'OSPF', false)
    add(valueOf(port.isisKeyChain), 'IS-IS', false)
  }
  for (const section of routing.eigrpInterfaces.items) add(valueOf(section.keyChain), 'EIGRP', true)
  for (const group of routing.redundancyGroups.items) add(valueOf(group.keyChain), group.protocol, true)
  for (const neighbor of routing.bgpNeighbors.items) add(valueOf(neighbor.keyChain), 'BGP', false)
  for (const process of routing.isisProcesses.items)
    for (const { keyChain } of valueOf(process.authentications) ?? []) add(keyChain, 'IS-IS', false)
  return uses
}
