import { entry, type Data } from '../../data.ts'
import type { Part } from '../lines.ts'
import type { ModuleTable, ParameterRow } from '../module.ts'

/** `service` commands that are on or off, by parameter. */
const SERVICES = [
  'call_home',
  'config',
  'dhcp',
  'disable_ip_fast_frag',
  'exec_callback',
  'hide_telnet_addresses',
  'internal',
  'linenumber',
  'nagle',
  'pad',
  'password_encryption',
  'password_recovery',
  'pt_vty_logging',
  'sequence_numbers',
  'tcp_keepalives_in',
  'tcp_keepalives_out',
  'telnet_zeroidle',
  'unsupported_transceiver',
] as const

/** `sequence_numbers` is the command `service sequence-numbers`. */
function serviceOf(name: string): string {
  return name.replaceAll('_', '-')
}

/** A name, or a name within a VRF. */
function domainName(domain: Data): readonly Part[] | undefined {
  if (domain.kind !== 'dict') return ['ip domain name ', domain]
  const [name, vrf] = [entry(domain, 'name'), entry(domain, 'vrf')]
  if (name === undefined) return undefined
  return vrf === undefined || vrf.kind === 'null' ? ['ip domain name ', name] : ['ip domain name vrf ', vrf, ' ', name]
}

const LOG_HOST =
  'logging host[ ipv6 {ipv6}][ {host,hostname}][ vrf {vrf}][ transport {transport.tcp?tcp}[ port {transport.tcp.port}]]' +
  '[ transport {transport.udp?udp}[ port {transport.udp.port}]]'

const NTP_OPTIONS = '[ key {key_id,key}][ {prefer?prefer}][ source {source}][ version {version}]'

const accessGroup = (path: string, words: string): ParameterRow => ({
  path: `access_group.${path}[]`,
  command: `ntp access-group[ {ipv6?ipv6}] ${words} {access_list}[ {kod?kod}]`,
})

export const systemModules: readonly ModuleTable[] = [
  {
    names: ['ios_hostname'],
    root: 'config',
    whole: true,
    owns: { settings: ['system.hostname'] },
    rows: [{ path: '', command: 'hostname {hostname}' }],
  },
  {
    names: ['ios_system'],
    root: '',
    rows: [
      { path: '', command: 'hostname {hostname}' },
      { path: 'domain_name[]', command: 'ip domain name[ vrf {vrf}] {name}', parts: domainName },
      { path: '', command: '{lookup_enabled?ip domain lookup|no ip domain lookup}' },
      { path: 'name_servers[]', command: 'ip name-server {.}' },
    ],
  },
  {
    names: ['ios_service'],
    root: 'config',
    whole: true,
    // What the module takes for off when it is not given: cisco.ios 5.2, config/service.
    owns: {
      settings: [
        'services.passwordEncryption',
        'services.internalCommands',
        'services.configAutoload',
        'services.tcpKeepalivesIn',
        'services.tcpKeepalivesOut',
        'logging.timestamps',
        'logging.timestampOptions',
      ],
    },
    rows: [
      ...SERVICES.map((name) => ({
        path: '',
        command: `{${name}?service ${serviceOf(name)}|no service ${serviceOf(name)}}`,
      })),
      { path: 'tcp_small_servers', command: '{enable?service tcp-small-servers|no service tcp-small-servers}' },
      { path: 'udp_small_servers', command: '{enable?service udp-small-servers|no service udp-small-servers}' },
      {
        path: 'timestamps[]',
        command:
          'service timestamps {msg}[ {timestamp}][ {datetime_options.msec?msec}][ {datetime_options.localtime?localtime}]' +
          '[ {datetime_options.show_timezone?show-timezone}][ {datetime_options.year?year}]',
      },
    ],
  },
  {
    names: ['ios_ntp_global'],
    root: 'config',
    whole: true,
    owns: {
      lists: ['management.timeServers', 'ntp.keys', 'ntp.trustedKeys'],
      settings: ['ntp.authenticate', 'ntp.master'],
    },
    rows: [
      { path: '', command: '{authenticate?ntp authenticate|no ntp authenticate}' },
      { path: 'authentication_keys[]', command: 'ntp authentication-key {id} {algorithm} {key}[ {encryption}]' },
      { path: 'trusted_keys[]', command: 'ntp trusted-key {range_start}[ - {range_end}]' },
      { path: 'servers[]', command: `ntp server[ vrf {vrf}] {server}${NTP_OPTIONS}` },
      { path: 'peers[]', command: `ntp peer[ vrf {vrf}] {peer}${NTP_OPTIONS}` },
      { path: '', command: 'ntp source {source}' },
      { path: '', command: '{logging?ntp logging}' },
      { path: 'master', command: '{enabled?ntp master}[ {stratum}]' },
      { path: 'allow', command: '{private?ntp allow mode private}' },
      { path: 'allow', command: 'ntp allow mode control {control.rate_limit}' },
      accessGroup('peer', 'peer'),
      accessGroup('query_only', 'query-only'),
      accessGroup('serve', 'serve'),
      accessGroup('serve_only', 'serve-only'),
    ],
  },
  {
    names: ['ios_ntp'],
    root: '',
    rows: [
      { path: '', command: 'ntp server[ vrf {vrf}] {server}[ key {key_id}]' },
      { path: '', command: 'ntp source {source_int}' },
      { path: '', command: 'ntp access-group peer {acl}' },
      { path: '', command: '{logging?ntp logging|no ntp logging}' },
      { path: '', command: '{auth?ntp authenticate|no ntp authenticate}' },
      { path: '', command: 'ntp authentication-key {key_id} md5 {auth_key} 7' },
      { path: '', command: 'ntp trusted-key {key_id}' },
    ],
  },
  {
    names: ['ios_logging_global'],
    root: 'config',
    whole: true,
    owns: {
      lists: ['management.logHosts', 'logging.discriminators'],
      settings: ['logging.trap', 'logging.buffer', 'logging.rateLimit'],
    },
    rows: [
      { path: 'hosts[]', command: LOG_HOST },
      { path: 'buffered', command: 'logging buffered[ {size}][ {severity}]' },
      { path: 'console', command: 'logging console[ {severity}]' },
      { path: 'monitor', command: 'logging monitor[ {severity}]' },
      { path: '', command: 'logging trap {trap}' },
      { path: '', command: 'logging facility {facility}' },
      { path: '', command: '{logging_on:disable?no logging on}' },
      { path: '', command: '{logging_on:enable?logging on}' },
      { path: '', command: '{userinfo?logging userinfo}' },
      { path: 'source_interface[]', command: 'logging source-interface {interface}[ vrf {vrf}]' },
    ],
  },
  {
    names: ['ios_logging'],
    root: '',
    rows: [
      { path: '', command: '{dest:host?logging host} {name}' },
      { path: '', command: '{dest:buffered?logging buffered}[ {size}][ {level}]' },
      { path: '', command: '{dest:console?logging console}[ {level}]' },
      { path: '', command: '{dest:monitor?logging monitor}[ {level}]' },
      { path: '', command: '{dest:trap?logging trap} {level}' },
      { path: '', command: '{dest:on?logging on}' },
      { path: '', command: 'logging facility {facility}' },
    ],
  },
]
