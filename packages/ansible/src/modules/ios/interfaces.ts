import type { ModuleTable } from '../module.ts'

export const interfaceModules: readonly ModuleTable[] = [
  {
    names: ['ios_interfaces'],
    root: 'config',
    owns: { fields: ['interfaces[].description', 'interfaces[].shutdown'] },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: ['no description', 'no shutdown'],
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
    names: ['ios_l3_interfaces'],
    root: 'config',
    owns: { fields: ['interfaces[].addresses', 'interfaces[].addressing', 'interfaces[].addresses6'] },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: ['no ip address', 'no ipv6 address'],
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
    // With `enabled: false` the module enters nothing: cisco.ios 5.2, config/lldp_global.
    rows: [{ path: '', command: '{enabled?lldp run}' }],
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
    owns: { fields: ['interfaces[].vrf'] },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: ['no vrf forwarding'],
        rows: [{ path: '', command: 'vrf forwarding {vrf_name}' }],
      },
    ],
  },
  {
    names: ['ios_interface'],
    root: '',
    rows: [
      {
        path: '',
        section: 'interface {name}',
        removable: true,
        rows: [
          { path: '', command: 'description {description}' },
          { path: '', command: '{enabled?no shutdown|shutdown}' },
        ],
      },
    ],
  },
  {
    names: ['ios_l3_interface'],
    root: '',
    rows: [
      {
        path: '',
        section: 'interface {name}',
        resets: ['no ip address', 'no ipv6 address'],
        rows: [
          { path: '', command: 'ip address {ipv4}' },
          { path: '', command: 'ipv6 address {ipv6}' },
        ],
      },
    ],
  },
]
