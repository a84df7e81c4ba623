import { command, each, section, when, type ResourceTable, type Row } from '../../rows.ts'

/** The session with a neighbor of BGP. */
const session: readonly Row[] = [
  command('neighbor <ip> remote-as <remote_as>'),
  command('neighbor <ip> password[ <password_type>] <password>'),
  command('neighbor <ip> ttl-security hops <ttl_security_hops>'),
  command('neighbor <ip>{?ebgp_multihop ebgp-multihop}[ <ebgp_multihop_max_hop>]'),
  command('neighbor <ip>{?shutdown shutdown}'),
  command('neighbor <ip> peer-group <peer_group>'),
  command('neighbor <ip> inherit peer-session <inherit_peer_session>'),
]

const SESSION_SILENT = [
  'cluster_id',
  'description',
  'disable_connected_check',
  'fall_over_*',
  'local_as*',
  'log_neighbor_changes*',
  'timers_*',
  'update_source_*',
  'version',
]

/** What is told a neighbor in an address family. */
const family: readonly Row[] = [
  command('neighbor <ip>{?activate activate}'),
  command('neighbor <ip> inherit peer-policy <inherit_peer_policy>'),
  each('route_maps', [command('neighbor <^ip> route-map <route_map_name> <in_out>')]),
  each('prefix_lists', [command('neighbor <^ip> prefix-list <prefix_list_name> <in_out>')]),
]

const FAMILY_SILENT = [
  'advertisement_interval',
  'default_originate*',
  'ha_mode_graceful_restart',
  'next_hop_self*',
  'route_reflector_client',
  'send_community',
  'soft_reconfiguration',
]

const bgp = { opens: 'router bgp <asn>', silent: FAMILY_SILENT } as const

const ospf: readonly Row[] = [
  each('networks', [command('network <ip> <wildcard> area <area>')]),
  each('network', [command('network <ip> <wildcard> area <area>')]),
  each('areas', [command('area <area_id>{?authentication_message_digest authentication message-digest}')]),
  when('passive_interface_default', 'passive-interface default'),
  command('passive-interface <passive_interface>'),
]

const OSPF_SILENT = [
  'auto_cost_reference_bandwidth',
  'bfd_all_interfaces',
  'default_*',
  'distance',
  'distribute_list_*',
  'domain_tag',
  'fast_reroute_*',
  'log_adjacency_changes*',
  'max_metric_*',
  'mpls_ldp_*',
  'neighbor',
  'neighbors',
  'nsf_*',
  'nssa*',
  'passive_interface_disable_*',
  'priority',
  'redistribute_*',
  'router_id',
  'shutdown',
  'summary_address',
  'summary_addresses',
]

const targets = (version: 4 | 6): Row =>
  section(`address-family ipv${version}`, [
    each(`ipv${version}_route_target_import`, [command('route-target import <value>')]),
    each(`ipv${version}_route_target_import_stitching`, [command('route-target import <value> stitching')]),
    each(`ipv${version}_route_target_export`, [command('route-target export <value>')]),
    each(`ipv${version}_route_target_export_stitching`, [command('route-target export <value> stitching')]),
    each(`ipv${version}_route_replicate`, [
      command('route-replicate from vrf <name>{?unicast_all unicast all}[ route-map <unicast_all_route_map>]'),
    ]),
  ])

const NEXT_HOP = '<next_hop>[?global global][ <distance>][ tag <tag>][?permanent permanent]'

export const routingResources: Readonly<Record<string, ResourceTable>> = {
  iosxe_bgp: {
    opens: 'router bgp <asn>',
    key: ['asn'],
    rows: [],
    silent: ['bgp_graceful_restart', 'bgp_update_delay', 'default_ipv4_unicast', 'log_neighbor_changes', 'router_id_*'],
  },
  iosxe_bgp_neighbor: { ...bgp, key: ['asn', 'ip'], rows: session, silent: SESSION_SILENT },
  iosxe_bgp_peer_session_template: {
    ...bgp,
    key: ['asn', 'template_name'],
    rows: [
      section('template peer-session <template_name>', [
        command('remote-as <remote_as>'),
        command('inherit peer-session <inherit_peer_session>'),
      ]),
    ],
    silent: ['description', 'disable_connected_check', 'ebgp_multihop*', 'update_source_*'],
  },
  iosxe_bgp_ipv4_unicast_neighbor: {
    ...bgp,
    key: ['asn', 'ip'],
    rows: [section('address-family ipv4', family)],
  },
  iosxe_bgp_ipv6_unicast_neighbor: {
    ...bgp,
    key: ['asn', 'ip'],
    rows: [section('address-family ipv6', family)],
  },
  iosxe_bgp_l2vpn_evpn_neighbor: {
    ...bgp,
    key: ['asn', 'ip'],
    rows: [section('address-family l2vpn evpn', family)],
  },
  iosxe_bgp_ipv4_unicast_vrf_neighbor: {
    ...bgp,
    key: ['asn', 'vrf', 'ip'],
    rows: [section('address-family ipv4 vrf <vrf>', [...session, ...family])],
    silent: [...SESSION_SILENT, ...FAMILY_SILENT],
  },
  iosxe_ospf: { opens: 'router ospf <process_id>', key: ['process_id'], rows: ospf, silent: OSPF_SILENT },
  iosxe_ospf_vrf: {
    opens: 'router ospf <process_id> vrf <vrf>',
    key: ['process_id'],
    rows: ospf,
    silent: OSPF_SILENT,
  },
  iosxe_ospfv3: { opens: 'router ospfv3 <process_id>', key: ['process_id'], rows: [], silent: OSPF_SILENT },
  iosxe_isis: {
    opens: 'router isis[ <area_tag>]',
    key: ['area_tag'],
    rows: [],
    silent: ['log_adjacency_changes*', 'metric_style_*', 'nets'],
  },
  iosxe_eigrp: {
    opens: 'router eigrp <name>',
    key: ['name'],
    rows: [],
    silent: ['auto_summary', 'autonomous_system', 'networks', 'router_id', 'shutdown'],
  },
  iosxe_msdp: {
    rows: [
      each('passwords', [command('ip msdp password peer <addr>[ <encryption>] <password>')]),
      each('vrfs', [each('passwords', [command('ip msdp vrf <^vrf> password peer <addr>[ <encryption>] <password>')])]),
    ],
    silent: ['originator_id', 'peers'],
  },
  iosxe_vrf: {
    opens: 'vrf definition <name>',
    key: ['name'],
    rows: [targets(4), targets(6)],
    silent: [
      'address_family_*',
      'description',
      'ipv4_evpn_*',
      'ipv4_export_map',
      'ipv4_import_map',
      'ipv4_mdt_*',
      'ipv6_evpn_*',
      'ipv6_export_map',
      'ipv6_import_map',
      'rd',
      'rd_auto',
      'vpn_id',
      'vnids',
    ],
  },
  iosxe_static_route: {
    rows: ['next_hops', 'next_hops_with_track'].map((list) =>
      each(list, [command(`ip route <^prefix> <^mask> ${NEXT_HOP}`)]),
    ),
    silent: ['name', 'track_id_name'],
  },
  iosxe_static_routes_vrf: {
    rows: [
      each(
        'routes',
        ['next_hops', 'next_hops_with_track'].map((list) =>
          each(list, [command(`ip route vrf <^^vrf> <^prefix> <^mask> ${NEXT_HOP}`)]),
        ),
      ),
    ],
    silent: ['name', 'track_id_name'],
  },
  iosxe_route_map: {
    key: ['name'],
    rows: [each('entries', [command('route-map <^name> <operation> <seq>')])],
    silent: ['continue', 'descriptions', 'match_*', 'set_*'],
  },
  iosxe_as_path_access_list: {
    key: ['name'],
    rows: [each('entries', [command('ip as-path access-list <^name> <action> <regex>')])],
  },
}
