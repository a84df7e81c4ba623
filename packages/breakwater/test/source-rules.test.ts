import { judge, originAt, Secret, type Draft, type TemplatePiece } from '@breakwater/core'
import { readDevice, readTemplate } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { describe, expect, test } from 'vitest'

const file = { path: 'base.j2', text: '' }
const at = originAt(file, 0, 0)

/** Verdicts and messages of a rule about a text that a tool makes, in which `«name»` is a hole. */
function judged(id: string, text: string, extend: (draft: Draft) => void): string[] {
  const pieces: TemplatePiece[] = text
    .split(/(«\w+»)/)
    .map((part) =>
      part.startsWith('«')
        ? { text: '', at, template: at, hole: { kind: 'unresolved', name: part.slice(1, -1) } }
        : { text: part, at, template: at },
    )
  const reading = readTemplate({ pieces, at }, { name: 'pe1', platform: 'iosxe', extend })
  return verdicts(id, reading === undefined ? [] : [reading.device])
}

function verdicts(id: string, devices: Parameters<typeof judge>[0]): string[] {
  const enabled = rules
    .filter((rule) => rule.id === id)
    .map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults }))
  const { findings, notes } = judge(devices, { rules: enabled, today: '2026-11-24', evidence: true })
  const told = findings.map(({ judgement }) => `${judgement.verdict}: ${judgement.message}`)
  return [...told, ...notes.map(({ kind, message }) => `${kind}: ${message}`)]
}

const ansible = (draft: Draft): void => draft.set('source.language', 'ansible', at)

describe('credentials/no-secrets-in-code', () => {
  const id = 'credentials/no-secrets-in-code'

  test.each([
    [
      'username ops secret 0 Breakwater.7\n',
      ['fail: The password of user ops stands in the code; keep it in a vault and rotate it'],
    ],
    [
      'snmp-server community public RO 10\n',
      ['fail: The SNMP community stands in the code; keep it in a vault and rotate it'],
    ],
    ['username ops secret 0 «vaulted»\n', ['pass: the secret is kept elsewhere']],
    [
      'username ops secret 9 $9$abc\n',
      ['pass: a hash', 'advice: The hash of the password of user ops stands in the code; keep it in a vault too'],
    ],
    [
      'username ops password 7 02050D480809\n',
      ['notapplicable: not applicable: nothing that the rule judges is there'],
    ],
    [
      'no snmp-server community public\n',
      ['unknown: cannot tell: parts of the code that are out of view may hold secrets'],
    ],
    ['«all»\n', ['unknown: cannot tell: parts of the code that are out of view may hold secrets']],
    ['version 17.9\nhostname pe1\n', ['pass: the code makes no secret']],
  ])('%j', (text, expected) => {
    expect(judged(id, text, ansible)).toEqual(expected)
  })

  test('secrets of the tool itself', () => {
    const found = judged(id, 'line vty 0 4\n', (draft) => {
      ansible(draft)
      const secret = new Secret('hunter22', 'plain', 0, 8)
      draft.add('source.secrets', 'ansible_password', { name: 'ansible_password', secret }, at)
    })
    expect(found).toEqual(['fail: The value of ansible_password stands in the code; keep it in a vault and rotate it'])
  })

  test('a device has a configuration, not code; no-plaintext owns that, and nothing of code', () => {
    const text = 'username ops secret 0 Breakwater.7\n'
    const device = readDevice({ path: 'pe1.cfg', text }, { platform: 'iosxe' })?.device
    expect(verdicts(id, device === undefined ? [] : [device])).toEqual([
      'notapplicable: not applicable: nothing that the rule judges is there',
    ])
    expect(judged('credentials/no-plaintext', text, ansible)).toEqual([
      'notapplicable: not applicable: nothing that the rule judges is there',
    ])
  })
})

describe.each([
  [
    'iac/ansible-insecure-transport',
    'ansible',
    'Ansible reaches the device by plain HTTP (x); use SSH, NETCONF or HTTPS',
    'Ansible does not check the certificate of the device (x); switch the check on',
  ],
  [
    'iac/terraform-provider-insecure',
    'terraform',
    'The provider x reaches the device by plain HTTP; use an encrypted transport',
    'The provider x does not check the certificate of the device; write insecure = false',
  ],
] as const)('%s', (id, tool, clear, unverified) => {
  const transport = (protocol: 'http' | 'https' | undefined, verified: boolean | undefined) => (draft: Draft) => {
    const item = draft.add('source.transports', 'x', { tool, name: 'x', checks: 'certificate' }, at)
    if (protocol !== undefined) item.set('protocol', protocol, at)
    if (verified !== undefined) item.set('verified', verified, at)
  }

  test('in clear, unchecked, checked, and not told', () => {
    expect(judged(id, '!\n', transport('http', false))).toEqual([`fail: ${clear}`])
    expect(judged(id, '!\n', transport('https', false))).toEqual(['pass: in order', `fail: ${unverified}`])
    expect(judged(id, '!\n', transport('https', true))).toEqual(['pass: in order', 'pass: in order'])
    expect(judged(id, '!\n', transport('https', undefined))).toEqual([
      'pass: in order',
      `unknown: cannot tell: ${unverified}`,
    ])
    expect(judged(id, '!\n', transport(undefined, true))[0]).toMatch(/^unknown: cannot tell: /)
  })
})
