import {
  change,
  defineRule,
  keepsOut,
  must,
  pass,
  prefixOf,
  valueOf,
  type Device,
  type Match,
  type Site,
} from '@breakwater/core'
import { askForExternal, externalPorts, type Port } from '../external.ts'

/** Sources that nobody outside has. */
const BOGONS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((prefix) => prefixOf(prefix) ?? [])

export default defineRule({
  id: 'acl/anti-spoofing',
  title: 'Drop spoofed and bogon sources at the edge',
  severity: 'medium',
  why: 'Packets with sources of the own network, or of nobody, come from outside only to deceive',
  guidance: [
    { document: 'NISG', clause: '2.4' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000740' },
  ],
  mappings: { cis: ['3.1.4', '3.2.1'], stig: ['CISC-RT-000740', 'CISC-RT-000310'], nist: ['SC-7(11)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco IOS IP Switching Command Reference (2008): ip verify unicast source reachable-via is off by default; rx is strict, any is loose',
    'Public configurations: uRPF on interfaces',
  ],
  *check(device, { site }) {
    const external = externalPorts(device, site).filter(({ port }) => hasIpv4(port))
    for (const { port, because } of external) {
      if (port.sourceVerification.state !== 'known' && filtersSources(port, device, site)) {
        yield pass(port.accessGroupIn, 'the access list drops them')
        continue
      }
      yield must(port.sourceVerification, () => true, {
        message: `${port.name} is external (${because}) and takes packets from any source; verify their sources (uRPF), or deny bogons`,
        changes: [change(port.sourceVerification, 'loose')],
        // Sources that only the default route leads to are dropped: behind one, that is the whole Internet.
        applicability: 'lockout-risk',
      })
    }
    if (external.length === 0) yield* askForExternal(device, site, 'external interfaces take packets from any source')
  },
})

function hasIpv4(port: Port): boolean {
  return (valueOf(port.addresses6) ?? []).length === 0 || (valueOf(port.addresses) ?? []).length > 0
}

/** Whether the inbound list denies the private blocks, or else the own addresses, before it permits any of them. */
function filtersSources(port: Port, device: Device, site: Site): boolean {
  const name = valueOf(port.accessGroupIn)
  const list = name === undefined ? undefined : device.resolve('accessList', name, 4)
  if (list?.state !== 'known' || list.value.entries.length === 0) return false
  const keepsAllOut = (blocks: readonly Match[]): boolean =>
    blocks.length > 0 && blocks.every((block) => keepsOut(list.value.entries, block))
  return keepsAllOut(BOGONS) || keepsAllOut(ownSources(port, device, site))
}

function ownSources(port: Port, device: Device, site: Site): Match[] {
  const told = site.ownPrefixes?.flatMap((prefix) => prefixOf(prefix) ?? []).filter(({ kind }) => kind === 'wildcard')
  if (told !== undefined) return told
  return device.interfaces.items
    .filter((other) => other !== port)
    .flatMap((other) => (valueOf(other.addresses) ?? []).flatMap(({ address }) => prefixOf(address) ?? []))
}
