import { expect, test } from 'vitest'
import { drawLine } from './frame.ts'
import { guessInCode } from './guess.ts'
import { indexLines } from './line-index.ts'

test.each([
  ['ansible_password: hunter2', 'ansible_password: <hidden>'],
  ["  snmp_community: 'b4n4n4 split'  # RW", "  snmp_community: '<hidden>'  # RW"],
  ['password = "hunter2"', 'password = <hidden>'],
  ['pe1 ansible_host=192.0.2.1 ansible_ssh_pass=hunter2', 'pe1 ansible_host=192.0.2.1 ansible_ssh_pass=<hidden>'],
  ['{ "tacacs_key": "k1wi", "x": 1 }', '{ "tacacs_key": "<hidden>", "x": 1 }'],
  ['    - { name: admin, secret: k1wi-jam }', '    - { name: admin, secret: <hidden>'],
  ['  url = "https://u:k1wi@example.net/x"', '  url = "https://u:<hidden>@example.net/x"'],
  ['snmp-server community b4n4n4 RO', 'snmp-server community <hidden> RO'],
  [`password: "{{ vault_password | default('k1wi') }}"`, `password: "{{ vault_password | default('<hidden>') }}"`],
])('%s: hidden', (line, drawn) => {
  expect(drawLine({ index: indexLines(line), masked: [], guess: guessInCode }, 1).text).toBe(drawn)
})

test.each([
  'password: "{{ vault_password }}"',
  'password = var.password',
  'password = "${var.prefix}"',
  'snmp-server community {{ snmp.ro }} RO',
  'service password-encryption',
  'password_encryption: true',
  'keys:',
  'private_key: |',
  'ssh: { version: 1 }',
])('%s: a name, and no secret', (line) => {
  expect(guessInCode(line)).toEqual([])
})
