import { originAt, type TemplatePiece } from '@breakwater/core'
import { readTemplate } from '@breakwater/network-os'
import { describe, expect, test } from 'vitest'
import { entry, string, unresolved, type Data, type DictData } from '../data.ts'
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
    [['ios_lldp_global:', '  config: {enabled: false}'], ['no lldp run']],
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

  test('deleted takes away, overridden states everything', () => {
    const task = ['ios_snmp_server:', '  config: {communities: [{name: c1}]}']
    expect(commands(yaml(...task, '  state: deleted'))).toEqual(['no snmp-server community c1'])
    expect(commands(yaml(...task, '  state: overridden'))).toEqual(['no snmp-server', 'snmp-server community c1'])
    expect(read(yaml(...task, '  state: overridden'))).toMatchObject({
      complete: ['snmp.communities', 'snmp.groups', 'snmp.users', 'snmp.hosts', 'snmp.views'],
    })
    expect(commands(yaml('ios_snmp_server:', '  state: deleted'))).toEqual(['no snmp-server'])
  })
})

describe('names', () => {
  test.each([
    ['cisco.ios.ios_facts', { kind: 'none', platform: 'ios' }],
    ['cisco.ios.ios_vlans', { kind: 'none', platform: 'ios' }],
    ['nxos_snmp_server', { kind: 'unsupported', platform: 'nxos' }],
    ['cisco.iosxr.iosxr_config', { kind: 'unsupported', platform: 'iosxr' }],
    ['arista.eos.eos_config', { kind: 'unsupported', platform: 'eos' }],
    ['junipernetworks.junos.junos_config', { kind: 'unsupported', platform: 'junos' }],
    ['cisco.nxos.nxos_facts', { kind: 'none', platform: 'nxos' }],
    ['ansible.builtin.debug', undefined],
    ['my.collection.ios_config', undefined],
  ])('%s', (name, expected) => {
    expect(read(yaml(`${name}:`, '  lines: []'))).toEqual(expected)
  })
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
