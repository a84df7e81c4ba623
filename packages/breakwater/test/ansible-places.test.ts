import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frontends } from '../src/frontends.ts'
import type { Results } from '../src/results.ts'
import { runCheck } from './running.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

/** Writes a project and judges it by some rules: `templates/a.j2:3:2-21 pe1: VTY lines …`. */
async function places(files: Readonly<Record<string, readonly string[]>>, rules: readonly string[]): Promise<string[]> {
  for (const [path, rows] of Object.entries({ '.git/HEAD': [], ...files })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), `${rows.join('\n')}\n`)
  }
  const chosen = rules.flatMap((rule) => ['--rule', rule])
  const args = ['--preset', 'all', '--format', 'json', ...chosen]
  const { stdout, stderr } = await runCheck(frontends, args, { cwd, today: '2026-08-21' })
  expect(stderr).toBe('')
  const { results } = JSON.parse(stdout) as Results
  return results.map(
    ({ device, message, location: { file, startLine, startColumn, endColumn } }) =>
      `${file}:${startLine}:${startColumn}-${endColumn} ${device}: ${message}`,
  )
}

describe('VTY lines whose numbers nobody knows', () => {
  test('what is said of them is judged, once for each place', async () => {
    const files = {
      'templates/a.j2': [
        '{% for v in vtys %}',
        'line vty {{ v }}',
        ' transport input all',
        '{% endfor %}',
        'line vty 0 {{ last }}',
        ' transport input telnet',
        ' exec-timeout 0 0',
      ],
    }
    expect(await places(files, ['mgmt/no-telnet', 'mgmt/exec-timeout', 'mgmt/vty-*'])).toEqual([
      'templates/a.j2:3:2-21 templates/a.j2: VTY lines {{vtys}} accept every protocol, Telnet included; accept SSH only (for each of vtys)',
      'templates/a.j2:6:2-24 templates/a.j2: VTY lines 0-{{last}} accept Telnet; accept SSH only',
      'templates/a.j2:7:2-18 templates/a.j2: VTY lines 0-{{last}}: idle sessions never end; end them after 10 minutes at the most',
    ])
  })

  test('they take nothing from the lines whose numbers are known, and what they lack is not known', async () => {
    const files = {
      'device.j2': [
        'hostname r1',
        'version 17.12',
        'line vty 0 4',
        ' access-class MGMT in',
        ' transport input ssh',
        'line vty {{ first }} 15',
        ' transport input ssh',
        'no line vty {{ old }}',
        'end',
      ],
    }
    expect(await places(files, ['mgmt/no-telnet', 'mgmt/vty-access-class', 'mgmt/vty-ranges-complete'])).toEqual([])
  })
})

describe('an inline if that nobody can decide', () => {
  test('the arm with the violating word is the place, the first one too', async () => {
    const files = {
      'templates/a.j2': ["ip ssh version {{ '1' if old else '2' }}", "ip ssh version {{ '2' if new else '1' }}"],
    }
    expect(await places({ 'templates/a.j2': [files['templates/a.j2'][0] ?? ''] }, ['ssh/version-2-only'])).toEqual([
      'templates/a.j2:1:20-21 templates/a.j2: SSH version 1 is forced; allow version 2 only (when old)',
    ])
    expect(await places({ 'templates/a.j2': [files['templates/a.j2'][1] ?? ''] }, ['ssh/version-2-only'])).toEqual([
      'templates/a.j2:1:36-37 templates/a.j2: SSH version 1 is forced; allow version 2 only (when not (new))',
    ])
  })
})

test('a line that ends in an expression ends behind its braces', async () => {
  const files = {
    'hosts.ini': ['r1 ansible_network_os=ios'],
    'site.yml': ['- hosts: r1', '  gather_facts: false', '  tasks:', '    - template: {src: d.j2, dest: out/r1.cfg}'],
    'd.j2': ['version 17.12', 'hostname {{ inventory_hostname }}', 'end'],
  }
  expect(await places(files, ['mgmt/login-banner'])).toEqual([
    'd.j2:2:1-34 r1: There is no notice before login; write banner login',
  ])
})

describe('how Ansible reaches the devices', () => {
  const rules = ['iac/ansible-insecure-transport']
  const site = ['- hosts: r1', '  gather_facts: false', '  tasks:', '    - template: {src: d.j2, dest: out/r1.cfg}']
  const whole = {
    'hosts.ini': ['r1 ansible_network_os=ios ansible_connection=network_cli'],
    'site.yml': site,
    'd.j2': ['version 17.12', 'hostname r1', 'end'],
  }

  test('of a whole device, too, a check that is not written is not known', async () => {
    expect(await places(whole, rules)).toEqual([])
  })

  test('the flags of ansible.cfg stand at their values', async () => {
    const unchecked = 'r1: Ansible does not check the host key of the device (network_cli); switch the check on'
    const withConfig = (...rows: string[]) => places({ ...whole, 'ansible.cfg': rows }, rules)
    expect(await withConfig('[defaults]', 'host_key_checking = False ; lab')).toEqual([
      `ansible.cfg:2:21-26 ${unchecked}`,
    ])
    expect(await withConfig('[paramiko_connection]', 'host_key_auto_add: yes')).toEqual([
      `ansible.cfg:2:20-23 ${unchecked}`,
    ])
    expect(
      await withConfig('[defaults]', 'host_key_checking=False', '[persistent_connection]', 'host_key_checking=True'),
    ).toEqual([])
  })

  test('a task that speaks Telnet', async () => {
    const task = ['    - name: Old', '      ansible.netcommon.telnet:', '        command: [show version]']
    expect(await places({ ...whole, 'site.yml': [...site, ...task] }, rules)).toEqual([
      'site.yml:5:7-16 r1: Ansible reaches the device by Telnet (ansible.netcommon.telnet); use SSH, NETCONF or HTTPS',
    ])
  })
})

test('the weak algorithm of an SNMP user is the place', async () => {
  const files = {
    'hosts.ini': ['r1 ansible_network_os=ios'],
    'group_vars/all.yml': ['users:', '  - name: nms', '    auth: md5', '    priv: aes 256'],
    'site.yml': [
      '- hosts: r1',
      '  gather_facts: false',
      '  tasks:',
      '    - ios_config:',
      '        lines: snmp-server user {{ item.name }} g v3 auth {{ item.auth }} {{ a }} priv {{ item.priv }} {{ p }}',
      '      loop: "{{ users }}"',
    ],
  }
  expect(await places(files, ['snmp/v3-strong-crypto'])).toEqual([
    'group_vars/all.yml:3:11-14 r1: SNMP user nms uses md5; use SHA-2 and AES',
  ])
})

test('a password in the provider of a module is a secret in code', async () => {
  const files = {
    'hosts.ini': ['r1'],
    'group_vars/all.yml': ['login: {host: 192.0.2.1, username: ops, password: Made-Up-44, auth_pass: "{{ vaulted }}"}'],
    'site.yml': [
      '- hosts: r1',
      '  gather_facts: false',
      '  tasks:',
      '    - ios_config:',
      '        provider: "{{ login }}"',
      '        lines: no ip http server',
    ],
  }
  expect(await places(files, ['credentials/no-secrets-in-code'])).toEqual([
    'group_vars/all.yml:1:51-61 r1: The value of provider.password stands in the code; keep it in a vault and rotate it',
  ])
})

test('a line of a block of text is its own place', async () => {
  const files = {
    'hosts.ini': ['r1 ansible_network_os=ios'],
    'site.yml': [
      '- hosts: r1',
      '  gather_facts: false',
      '  tasks:',
      '    - ansible.netcommon.cli_config:',
      '        config: |',
      '          line vty 0 4',
      '           transport input telnet',
    ],
  }
  expect(await places(files, ['mgmt/no-telnet'])).toEqual([
    'site.yml:7:12-34 r1: VTY lines 0-4 accept Telnet; accept SSH only',
  ])
})
