import { leaf } from './declare.ts'

/** VLANs from the first to the last. */
export type VlanRange = readonly [first: number, last: number]

export const switching = {
  vtpMode: leaf<'server' | 'client' | 'transparent' | 'off'>('VTP mode of the VLAN database'),
  vtpPassword: leaf<boolean>('Whether a VTP password is written'),
  dot1qTagNative: leaf<boolean>('Trunks tag the native VLAN too'),
  portfastDefault: leaf<boolean>('PortFast on every port that is no trunk'),
  bpduGuardDefault: leaf<boolean>('BPDU guard on every port with PortFast'),
  dot1x: leaf<boolean>('802.1X, globally'),
  dhcpSnooping: leaf<boolean>('DHCP snooping, globally'),
  dhcpSnoopingVlans: leaf<readonly VlanRange[]>('VLANs with DHCP snooping'),
  deviceTracking: leaf<boolean>('A policy of switch-integrated security is attached to a port or a VLAN'),
  arpInspectionVlans: leaf<readonly VlanRange[]>('VLANs with dynamic ARP inspection'),
} as const

/** What interfaces have as ports of a switch. */
export const switchportFields = {
  switchport: leaf<boolean>('Layer 2 port'),
  switchportMode: leaf<string>(
    '`access`, `trunk`, `dynamic auto`, `dynamic desirable`, `dot1q-tunnel`, `private-vlan host`',
  ),
  nonegotiate: leaf<boolean>('Speaks no DTP'),
  accessVlan: leaf<string>('VLAN of untagged frames of an access port, as written'),
  nativeVlan: leaf<string>('VLAN of untagged frames of a trunk, as written'),
  tagsNative: leaf<boolean>('The trunk tags the native VLAN too'),
  allowedVlans: leaf<readonly VlanRange[]>('VLANs that the trunk carries'),
  channelGroup: leaf<string>('Number of the port channel of which it is a member'),
  sourceTemplate: leaf<string>('Interface template that it takes its settings from'),
  portSecurity: leaf<boolean>('Port security'),
  portControl: leaf<string>('Who opens the port: `auto` (authentication), `force-authorized`, `force-unauthorized`'),
  macAuthentication: leaf<boolean>('MAC authentication bypass'),
  controlPolicy: leaf<string>('Policy of identity-based networking for sessions on the port'),
  portfast: leaf<'edge' | 'edge trunk' | 'network' | 'off'>('PortFast'),
  bpduGuard: leaf<boolean>('BPDU guard, by its own line'),
} as const
