import { banner, command, each, flag, listed, when, type Row } from './rows.ts'

const line: readonly Row[] = [
  command('exec-timeout <exec_timeout_minutes>[ <exec_timeout_seconds>]'),
  command('login authentication <login_authentication>'),
  command('password[ <password_type>] <password>'),
  command('privilege level <privilege_level>'),
  command('transport preferred <transport_preferred_protocol>'),
  listed('transport_output', 'transport output'),
  when('transport_output_none', 'transport output none'),
  when('transport_output_all', 'transport output all'),
]

const vty: readonly Row[] = [
  ...line,
  listed('transport_input', 'transport input'),
  when('transport_input_none', 'transport input none'),
  when('transport_input_all', 'transport input all'),
  each('access_classes', [command('access-class <access_list> <direction>[?vrf_also vrf-also]')]),
]

/**
 * Arguments of resources of CiscoDevNet/iosxe as commands of the device. Names are those of the provider's documentation and of
 * its examples. What has no row is counted as not understood.
 */
export const iosxeResources: Readonly<Record<string, readonly Row[] | undefined>> = {
  iosxe_banner: [
    banner('login_banner', 'banner login'),
    banner('motd_banner', 'banner motd'),
    banner('exec_banner', 'banner exec'),
  ],
  iosxe_line: [
    each('console', [...line, when('login_local', 'login local')], command('line con <first>')),
    each('vty', vty, command('line vty <first>[ <last>]')),
    each('aux', line, command('line aux <first>')),
  ],
  iosxe_logging: [
    command('logging trap <trap_severity>'),
    command('logging source-interface <source_interface>'),
    each('ipv4_hosts', [command('logging host <ipv4_host>')]),
    each('ipv4_vrf_hosts', [command('logging host <ipv4_host> vrf <vrf>')]),
    each('ipv6_hosts', [command('logging host ipv6 <ipv6_host>')]),
  ],
  iosxe_ntp: [
    flag('authenticate', 'ntp authenticate'),
    each('authentication_keys', [command('ntp authentication-key <number> md5 <md5>[ <encryption_type>]')]),
    each('trusted_keys', [command('ntp trusted-key <number>')]),
    each('servers', [command('ntp server <ip_address>[ source <source>][! key <key>]')]),
    each('peers', [command('ntp peer <ip_address>[ source <source>][! key <key>]')]),
  ],
  iosxe_service: [
    flag('pad', 'service pad'),
    flag('password_encryption', 'service password-encryption'),
    flag('password_recovery', 'service password-recovery'),
    flag('tcp_keepalives_in', 'service tcp-keepalives-in'),
    flag('tcp_keepalives_out', 'service tcp-keepalives-out'),
    flag('sequence_numbers', 'service sequence-numbers'),
    flag('call_home', 'service call-home'),
  ],
  iosxe_snmp_server: [
    each('snmp_communities', [
      command('snmp-server community <name>[ view <view>][ <permission>][ ipv6 <ipv6>][! <access_list_name>]'),
    ]),
  ],
  iosxe_system: [
    command('hostname <hostname>'),
    flag('ip_source_route', 'ip source-route'),
    flag('ip_http_server', 'ip http server'),
    flag('ip_http_secure_server', 'ip http secure-server'),
    command('ip http access-class <ip_http_access_class>'),
    when('ip_http_authentication_local', 'ip http authentication local'),
    when('ip_http_authentication_aaa', 'ip http authentication aaa'),
    command('ip http tls-version <ip_http_tls_version>'),
    command('ip ssh version <ip_ssh_version>'),
    command('ip ssh version <ip_ssh_version_legacy>'),
    command('ip ssh time-out <ip_ssh_time_out>'),
    command('ip ssh authentication-retries <ip_ssh_authentication_retries>'),
    flag('ip_scp_server_enable', 'ip scp server enable'),
    when('login_on_failure_log', 'login on-failure log'),
    when('login_on_success_log', 'login on-success log'),
  ],
  iosxe_username: [
    command('username <name>[ privilege <privilege>] password[ <password_encryption>] <password>'),
    command('username <name>[ privilege <privilege>] secret[ <secret_encryption>] <secret>'),
  ],
  iosxe_aaa: [flag('new_model', 'aaa new-model')],
}
