import type { ModuleTable, ParameterRow } from '../module.ts'

const NEIGHBOR = 'neighbor {neighbor_address,address,ipv6_address,ipv6_adddress,tag}'
/** The neighbour that a list of filters is about. */
const AROUND = 'neighbor {^neighbor_address,^address,^ipv6_address,^ipv6_adddress,^tag}'

/** A list of filters for routes in, out or both. */
function direction(path: string, command: string): readonly ParameterRow[] {
  return [
    { path, command: `${command} {in?in}` },
    { path, command: `${command} {out?out}` },
  ]
}

const PEER: readonly ParameterRow[] = [
  { path: '', command: `${NEIGHBOR} remote-as {remote_as}` },
  { path: '', command: `${NEIGHBOR} peer-group {peer_group_name}` },
  { path: '', command: `${NEIGHBOR} description {description}` },
  { path: '', command: `${NEIGHBOR} local-as {local_as.number}` },
  { path: '', command: `${NEIGHBOR} password {password}` },
  { path: '', command: `${NEIGHBOR} password[ {password_options.encryption}] {password_options.pass_key}` },
  { path: '', command: `${NEIGHBOR} ttl-security hops {ttl_security}` },
  { path: '', command: `${NEIGHBOR} {ebgp_multihop.enable?ebgp-multihop}` },
  { path: '', command: `${NEIGHBOR} ebgp-multihop {ebgp_multihop.hop_count}` },
  { path: '', command: `{activate?|no }${NEIGHBOR} activate` },
  { path: '', command: `{shutdown.set?|no }${NEIGHBOR} shutdown` },
  {
    path: '',
    command: `${NEIGHBOR} maximum-prefix {maximum_prefix.max_no,maximum_prefix.number}[ {maximum_prefix.threshold_val,maximum_prefix.threshold_value}][ {maximum_prefix.warning_only?warning-only}]`,
  },
  ...direction('route_maps[]', `${AROUND} route-map {name}`),
  ...direction('route_map', `${AROUND} route-map {name}`),
  ...direction('prefix_lists[]', `${AROUND} prefix-list {name}`),
  ...direction('prefix_list', `${AROUND} prefix-list {name}`),
  ...direction('distribute_list', `${AROUND} distribute-list {acl}`),
  ...direction('filter_list', `${AROUND} filter-list {as_path_acl,path_acl}`),
]

export const bgpModules: readonly ModuleTable[] = [
  {
    names: ['ios_bgp_global'],
    root: 'config',
    keepsWhenDeleted: true,
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
    keepsWhenDeleted: true,
    rows: [
      {
        path: '',
        section: 'router bgp {as_number}',
        rows: [
          {
            path: 'address_family[]',
            section: 'address-family {afi}[ {safi}][ vrf {vrf}]',
            rows: [
              { path: 'neighbors[]', rows: PEER },
              { path: 'neighbor[]', rows: PEER },
            ],
          },
        ],
      },
    ],
  },
  {
    names: ['ios_bgp'],
    root: 'config',
    rows: [
      {
        path: '',
        section: 'router bgp {bgp_as}',
        removable: true,
        rows: [
          { path: '', command: '{log_neighbor_changes?bgp log-neighbor-changes|no bgp log-neighbor-changes}' },
          {
            path: 'neighbors[]',
            rows: [
              { path: '', command: 'neighbor {neighbor} remote-as {remote_as}' },
              { path: '', command: 'neighbor {neighbor} local-as {local_as}' },
              { path: '', command: 'neighbor {neighbor} peer-group {peer_group}' },
              { path: '', command: 'neighbor {neighbor} description {description}' },
              { path: '', command: 'neighbor {neighbor} password {password}' },
              { path: '', command: 'neighbor {neighbor} ebgp-multihop {ebgp_multihop}' },
              { path: '', command: '{enabled?no neighbor|neighbor} {neighbor} shutdown' },
            ],
          },
          {
            path: 'address_family[]',
            section: 'address-family {afi}[ {safi}]',
            rows: [
              {
                path: 'neighbors[]',
                rows: [
                  { path: '', command: '{activate?neighbor|no neighbor} {neighbor} activate' },
                  { path: '', command: 'neighbor {neighbor} maximum-prefix {maximum_prefix}' },
                  { path: '', command: 'neighbor {neighbor} prefix-list {prefix_list_in} in' },
                  { path: '', command: 'neighbor {neighbor} prefix-list {prefix_list_out} out' },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    names: ['ios_prefix_lists'],
    root: 'config',
    rows: [
      {
        path: '[].prefix_lists[].entries[]',
        command: '{^^afi:ipv6?ipv6|ip} prefix-list {^name}[ seq {sequence}] {action} {prefix}[ ge {ge}][ le {le}]',
      },
    ],
  },
  {
    names: ['ios_route_maps'],
    root: 'config',
    rows: [{ path: '[].entries[]', section: 'route-map {^route_map} {action=permit}[ {sequence}]' }],
  },
]
