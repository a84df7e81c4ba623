import { expect, test } from 'vitest'
import { precedence, type Step } from '../src/variables.ts'
import { device, place, read } from './project.ts'

type Texts = Record<string, string>

/** A project in which each step up to one names the host; the name tells which of them won. */
function projectUpTo(last: number): { readonly texts: Texts; readonly extraVars: readonly string[] } {
  const has = (step: Step): boolean => precedence.indexOf(step) <= last
  const texts: Texts = {}
  const put = (step: Step, path: string, value: string): void => {
    if (has(step)) texts[path] = value
  }
  put('role defaults', 'roles/r/defaults/main.yml', 'v: role-defaults\n')
  texts['inv/hosts'] =
    `[pe]\npe1 ansible_network_os=ios${has('inventory file host vars') ? ' v=inventory-file-host-vars' : ''}\n`
  if (has('inventory file group vars')) texts['inv/hosts'] += '[pe:vars]\nv=inventory-file-group-vars\n'
  put('inventory group_vars/all', 'inv/group_vars/all.yml', 'v: inventory-group_vars/all\n')
  put('playbook group_vars/all', 'group_vars/all.yml', 'v: playbook-group_vars/all\n')
  put('inventory group_vars', 'inv/group_vars/pe.yml', 'v: inventory-group_vars\n')
  put('playbook group_vars', 'group_vars/pe/main.yml', 'v: playbook-group_vars\n')
  put('inventory host_vars', 'inv/host_vars/pe1.yml', 'v: inventory-host_vars\n')
  put('playbook host_vars', 'host_vars/pe1.yml', 'v: playbook-host_vars\n')
  texts['files.yml'] = 'v: play-vars_files\n'
  texts['more.yml'] = 'v: include_vars\n'
  put('role vars', 'roles/r/vars/main.yml', 'v: role-vars\n')
  const line = (step: Step, text: string): string => (has(step) ? `${text}\n` : '')
  texts['site.yml'] =
    '- hosts: pe\n' +
    line('play vars', '  vars: {v: play-vars}') +
    line('play vars_files', '  vars_files: [files.yml]') +
    '  roles:\n    - role: r\n' +
    line('role params', '      v: role-params')
  const include = has('include params') ? ' {file: push.yml}\n  vars: {v: include-params}' : ' push.yml'
  texts['roles/r/tasks/main.yml'] =
    line('include_vars', '- include_vars: /more.yml') +
    line('set_facts and registered vars', '- set_fact: {v: set_facts-and-registered-vars}') +
    `- include_tasks:${include}\n`
  texts['roles/r/tasks/push.yml'] =
    `- block:\n    - ios_config: {lines: "hostname {{ v }}"}\n` +
    line('task vars', '      vars: {v: task-vars}') +
    line('block vars', '  vars: {v: block-vars}')
  return { texts, extraVars: has('extra vars') ? ['v=extra-vars'] : [] }
}

const tested = precedence.filter(
  // The options of the command set none, facts come from the device, a prompt is not known: the last two are tested below.
  (step) => !['command line values', 'host facts', 'play vars_prompt', 'loop'].includes(step),
)

test.each(tested)('%s', (step) => {
  const { texts, extraVars } = projectUpTo(precedence.indexOf(step))
  const found = read(texts, { inventory: ['inv'], extraVars })
  expect(device(found, 'pe1').system.hostname).toMatchObject({ state: 'known', value: step.replaceAll(' ', '-') })
})

test('a prompt is not known, and wins over the vars of the play', () => {
  const { texts } = projectUpTo(precedence.indexOf('play vars'))
  texts['site.yml'] = texts['site.yml']?.replace('  roles:', '  vars_prompt: [{name: v}]\n  roles:') ?? ''
  const { hostname } = device(read(texts, { inventory: ['inv'] }), 'pe1').system
  expect(hostname).toMatchObject({ state: 'unknown', why: { kind: 'unresolved', name: 'v' } })
})

test('magic variables', () => {
  const found = read({
    'hosts.ini': '[pe]\npe1 ansible_network_os=ios ip=10.0.0.1\npe2 ansible_network_os=ios ip=10.0.0.2\n',
    'site.yml': `- hosts: pe
  tasks:
    - ios_config:
        lines:
          - hostname {{ inventory_hostname }}-{{ groups['pe'] | length }}-{{ group_names | join }}-{{ hostvars['pe2'].ip }}-{{ play_hosts[1] }}
`,
  })
  expect(device(found, 'pe1').system.hostname).toMatchObject({ state: 'known', value: 'pe1-2-pe-10.0.0.2-pe2' })
})

test('a vault takes the place of what it may well hold, and of nothing else', () => {
  const vault = '$ANSIBLE_VAULT;1.1;AES256\n6162\n'
  const found = read({
    'hosts.ini': '[pe]\npe1 ansible_network_os=ios\n',
    // Beside plain files of one folder it holds what they do not.
    'group_vars/all/main.yml': 'http: ip http server\nrw_community: public\n',
    'group_vars/all/vault.yml': vault,
    // Above others it may hold the secrets that they have stand-ins for.
    'group_vars/pe.yml': 'snmp_community: private\nversion: 1\n',
    'vault.yml': vault,
    'site.yml': `- hosts: all
  gather_facts: false
  tasks:
    - ios_config: {lines: ["{{ http }}", "snmp-server community {{ rw_community }} RW"]}
- hosts: all
  gather_facts: false
  vars_files: [vault.yml]
  tasks:
    - ios_config: {lines: ["snmp-server community {{ snmp_community }} RO", "ip ssh version {{ version }}"]}
    - ios_config: {lines: "ip ssh time-out {{ seconds }}"}
`,
  })
  const { http, ssh, snmp } = device(found, 'pe1')
  expect(http.server).toMatchObject({ state: 'known', value: true })
  expect(ssh.version).toMatchObject({ state: 'known', value: 1 })
  expect(place(ssh.version.at)).toBe('group_vars/pe.yml:2:10 < site.yml:9:96 < site.yml:9:7')
  expect(ssh.timeout).toMatchObject({ state: 'unknown', why: { kind: 'unresolved', name: 'seconds' } })
  expect(snmp.communities.items.map(({ wellKnown }) => wellKnown)).toMatchObject([
    { state: 'known', value: true },
    { state: 'unknown', why: { kind: 'unresolved', name: 'snmp_community' } },
  ])
})

test('a file that is encrypted may hold any name', () => {
  const found = read({
    'hosts.ini': 'pe1 ansible_network_os=ios\n',
    'group_vars/all/vault.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
    'site.yml':
      '- hosts: all\n  tasks:\n    - ios_config: {lines: no ip http server}\n      when: vault_x is defined\n',
  })
  expect(device(found, 'pe1').http.server).toMatchObject({ state: 'unknown', why: { kind: 'conditional' } })
})
