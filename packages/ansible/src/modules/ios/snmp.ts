import type { ModuleTable } from '../module.ts'

// `replaced` does as `overridden`, and `deleted` empties the wish whatever `config` says: cisco.ios 5.2, config/snmp_server.

export const snmpModules: readonly ModuleTable[] = [
  {
    names: ['ios_snmp_server'],
    root: 'config',
    whole: true,
    owns: {
      lists: ['snmp.communities', 'snmp.groups', 'snmp.users', 'snmp.hosts', 'snmp.views'],
      settings: ['snmp.fileTransferAccessList', 'snmp.sourceInterface', 'snmp.configTraps'],
    },
    rows: [
      {
        path: 'communities[]',
        command: 'snmp-server community {name}[ view {view}][ {ro?ro}][ {rw?rw}][ ipv6 {acl_v6}][ {acl_v4}]',
      },
      {
        path: 'groups[]',
        command:
          'snmp-server group {group} {version}[ {version_option}][ context {context}][ match {match}][ read {read}][ write {write}]' +
          '[ notify {notify}][ access ipv6 {acl_v6}[ {acl_v4}]][ access {acl_v4}]',
      },
      {
        path: 'users[]',
        command:
          'snmp-server user {username} {group}[ remote {remote}][ udp-port {udp_port}] {version}[ {version_option}]' +
          '[ auth {authentication.algorithm} {authentication.password}]' +
          '[ priv {encryption.priv}[ {encryption.priv_option}] {encryption.password}]' +
          '[ access ipv6 {acl_v6}[ {acl_v4}]][ access {acl_v4}]',
      },
      {
        path: 'hosts[]',
        command:
          'snmp-server host {host}[ {informs?informs}][ vrf {vrf}][ version {version}][ {version_option}] {community_string}',
      },
      {
        path: 'views[]',
        command: 'snmp-server view {name} {family_name}[ {excluded?excluded}][ {included?included}]',
      },
      { path: '', command: 'snmp-server trap-source {trap_source}' },
      { path: '', command: 'snmp-server source-interface informs {source_interface}' },
      { path: 'file_transfer', command: 'snmp-server file-transfer access-group {access_group}' },
      { path: 'traps', command: '{config?snmp-server enable traps config}' },
      { path: '', command: 'snmp-server contact {contact}' },
      { path: '', command: 'snmp-server location {location}' },
    ],
  },
]
