import type { RoutingAuthentication } from './igp.ts'
import { leaf } from './declare.ts'

/** Settings of routing protocols on an interface. */
export const interfaceRouting = {
  unnumberedFrom: leaf<string>('Interface whose IPv4 address it uses'),
  ospf: leaf<{ readonly process: string; readonly area: string }>('OSPF process and area, by the interface itself'),
  ospf6: leaf<readonly { readonly process: string; readonly area: string }[]>('OSPFv3 processes and areas'),
  ospfAuthentication: leaf<RoutingAuthentication>('OSPF authentication, which goes before that of the area'),
  ospfKeyChain: leaf<string>('Key chain of OSPF'),
  ospfMessageDigestKeys: leaf<readonly string[]>('Numbers of the OSPF message digest keys'),
  ospf6Authentication: leaf<RoutingAuthentication>('OSPFv3 authentication, which goes before that of the area'),
  isis: leaf<readonly string[]>('Tags of the IS-IS processes on it'),
  isisAuthentication: leaf<RoutingAuthentication>('IS-IS authentication of hellos'),
  isisKeyChain: leaf<string>('Key chain of IS-IS'),
  eigrp6: leaf<readonly string[]>('EIGRP processes for IPv6, by the interface itself'),
  eigrpModes: leaf<readonly string[]>('EIGRP processes whose hellos are authenticated by MD5'),
  eigrpKeyChains: leaf<readonly { readonly as: string; readonly chain: string }[]>('Key chains of EIGRP by process'),
  ripAuthentication: leaf<'text' | 'md5'>('RIP authentication'),
  ripKeyChain: leaf<string>('Key chain of RIP'),
  labels: leaf<boolean>('Labels are exchanged by LDP: `mpls ip`'),
  labelProtocol: leaf<string>('Label distribution protocol, where it differs from the device'),
} as const

/** Settings of the data plane on an interface. */
export const interfaceForwarding = {
  bare: leaf<boolean>('Whether nothing is configured on it but what every port has'),
  redirects: leaf<boolean>('Sends ICMP redirects'),
  unreachables: leaf<boolean>('Sends ICMP unreachables'),
  proxyArp: leaf<boolean>('Answers ARP requests for others'),
  maskReply: leaf<boolean>('Answers ICMP mask requests'),
  directedBroadcast: leaf<boolean>('Turns directed broadcasts into link-layer broadcasts'),
  sourceVerification: leaf<'strict' | 'loose'>('Unicast reverse path forwarding'),
  zone: leaf<string>('Zone of the zone-based firewall'),
  inspectIn: leaf<string>('Inspection of sessions that begin outside'),
  inspectOut: leaf<string>('Inspection of sessions that begin inside'),
} as const
