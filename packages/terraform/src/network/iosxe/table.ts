import type { NetworkTables } from '../tables.ts'
import { aaaResources } from './tables/aaa.ts'
import { accessListResources } from './tables/access-lists.ts'
import { cryptoResources } from './tables/crypto.ts'
import { interfaceResources } from './tables/interfaces.ts'
import { monitoringResources } from './tables/monitoring.ts'
import { routingResources } from './tables/routing.ts'
import { switchingResources } from './tables/switching.ts'
import { systemResources } from './tables/system.ts'

/** Forwarding, multicast, fabrics, quality of service, and the provider's own acts. */
const WITHOUT_HARDENING =
  'access_list_role_based bfd bfd_template_multi_hop bfd_template_single_hop bgp_address_family_ipv4 bgp_address_family_ipv4_mvpn ' +
  'bgp_address_family_ipv4_vrf bgp_address_family_ipv6 bgp_address_family_ipv6_vrf bgp_address_family_l2vpn ' +
  'bgp_address_family_vpnv4 bgp_address_family_vpnv6 bgp_bmp_server bgp_ipv4_mvpn_neighbor bgp_peer_policy_template ' +
  'bridge_domain clock commit community_list_expanded community_list_standard crypto crypto_ikev2 device_sensor ' +
  'device_tracking eigrp_vrf errdisable evpn evpn_ethernet_segment evpn_instance fhrp flow_record igmp_snooping ' +
  'interface_isis interface_nve interface_pim interface_pim_ipv6 interface_stackwise_virtual ipv6_local_pool l2_vfi ' +
  'large_community_list_expanded license mpls multicast nat parameter_map ospfv3_address_family_ipv4_vrf ' +
  'ospfv3_address_family_ipv6_vrf pim pim_ipv6 platform policy_map_event qos radius_server save_config ' +
  'service_template sla stackwise_virtual switch udld vlan vlan_access_map vlan_configuration vlan_filter vlan_group zone_pair_security zone_security'

/** The provider for Cisco IOS XE. Names are those of its own definitions and examples. */
export const iosxe: NetworkTables = {
  schema: 'CiscoDevNet/iosxe 1.0, and 0.5 to 0.9 where those differ',
  text: { type: 'iosxe_cli', argument: 'cli', silent: ['raw'] },
  maps: { iosxe_interface_ethernets: 'iosxe_interface_ethernet' },
  withoutHardening: new Set(WITHOUT_HARDENING.split(' ').map((name) => `iosxe_${name}`)),
  resources: {
    ...systemResources,
    ...aaaResources,
    ...monitoringResources,
    ...accessListResources,
    ...interfaceResources,
    ...routingResources,
    ...switchingResources,
    ...cryptoResources,
  },
}
