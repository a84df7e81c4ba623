import { ansibleFrontend } from '@breakwater/ansible'
import { judge, type Origin, type SourceFile } from '@breakwater/core'
import { rules } from '@breakwater/rules'
import { describe, expect, test } from 'vitest'
import { memoryFiles } from './memory-files.ts'

const text = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

/** `group_vars/all.yml:2:7` */
function place({ span: { file, start } }: Origin): string {
  const before = file.text.slice(0, start).split('\n')
  return `${file.path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
}

/** What a rule says of pe1 after some tasks: `verdict: message at place`. */
function judged(id: string, tasks: readonly string[], files: Readonly<Record<string, string>> = {}): string[] {
  const all: Record<string, string> = {
    'hosts.ini': 'pe1 ansible_network_os=cisco.ios.ios\n',
    'site.yml': text('- hosts: all', '  tasks:', ...tasks.map((row) => `    ${row}`)),
    ...files,
  }
  const sources: SourceFile[] = Object.entries(all).map(([path, written]) => ({ path, text: written }))
  const reading = ansibleFrontend.read(
    sources.map(({ path }) => path).filter((path) => ansibleFrontend.claims(path)),
    memoryFiles(sources),
    {
      extraVars: [],
      inventory: [],
      vars: [],
    },
  )
  const devices = [...reading.devices].map(({ device }) => device)
  const enabled = rules
    .filter((rule) => rule.id === id)
    .map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults }))
  if (enabled.length === 0) throw new Error(`no rule ${id}`)
  const { findings } = judge(devices, { rules: enabled, today: '2026-11-24', evidence: true })
  return findings.map(({ judgement: { verdict, message, at } }) => `${verdict}: ${message} at ${place(at)}`)
}

const DEFAULT = 'The SNMP community string is a default or a guessable word; remove it'
const UNSEEN = 'unknown: cannot tell: a community string is a default or a guessable word at site.yml:3:7'

const added = ['- cisco.ios.ios_snmp_server:', '    config: {communities: [{name: public, acl_v4: 10}]}']

function snmp(state: string, config = '{contact: noc}'): string[] {
  return ['- cisco.ios.ios_snmp_server:', `    config: ${config}`, `    state: ${state}`]
}

/** A task that states `public` and then one of that state about something else; the two alone; and one that states `public`. */
describe.each([
  ['merged', [`fail: ${DEFAULT} at site.yml:4:39`], [UNSEEN], [`fail: ${DEFAULT} at site.yml:4:39`]],
  [
    'replaced',
    ['pass: there is no community at site.yml:6:17'],
    ['pass: there is no community at site.yml:4:17'],
    [`fail: ${DEFAULT} at site.yml:4:39`],
  ],
  [
    'overridden',
    ['pass: there is no community at site.yml:6:17'],
    ['pass: there is no community at site.yml:4:17'],
    [`fail: ${DEFAULT} at site.yml:4:39`],
  ],
  [
    'deleted',
    ['pass: there is no community at site.yml:5:7'],
    ['notapplicable: not applicable: nothing that the rule judges is there at site.yml:3:7'],
    ['notapplicable: not applicable: nothing that the rule judges is there at site.yml:3:7'],
  ],
  ['gathered', [`fail: ${DEFAULT} at site.yml:4:39`], [], []],
  ['rendered', [`fail: ${DEFAULT} at site.yml:4:39`], [], []],
  ['parsed', [`fail: ${DEFAULT} at site.yml:4:39`], [], []],
  [
    '"{{ s }}"',
    [`fail: ${DEFAULT} at site.yml:4:39`],
    [UNSEEN],
    [`fail: ${DEFAULT} (when state is merged) at site.yml:4:39`],
  ],
])('ios_snmp_server, state: %s', (state, after, alone, itself) => {
  const id = 'snmp/no-default-community'

  test('what stood before', () => {
    expect(judged(id, [...added, ...snmp(state)])).toEqual(after)
  })

  test('what it says of what it does not name', () => {
    expect(judged(id, snmp(state))).toEqual(alone)
  })

  test('what it names', () => {
    expect(judged(id, snmp(state, '{communities: [{name: public}]}'))).toEqual(itself)
  })
})

describe('what makes a list whole', () => {
  const id = 'snmp/no-default-community'

  test('a value stands where a person edits it', () => {
    const task = snmp('overridden', '{communities: [{name: "{{ community }}"}]}')
    expect(judged(id, task, { 'group_vars/all.yml': 'community: public\n' })).toEqual([
      `fail: ${DEFAULT} at group_vars/all.yml:1:12`,
    ])
  })

  test('a later task adds to it', () => {
    expect(judged(id, [...snmp('overridden'), ...added])).toEqual([`fail: ${DEFAULT} at site.yml:7:39`])
  })

  test.each([
    ['a list that nobody knows', [...added, ...snmp('overridden', '{communities: "{{ list }}"}')]],
    ['parameters that nobody knows', [...snmp('overridden', '"{{ all }}"')]],
    ['later tasks that nobody sees', [...snmp('overridden'), '- include_tasks: gone.yml']],
    ['a later command that nobody knows', [...snmp('overridden'), '- ios_config: {lines: "{{ line }}"}']],
    ['a condition that nobody can decide', [...snmp('overridden'), '  when: later']],
  ])('not with %s', (_, tasks) => {
    expect(judged(id, tasks)).toEqual([UNSEEN])
  })

  test('under a condition that nobody can decide what stood before may stay', () => {
    expect(judged(id, [...added, ...snmp('overridden'), '  when: later'])).toEqual([
      `fail: ${DEFAULT} at site.yml:4:39`,
    ])
  })

  test('a task in check mode changes nothing', () => {
    expect(judged(id, [...added, ...snmp('overridden'), '  check_mode: true'])).toEqual([
      `fail: ${DEFAULT} at site.yml:4:39`,
    ])
  })
})

describe('other modules that state the whole', () => {
  const ntp = ['- ios_ntp_global:', '    config: {servers: [{server: 192.0.2.1}]}']
  const one = 'The time comes from one server only (192.0.2.1); name a second one'

  test.each([
    ['merged', 'unknown: cannot tell: ', '3:7'],
    ['replaced', 'fail: ', '4:17'],
    ['overridden', 'fail: ', '4:17'],
  ])('ios_ntp_global, state: %s', (state, verdict, at) => {
    expect(judged('ntp/redundant-servers', [...ntp, `    state: ${state}`])).toEqual([
      `${verdict}${one} at site.yml:${at}`,
    ])
  })

  test.each([
    ['merged', 'unknown: cannot tell: Logs stay on the device; send them to a collector at site.yml:3:7'],
    ['replaced', 'fail: Logs stay on the device; send them to a collector at site.yml:4:17'],
    ['overridden', 'fail: Logs stay on the device; send them to a collector at site.yml:4:17'],
    ['deleted', 'fail: Logs stay on the device; send them to a collector at site.yml:3:7'],
  ])('ios_logging_global, state: %s', (state, expected) => {
    expect(
      judged('logging/remote-host', [
        '- ios_logging_global:',
        '    config: {trap: informational}',
        `    state: ${state}`,
      ]),
    ).toEqual([expected])
  })
})

describe('tasks in their order', () => {
  const old = ['- ios_user: {name: old, configured_password: k1wi-jam, password_type: password}']

  test.each([
    ['nothing', [], ['old']],
    ['another user', ['- ios_user: {name: ops, hashed_password: {type: 9, value: $9$x}}'], ['old']],
    ['absent', ['- ios_user: {name: old, state: absent}'], []],
    ['purge', ['- ios_user: {purge: true, aggregate: [{name: ops, hashed_password: {type: 9, value: $9$x}}]}'], []],
    ['overridden', ['- ios_user_global: {state: overridden, config: {users: [{name: ops}]}}'], []],
    ['no purge', ['- ios_user: {purge: false, name: ops, hashed_password: {type: 9, value: $9$x}}'], ['old']],
  ])('a user with a password, then %s', (_, tasks, failing) => {
    const told = judged('credentials/username-secret', [...old, ...tasks]).filter((one) => one.startsWith('fail'))
    expect(told).toHaveLength(failing.length)
    for (const one of told) expect(one).toMatch(/ at site\.yml:3:\d+$/)
  })

  const acl = (state: string, source: string): string[] => [
    '- ios_acls:',
    `    config: [{afi: ipv4, acls: [{name: MGMT, acl_type: standard, aces: [{grant: permit, source: ${source}}]}]}]`,
    `    state: ${state}`,
  ]
  const lines = ['- ios_config: {parents: line vty 0 4, lines: access-class MGMT in}']
  const wide = 'fail: Access list MGMT (VTY lines 0-4) permits every source; permit the management networks only'

  test.each([
    ['merged', [`${wide} at site.yml:5:107`]],
    ['replaced', []],
    ['overridden', []],
  ])('an access list that is too wide, then %s', (state, expected) => {
    const told = judged('mgmt/vty-acl-not-permissive', [
      ...lines,
      ...acl('merged', '{any: true}'),
      ...acl(state, '{host: 192.0.2.9}'),
    ]).filter((one) => one.startsWith('fail'))
    expect(told).toEqual(expected)
  })

  test('an access list that overridden leaves out is not there', () => {
    const other = acl('overridden', '{any: true}').map((row) => row.replace('MGMT', 'OTHER'))
    expect(judged('mgmt/acl-undefined', [...lines, ...other]).map((one) => one.slice(0, 5))).toEqual(['fail:'])
    const kept = acl('merged', '{any: true}').map((row) => row.replace('MGMT', 'OTHER'))
    expect(judged('mgmt/acl-undefined', [...lines, ...kept]).map((one) => one.slice(0, 8))).toEqual(['unknown:'])
  })

  const vty = (state: string, protocol: string): string[] => [
    '- ios_line:',
    `    config: {lines: [{name: vty 0 4, transport: [{name: input, ${protocol}: true}]}]}`,
    `    state: ${state}`,
  ]

  test.each([
    ['merged', 'telnet', 'fail:'],
    ['merged', 'ssh', 'unknown:'],
    ['overridden', 'ssh', 'pass:'],
  ])('ios_line, state: %s, %s', (state, protocol, verdict) => {
    expect(judged('mgmt/no-telnet', vty(state, protocol)).map((one) => one.split(' ')[0])).toEqual([verdict])
  })
})

describe('a flag stands where a person edits it', () => {
  const vars = {
    'group_vars/all.yml': text(
      'snmp:',
      '  communities:',
      '    - name: k1wi-jam',
      '      acl_v4: 10',
      '      rw: true',
      'service:',
      '  sequence_numbers: true',
      '  password_encryption: false',
      'lldp:',
      '  enabled: true',
      'ports:',
      '  - name: GigabitEthernet1/0/1',
      '    access: {vlan: 10}',
      '    mode: dynamic_auto',
      'acls:',
      '  - afi: ipv4',
      '    acls:',
      '      - name: MGMT',
      '        acl_type: extended',
      '        aces:',
      '          - grant: permit',
      '            protocol: ip',
      '            source:',
      '              any: true',
      '            destination:',
      '              any: true',
    ),
  }

  test.each([
    ['snmp/no-write', ['- ios_snmp_server: {config: "{{ snmp }}"}'], '5:11'],
    ['credentials/service-password-encryption', ['- ios_service: {config: "{{ service }}"}'], '8:24'],
    ['l2/dtp-disabled', ['- ios_l2_interfaces: {config: "{{ ports }}"}'], '14:11'],
    [
      'mgmt/vty-acl-not-permissive',
      ['- ios_config: {parents: line vty 0 4, lines: access-class MGMT in}', '- ios_acls: {config: "{{ acls }}"}'],
      '24:20',
    ],
  ])('%s', (id, tasks, at) => {
    const told = judged(id, tasks, vars).filter((one) => one.startsWith('fail'))
    expect(told.map((one) => one.slice(one.lastIndexOf(' at ')))).toEqual([` at group_vars/all.yml:${at}`])
  })
})
