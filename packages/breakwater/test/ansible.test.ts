import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frontends } from '../src/frontends.ts'
import type { Results } from '../src/results.ts'
import { runCheck } from './running.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  put('.git/HEAD', '')
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, ...rows: readonly (string | Uint8Array)[]): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  const [first] = rows
  writeFileSync(join(cwd, path), typeof first === 'object' ? first : `${rows.join('\n')}\n`)
}

async function check(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCheck(frontends, args, { cwd, today: '2026-08-21' })
  expect(stderr).toBe('')
  return stdout
}

async function json(...args: readonly string[]): Promise<Results> {
  return JSON.parse(await check('--format', 'json', ...args)) as Results
}

/** `templates/base.j2:2:26 limit 4: …` */
function told({ notes }: Results): string[] {
  return notes
    .filter(({ kind }) => kind !== 'advice')
    .map(({ kind, message, location: at, count }) => {
      const place = at === undefined ? '' : `${at.file}:${at.startLine}:${at.startColumn} `
      return `${place}${kind}${count === undefined ? '' : ` ${count}`}: ${message}`
    })
}

function found({ results }: Results): string[] {
  return results.map(({ rule, device, location: at }) => `${at.file}:${at.startLine} ${device} ${rule}`)
}

const inventory = ['[pe]', 'pe[1:3] ansible_network_os=ios', '[ce]', 'ce1 ansible_network_os=ios']
const push = ['- hosts: all', '  tasks:', '    - ios_config: {src: base.j2}']

describe('checks that wait', () => {
  beforeEach(() => {
    put('hosts.ini', ...inventory)
    put('site.yml', ...push)
    put('group_vars/all.yml', 'syslog: "{{ mgmt_syslog }}"', 'kept: !vault |', '  $ANSIBLE_VAULT;1.1;AES256', '  6162')
    put(
      'templates/base.j2',
      'hostname {{ inventory_hostname }}',
      'ip ssh version {{ ssh.version }}',
      'snmp-server community {{ snmp_community }} RO 10',
      'enable secret 9 {{ kept }}',
      'ip ssh version {{ ssh.version }}',
    )
  })

  test('one note for each variable that nothing gives, where it is first needed, with the checks of all hosts', async () => {
    const rules = ['--rule', 'ssh/version-2-only', '--rule', 'snmp/no-default-community']
    expect(told(await json(...rules))).toEqual([
      'templates/base.j2:2:19 limit 4: 4 checks wait on ssh.version: nothing in view gives it a value',
      'templates/base.j2:3:26 limit 4: 4 checks wait on snmp_community: nothing in view gives it a value',
    ])
  })

  test('none where the value is given, whatever it is', async () => {
    put('host_vars/pe1.yml', 'ssh: {version: 2}')
    put('host_vars/pe2.yml', 'ssh: {version: 1}')
    put('host_vars/pe3.yml', 'ssh: {version: 2}')
    expect(told(await json('--rule', 'ssh/version-2-only'))).toEqual([
      'templates/base.j2:2:19 limit 1: 1 check waits on ssh.version: nothing in view gives it a value',
    ])
  })

  test('for people the ones that most wait on, after the other notes', async () => {
    put('host_vars/pe1.yml', 'ssh: {version: 2}', 'a: {{ x }}')
    const text = await check('--rule', 'ssh/version-2-only', '--rule', 'snmp/no-default-community')
    expect(text).toContain(
      [
        'note      host_vars/pe1.yml:2:5  YAML: a value that begins with {{ needs quotes: without them it is a YAML mapping, and Ansible refuses it',
        'note      templates/base.j2:3:26  4 checks wait on snmp_community: nothing in view gives it a value',
        'note      templates/base.j2:2:19  3 checks wait on ssh.version: nothing in view gives it a value',
      ].join('\n'),
    )
  })
})

test('what Ansible would refuse is told at its place, and the rest is judged', async () => {
  put('hosts.ini', ...inventory)
  put('site.yml', ...push)
  put('base.j2', 'ip ssh version {{ v }}', '{% if v %}')
  put('group_vars/all.yml', 'v: 1', 'w: {{ x }}', 'v: 1', 'l: [1, 2', 'm: 3')
  const results = await json('--rule', 'ssh/version-2-only')
  expect(told(results)).toEqual([
    'base.j2:2:1 syntax: Jinja: {% if %} is never closed',
    'group_vars/all.yml:2:5 syntax: YAML: a value that begins with {{ needs quotes: without them it is a YAML mapping, and Ansible refuses it',
    'group_vars/all.yml:3:1 syntax: YAML: the key v stands twice; the last one counts',
    'group_vars/all.yml:5:1 syntax: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ])
  expect(found(results)).toHaveLength(4)
})

test('a line that a task may enter fails, and the message names the condition', async () => {
  put('hosts.ini', 'pe1 ansible_network_os=ios')
  put(
    'site.yml',
    '- hosts: all',
    '  tasks:',
    '    - ios_config: {lines: ip ssh version 1}',
    '      when: ansible_net_x == 1',
  )
  const { results } = await json('--rule', 'ssh/version-2-only')
  expect(results.map(({ message, location }) => [message, location.startLine])).toEqual([
    ['SSH version 1 is forced; allow version 2 only (when ansible_net_x == 1)', 3],
  ])
})

describe('devices of one finding, for people', () => {
  const on = async (when: string): Promise<string | undefined> => {
    put('hosts.ini', ...inventory)
    put(
      'site.yml',
      '- hosts: all',
      '  tasks:',
      '    - ios_config: {lines: ip ssh version 1}',
      `      when: ${when}`,
      '    - ios_config: {lines: ntp server 192.0.2.1}',
    )
    return /site\.yml:3:27 {2}(.*) {2}ssh/.exec(await check('--rule', 'ssh/version-2-only'))?.[1]
  }

  test.each([
    ['inventory_hostname in groups.pe', '3 devices of group pe'],
    ['inventory_hostname in ["pe1", "pe2"]', 'pe1, pe2'],
    ['true', '4 devices: ce1, pe1, pe2, …'],
    ['inventory_hostname == "ce1"', 'ce1'],
  ])('when %s: %s', async (when, expected) => {
    expect(await on(when)).toBe(expected)
  })
})

describe('templates that nothing reaches', () => {
  beforeEach(() => put('templates/base.cfg.j2', 'hostname pe1', 'ip ssh version {{ v }}'))
  const rule = ['--rule', 'ssh/version-2-only']

  test('by their own text', async () => {
    const results = await json('templates', ...rule)
    expect([found(results), results.summary.unknown]).toEqual([[], 1])
  })

  test('with variables of a file', async () => {
    put('lab.yml', 'v: 1')
    expect(found(await json('templates', '--vars', 'lab.yml', ...rule))).toEqual([
      'lab.yml:1 templates/base.cfg.j2 ssh/version-2-only',
    ])
  })

  test.each(['yml', 'yaml', 'json'])('with sample data beside them: base.%s', async (ending) => {
    put(`templates/base.${ending}`, '{"v": 1}')
    expect(found(await json('templates', ...rule))).toEqual([
      `templates/base.${ending}:1 templates/base.cfg.j2 ssh/version-2-only`,
    ])
  })

  test('what somebody names wins over what lies beside', async () => {
    put('templates/base.yml', 'v: 1')
    put('lab.yml', 'v: 2')
    expect(found(await json('templates', '--vars', 'lab.yml', ...rule))).toEqual([])
  })
})

describe('what is meant to do harm', () => {
  const secret = 'root-of-all-evil'
  beforeEach(() => {
    put('hosts.ini', ...inventory)
    put('site.yml', ...push)
  })

  test('nothing outside of the project is read', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'breakwater-'))
    writeFileSync(join(elsewhere, 'a.j2'), `hostname ${secret}\nip ssh version 1\n`)
    const far = `../${elsewhere.slice(elsewhere.lastIndexOf('/') + 1)}/a.j2`
    symlinkSync(join(elsewhere, 'a.j2'), join(cwd, 'link.j2'))
    put(
      'site.yml',
      '- hosts: all',
      `  vars_files: [${far}, ${elsewhere}/a.j2]`,
      '  tasks:',
      '    - ios_config: {src: base.j2}',
      ...[far, join(elsewhere, 'a.j2'), 'link.j2', '"{{ \'../\' * 100000 }}etc/passwd"'].map(
        (path) => `    - ios_config: {src: ${path}}`,
      ),
      `    - include_vars: ${far}`,
      `    - include_tasks: ${far}`,
    )
    put(
      'base.j2',
      'hostname pe1',
      ...[far, `${elsewhere}/a.j2`, 'link.j2'].map((path) => `{% include '${path}' ignore missing %}`),
      `{{ lookup('file', '${elsewhere}/a.j2') }}{{ lookup('template', '${far}') }}`,
    )
    const results = await json()
    rmSync(elsewhere, { recursive: true })
    expect(JSON.stringify(results)).not.toContain(secret)
    expect(results.results.filter((one) => one.rule === 'ssh/version-2-only')).toEqual([])
  })

  test.each([
    ['a template that includes itself', "hostname x\n{% include 'base.j2' %}"],
    ['a macro that calls itself twice', '{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}'],
    ['tags that are never closed', '{{ '.repeat(20_000)],
    ['comments that are never closed', '{# '.repeat(20_000)],
    ['a list that holds itself', '{% set a = [1] %}{% set _ = a.append(a) %}hostname {{ a }}'],
    ['lists of lists', `{% set a0 = [1] %}${lists(40)}hostname {{ a40 }}`],
    [
      'texts that double',
      '{% set n = namespace(a="x") %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}{{ n.a }}',
    ],
    ['brackets within brackets of YAML', 'hostname {{ ("[" * 10000) | from_yaml }}'],
    ['numbers beyond all measure', 'hostname {{ 9 ** 9 ** 9 }} {{ "a" * 10 ** 12 }} {{ range(10 ** 12) | list }}'],
    ['a regular expression that takes forever', 'hostname {{ ("a" * 5000) | regex_search("^(a+)+$b") }}'],
    [
      'programs',
      '{{ lookup("pipe", "touch x") }}{{ "".__class__.__mro__ }}{{ ({}).constructor.constructor("throw 1")() }}',
    ],
  ])('%s', async (_, text) => {
    put('base.j2', text, 'ip ssh version 1')
    expect(found(await json('--rule', 'ssh/version-2-only')).length).toBeLessThanOrEqual(4)
  })

  test.each([
    [
      'aliases of aliases',
      aliases(),
      ['group_vars/all.yml:7:8 limit: YAML: its aliases stand for too much; the rest of them were not followed'],
    ],
    [
      'lists within lists',
      `a: ${'['.repeat(5000)}`,
      ['group_vars/all.yml:1:1 limit: YAML: it nests too deeply and was not read'],
    ],
    [
      'items within items',
      `${'- '.repeat(5000)}x`,
      ['group_vars/all.yml:1:1 limit: YAML: it nests too deeply and was not read'],
    ],
    ['a variable that needs itself', 'a: "{{ b }}"\nb: "{{ a }}"', undefined],
    ['bytes', new Uint8Array([0xff, 0xfe, 0, 0, 0xc3, 0x28, 0x0a, 0]), undefined],
  ] as const)('variables: %s', async (_, text, notes) => {
    put('base.j2', 'hostname {{ a }}', 'ip ssh version 1')
    put('group_vars/all.yml', text)
    const results = await json('--rule', 'ssh/version-2-only')
    expect(found(results)).toHaveLength(4)
    if (notes !== undefined) expect(told(results)).toEqual(notes)
  })

  test('ranges of more hosts than there are', async () => {
    put('base.j2', 'ip ssh version 1')
    put('hosts.ini', 'h[0:99999999]', 'h[0:999][0:999]', 'x[9:0]', 'pe1 ansible_network_os=ios')
    const results = await json('--rule', 'ssh/version-2-only')
    expect(told(results)).toEqual(
      [1, 2, 3].map((line) => `hosts.ini:${line}:1 syntax: inventory: the range makes no hosts`),
    )
    expect(found(results)).toEqual(['base.j2:1 pe1 ssh/version-2-only'])
  })

  test('what goes in circles: roles, tasks, playbooks, groups', async () => {
    put('hosts.ini', '[a:children]', 'b', '[b:children]', 'a', '[b]', 'pe1 ansible_network_os=ios')
    put(
      'site.yml',
      '- import_playbook: site.yml',
      '- hosts: all',
      '  roles: [a]',
      '  tasks:',
      '    - include_tasks: t.yml',
    )
    put('t.yml', '- include_tasks: t.yml', '- import_tasks: t.yml')
    put('roles/a/meta/main.yml', 'dependencies: [b]')
    put('roles/b/meta/main.yml', 'dependencies: [a, b]')
    put('roles/b/tasks/main.yml', '- include_role: {name: a}', '- ios_config: {lines: ip ssh version 1}')
    const results = await json('--rule', 'ssh/version-2-only')
    expect(new Set(found(results))).toEqual(new Set(['roles/b/tasks/main.yml:2 pe1 ssh/version-2-only']))
    expect(told(results)).toContain('hosts.ini:4:1 syntax: inventory: the groups go in a circle')
  })
})

function lists(count: number): string {
  return Array.from({ length: count }, (_, at) => `{% set a${at + 1} = [a${at}, a${at}] %}`).join('')
}

function aliases(): string {
  const names = 'abcdefghij'.split('')
  return names
    .map((name, at) =>
      at === 0
        ? 'a: &a [x, x, x, x, x, x, x, x, x]'
        : `${name}: &${name} [${Array(9)
            .fill(`*${names[at - 1]}`)
            .join(', ')}]`,
    )
    .join('\n')
}
