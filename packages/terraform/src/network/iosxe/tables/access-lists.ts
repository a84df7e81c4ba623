import { command, each, eachText, when, type ResourceTable, type Row } from '../../rows.ts'

const MORE_PORTS = [2, 3, 4, 5, 6, 7, 8, 9, 10]

/** `eq 22 23`, `gt 1023`, `lt 1024`, `range 20 21` */
function ports(side: string): string {
  const first = `<${side}_port_equal>`
  const several = MORE_PORTS.map((count) => `[ <${side}_port_equal_${count}>]`).join('')
  return `[ eq ${first}; gt <${side}_port_greater_than>; lt <${side}_port_lesser_than>; range <${side}_port_range_from> <${side}_port_range_to>]${several}`
}

function side4(side: string): string {
  return (
    `{?${side}_any any; host <${side}_host>; <${side}_prefix> <${side}_prefix_mask>; object-group <${side}_object_group>` +
    `; fqdn-group <${side}_fqdn_group>}`
  )
}

function side6(side: string): string {
  return (
    `{?${side}_any any; host <${side}_host>; <${side}_prefix>; <${side}_address> <${side}_wildcard_bits>` +
    `; object-group <${side}_object_group>; fqdn-group <${side}_fqdn_group>}`
  )
}

const FLAGS = ['established', 'ack', 'fin', 'psh', 'rst', 'syn', 'urg', 'fragments']
  .map((name) => `[?${name} ${name}]`)
  .join('')
const ICMP = '[ <icmp_named_msg_type>; <icmp_msg_type> <icmp_msg_code>; <icmp_msg_type>]'
const MARKS = '[ dscp <dscp>][ precedence <precedence>][ tos <tos>]'
const LOG = '[?log_input log-input;?log log]'

/** What an entry is about is told by a protocol, or by a group of services. */
function entry(start: string, side: (name: string) => string): Row {
  return command(
    `${start}<ace_rule_action> {<ace_rule_protocol>;object-group <service_object_group>}${side('source')}${ports('source')}` +
      `${side('destination')}${ports('destination')}${ICMP}${FLAGS}${MARKS}${LOG}`,
  )
}

function standard(action: string): Row {
  return command(
    `<sequence> ${action}{?${action}_any any; host <${action}_host>; <${action}_prefix> <${action}_prefix_mask>; <${action}_prefix>}[?${action}_log log]`,
  )
}

const member4: readonly Row[] = [
  each('hosts', [command('host <ipv4_host>')]),
  each('network_addresses', [command('<ipv4_address> <ipv4_mask>')]),
  each('address_ranges', [command('range <start> <end>')]),
  each('group_objects', [command('group-object <name>')]),
]

/** Lists of ports by how the argument's name ends, and what they say of the source and of the destination. */
const PORT_LISTS: Readonly<Record<string, string>> = {
  dst_port_list: 'eq <port>',
  dst_port_list_op: '<operator> <port>',
  dst_port_ranges: 'range <min_port> <max_port>',
  src_port_list: 'source eq <port>',
  src_port_list_op: 'source <operator> <port>',
  src_port_ranges: 'source range <min_port> <max_port>',
  src_dst_port_list: 'source eq <src_port> eq <dst_port>',
  src_dst_port_list_op: 'source <src_operator> <src_port> <dst_operator> <dst_port>',
  src_dst_port_list_src_op: 'source <src_operator> <src_port> eq <dst_port>',
  src_dst_port_list_dst_op: 'source eq <src_port> <dst_operator> <dst_port>',
  src_range_dst_port_list: 'source range <src_min_port> <src_max_port> eq <dst_port>',
  src_range_dst_port_list_op: 'source range <src_min_port> <src_max_port> <operator> <dst_port>',
  src_dst_range_port_list: 'source eq <src_port> range <dst_min_port> <dst_max_port>',
  src_dst_range_port_list_op: 'source <operator> <src_port> range <dst_min_port> <dst_max_port>',
  src_range_dst_range_port_list: 'source range <src_min_port> <src_max_port> range <dst_min_port> <dst_max_port>',
}

const PROTOCOLS = 'ahp eigrp esp gre icmp igmp ip ipinip nos ospf pcp pim tcp udp'.split(' ')

const MESSAGES = (
  'alternate_address conversion_error echo echo_reply information_reply information_request mask_reply mask_request ' +
  'mobile_redirect parameter_problem redirect router_advertisement router_solicitation source_quench time_exceeded ' +
  'timestamp_reply timestamp_request traceroute unreachable'
).split(' ')

const services: readonly Row[] = [
  ...PROTOCOLS.map((name) => when(name, name)),
  ...MESSAGES.map((name) => when(`icmp_${name}`, `icmp ${name.replaceAll('_', '-')}`)),
  command('icmp <icmp_port_number>'),
  eachText('protocol_numbers', ''),
  ...['tcp', 'udp', 'tcp_udp'].flatMap((protocol) =>
    Object.entries(PORT_LISTS).map(([list, says]) =>
      each(`${protocol}_${list}`, [command(`${protocol.replace('_', '-')} ${says}`)]),
    ),
  ),
  each('group_objects', [command('group-object <name>')]),
]

export const accessListResources: Readonly<Record<string, ResourceTable>> = {
  iosxe_access_list_standard: {
    opens: 'ip access-list standard <name>',
    key: ['name'],
    rows: [each('entries', [standard('permit'), standard('deny')])],
    silent: ['remark'],
  },
  iosxe_access_list_extended: {
    opens: 'ip access-list extended <name>',
    key: ['name'],
    rows: [each('entries', [entry('<sequence> ', side4)])],
    silent: ['remark'],
  },
  iosxe_access_list_ipv6: {
    opens: 'ipv6 access-list <name>',
    key: ['name'],
    rows: [each('entries', [entry('sequence <sequence> ', side6)])],
    silent: ['remark'],
  },
  iosxe_object_group: {
    rows: [
      each('network', member4, 'object-group network <name>'),
      each('service', services, 'object-group service <name>'),
    ],
    silent: ['description', 'fqdn'],
  },
  iosxe_prefix_list: {
    rows: [each('prefixes', [command('ip prefix-list <name> seq <seq> <action> <ip>[ ge <ge>][ le <le>]')])],
    silent: ['prefix_list_description'],
  },
  iosxe_ipv6_prefix_list: {
    rows: [each('prefixes', [command('ipv6 prefix-list <name> seq <seq> <action> <ip>[ ge <ge>][ le <le>]')])],
    silent: ['prefix_list_description', 'sequence_numbers'],
  },
}
