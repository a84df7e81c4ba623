import { source } from '../names.ts'
import { command, each, flag, phrase, when, type ResourceTable, type Row } from '../../rows.ts'

/** Version 3 has a level, which is noauth where nobody says so; a string that is encrypted is none that can be read. */
function traps(list: string, vrf: string): Row {
  const host = `snmp-server host <ip_address>${vrf} version`
  return each(list, [
    command(
      `${host}{?version=1 <version>;?version=2c <version>}{?encryption=7 <?community_or_user>;?encryption=6 <?community_or_user>; <community_or_user>}`,
    ),
    command(`${host}{?version=3 <version>}[! <security_level>] <community_or_user>`),
  ])
}

const USER = 'v3_auth_'
const PRIVACIES = ['priv_aes_', 'priv_des3_', 'priv_des_', ''] as const

const filters = PRIVACIES.flatMap((privacy) => [
  ` access <${USER}${privacy}access_standard_acl>`,
  ` access <${USER}${privacy}access_acl_name>`,
]).join(';')

/** What a user has beside this is not in view: an argument that is left out leaves it as it is. */
const user = command(
  `snmp-server user <username> <grpname> v3[! auth <${USER}algorithm> <${USER}password>; auth sha-2 <${USER}sha2> <${USER}password>]` +
    `[! priv aes <${USER}priv_aes_algorithm> <${USER}priv_aes_password>; priv 3des <${USER}priv_des3_password>; priv des <${USER}priv_des_password>]` +
    `[!${filters}]`,
)

const group = (up: string): Row =>
  command(
    `snmp-server group <${up}name> v3 <security_level>[ context <context_node>][ match <match_node>][ read <read_node>]` +
      '[ write <write_node>][ notify <notify_node>][! access <access_standard_acl>; access <access_acl_name>]',
  )

const IPV6_FILTERS = PRIVACIES.map((privacy) => `${USER}${privacy}access_ipv6_acl`)

const logHost = (list: string, host: string): readonly Row[] => [
  each(list, [command(`logging host ${host.replaceAll('^', '')}`)]),
  each(`${list}_transport`, [
    each('transport_udp_ports', [command(`logging host ${host} transport udp port <port_number>`)]),
    each('transport_tcp_ports', [command(`logging host ${host} transport tcp port <port_number>`)]),
    each('transport_tls_ports', [command(`logging host ${host} transport tls port <port_number>[ profile <profile>]`)]),
  ]),
]

const KEYS = {
  md5: 'md5',
  sha1: 'sha1',
  sha2: 'sha2',
  hmac_sha1: 'hmac-sha1',
  hmac_sha2_256: 'hmac-sha2-256',
  cmac_aes_128: 'cmac-aes-128',
}

const timeServer = (kind: string, vrf = ''): Row =>
  command(`ntp ${kind} ${vrf}<ip_address>[ source <source>][! key <key>]`)

/** Counters, queues and names of the agent, and notifications but for those of the configuration. */
const AGENT = [
  'chassis_id',
  'contact',
  'contexts',
  'enable_informs',
  'enable_logging_*',
  'enable_traps_*',
  'ifindex_persist',
  'ignore_changes',
  'location',
  'packetsize',
  'queue_length',
  'source_interface_informs_*',
  'system_shutdown',
]

export const monitoringResources: Readonly<Record<string, ResourceTable>> = {
  iosxe_snmp_server: {
    rows: [
      each('snmp_communities', [
        command('snmp-server community <name>[ view <view>][ <permission>][ ipv6 <ipv6>][! <access_list_name>]'),
      ]),
      traps('hosts', ''),
      traps('vrf_hosts', ' vrf <vrf>'),
      each('views', [command('snmp-server view <name> <mib> <inc_exl>')]),
      each('groups', [each('v3_security', [group('^')])]),
      each('users', [user]),
      ...source('trap_source', 'snmp-server trap-source'),
      ...source('source_interface_traps', 'snmp-server source-interface traps'),
      when('enable_traps', 'snmp-server enable traps'),
      when('enable_traps_config', 'snmp-server enable traps config'),
    ],
    silent: [...AGENT, ...IPV6_FILTERS, 'access_ipv6_acl'],
  },
  iosxe_snmp_server_group: {
    key: ['name'],
    rows: [each('v3_security', [group('^')])],
    silent: ['access_ipv6_acl'],
  },
  iosxe_snmp_server_user: { key: ['username', 'grpname'], rows: [user], silent: IPV6_FILTERS },
  iosxe_logging: {
    rows: [
      flag('trap', 'logging trap'),
      command('logging trap <trap_severity>'),
      command(
        'logging buffered{ <buffered_size>; <buffered_size_legacy>}[! <buffered_severity>; <buffered_severity_legacy>]',
      ),
      command('logging rate-limit <rate_limit_all>'),
      command('logging source-interface <source_interface>'),
      each('source_interfaces_vrf', [command('logging source-interface <interface_name> vrf <vrf>')]),
      ...logHost('ipv4_hosts', '<^ipv4_host>'),
      ...logHost('ipv4_vrf_hosts', '<^ipv4_host> vrf <^vrf>'),
      ...logHost('ipv6_hosts', 'ipv6 <^ipv6_host>'),
      ...logHost('ipv6_vrf_hosts', 'ipv6 <^ipv6_host> vrf <^vrf>'),
    ],
    silent: [
      'console',
      'console_severity',
      'facility',
      'file_*',
      'history_*',
      'logging_count',
      'monitor_severity',
      'origin_id_*',
      'persistent_*',
      'rate_limit_*',
    ],
  },
  iosxe_ntp: {
    rows: [
      flag('authenticate', 'ntp authenticate'),
      each(
        'authentication_keys',
        Object.entries(KEYS).map(([argument, algorithm]) =>
          command(`ntp authentication-key <number> ${algorithm} <${argument}>[ <encryption_type>]`),
        ),
      ),
      each('trusted_keys', [command('ntp trusted-key <number>')]),
      each('servers', [timeServer('server')]),
      each('server_vrfs', [each('servers', [timeServer('server', 'vrf <^name> ')])]),
      each('peers', [timeServer('peer')]),
      each('peer_vrfs', [each('peers', [timeServer('peer', 'vrf <^name> ')])]),
      command('ntp access-group peer <access_group_peer_acl>'),
      command('ntp access-group query-only <access_group_query_only_acl>'),
      command('ntp access-group serve <access_group_serve_acl>'),
      command('ntp access-group serve-only <access_group_serve_only_acl>'),
      when('master', 'ntp master'),
      ...source('source', 'ntp source'),
    ],
    silent: [
      'burst',
      'clock_period',
      'iburst',
      'logging',
      'master_stratum',
      'passive',
      'periodic',
      'prefer',
      'update_calendar',
      'version',
    ],
  },
  iosxe_eem: {
    rows: [
      each(
        'applets',
        [
          each('actions', [phrase('action <name> cli command "<cli_command>"')]),
          phrase('event syslog pattern "<event_syslog_pattern>"'),
          phrase(
            'event cli pattern "<event_cli_pattern>"[?event_cli_sync sync yes; sync no][?event_cli_skip skip yes; skip no]',
          ),
        ],
        'event manager applet <name>',
      ),
    ],
    silent: [
      'authorization',
      'class',
      'description',
      'detector_*',
      'directory_*',
      'environment_variables',
      'event_syslog_*',
      'event_timer_*',
      'history_*',
      'scheduler_*',
      'session_cli_*',
    ],
  },
  iosxe_monitor_session: {
    key: ['session_id'],
    rows: [
      each('source_interface', [command('monitor session <^session_id> source interface <name>[ <direction>]')]),
      each('destination_interface', [command('monitor session <^session_id> destination interface <name>')]),
    ],
    silent: ['encapsulation'],
  },
  iosxe_flow_exporter: {
    opens: 'flow exporter <name>',
    key: ['name'],
    rows: [command('destination <destination_ip>')],
    silent: ['description', 'export_protocol', 'option_*', 'source_*', 'template_data_timeout', 'transport_udp', 'ttl'],
  },
  iosxe_flow_monitor: {
    opens: 'flow monitor <name>',
    key: ['name'],
    rows: [each('exporters', [command('exporter <name>')])],
    silent: ['cache_*', 'description', 'record'],
  },
  iosxe_mdt_subscription: {
    opens: 'telemetry ietf subscription <subscription_id>',
    key: ['subscription_id'],
    rows: [each('receivers', [command('receiver ip address <address> <port>[ protocol <protocol>]')])],
    silent: ['encoding', 'filter_xpath', 'source_*', 'stream', 'update_policy_*'],
  },
}
