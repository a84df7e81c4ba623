import {
  change,
  defineRule,
  fail,
  isEverybody,
  isShadowed,
  overlaps,
  pass,
  prefixOf,
  reachesPorts,
  sourcesOf,
  unknown,
  valueOf,
  type AccessEntry,
  type Device,
  type Match,
  type Site,
} from '@breakwater/core'
import { edgeFilters, askForExternal } from '../external.ts'

/** Ports of services that manage devices or were abused to take them: 4786 is Smart Install. */
const TCP = [22, 23, 49, 80, 443, 514, 830, 4786]
const UDP = [69, 123, 161, 162]

/** Services that hosts of a network offer to the world as well. */
const OFFERED: readonly number[] = [22, 80, 123, 443]

/** Sources from which on a permit is no restriction. */
const WIDE = 2 ** 24

export default defineRule({
  id: 'acl/block-management-at-edge',
  title: 'Block management and abused ports from outside',
  severity: 'high',
  why: 'A filter at the edge still holds when a service behind it is switched on again',
  guidance: [
    { document: 'EVHG', clause: 'E04' },
    { document: 'EVHG', clause: 'E53' },
    { document: 'AA25-239A', clause: 'A12' },
    { document: 'AA25-239A', clause: 'AM09' },
    { document: 'AA25-239A', clause: 'AM18' },
    { document: 'AA25-239A', clause: 'A02' },
  ],
  mappings: { nist: ['SC-7'], attack: ['T1190', 'T1571'], cve: ['CVE-2018-0171', 'CVE-2022-20821'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access lists of interfaces; the ports are those of the control catalogue'],
  *check(device, { site }) {
    const filters = edgeFilters(device, site, ['in'])
    for (const { list, ports } of filters) {
      let isOpen = false
      for (const [index, entry] of list.entries.entries()) {
        const open = openPorts(entry)
        if (open.length === 0 || isShadowed(list.entries, index)) continue
        const whose = ownerOf(entry, open, device, site)
        if (whose === 'other') continue
        isOpen = true
        const where = ports.map(({ port }) => port.name).join(', ')
        const message = `Access list ${list.name} lets the world in to ${entry.protocol} ${open.join(', ')} of the own devices through ${where}`
        if (whose === 'unknown' || (entry.qualified && entry.timeRange === undefined))
          yield unknown({ list: list.list, key: list.key, at: entry.at }, message, {
            kind: 'site',
            needs: 'the own prefixes',
          })
        else
          yield fail(list, message, {
            at: entry.at,
            changes: [change({ setting: 'accessLists[].entries', item: list }, { without: entry.sequence })],
            applicability: 'lockout-risk',
          })
      }
      if (!isOpen) yield pass(list)
    }
    if (filters.length === 0) yield* askForExternal(device, site, 'management ports are reachable from outside')
  },
})

/** The ports of management that an entry opens to the world. What permits all to everybody is another rule's. */
function openPorts(entry: AccessEntry): number[] {
  const { action, protocol, source, sourcePorts, destination, destinationPorts, established } = entry
  // What comes from a port of a service is meant to be its reply.
  if (action !== 'permit' || established || sourcePorts !== undefined) return []
  const { public: sources } = sourcesOf(source)
  if (sources < WIDE) return []
  const isWhole = protocol === 'ip' || protocol === 'ipv6'
  if (isWhole && isEverybody(destination)) return []
  const ports = protocol === 'tcp' || isWhole ? TCP : protocol === 'udp' ? UDP : []
  return ports.filter((port) => reachesPorts(destinationPorts, [port]) === true)
}

type Owner = 'own' | 'other' | 'unknown'

function ownerOf({ destination }: AccessEntry, ports: readonly number[], device: Device, site: Site): Owner {
  if (isEverybody(destination)) return ports.some((port) => !isTunnelPort(port, device)) ? 'own' : 'unknown'
  const addresses = device.interfaces.items.flatMap((port) => [
    ...(valueOf(port.addresses) ?? []).flatMap(({ address }) => prefixOf(address) ?? []),
    ...(valueOf(port.addresses6) ?? []).flatMap((address) => prefixOf(address.split('/')[0] ?? '') ?? []),
  ])
  const holds = (prefixes: readonly Match[]): boolean => prefixes.some((prefix) => overlaps(destination, prefix))
  if (holds(addresses)) return ports.every((port) => isTunnelPort(port, device)) ? 'unknown' : 'own'
  if (ports.every((port) => OFFERED.includes(port))) return 'other'
  if (site.ownPrefixes === undefined) return 'unknown'
  return holds(site.ownPrefixes.flatMap((prefix) => prefixOf(prefix) ?? [])) ? 'own' : 'other'
}

/** Remote access ends on 443 where the device serves it. */
function isTunnelPort(port: number, { interfaces }: Device): boolean {
  return port === 443 && interfaces.items.some(({ kind }) => kind === 'Virtual-Template')
}
