import type { ModuleTable } from '../module.ts'

export const interfaceModules: readonly ModuleTable[] = [
  {
    names: ['ios_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          { path: '', command: 'description {description}' },
          { path: '', command: '{enabled?no shutdown|shutdown}' },
          { path: '', command: '{mode:layer2?switchport}' },
          { path: '', command: '{mode:layer3?no switchport}' },
        ],
      },
    ],
  },
  {
    names: ['ios_l2_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          { path: '', command: '{mode:access?switchport mode access}' },
          { path: '', command: '{mode:trunk?switchport mode trunk}' },
          { path: '', command: '{mode:dynamic_auto?switchport mode dynamic auto}' },
          { path: '', command: '{mode:dynamic_desirable?switchport mode dynamic desirable}' },
          { path: '', command: '{mode:dot1q_tunnel?switchport mode dot1q-tunnel}' },
          { path: '', command: 'switchport access vlan {access.vlan}' },
          { path: '', command: 'switchport voice vlan {voice.vlan}' },
          { path: '', command: 'switchport trunk encapsulation {trunk.encapsulation}' },
          { path: '', command: 'switchport trunk native vlan {trunk.native_vlan}' },
          { path: 'trunk.allowed_vlans[]', command: 'switchport trunk allowed vlan add {.}' },
        ],
      },
    ],
  },
  {
    names: ['ios_l3_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          { path: 'ipv4[]', command: 'ip address {address}[ {secondary?secondary}]' },
          { path: 'ipv4[]', command: '{dhcp.enable?ip address dhcp}' },
          { path: 'ipv6[]', command: 'ipv6 address {address}' },
        ],
      },
    ],
  },
  {
    names: ['ios_lldp_global'],
    root: 'config',
    rows: [{ path: '', command: '{enabled?lldp run|no lldp run}' }],
  },
  {
    names: ['ios_lldp'],
    root: '',
    rows: [{ path: '', command: 'lldp run' }],
  },
  {
    names: ['ios_lldp_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          { path: '', command: '{transmit?lldp transmit|no lldp transmit}' },
          { path: '', command: '{receive?lldp receive|no lldp receive}' },
        ],
      },
    ],
  },
  {
    names: ['ios_vrf_interfaces'],
    root: 'config',
    rows: [{ path: '[]', section: 'interface {name}', rows: [{ path: '', command: 'vrf forwarding {vrf_name}' }] }],
  },
  {
    names: ['ios_ospf_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        rows: [
          {
            path: 'address_family[]',
            rows: [
              { path: '', command: '{afi:ipv4?ip ospf} {process.id} area {process.area_id}' },
              { path: '', command: '{afi:ipv4?ip ospf} authentication key-chain {authentication.key_chain}' },
              { path: '', command: '{afi:ipv4?ip ospf} {authentication.message_digest?authentication message-digest}' },
              { path: '', command: '{afi:ipv4?ip ospf} {authentication.null?authentication null}' },
            ],
          },
        ],
      },
    ],
  },
]
