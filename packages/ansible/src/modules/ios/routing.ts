import type { ModuleTable, ParameterRow } from '../module.ts'

const NEIGHBOR = 'neighbor {neighbor_address,address,ipv6_address,tag}'

const PEER: readonly ParameterRow[] = [
  { path: '', command: `${NEIGHBOR} remote-as {remote_as}` },
  { path: '', command: `${NEIGHBOR} peer-group {peer_group_name}` },
  { path: '', command: `${NEIGHBOR} description {description}` },
  { path: '', command: `${NEIGHBOR} password[ {password_options.encryption}] {password_options.pass_key}` },
  { path: '', command: `${NEIGHBOR} ttl-security hops {ttl_security}` },
  { path: '', command: `${NEIGHBOR} ebgp-multihop {ebgp_multihop.hop_count}` },
  { path: '', command: `${NEIGHBOR} {activate?activate}` },
  { path: '', command: `${NEIGHBOR} {shutdown.set?shutdown}` },
  {
    path: '',
    command: `${NEIGHBOR} maximum-prefix {maximum_prefix.max_no,maximum_prefix.number}[ {maximum_prefix.threshold_val,maximum_prefix.threshold_value}][ {maximum_prefix.warning_only?warning-only}]`,
  },
  { path: 'route_maps[]', command: 'neighbor {^neighbor_address} route-map {name} {in?in|out}' },
  { path: 'prefix_lists[]', command: 'neighbor {^neighbor_address} prefix-list {name} {in?in|out}' },
]

export const routingModules: readonly ModuleTable[] = [
  {
    names: ['ios_bgp_global'],
    root: 'config',
    rows: [
      {
        path: '',
        section: 'router bgp {as_number}',
        rows: [
          { path: 'bgp', command: '{log_neighbor_changes?bgp log-neighbor-changes}' },
          { path: 'neighbors[]', rows: [...PEER, { path: '', command: `${NEIGHBOR} peer-group {peer_group}` }] },
        ],
      },
    ],
  },
  {
    names: ['ios_bgp_address_family'],
    root: 'config',
    rows: [
      {
        path: '',
        section: 'router bgp {as_number}',
        rows: [
          {
            path: 'address_family[]',
            section: 'address-family {afi}[ {safi}][ vrf {vrf}]',
            rows: [{ path: 'neighbors[]', rows: PEER }],
          },
        ],
      },
    ],
  },
  {
    names: ['ios_ospfv2'],
    root: 'config',
    rows: [
      {
        path: 'processes[]',
        section: 'router ospf {process_id}[ vrf {vrf}]',
        rows: [
          { path: 'areas[]', command: 'area {area_id} {authentication.message_digest?authentication message-digest}' },
          { path: 'areas[]', command: 'area {area_id} {authentication.enable?authentication}' },
          { path: '', command: '{passive_interfaces.default?passive-interface default}' },
          { path: '', command: 'passive-interface {passive_interface}' },
          {
            path: 'passive_interfaces.interface',
            rows: [{ path: 'name[]', command: '{^set_interface?passive-interface|no passive-interface} {.}' }],
          },
          { path: 'network[]', command: 'network {address} {wildcard_bits} area {area}' },
        ],
      },
    ],
  },
  {
    names: ['ios_vrf_global'],
    root: 'config',
    rows: [{ path: 'vrfs[]', section: 'vrf definition {name}', rows: [{ path: '', command: 'rd {rd}' }] }],
  },
  {
    names: ['ios_vrf_address_family'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'vrf definition {name}',
        rows: [{ path: 'address_families[]', section: 'address-family {afi}[ {safi}]' }],
      },
    ],
  },
]
