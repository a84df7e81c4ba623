import { describe, expect, test } from 'vitest'
import { device, place, read } from './project.ts'

const text = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

const project = {
  'ansible.cfg': text('[defaults]', 'inventory = hosts.ini'),
  'hosts.ini': text('[pe]', 'pe[1:2]', '', '[pe:vars]', 'ansible_network_os=cisco.ios.ios'),
  'group_vars/all.yml': text('---', 'snmp:', '  # the old one', '  community: public', 'ssh_version: 1'),
  'host_vars/pe2.yml': text('ssh_version: 2'),
  'site.yml': text(
    '- hosts: pe',
    '  gather_facts: false',
    '  tasks:',
    '    - name: Base',
    '      cisco.ios.ios_config:',
    '        src: base.j2',
  ),
  'templates/base.j2': text(
    'hostname {{ inventory_hostname }}',
    'snmp-server community {{ snmp.community }} RO',
    'ip ssh version {{ ssh_version }}',
  ),
}

describe('a template that a task pushes', () => {
  const found = read(project)

  test('a device for each host, with its groups and files', () => {
    expect(found.devices.map((each) => [each.device.name, each.groups, each.file.path])).toEqual([
      ['pe1', ['pe'], 'site.yml'],
      ['pe2', ['pe'], 'site.yml'],
    ])
    expect(found.files).toEqual(Object.keys(project).toSorted())
    expect(found.notes).toEqual([])
  })

  test('a value stands where a person edits it, by way of the template and the task', () => {
    const { snmp, ssh, coverage } = device(found, 'pe1')
    const [community] = snmp.communities.items
    expect(community && place(community.wellKnown.at)).toBe(
      'group_vars/all.yml:4:14 < templates/base.j2:2:26 < site.yml:4:7',
    )
    expect(community && place(community.at)).toBe('templates/base.j2:2:1 < site.yml:4:7')
    expect(place(ssh.version.at)).toBe('group_vars/all.yml:5:14 < templates/base.j2:3:19 < site.yml:4:7')
    expect(ssh.version).toMatchObject({ state: 'known', value: 1 })
    expect(coverage).toBe('part')
  })

  test('another host has its own value', () => {
    const { ssh } = device(found, 'pe2')
    expect(ssh.version).toMatchObject({ state: 'known', value: 2 })
    expect(place(ssh.version.at)).toBe('host_vars/pe2.yml:1:14 < templates/base.j2:3:19 < site.yml:4:7')
  })

  test('a value of the command line has no place: its use has', () => {
    const { ssh } = device(read(project, { extraVars: ['ssh_version=1 x=2'] }), 'pe2')
    expect(ssh.version).toMatchObject({ state: 'known', value: 1 })
    expect(place(ssh.version.at)).toBe('templates/base.j2:3:1 < site.yml:4:7')
  })
})

/** What one play does to pe1. */
function play(rows: readonly string[], files: Readonly<Record<string, string>> = {}) {
  return read({
    'hosts.ini': 'pe1 ansible_network_os=ios\n',
    'site.yml': text('- hosts: all', '  tasks:', ...rows.map((row) => `    ${row}`)),
    ...files,
  })
}

const ssh = ['- ios_config:', '    lines: "ip ssh version {{ v }}"']

describe('conditions', () => {
  test('what is surely skipped is not there', () => {
    const { devices } = play([
      '- ios_config: {lines: ip http server}',
      '  when: inventory_hostname == "pe2"',
      ...ssh.map((row) => row.replace('{{ v }}', '2')),
    ])
    expect(devices[0]?.device.http.server.state).toBe('unknown')
    expect(devices[0]?.device.ssh.version).toMatchObject({ state: 'known', value: 2 })
  })

  test('what nobody can decide is told', () => {
    const found = play(['- ios_facts:', '  register: r', '- ios_config: {lines: ip ssh version 1}', '  when: r.x == 1'])
    const { version } = device(found, 'pe1').ssh
    expect(version).toMatchObject({ state: 'unknown', why: { kind: 'conditional' } })
    expect(
      version.state === 'unknown' && version.possible?.map((one) => one.at.when?.map(({ text: told }) => told)),
    ).toEqual([undefined, ['r.x == 1']])
  })

  test('a handler runs if its task changes something', () => {
    const found = read({
      'hosts.ini': 'pe1 ansible_network_os=ios\n',
      'site.yml': text(
        '- hosts: all',
        '  tasks:',
        '    - name: Push',
        '      ios_config: {lines: ip ssh version 2}',
        '      notify: again',
        '  handlers:',
        '    - name: again',
        '      ios_config: {lines: ip ssh version 1}',
        '    - name: never',
        '      ios_config: {lines: ip http server}',
      ),
    })
    const { version } = device(found, 'pe1').ssh
    expect(version.state === 'unknown' && version.possible?.[1]?.at.when?.[0]?.text).toBe('"Push" changes something')
    expect(device(found, 'pe1').http.server.state).toBe('unknown')
  })
})

describe('loops', () => {
  const servers = (form: readonly string[], vars = ''): string[] => {
    const found = play(
      ['- ios_config:', '    lines: "snmp-server host {{ item }} c"', ...form.map((row) => `  ${row}`)],
      {
        'group_vars/all.yml': vars === '' ? 'x: 1\n' : vars,
      },
    )
    return device(found, 'pe1').snmp.hosts.items.map(({ key, at }) => `${key.split(' ')[0]} ${place(at)}`)
  }

  test('each item has its place', () => {
    expect(servers(['loop: "{{ ntp }}"'], text('ntp:', '  - 10.0.0.1', '  - 10.0.0.2'))).toEqual([
      '10.0.0.1 site.yml:4:17 < site.yml:5:13',
      '10.0.0.2 site.yml:4:17 < site.yml:5:13',
    ])
    expect(servers(['with_items: [10.0.0.1, [10.0.0.2]]'])).toEqual([
      '10.0.0.1 site.yml:4:17 < site.yml:5:19',
      '10.0.0.2 site.yml:4:17 < site.yml:5:19',
    ])
    expect(servers(['with_sequence: start=1 end=2 format=10.0.0.%d'])).toEqual([
      '10.0.0.1 site.yml:4:17 < site.yml:5:22',
      '10.0.0.2 site.yml:4:17 < site.yml:5:22',
    ])
  })

  test('an unknown one opens the list', () => {
    const found = play([
      '- ios_config: {lines: "snmp-server host {{ item }} c"}',
      "  loop: \"{{ lookup('url', 'x') }}\"",
    ])
    expect(device(found, 'pe1').snmp.hosts.complete).toBe(false)
  })
})

describe('roles', () => {
  const files = {
    'hosts.ini': 'pe1 ansible_network_os=ios\n',
    'site.yml': text('- hosts: all', '  roles:', '    - role: base', '      vars: {banner_on: true}'),
    'roles/base/defaults/main.yml': 'ssh_version: 1\n',
    'roles/base/meta/main.yml': 'dependencies: [common]\n',
    'roles/base/tasks/main.yml': text('- import_tasks: ssh.yml', '- include_tasks: http.yml', '  when: banner_on'),
    'roles/base/tasks/ssh.yml': text('- ios_config:', '    src: ssh.j2'),
    'roles/base/tasks/http.yml': text('- ios_config: {lines: no ip http server}'),
    'roles/base/templates/ssh.j2': 'ip ssh version {{ ssh_version }}\n',
    'roles/common/tasks/main.yml': text('- ios_config: {lines: ip http server}'),
  }

  test('defaults, templates, dependencies and the way through them', () => {
    const pe1 = device(read(files), 'pe1')
    expect(pe1.ssh.version).toMatchObject({ state: 'known', value: 1 })
    expect(place(pe1.ssh.version.at)).toBe(
      'roles/base/defaults/main.yml:1:14 < roles/base/templates/ssh.j2:1:19 < roles/base/tasks/ssh.yml:1:3 < roles/base/tasks/main.yml:1:3 < site.yml:3:7',
    )
    expect(pe1.http.server).toMatchObject({ state: 'known', value: false })
    expect(place(pe1.http.server.at)).toMatch(
      /^roles\/base\/tasks\/http.yml:1:\d+ < roles\/base\/tasks\/main.yml:2:3 < site.yml:3:7$/,
    )
  })

  test('a role that is not there may do anything', () => {
    const found = read({ ...files, 'site.yml': text('- hosts: all', '  roles: [base, gone]') })
    expect(found.notes).toContain('the role gone is not there')
  })
})

describe('what is rendered only', () => {
  const whole = text('version 17.9', 'hostname {{ inventory_hostname }}', 'ip ssh version 1', 'end')

  test('a whole device is whole', () => {
    const found = play(
      ['- template: {src: pe.j2, dest: "out/{{ inventory_hostname }}.cfg"}', '  delegate_to: localhost'],
      {
        'templates/pe.j2': whole,
      },
    )
    const { coverage, ssh: told, at } = device(found, 'pe1')
    expect(coverage).toBe('whole')
    expect(place(told.version.at)).toBe('templates/pe.j2:3:1 < site.yml:3:7')
    expect(place(at)).toBe('templates/pe.j2:2:1 < site.yml:3:7')
  })

  test('under a condition that nobody can decide it is none', () => {
    const found = play(
      ['- template: {src: pe.j2, dest: x.cfg}', '  when: ansible_net_version is version("17", ">=")'],
      {
        'templates/pe.j2': whole,
      },
    )
    expect(device(found, 'pe1').coverage).toBe('part')
  })

  test('a report is nobody’s', () => {
    const found = play(['- template: {src: report.j2, dest: report.md}'], {
      'templates/report.j2': '# Report\n\nAll is well.\n',
    })
    expect(found.devices).toEqual([])
  })

  test('a template that nothing reaches is judged alone', () => {
    const found = read({ 'templates/edge.j2': whole, 'templates/edge.yml': 'inventory_hostname: r1\n' })
    expect(found.devices.map((each) => [each.device.name, each.device.coverage])).toEqual([
      ['templates/edge.j2', 'whole'],
    ])
  })
})

describe('what is broken', () => {
  test.each([
    [{ 'site.yml': '- hosts: all\n  tasks: {{ x }}\n' }],
    [{ 'site.yml': '- hosts: all\n  tasks:\n    - include_tasks: site.yml\n    - import_role: {name: a}\n    - 5\n' }],
    [{ 'site.yml': '- import_playbook: site.yml\n' }],
    [
      {
        'site.yml': '- hosts: all\n  roles: [a]\n',
        'roles/a/meta/main.yml': 'dependencies: [a]\n',
        'roles/a/tasks/main.yml': '- include_role: {name: a}\n',
      },
    ],
    [
      {
        'site.yml': '- hosts: "~(a+)+$"\n',
        'hosts.ini': `${'a'.repeat(60)}b\n[x:children]\nx\n[y\n[a[1:999999999]]\n`,
      },
    ],
    [{ 'templates/a.j2': '{% if %}{{' }],
  ])('%#', (files) => {
    expect(() => read(files)).not.toThrow()
  })
})

describe('resource modules that make a thing anew', () => {
  const ospf = (state: string, area: string): string[] => [
    '- ios_ospfv2:',
    `    config: {processes: [{process_id: 1, areas: [{area_id: "${area}", authentication: {enable: true}}]}]}`,
    `    state: ${state}`,
  ]

  test.each([
    ['merged', ['0', '7']],
    ['replaced', ['7']],
    ['overridden', ['7']],
    ['deleted', []],
  ])('an OSPF process, %s', (state, expected) => {
    const { routing } = device(play([...ospf('merged', '0'), ...ospf(state, '7')]), 'pe1')
    expect(routing.ospfAreas.items.map(({ area }) => area)).toEqual(expected)
  })

  const bgp = [
    '- ios_bgp_global:',
    '    config: {as_number: 64496, neighbors: [{neighbor_address: 192.0.2.1, remote_as: 64497}]}',
  ]

  test.each([
    ['merged', 1],
    ['deleted', 1],
    ['purged', 0],
  ])('a BGP process, %s', (state, left) => {
    const { routing } = device(play([...bgp, ...bgp, `    state: ${state}`]), 'pe1')
    expect(routing.bgpNeighbors.items).toHaveLength(left)
  })
})
