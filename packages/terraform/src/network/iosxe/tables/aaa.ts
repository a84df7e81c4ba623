import { source } from '../names.ts'
import { command, each, flag, section, type ResourceTable, type Row } from '../../rows.ts'

/** Ways to authenticate or to authorize, by the end of the argument's name. */
const METHODS = {
  group: ' group <@>',
  cache: ' cache <@>',
  radius: '?@ group radius',
  tacacs: '?@ group tacacs+',
  local: '?@ local',
  enable: '?@ enable',
  line: '?@ line',
  if_authenticated: '?@ if-authenticated',
  none: '?@ none',
} as const

/** Four positions of methods, of which the first one is needed: `a1_group`, `a2_local`. */
function methods(start: string, nameOf: (position: number, method: string) => string): Row {
  const arms = (position: number): string =>
    Object.entries(METHODS)
      .map(([method, arm]) => arm.replace('@', nameOf(position, method)))
      .join(';')
  return command(`${start}{${arms(1)}}[${arms(2)}][${arms(3)}][${arms(4)}]`)
}

const numbered = (prefix: string) => (position: number, method: string) => `${prefix}a${position}_${method}`

function recorded(start: string, record: string, prefix: string): Row {
  const groups = [1, 2, 3, 4].map((position) => `[ group <${prefix}_group${position}>]`).join('')
  return command(`${start} ${record}[?${prefix}_broadcast broadcast]${groups.replace('[', '{').replace(']', '}')}`)
}

function records(list: string, name: string, service: string): Row {
  const start = `aaa accounting ${service} <${name}>`
  return each(list, [
    recorded(start, 'start-stop', 'start_stop'),
    recorded(start, 'stop-only', 'stop_only'),
    command(`${start}{?none none}`),
  ])
}

const server = [command('server name <name>')]

export const aaaResources: Readonly<Record<string, ResourceTable>> = {
  iosxe_aaa: {
    rows: [
      flag('new_model', 'aaa new-model'),
      command('aaa local authentication attempts max-fail <local_authentication_max_fail_attempts>'),
      each(
        'group_server_radius',
        [each('server_names', server), ...source('ip_radius_source_interface', 'ip radius source-interface')],
        'aaa group server radius <name>',
      ),
      each(
        'group_server_tacacsplus',
        [
          each('server_names', server),
          command('ip vrf forwarding <vrf>'),
          ...source('ip_tacacs_source_interface', 'ip tacacs source-interface'),
        ],
        'aaa group server tacacs+ <name>',
      ),
      section('aaa server radius dynamic-author', [
        each('server_radius_dynamic_author_clients', [
          command('client <ip> server-key[ <server_key_type>] <server_key>'),
        ]),
      ]),
    ],
    silent: [
      'deadtime',
      'local_authentication_type',
      'local_authorization',
      'server_radius_dynamic_author',
      'session_id',
    ],
  },
  iosxe_aaa_authentication: {
    rows: [
      each('logins', [methods('aaa authentication login <name>', numbered(''))]),
      each('dot1x', [methods('aaa authentication dot1x <name>', numbered(''))]),
      methods('aaa authentication dot1x default', numbered('dot1x_default_')),
      command(
        'aaa authentication enable default group <enable_default_group_legacy>[?enable_default_enable_legacy enable]' +
          '[?enable_default_line_legacy line][?enable_default_none_legacy none]',
      ),
      methods('aaa authentication enable default', (position, method) => `enable_default_group${position}_${method}`),
    ],
  },
  iosxe_aaa_authorization: {
    rows: [
      flag('config_commands', 'aaa authorization config-commands'),
      flag('console', 'aaa authorization console'),
      each('execs', [methods('aaa authorization exec <name>', numbered(''))]),
      each('config_lists', [
        command(
          'aaa authorization configuration <name>{ cache <group1_cache>; group <group1_group>' +
            ';?group1_radius group radius;?group1_tacacs group tacacs+}',
        ),
      ]),
      each('networks', [methods('aaa authorization network <id>', numbered(''))]),
      each('commands', [methods('aaa authorization commands <level> <list_name>', numbered(''))]),
    ],
  },
  iosxe_aaa_accounting: {
    rows: [
      records('execs', 'name', 'exec'),
      records('networks', 'id', 'network'),
      records('connections', 'name', 'connection'),
      records('identities', 'name', 'identity'),
      records('dot1x', 'name', 'dot1x'),
      recorded('aaa accounting identity default', 'start-stop', 'identity_default_start_stop'),
      recorded('aaa accounting dot1x default', 'start-stop', 'dot1x_default_start_stop'),
      each('commands', [
        command(
          'aaa accounting commands <level> <list_name> <action_type>[?broadcast broadcast]' +
            '[ group <group1_group>][ group <group2_group>][ group <group3_group>][ group <group4_group>]',
        ),
      ]),
    ],
    silent: [
      'dot1x_default_start_stop_group_broadcast',
      'dot1x_default_start_stop_group_logger',
      'start_stop_group_broadcast',
      'start_stop_group_logger',
      'start_stop_logger',
      'stop_only_logger',
      'group_broadcast',
      'group_logger',
      'system_guarantee_first',
      'update_newinfo_periodic',
    ],
  },
  iosxe_tacacs: {
    opens: 'tacacs server <name>',
    key: ['name'],
    rows: [command('address ipv4 <address_ipv4>'), command('key[ <encryption>] <key>')],
    silent: ['port', 'timeout'],
  },
  iosxe_tacacs_server: {
    rows: [command('tacacs-server key[ <encryption>] <key>')],
    silent: ['attribute_allow_unknown', 'directed_request*', 'timeout'],
  },
  iosxe_radius: {
    opens: 'radius server <name>',
    key: ['name'],
    rows: [
      command('address ipv4 <ipv4_address>[ auth-port <authentication_port>][ acct-port <accounting_port>]'),
      command('key[ <key_encryption>] <key>'),
      command('pac key[ <pac_key_encryption>] <pac_key>'),
    ],
    silent: ['automate_tester_*', 'retransmit', 'timeout'],
  },
}
