import { leaf, list } from './declare.ts'
import { interfaceForwarding, interfaceRouting } from './interface-routing.ts'
import { switchportFields } from './switching.ts'

/** An address with its prefix length. */
export interface InterfaceAddress {
  readonly address: string
  readonly length: number
  readonly secondary: boolean
}

export const interfaces = list<{ readonly name: string; readonly kind: string }>()(
  'Interfaces; the key is the full name. `kind` is the type without the number, such as `GigabitEthernet`',
  {
    ...switchportFields,
    description: leaf<string>('Description'),
    shutdown: leaf<boolean>('Administratively down'),
    addresses: leaf<readonly InterfaceAddress[]>('IPv4 addresses; empty for `no ip address`'),
    addressing: leaf<'static' | 'dhcp' | 'negotiated' | 'unnumbered'>('Where the IPv4 address comes from'),
    addresses6: leaf<readonly string[]>('IPv6 addresses, as written'),
    ipv6: leaf<boolean>('Whether IPv6 runs on it'),
    vrf: leaf<string>('VRF'),
    natInside: leaf<boolean>('`ip nat inside`'),
    natOutside: leaf<boolean>('`ip nat outside`'),
    policyRouteMap: leaf<string>('Route map of policy-based routing'),
    accessGroupIn: leaf<string>('IPv4 access list on packets in'),
    accessGroupOut: leaf<string>('IPv4 access list on packets out'),
    trafficFilterIn: leaf<string>('IPv6 access list on packets in'),
    trafficFilterOut: leaf<string>('IPv6 access list on packets out'),
    flowMonitors: leaf<readonly string[]>('Flow monitors on it'),
    netflow: leaf<boolean>('Whether the flow cache sees its packets (`ip flow ingress`, `ip route-cache flow`)'),
    cdp: leaf<boolean>('CDP on it'),
    lldpTransmit: leaf<boolean>('Sends LLDP'),
    lldpReceive: leaf<boolean>('Takes LLDP'),
    mop: leaf<boolean>('DEC MOP on it'),
    tunnelSource: leaf<string>('Source of the tunnel: an address or an interface'),
    tunnelDestination: leaf<string>('Destination of the tunnel, as written'),
    tunnelMode: leaf<string>('Encapsulation of the tunnel, as written: `gre ip`, `ipsec ipv4`, `gre multipoint`'),
    nhrp: leaf<boolean>('NHRP on it: a hub or spoke of DMVPN'),
    cryptoMap: leaf<string>('Crypto map on it'),
    tunnelProtection: leaf<string>('IPsec profile that protects the tunnel'),
    ...interfaceForwarding,
    ...interfaceRouting,
  },
)
