import { describe, expect, test } from 'vitest'
import { read } from './project.ts'

const text = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

function note(title: string): string {
  return `no rules know what modules for ${title} do; the play is not judged for them`
}

/** The notes, and the devices with the number of lines that were read of each. */
function told(
  tasks: readonly string[],
  os: string | undefined,
): { notes: readonly string[]; lines: readonly number[] } {
  const { notes, devices } = read({
    'ansible.cfg': text('[defaults]', 'inventory = hosts.ini'),
    'hosts.ini': os === undefined ? 'r1\n' : `r1 ansible_network_os=${os}\n`,
    'site.yml': text('- hosts: all', '  tasks:', ...tasks.map((row) => `    ${row}`)),
    'templates/base.j2': text('hostname r1', 'snmp-server community public RO', 'ip http server', 'end'),
  })
  return { notes, lines: devices.map(({ lines }) => lines) }
}

describe.each([
  ['NX-OS', 'nxos', 'cisco.nxos', 'nxos_', 'snmp_community'],
  ['IOS-XR', 'iosxr', 'cisco.iosxr', 'iosxr_', 'snmp_server'],
  ['EOS', 'eos', 'arista.eos', 'eos_', 'snmp_server'],
  ['Junos', 'junos', 'junipernetworks.junos', 'junos_', 'snmp_server'],
  ['ASA', 'asa', 'cisco.asa', 'asa_', 'acls'],
  ['VyOS', 'vyos', 'vyos.vyos', 'vyos_', 'user'],
])('%s has no parser', (title, short, collection, prefix, module) => {
  const tasks = [
    `- ${prefix}config: {lines: [snmp-server community public RO]}`,
    `- ${collection}.${prefix}${module}: {config: {communities: [{name: public}]}}`,
    `- ${collection}.${prefix}config: {src: base.j2}`,
    `- ${collection}.${prefix}facts:`,
    `- ${prefix}command: {commands: [configure terminal, ip http server]}`,
  ]

  test.each([[undefined], [short], [`${collection}.${short}`]])('modules, with the platform %s: one note', (os) => {
    expect(told(tasks, os)).toEqual({ notes: [note(title)], lines: [] })
  })

  test('cli_config: one note', () => {
    const general = [
      '- cli_config: {config: "snmp-server community public RO"}',
      "- ansible.netcommon.cli_config: {config: \"{{ lookup('template', 'base.j2') }}\"}",
      '- cli_command: {command: show version}',
    ]
    for (const os of [short, `${collection}.${short}`])
      expect(told(general, os)).toEqual({ notes: [note(title)], lines: [] })
  })
})

test('a note for each play', () => {
  const { notes } = read({
    'site.yml': text(
      '- hosts: a',
      '  tasks: [{nxos_config: {lines: [x]}}, {nxos_config: {lines: [x]}}]',
      '- hosts: a',
      '  tasks: [{nxos_config: {lines: [x]}}]',
    ),
  })
  expect(notes).toEqual([note('NX-OS'), note('NX-OS')])
})

test('cli_config of a host whose platform nobody tells is read', () => {
  expect(told(['- cli_config: {config: "snmp-server community public RO"}', '- ios_facts:'], undefined)).toEqual({
    notes: [],
    // The template that nothing reaches is judged alone.
    lines: [1, 4],
  })
})

test('a module of IOS that has no table is told', () => {
  expect(told(['- cisco.ios.ios_new_thing: {config: 1}', '- ios_static_routes: {config: []}'], 'ios').notes).toEqual([
    'cisco.ios.ios_new_thing is not understood; what it does is not judged',
  ])
})
