import {
  change,
  covers,
  defineRule,
  externalInterfaces,
  fail,
  ipv4,
  isShadowed,
  notApplicable,
  pass,
  sourcesOf,
  unknown,
  valueOf,
  type AccessEntry,
  type Device,
  type Item,
  type Judgement,
} from '@breakwater/core'

type Port = Item<'interfaces'>

/** Interfaces that IPsec peers reach: with a crypto map, or the source of a tunnel that IPsec protects. */
function gateways({ interfaces }: Device): readonly Port[] {
  const sources = new Set(
    interfaces.items.flatMap(({ tunnelProtection, tunnelSource, shutdown }) =>
      tunnelProtection.state === 'known' && valueOf(shutdown) !== true ? (valueOf(tunnelSource) ?? []) : [],
    ),
  )
  return interfaces.items.filter(
    (port) =>
      valueOf(port.shutdown) !== true &&
      (port.cryptoMap.state === 'known' ||
        sources.has(port.name) ||
        valueOf(port.addresses)?.some(({ address }) => sources.has(address)) === true),
  )
}

/** An entry that lets everything from everybody come to the address itself, and that packets to it reach. */
function openEntry(entries: readonly AccessEntry[], addresses: readonly number[]): AccessEntry | undefined {
  return entries.find((entry, index) => {
    const { action, protocol, source, qualified, established } = entry
    if (action !== 'permit' || protocol !== 'ip' || qualified || established) return false
    if (sourcesOf(source).public < 2 ** 24) return false
    return addresses.some((address) => {
      const destination = { kind: 'wildcard', address, wildcard: 0 } as const
      if (!covers(entry.destination, destination)) return false
      return !isShadowed([...entries.slice(0, index), { ...entry, destination }], index)
    })
  })
}

function judgePort(port: Port, because: string, device: Device): Judgement {
  const { accessGroupIn: filter, zone } = port
  const message = `${port.name} is external (${because}) and a VPN gateway that takes any packet; admit IKE and ESP only`
  if (zone.state === 'known')
    return unknown(filter, message, { kind: 'site', needs: 'what the zone-based firewall lets to the device' })
  if (filter.state === 'unknown') return unknown(filter, message, filter.why)
  if (filter.state === 'absent')
    return fail(filter, message, {
      changes: [change(filter, '<VPN-GATEWAY-ACL>')],
      applicability: 'needs-site-value',
      at: port.at,
    })
  const list = device.resolve('accessList', filter.value, 4)
  if (list.state === 'unknown') return unknown(filter, message, list.why)
  if (list.state === 'absent') return notApplicable(filter, 'the list does not exist')
  const addresses = (valueOf(port.addresses) ?? []).flatMap(({ address }) => ipv4(address) ?? [])
  const open = openEntry(list.value.entries, addresses)
  if (open !== undefined)
    return fail(filter, `${message}: an entry of access list ${filter.value} lets everybody in`, { at: open.at })
  return pass(filter)
}

export default defineRule({
  id: 'vpn/gateway-exposure',
  title: 'Expose only IKE and ESP on VPN gateways',
  severity: 'medium',
  why: 'What else answers on the outside of a VPN gateway is the usual way in',
  guidance: [{ document: 'EVHG', clause: 'E26' }],
  mappings: { nist: ['SC-7', 'CM-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations with crypto maps and tunnel protection, read for what is printed on the interfaces',
  ],
  *check(device, { site }) {
    const ports = gateways(device)
    if (ports.length === 0) return
    const external = externalInterfaces(device, site)
    for (const port of ports) {
      const found = external.find((other) => other.port.name === port.name)
      if (found !== undefined) yield judgePort(port, found.because, device)
      else if (site.externalInterfaces === undefined)
        yield unknown(port.accessGroupIn, `${port.name} is a VPN gateway, perhaps an external one`, {
          kind: 'site',
          needs: 'the external interfaces',
        })
    }
  },
})
