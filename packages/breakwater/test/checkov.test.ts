import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '@breakwater/core'
import { rules } from '@breakwater/rules'
import { terraform } from '@breakwater/terraform'
import { expect, test } from 'vitest'
import { memoryFiles } from './memory-files.ts'

const corpus = new URL('../../../../shared/corpus', import.meta.url).pathname

interface Case {
  readonly check_id: string | null
  readonly dir: string
  readonly files: readonly string[]
  readonly passing: readonly string[]
  readonly failing: readonly string[]
}

/**
 * Cases of checkov by their folder, and what a finding of `cloud/management-ports-open` names that is the same fault. Ports
 * that are no management ports here (20, 21, 80, 3306) are given by the option `ports`.
 */
const MAPPING: Readonly<Record<string, RegExp>> = {
  example_NetworkACLUnrestricted: /every TCP port/,
  example_NetworkACLUnrestrictedIngress20: /of the site \(20\)|every TCP port/,
  example_NetworkACLUnrestrictedIngress21: /of the site \(21\)|every TCP port/,
  example_GoogleComputeFirewallUnrestrictedIngress20: /of the site \(20\)|every TCP port/,
  example_GoogleComputeFirewallUnrestrictedIngress21: /of the site \(21\)|every TCP port/,
  example_GoogleComputeFirewallUnrestrictedIngress3306: /of the site \(3306\)|every TCP port/,
  example_NetworkACLUnrestrictedIngress22: /SSH \(22\)|every TCP port/,
  example_NetworkACLUnrestrictedIngress3389: /RDP \(3389\)|every TCP port/,
  example_SecurityGroupUnrestrictedIngress22: /SSH \(22\)|every TCP port/,
  example_SecurityGroupUnrestrictedIngress3389: /RDP \(3389\)|every TCP port/,
  example_SecurityGroupUnrestrictedIngress80: /of the site \(80\)|every TCP port/,
  example_SecurityGroupUnrestrictedIngressAny: /every TCP port/,
  example_NSGRuleHTTPAccessRestricted: /of the site \(80\)|every TCP port/,
  example_NSGRuleRDPAccessRestricted: /RDP \(3389\)|every TCP port/,
  example_NSGRuleSSHAccessRestricted: /SSH \(22\)|every TCP port/,
  example_GoogleComputeFirewallUnrestrictedIngress22: /SSH \(22\)|every TCP port/,
  example_GoogleComputeFirewallUnrestrictedIngress80: /of the site \(80\)|every TCP port/,
}

/** Cases in which checkov's expectation is another than what the cloud does, or that are not whole. */
const EXCEPTED: Readonly<Record<string, string>> = {
  'example_SecurityGroupUnrestrictedIngress22 aws_security_group.fail2': 'TCP from 0 to 0 is port 0 alone',
  'example_SecurityGroupUnrestrictedIngress80 aws_security_group.fail2': 'TCP from 0 to 0 is port 0 alone',
  'example_SecurityGroupUnrestrictedIngress22 aws_vpc_security_group_ingress_rule.fail2': 'no source: AWS refuses it',
  'example_SecurityGroupUnrestrictedIngress80 aws_vpc_security_group_ingress_rule.fail2': 'no source: AWS refuses it',
  'example_NetworkACLUnrestricted aws_network_acl_rule.pass': 'with every protocol the ports do not count',
  'example_NetworkACLUnrestrictedIngress20 aws_network_acl.network_acl':
    'Terraform refuses it: the type of the variable has no `protoc`',
  'example_SecurityGroupUnrestrictedIngress22 aws_security_group.not_self': 'no source: it lets in nobody',
  'example_SecurityGroupUnrestrictedIngress22 aws_security_group.pass_self2':
    'open to everybody, and to itself as well',
  'example_NSGRuleHTTPAccessRestricted azurerm_network_security_group.dynamic_nsg_fail':
    'its tfvars are not in the corpus',
  'example_GoogleComputeFirewallUnrestrictedIngress80 google_compute_firewall.allow_null':
    'the file has two of that name',
}

const expected = join(corpus, 'truth/checkov-network.expected.json')
const rule = rules.find(({ id }) => id === 'cloud/management-ports-open')

function failing(dir: string, files: readonly string[], message: RegExp): ReadonlySet<string> {
  const folder = join(corpus, 'terraform-cloud/checkov-net')
  const all = files
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => ({ path: path.slice(dir.length + 1), text: readFileSync(join(folder, path), 'utf8') }))
  const paths = all.map(({ path }) => path).filter((path) => terraform.claims(path))
  const devices = [...terraform.read(paths, memoryFiles(all), {}).devices].map(({ device }) => device)
  const enabled = rule === undefined ? [] : [{ rule, severity: rule.severity, options: { ports: [20, 21, 80, 3306] } }]
  const { findings } = judge(devices, { rules: enabled, today: '2026-11-24' })
  return new Set(findings.filter(({ judgement }) => message.test(judgement.message)).map(({ device }) => device.name))
}

test.skipIf(!existsSync(expected))('checkov says the same of what it and the rule both look at', () => {
  const { cases } = JSON.parse(readFileSync(expected, 'utf8')) as { cases: readonly Case[] }
  const right: string[] = []
  const missed: string[] = []
  const wrong: string[] = []
  for (const { dir, files, passing, failing: wanted } of cases) {
    const name = dir.slice(dir.lastIndexOf('/') + 1)
    const message = MAPPING[name]
    if (message === undefined) continue
    const found = failing(dir, files, message)
    const ofCloud = (address: string): boolean => /^(?:aws|azurerm|google)_/.test(address)
    for (const address of wanted.filter(ofCloud)) (found.has(address) ? right : missed).push(`${name} ${address}`)
    wrong.push(...passing.filter((address) => ofCloud(address) && found.has(address)).map((one) => `${name} ${one}`))
  }
  const unexplained = (all: readonly string[]): readonly string[] => all.filter((one) => EXCEPTED[one] === undefined)
  const share = (rest: readonly string[]): number => right.length / (right.length + rest.length)
  expect({ missed: unexplained(missed), wrong: unexplained(wrong) }).toEqual({ missed: [], wrong: [] })
  expect([...missed, ...wrong].toSorted()).toEqual(Object.keys(EXCEPTED).toSorted())
  const round = (part: number): number => Math.round(part * 1000) / 1000
  expect({ right: right.length, recall: share(unexplained(missed)), precision: share(unexplained(wrong)) }).toEqual({
    right: 82,
    recall: 1,
    precision: 1,
  })
  // With each exception counted against us.
  expect({ recall: round(share(missed)), precision: round(share(wrong)) }).toEqual({ recall: 0.921, precision: 0.965 })
})
