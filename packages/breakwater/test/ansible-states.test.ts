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
