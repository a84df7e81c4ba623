import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, type EnabledRule, type Finding, type Site } from '@breakwater/core'
import { lifecycleOf, loadLifecycle } from '@breakwater/lifecycle'
import { readDevice, remediationOf } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { describe, expect, test } from 'vitest'
import { entered, filled } from './entering.ts'
import { mutate, parseMutations, type Mutation } from './mutations.ts'

/** Rules that no single line of a whole IOS or IOS-XE configuration can set off here. */
const WITHOUT_MUTATION = new Map([
  ['change/baseline-drift', 'needs an approved configuration in its options'],
  ['cloud/management-ports-open', 'judges cloud resources'],
  ['cloud/vpn-ike-parameters', 'judges cloud resources'],
  ['credentials/no-secrets-in-code', 'judges code, not devices'],
  ['iac/ansible-insecure-transport', 'judges Ansible'],
  ['iac/terraform-provider-insecure', 'judges Terraform'],
])

const folder = join(import.meta.dirname, 'mutation')

const site: Site = {
  managementPrefixes: ['10.20.0.0/24'],
  managementVrfs: ['Mgmt-intf'],
  externalDescriptions: ['^TRANSIT'],
  users: ['breakglass'],
  tunnels: ['Tunnel10'],
  sshKeys: ['5C9AD2F0B1E84763A0D1F4C2E7B89A36'],
}

/** What the people of these devices write where a remediation leaves a word to them. */
const SITE_WORDS = new Map([
  ['<MGMT-ACL>', 'NOC-HOSTS'],
  ['<MGMT6-ACL>', 'NOC-HOSTS-V6'],
  ['<LOG-HOST>', '10.20.0.43 vrf Mgmt-intf'],
  ['<VPN-GATEWAY-ACL>', 'EDGE-IN'],
  ['<FROM-PEER>', 'FROM-CARRIER'],
  ['<TO-PEER>', 'TO-CARRIER'],
])

const lifecycle = lifecycleOf(await loadLifecycle())

const enabled = rules.map((rule): EnabledRule => ({ rule, severity: rule.severity, options: rule.options?.defaults }))

function findingsIn(text: string): readonly Finding[] {
  const reading = readDevice({ path: 'device.cfg', text }, {})
  if (reading === undefined) throw new Error('the configuration cannot be read')
  const { findings, notes } = judge([reading.device], { rules: enabled, today: '2026-11-24', site, lifecycle })
  expect([...reading.notes, ...notes].filter(({ kind }) => kind === 'bug' || kind === 'unrecognised')).toEqual([])
  return findings
}

const told = ({ rule, judgement: { at, message } }: Finding): string =>
  `${at.span.file.text.slice(0, at.span.start).split('\n').length}: ${rule.id}: ${message}`

const cleanConfigs = new Map(
  ['router', 'switch', 'branch'].map((name) => [name, readFileSync(join(folder, `${name}.cfg`), 'utf8')]),
)

const mutations = parseMutations(readFileSync(join(folder, 'mutations.md'), 'utf8'))

test.each([...cleanConfigs])('%s.cfg meets every rule', (_name, text) => {
  expect(findingsIn(text).map(told)).toEqual([])
})

test('every rule has a mutation, or a reason to have none', () => {
  const covered = new Set([...mutations.map(({ rule }) => rule), ...WITHOUT_MUTATION.keys()])
  expect([...covered].toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  expect(mutations.filter(({ rule }) => WITHOUT_MUTATION.has(rule))).toEqual([])
})

test('a change that violates several rules says why', () => {
  const silent = mutations.filter(
    ({ expected, rule, reason }) => reason === '' && expected.some((it) => it.rule !== rule),
  )
  expect(silent.map(({ rule }) => rule)).toEqual([])
})

function mutatedBy({ config, hunks }: Mutation): string {
  const clean = cleanConfigs.get(config)
  if (clean === undefined) throw new Error(`there is no clean configuration ${config}`)
  return mutate(clean, hunks)
}

const rows = mutations.map((mutation, index) => [`${index + 1}: ${mutation.rule}`, mutation] as const)

/** What is expected, in the words of the findings where they match. */
function expectedIn({ rule: own, expected }: Mutation, text: string, found: readonly string[]): readonly string[] {
  expect(expected.map(({ rule }) => rule)).toContain(own)
  return expected
    .map(({ rule, line, message }) => {
      const start = `${line(text)}: ${rule}: `
      return found.find((it) => it.startsWith(start) && it.includes(message)) ?? `${start}${message}`
    })
    .toSorted()
}

/** The lines that mend the findings; none where that is left to people. */
function remediesOf(findings: readonly Finding[]): readonly string[] {
  const changes = findings.flatMap(({ judgement }) => judgement.changes ?? [])
  const [device] = findings.map((finding) => finding.device)
  if (device === undefined || changes.length === 0) return []
  const lines = filled(remediationOf(device.platform, changes), changes, device)
  return lines.map((line) => line.replace(/<[A-Z0-9-]+>/g, (word) => SITE_WORDS.get(word) ?? word))
}

describe('one violating change gives one finding, and its remediation takes it away', () => {
  test.each(rows)('%s', (_name, mutation) => {
    const text = mutatedBy(mutation)
    const findings = findingsIn(text)
    const found = findings.map(told)
    expect(found.toSorted()).toEqual(expectedIn(mutation, text, found))

    const own = findings.filter(({ rule }) => rule.id === mutation.rule)
    expect(remediesOf(own).length === 0).toBe(mutation.isByHand)
    const byHand = findings.filter(({ judgement }) => judgement.changes === undefined).map(({ rule }) => rule.id)
    const lines = remediesOf(findings)
    const after = findingsIn(entered(text, lines)).map(({ rule }) => rule.id)
    expect(after.toSorted(), lines.join('\n')).toEqual((mutation.after ?? byHand).toSorted())
  })
})
