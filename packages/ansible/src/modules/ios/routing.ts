import type { ModuleTable, ParameterRow } from '../module.ts'

export const routingModules: readonly ModuleTable[] = [
  {
    names: ['ios_ospfv2'],
    root: 'config',
    rows: [
      {
        path: 'processes[]',
        section: 'router ospf {process_id}[ vrf {vrf}]',
        removable: true,
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
    rows: [
      {
        path: 'vrfs[]',
        section: 'vrf definition {name}',
        removable: true,
        rows: [{ path: '', command: 'rd {rd}' }],
      },
    ],
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
  {
    names: ['ios_vrf'],
    root: '',
    rows: [
      {
        path: '',
        section: 'vrf definition {name}',
        removable: true,
        rows: [{ path: '', command: 'rd {rd}' }],
      },
      {
        path: 'interfaces[]',
        section: 'interface {.}',
        rows: [{ path: '', command: 'vrf forwarding {^name}' }],
      },
    ],
  },
  {
    names: ['ios_ospfv3'],
    root: 'config',
    rows: [
      {
        path: 'processes[]',
        section: 'router ospfv3 {process_id}',
        removable: true,
        rows: [{ path: '', command: 'passive-interface {passive_interface}' }],
      },
    ],
  },
  {
    names: ['ios_ospf_interfaces'],
    root: 'config',
    owns: { fields: ['interfaces[].ospfAuthentication', 'interfaces[].ospfKeyChain', 'interfaces[].ospf'] },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: ['no ip ospf authentication'],
        rows: [
          {
            path: 'address_family[]',
            rows: [
              { path: '', command: '{afi:ipv4?ip ospf} {process.id} area {process.area_id}' },
              { path: '', command: '{afi:ipv6?ipv6 ospf} {process.id} area {process.area_id}' },
              { path: '', command: '{afi:ipv4?ip ospf} authentication key-chain {authentication.key_chain}' },
              { path: '', command: '{afi:ipv4?ip ospf} {authentication.message_digest?authentication message-digest}' },
              { path: '', command: '{afi:ipv4?ip ospf} {authentication.null?authentication null}' },
              { path: '', command: '{afi:ipv6?ipv6 ospf} {authentication.null?authentication null}' },
            ],
          },
        ],
      },
    ],
  },
  {
    names: ['ios_hsrp_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          { path: '', command: 'standby version {version}' },
          ...standbyRows('standby_options'),
          ...standbyRows('standby_groups'),
        ],
      },
    ],
  },
]

/** The groups of an interface, by the name of their list: `standby_groups` is an alias. */
function standbyRows(groups: string): readonly ParameterRow[] {
  const each = `${groups}[]`
  const words = 'standby[ {group_no}] authentication'
  return [
    { path: `${each}.ip[]`, command: 'standby[ {^group_no}] ip {virtual_ip}[ {secondary?secondary}]' },
    { path: `${each}.ipv6.addresses[]`, command: 'standby[ {^^group_no}] ipv6 {.}' },
    { path: each, command: 'standby[ {group_no}] ipv6 {ipv6.autoconfig?autoconfig}' },
    { path: each, command: `${words} {authentication.password_text}` },
    { path: each, command: `${words} md5 key-chain {authentication.key_chain}` },
    { path: each, command: `${words} md5 key-string[ {authentication.encryption}] {authentication.key_string}` },
  ]
}
