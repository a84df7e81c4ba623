import { originAt, type TemplatePiece } from '@breakwater/core'
import { readTemplate } from '@breakwater/network-os'
import { describe, expect, test } from 'vitest'
import { dict, entry, string, unresolved, type Data, type DictData } from '../data.ts'
import { parseYaml } from '../yaml.ts'
import type { ModuleReading } from './module.ts'
import { readModule } from './read.ts'
import { supportedParameters } from './support.ts'

/** A task as YAML: its module and the arguments. A value `?name` is one that nobody knows. */
function read(
  yaml: string,
  source?: (path: string) => readonly TemplatePiece[] | undefined,
): ModuleReading | undefined {
  const file = { path: 'play.yml', text: yaml }
  const [task] = parseYaml(file).documents
  if (task?.kind !== 'dict') throw new Error('no task')
  for (const [name, { value }] of task.entries)
    return readModule({
      name: String(name),
      args: filled(value),
      at: originAt(file, 0, yaml.length),
      ...(source !== undefined && { source }),
    })
  throw new Error('no module')
}

function filled(data: Data): Data {
  if (data.kind === 'string' && data.value.startsWith('?')) return unresolved(data.value.slice(1), undefined, data.at)
  if (data.kind === 'list') return { ...data, items: data.items.map(filled) }
  if (data.kind !== 'dict') return data
  return {
    ...data,
    entries: new Map([...data.entries].map(([key, one]) => [key, { ...one, value: filled(one.value) }])),
  }
}

function pieces(yaml: string): readonly TemplatePiece[] {
  const reading = read(yaml)
  if (reading?.kind !== 'text') throw new Error(`no text but ${reading?.kind}`)
  return reading.pieces
}

/** The commands, with holes as `{{name}}`. */
function commands(yaml: string): string[] {
  return pieces(yaml)
    .map(({ text, hole }) => (hole === undefined ? text : `{{${hole.kind === 'unresolved' ? hole.name : hole.kind}}}`))
    .join('')
    .split('\n')
    .slice(0, -1)
}

const yaml = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

describe('free text', () => {
  test('lines below their parents, between before and after', () => {
    const task = yaml(
      'cisco.ios.ios_config:',
      '  before: no ip access-list extended X',
      '  parents: [router bgp 65000, address-family ipv4]',
      '  lines:',
      '    - neighbor 192.0.2.1 activate',
      '    - neighbor 192.0.2.1 next-hop-self',
      '  after: [end]',
    )
    expect(commands(task)).toEqual([
      'no ip access-list extended X',
      'router bgp 65000',
      ' address-family ipv4',
      '  neighbor 192.0.2.1 activate',
      '  neighbor 192.0.2.1 next-hop-self',
      'end',
    ])
  })

  test('a line that nobody knows, lines that nobody knows, and a source that is not there', () => {
    expect(commands(yaml('ios_config:', '  lines: ["?a", ip http server]', '  parents: line vty 0 4'))).toEqual([
      'line vty 0 4',
      ' {{a}}',
      ' ip http server',
    ])
    expect(commands(yaml('ios_config:', '  lines: "?all"'))).toEqual(['{{all}}'])
    expect(commands(yaml('ios_config:', '  src: base.j2'))).toEqual(['{{base.j2}}'])
  })

  test('the text of a source', () => {
    const file = { path: 'templates/base.j2', text: 'hostname pe1\n' }
    const at = originAt(file, 0, file.text.length)
    const reading = read(yaml('ios_config:', '  src: base.j2'), (path) =>
      path === 'base.j2' ? [{ text: file.text, at, template: at }] : undefined,
    )
    expect(reading).toMatchObject({
      kind: 'text',
      pieces: [
        { text: 'hostname pe1\n', at: { span: { file }, via: [{ role: 'task', span: { start: 0, end: 11 } }] } },
      ],
    })
  })

  test('cli_config and banners', () => {
    expect(commands(yaml('ansible.netcommon.cli_config:', '  config: |', '    ip http server', '    end'))).toEqual([
      'ip http server',
      'end',
      '',
    ])
    const banner = yaml('ios_banner:', '  banner: login', '  text: |', '    Authorised', '    use only')
    expect(commands(banner)).toEqual(['banner login ^C', 'Authorised', 'use only', '', '^C'])
    expect(commands(yaml('ios_banner:', '  banner: motd', '  state: absent'))).toEqual(['no banner motd'])
  })
})

describe('resource modules', () => {
  test.each([
    [
      [
        'cisco.ios.ios_snmp_server:',
        '  config:',
        '    communities:',
        '      - {name: c1, rw: true, acl_v4: 10}',
        '      - {name: c2, view: V}',
      ],
      ['snmp-server community c1 rw 10', 'snmp-server community c2 view V'],
    ],
    [
      ['ios_snmp_server:', '  config:', '    groups: [{group: G, version: v3, version_option: priv, acl_v4: "10"}]'],
      ['snmp-server group G v3 priv access 10'],
    ],
    [
      [
        'ios_snmp_server:',
        '  config:',
        '    users:',
        '      - username: U',
        '        group: G',
        '        version: v3',
        '        authentication: {algorithm: sha, password: authpass}',
        '        encryption: {priv: aes, priv_option: "128", password: privpass}',
        '    hosts: [{host: 192.0.2.1, version: "2c", community_string: c3}]',
      ],
      ['snmp-server user U G v3 auth sha authpass priv aes 128 privpass', 'snmp-server host 192.0.2.1 version 2c c3'],
    ],
    [
      [
        'ios_user:',
        '  aggregate:',
        '    - {name: a, configured_password: x1}',
        '    - {name: b, privilege: 1}',
        '  privilege: 15',
        '  password_type: password',
      ],
      ['username a privilege 15', 'username a password x1', 'username b privilege 1'],
    ],
    [['ios_user:', '  name: a', '  state: absent'], ['no username a']],
    [
      ['ios_user:', '  name: a', '  hashed_password: {type: 9, value: $9$h}'],
      ['username a', 'username a secret 9 $9$h'],
    ],
    [
      [
        'ios_acls:',
        '  config:',
        '    - afi: ipv4',
        '      acls:',
        '        - name: MGMT',
        '          acl_type: extended',
        '          aces:',
        '            - grant: permit',
        '              sequence: 10',
        '              protocol: tcp',
        '              source: {address: 10.0.0.0, wildcard_bits: 0.255.255.255}',
        '              destination: {any: true, port_protocol: {eq: 22}}',
        '              log: {set: true}',
        '            - {grant: deny, protocol_options: {icmp: {echo: true}}, source: {host: 192.0.2.1}, destination: {any: true}}',
      ],
      [
        'ip access-list extended MGMT',
        ' 10 permit tcp 10.0.0.0 0.255.255.255 any eq 22 log ',
        ' deny icmp host 192.0.2.1 any echo',
      ],
    ],
    [
      [
        'ios_acl_interfaces:',
        '  config:',
        '    - name: Gi1',
        '      access_groups: [{afi: ipv6, acls: [{name: V6, direction: in}]}]',
      ],
      ['interface Gi1', ' ipv6 traffic-filter V6 in'],
    ],
    [
      [
        'ios_l2_interfaces:',
        '  config: [{name: Gi1, mode: trunk, trunk: {native_vlan: 99, allowed_vlans: ["10", "20-30"]}}]',
      ],
      [
        'interface Gi1',
        ' switchport mode trunk',
        ' switchport trunk native vlan 99',
        ' switchport trunk allowed vlan add 10',
        ' switchport trunk allowed vlan add 20-30',
      ],
    ],
    [
      ['ios_interfaces:', '  config: [{name: Gi1, enabled: false}, {name: Gi2, enabled: true, mode: layer2}]'],
      ['interface Gi1', ' shutdown', 'interface Gi2', ' no shutdown', ' switchport'],
    ],
    [
      ['ios_service:', '  config: {pad: false, password_encryption: true, tcp_small_servers: {enable: true}}'],
      ['no service pad', 'service password-encryption', 'service tcp-small-servers'],
    ],
    [
      [
        'ios_ntp_global:',
        '  config:',
        '    authenticate: true',
        '    servers: [{server: 192.0.2.1, key_id: 1, vrf: M}]',
      ],
      ['ntp authenticate', 'ntp server vrf M 192.0.2.1 key 1'],
    ],
    [
      [
        'ios_logging_global:',
        '  config: {hosts: [{hostname: 192.0.2.9, transport: {tcp: {port: 601}}}], buffered: {size: 4096}}',
      ],
      ['logging host 192.0.2.9 transport tcp port 601', 'logging buffered 4096'],
    ],
    [
      [
        'ios_bgp_global:',
        '  config: {as_number: 65000, neighbors: [{neighbor_address: 192.0.2.1, remote_as: 65001, password_options: {encryption: 0, pass_key: k}}]}',
      ],
      ['router bgp 65000', ' neighbor 192.0.2.1 remote-as 65001', ' neighbor 192.0.2.1 password 0 k'],
    ],
    [
      [
        'ios_ospf_interfaces:',
        '  config: [{name: Gi1, address_family: [{afi: ipv4, authentication: {message_digest: true}}]}]',
      ],
      ['interface Gi1', ' ip ospf authentication message-digest'],
    ],
    [['ios_hostname:', '  config: {hostname: pe1}'], ['hostname pe1']],
    [['ios_lldp_global:', '  config: {enabled: true}'], ['lldp run']],
    [['ios_lldp_global:', '  config: {enabled: false}'], []],
    [['ios_lldp:', '  state: disabled'], ['no lldp run']],
    [
      ['ios_user:', '  name: a', '  password_type: password', '  hashed_password: {type: 7, value: "02050D480809"}'],
      ['username a', 'username a password 7 02050D480809'],
    ],
    [
      ['ios_user:', '  aggregate: [{name: a, state: absent}, {name: b, role: ops}]'],
      ['no username a', 'username b view ops'],
    ],
    [
      [
        'ios_line:',
        '  config:',
        '    lines:',
        '      - name: vty 0 4',
        '        access_classes_in: MGMT',
        '        exec: {timeout: 5}',
        '        login: default',
        '        password: {hash: 7, value: "02050D480809"}',
        '        accounting: {commands: [{level: 15, command: CMDS}]}',
        '        transport: [{name: input, ssh: true, telnet: true}, {name: preferred, none: true}]',
      ],
      [
        'line vty 0 4',
        ' access-class MGMT in',
        ' exec-timeout 5 0',
        ' password 7 02050D480809',
        ' accounting commands 15 CMDS',
        ' transport input telnet ssh',
      ],
    ],
    // `merged` leaves on the device whatever else was accepted.
    [
      ['ios_line:', '  config: {lines: [{name: vty 0 4, transport: [{name: input, ssh: true}]}]}'],
      ['line vty 0 4', ' transport input ssh {{transport}}'],
    ],
    [
      [
        'ios_line:',
        '  config: {lines: [{name: vty 0 4, login: default, transport: [{name: input, ssh: true}]}]}',
        '  state: overridden',
      ],
      [
        'line vty 0 4',
        ' no access-class 1 in',
        ' no access-class 1 out',
        ' exec-timeout 10 0',
        ' no password',
        ' default privilege level',
        ' login authentication default',
        ' transport input ssh',
      ],
    ],
    [
      [
        'ios_hsrp_interfaces:',
        '  config:',
        '    - name: Gi1',
        '      version: 2',
        '      standby_groups:',
        '        - group_no: 5',
        '          ip: [{virtual_ip: 192.0.2.1}]',
        '          ipv6: {addresses: ["2001:db8::1/64"]}',
        '          authentication: {password_text: hush}',
      ],
      [
        'interface Gi1',
        ' standby version 2',
        ' standby 5 ip 192.0.2.1',
        ' standby 5 ipv6 2001:db8::1/64',
        ' standby 5 authentication hush',
      ],
    ],
    [
      [
        'ios_bgp:',
        '  config:',
        '    bgp_as: 64496',
        '    neighbors: [{neighbor: 192.0.2.1, remote_as: 64497, password: k, enabled: false}]',
        '    address_family: [{afi: ipv4, neighbors: [{neighbor: 192.0.2.1, activate: true, prefix_list_in: P}]}]',
      ],
      [
        'router bgp 64496',
        ' neighbor 192.0.2.1 remote-as 64497',
        ' neighbor 192.0.2.1 password k',
        ' neighbor 192.0.2.1 shutdown',
        ' address-family ipv4',
        '  neighbor 192.0.2.1 activate',
        '  neighbor 192.0.2.1 prefix-list P in',
      ],
    ],
    [['ios_bgp:', '  config: {bgp_as: 64496}', '  operation: delete'], ['no router bgp 64496']],
    [
      [
        'ios_bgp_address_family:',
        '  config:',
        '    as_number: 64496',
        '    address_family:',
        '      - afi: ipv4',
        '        neighbors:',
        '          - neighbor_address: 192.0.2.1',
        '            route_maps: [{name: IN, in: true}]',
        '            filter_list: {path_acl: 7, out: true}',
      ],
      [
        'router bgp 64496',
        ' address-family ipv4',
        '  neighbor 192.0.2.1 route-map IN in',
        '  neighbor 192.0.2.1 filter-list 7 out',
      ],
    ],
    [
      [
        'ios_prefix_lists:',
        '  config: [{afi: ipv6, prefix_lists: [{name: P, entries: [{action: permit, sequence: 5, prefix: "2001:db8::/32", le: 48}]}]}]',
      ],
      ['ipv6 prefix-list P seq 5 permit 2001:db8::/32 le 48'],
    ],
    [
      ['ios_route_maps:', '  config: [{route_map: R, entries: [{action: deny, sequence: 10}]}]'],
      ['route-map R deny 10'],
    ],
    [
      ['ios_lag_interfaces:', '  config: [{name: Port-channel12, members: [{member: Gi1, mode: active}]}]'],
      ['interface Gi1', ' channel-group 12 mode active'],
    ],
    [
      ['ios_linkagg:', '  group: 10', '  mode: "on"', '  members: [Gi1, Gi2]'],
      ['interface Gi1', ' channel-group 10 mode on', 'interface Gi2', ' channel-group 10 mode on'],
    ],
    [
      ['ios_spanning_tree:', '  config: {portfast: {bpduguard_default: true, edge_default: false}}'],
      ['spanning-tree portfast edge bpduguard default', 'no spanning-tree portfast edge default'],
    ],
    [
      ['ios_vlans:', '  config: [{vlan_id: 9, remote_span: true}]'],
      ['vlan 9', ' remote-span'],
    ],
    [
      ['ios_vrf:', '  vrfs: [red, {name: blue, rd: "1:1", interfaces: [Gi1]}]'],
      ['vrf definition red', 'vrf definition blue', ' rd 1:1', 'interface Gi1', ' vrf forwarding blue'],
    ],
    [
      [
        'ios_ospf_interfaces:',
        '  config: [{name: Gi1, address_family: [{afi: ipv6, process: {id: 1, area_id: "0"}}]}]',
      ],
      ['interface Gi1', ' ipv6 ospf 1 area 0'],
    ],
    [
      ['ios_ospfv3:', '  config: {processes: [{process_id: 1, passive_interface: default}]}'],
      ['router ospfv3 1', ' passive-interface default'],
    ],
    [
      ['ios_system:', '  domain_name: [example.net, {name: example.org, vrf: M}]', '  lookup_enabled: false'],
      ['ip domain name example.net', 'ip domain name vrf M example.org', 'no ip domain lookup'],
    ],
    [
      ['ios_interface:', '  aggregate: [{name: Gi1, enabled: false}, {name: Lo1, state: absent}]'],
      ['interface Gi1', ' shutdown', 'no interface Lo1'],
    ],
    [
      ['ios_l2_interface:', '  name: Gi1', '  mode: trunk', '  native_vlan: 9', '  trunk_allowed_vlans: 2-10'],
      [
        'interface Gi1',
        ' switchport mode trunk',
        ' switchport trunk native vlan 9',
        ' switchport trunk allowed vlan 2-10',
      ],
    ],
    [
      ['ios_l3_interface:', '  name: Gi1', '  ipv4: 192.0.2.1/24'],
      ['interface Gi1', ' ip address 192.0.2.1/24'],
    ],
    [
      ['ios_acls:', '  config: [{afi: ipv4, acls: [{name: 10, aces: [{grant: permit, source: {host: 192.0.2.9}}]}]}]'],
      ['ip access-list standard 10', ' permit host 192.0.2.9'],
    ],
  ])('%#', (task, expected) => {
    expect(commands(yaml(...task))).toEqual(expected)
  })

  test('what nobody knows', () => {
    expect(commands(yaml('ios_snmp_server:', '  config: "?snmp"'))).toEqual(['{{snmp}}'])
    expect(commands(yaml('ios_snmp_server:', '  config: {communities: "?list"}'))).toEqual(['{{list}}'])
    expect(commands(yaml('ios_snmp_server:', '  config: {communities: [{name: "?c", rw: "?w"}]}'))).toEqual([
      'snmp-server community {{c}} {{w}}',
    ])
    expect(commands(yaml('ios_interfaces:', '  config: [{name: "?n", enabled: "?e"}]'))).toEqual([
      'interface {{n}}',
      ' {{e}}',
    ])
  })
})

describe('states', () => {
  test.each(['rendered', 'gathered', 'parsed'])('%s changes nothing', (state) => {
    expect(read(yaml('ios_hostname:', '  config: {hostname: a}', `  state: ${state}`))).toEqual({
      kind: 'none',
      platform: 'ios',
    })
  })

  /** What is cleared, with the commands before and after it. */
  function steps(...rows: readonly string[]): unknown[] {
    const found: unknown[] = []
    let line = ''
    for (const { text, clears } of pieces(yaml(...rows))) {
      if (clears !== undefined) found.push(clears)
      line += text
      if (!line.endsWith('\n')) continue
      found.push(line.slice(0, -1))
      line = ''
    }
    return found
  }

  const snmp = ['ios_snmp_server:', '  config: {communities: [{name: c1}]}']
  const ownedBySnmp = {
    lists: ['snmp.communities', 'snmp.groups', 'snmp.users', 'snmp.hosts', 'snmp.views'],
    settings: ['snmp.fileTransferAccessList', 'snmp.sourceInterface', 'snmp.configTraps'],
  }

  test.each([
    ['merged', ['snmp-server community c1']],
    ['replaced', [ownedBySnmp, 'snmp-server community c1']],
    ['overridden', [ownedBySnmp, 'snmp-server community c1']],
    ['deleted', [ownedBySnmp]],
  ])('one thing for the whole device, %s', (state, expected) => {
    expect(steps(...snmp, `  state: ${state}`)).toEqual(expected)
  })

  test('a parameter that nobody knows may put a setting back', () => {
    const task = ['ios_snmp_server:', '  config: {communities: [{name: "?c"}]}', '  state: overridden']
    expect(steps(...task)).toEqual([{ lists: ownedBySnmp.lists, settings: [], fields: [] }, 'snmp-server community '])
  })

  const acls = [
    'ios_acls:',
    '  config: [{afi: ipv4, acls: [{name: A, acl_type: standard, aces: [{grant: permit, source: {any: true}}]}]}]',
  ]

  test.each([
    ['merged', ['ip access-list standard A', ' permit any']],
    ['replaced', ['no ip access-list standard A', 'ip access-list standard A', ' permit any']],
    [
      'overridden',
      [{ lists: ['accessLists'] }, 'no ip access-list standard A', 'ip access-list standard A', ' permit any'],
    ],
    ['deleted', ['no ip access-list standard A']],
  ])('things of which each has a name, %s', (state, expected) => {
    expect(steps(...acls, `  state: ${state}`)).toEqual(expected)
  })

  test('deleted without parameters takes away every one', () => {
    expect(steps('ios_acls:', '  state: deleted')).toEqual([{ lists: ['accessLists'] }])
  })

  const ports = ['ios_interfaces:', '  config: [{name: Gi1, description: up}]']
  const fields = ['interfaces[].description', 'interfaces[].shutdown']
  const resets = ['interface Gi1', ' no description', ' no shutdown']

  test.each([
    ['merged', ['interface Gi1', ' description up']],
    ['replaced', [...resets, ' description up']],
    ['overridden', [{ fields }, ...resets, ' description up']],
    ['deleted', resets],
    ['purged', ['no interface Gi1']],
  ])('settings of interfaces, %s', (state, expected) => {
    expect(steps(...ports, `  state: ${state}`)).toEqual(expected)
  })

  const trunk = ['ios_l2_interfaces:', '  config: [{name: Gi1, trunk: {allowed_vlans: ["10", "20-30"]}}]']

  test('a trunk carries just what replaced says', () => {
    expect(steps(...trunk, '  state: replaced').slice(-2)).toEqual([
      ' no switchport trunk allowed vlan',
      ' switchport trunk allowed vlan 10,20-30',
    ])
  })

  test.each([
    ['merged', ['router bgp 64496', ' neighbor 192.0.2.1 remote-as 64497']],
    ['replaced', ['router bgp 64496', ' neighbor 192.0.2.1 remote-as 64497']],
    ['deleted', []],
    ['purged', ['no router bgp 64496']],
  ])('BGP, %s', (state, expected) => {
    const config = '  config: {as_number: 64496, neighbors: [{neighbor_address: 192.0.2.1, remote_as: 64497}]}'
    expect(steps('ios_bgp_global:', config, `  state: ${state}`)).toEqual(expected)
  })

  test('purge leaves the user admin, so the list is whole only where that one is stated', () => {
    const purged = { lists: ['users'], keep: ['admin'] }
    expect(steps('ios_user:', '  purge: true')).toEqual([{ ...purged, open: true }])
    expect(steps('ios_user:', '  purge: true', '  aggregate: [{name: a}]')).toEqual([
      { ...purged, open: true },
      'username a',
    ])
    expect(steps('ios_user:', '  purge: true', '  aggregate: [a, admin]')).toEqual([
      { ...purged, open: false },
      'username a',
      'username admin',
    ])
  })
})

test('arguments that nobody knows may state anything', () => {
  const file = { path: 'play.yml', text: '{state: merged}\n' }
  const [args] = parseYaml(file).documents as [DictData]
  args.open = { kind: 'unresolved', name: 'more' }
  const reading = readModule({ name: 'ios_snmp_server', args, at: originAt(file, 0, 15) })
  expect(reading?.kind === 'text' && reading.pieces.flatMap(({ hole }) => hole ?? [])).toEqual([args.open])
})

describe('what only asks', () => {
  test.each([
    ['ios_command', '  commands: [show version]', []],
    [
      'cisco.ios.ios_command',
      '  commands: [{command: configure terminal}, ip http server]',
      ['cisco.ios.ios_command enters the configuration mode; what it configures is not judged'],
    ],
    [
      'cli_command',
      '  command: conf t',
      ['cli_command enters the configuration mode; what it configures is not judged'],
    ],
  ])('%s %s', (name, args, expected) => {
    const reading = read(yaml(`${name}:`, args))
    expect(reading?.kind === 'text' ? reading.notes.map(({ message }) => message) : []).toEqual(expected)
    expect(reading?.kind === 'text' ? reading.pieces : []).toEqual([])
  })
})

describe('ios_config', () => {
  test('what it compares, saves and backs up enters nothing', () => {
    expect(commands(yaml('ios_config:', '  save_when: modified', '  backup: true', '  diff_against: startup'))).toEqual(
      [],
    )
    expect(commands(yaml('ios_config:', '  defaults: true', '  running_config: "ip http server"'))).toEqual([])
  })

  test.each([['match: none'], ['match: exact'], ['match: strict'], ['replace: block'], ['replace: line']])(
    '%s: in the end the device has the lines',
    (option) => {
      expect(commands(yaml('ios_config:', `  ${option}`, '  parents: line vty 0 4', '  lines: [login local]'))).toEqual(
        ['line vty 0 4', ' login local'],
      )
    },
  )

  test('commands is another name for lines; a name that is not defined is a line that nobody knows', () => {
    expect(commands(yaml('ios_config:', '  commands: [ip http server]'))).toEqual(['ip http server'])
  })
})

describe('names', () => {
  test.each([
    ['cisco.ios.ios_facts', { kind: 'none', platform: 'ios' }],
    ['cisco.ios.ios_static_routes', { kind: 'none', platform: 'ios' }],
    ['cisco.ios.ping', { kind: 'none', platform: 'ios' }],
    ['cisco.ios.ios_new_thing', { kind: 'unknown', platform: 'ios' }],
    ['cisco.ios.config', { kind: 'text', platform: 'ios' }],
    ['ios_user', { kind: 'text', platform: 'ios' }],
    ['cisco.ios.ios_user', { kind: 'text', platform: 'ios' }],
    ['cisco.ios.user', { kind: 'text', platform: 'ios' }],
    ['nxos_snmp_server', { kind: 'unsupported', os: { title: 'NX-OS' } }],
    ['cisco.iosxr.iosxr_config', { kind: 'unsupported', os: { title: 'IOS-XR' } }],
    ['arista.eos.eos_config', { kind: 'unsupported', os: { title: 'EOS' } }],
    ['junipernetworks.junos.junos_config', { kind: 'unsupported', os: { title: 'Junos' } }],
    ['cisco.asa.asa_acls', { kind: 'unsupported', os: { title: 'ASA' } }],
    ['vyos_config', { kind: 'unsupported', os: { title: 'VyOS' } }],
    ['community.network.exos_config', { kind: 'unsupported', os: { title: 'EXOS' } }],
    ['cisco.nxos.nxos_facts', { kind: 'none', platform: 'nxos' }],
    ['ansible.builtin.debug', undefined],
    ['my.collection.ios_config', undefined],
  ])('%s', (name, expected) => {
    const reading = read(yaml(`${name}:`, '  lines: []'))
    if (expected === undefined) expect(reading).toBeUndefined()
    else expect(reading).toMatchObject(expected)
  })
})

test('a platform is added by its modules alone', () => {
  const tables = [{ names: ['nxos_hostname'], root: 'config', rows: [{ path: '', command: 'hostname {hostname}' }] }]
  const platforms = new Map([['nxos' as const, { tables, nothingJudged: ['nxos_vlans'] }]])
  const file = { path: 'play.yml', text: '{hostname: n1}\n' }
  const [config] = parseYaml(file).documents
  const args = dict(new Map([['config', { key: string('config'), value: config as Data }]]))
  const call = { args, at: originAt(file, 0, 14) }
  const reading = readModule({ ...call, name: 'cisco.nxos.nxos_hostname' }, platforms)
  expect(reading?.kind === 'text' && [reading.platform, reading.pieces.map(({ text }) => text).join('')]).toEqual([
    'nxos',
    'hostname n1\n',
  ])
  expect(readModule({ ...call, name: 'nxos_vlans' }, platforms)).toEqual({ kind: 'none', platform: 'nxos' })
  expect(readModule({ ...call, name: 'nxos_new_thing' }, platforms)).toEqual({ kind: 'unknown', platform: 'nxos' })
})

test('a value at fault is in its own place, what the task enters at the task', () => {
  const text = yaml('ios_snmp_server:', '  config:', '    communities:', '      - name: public', '        rw: true')
  const file = { path: 'play.yml', text }
  const reading = readTemplate({ pieces: pieces(text), at: originAt(file, 0, 1) }, { name: 'pe1', platform: 'ios' })
  const [community] = reading?.device.snmp.communities.items ?? []
  const told = (span: { start: number; end: number } | undefined): string => text.slice(span?.start, span?.end)
  expect(told(community?.at.span)).toBe('name: public')
  expect(told(community?.wellKnown.at.span)).toBe('public')
  expect(reading?.device.secrets.items.map(({ secret }) => told(secret))).toEqual(['public'])
})

test('a value from elsewhere is changed there, by way of the task', () => {
  const vars = { path: 'vars.yml', text: 'community: public\n' }
  const file = { path: 'play.yml', text: 'ios_config: {lines: "snmp-server community {{ community }} RO"}\n' }
  const at = originAt(vars, 11, 17)
  const own = originAt(file, 20, 62)
  const line: Data = {
    ...string('snmp-server community public RO', own, [
      { text: 'snmp-server community ', at: own, deps: [], hole: undefined },
      { text: 'public', at, deps: ['community'], hole: undefined },
      { text: ' RO', at: own, deps: [], hole: undefined },
    ]),
  }
  const [args] = parseYaml({ path: 'x.yml', text: 'lines: [x]\n' }).documents as [DictData]
  const lines = entry(args, 'lines')
  if (lines?.kind !== 'list') throw new Error('no list')
  lines.items[0] = line
  const reading = readModule({ name: 'ios_config', args, at: originAt(file, 0, file.text.length) })
  if (reading?.kind !== 'text') throw new Error('no text')
  const { device } = readTemplate({ pieces: reading.pieces, at: own }, { name: 'pe1', platform: 'ios' }) ?? {}
  const [community] = device?.snmp.communities.items ?? []
  expect(community?.wellKnown.at.span).toEqual(at.span)
  expect(community?.wellKnown.at.via.map(({ role, span }) => [role, span.file.path])).toEqual([['task', 'play.yml']])
  expect(community?.at.span.file.path).toBe('play.yml')
})

test('every parameter has a command, and its table says which', () => {
  const all = supportedParameters()
  expect(all.length).toBeGreaterThan(100)
  expect(all).toContainEqual({
    module: 'ios_acl_interfaces',
    parameter: 'config[].access_groups[].acls[]',
    command: 'interface {name} / {^afi:ipv6?ipv6 traffic-filter|ip access-group} {name} {direction}',
  })
})
