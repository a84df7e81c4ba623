import { fail, type CloudCase } from './case.ts'

const RULE = 'google_compute_firewall.x'
const firewall = (text: string, name = 'x', network = 'edge'): string =>
  `resource "google_compute_firewall" "${name}" {\n  name = "${name}"\n  network = "${network}"\n  ${text}\n}\n`
const SSH = 'allow {\n    protocol = "tcp"\n    ports = ["22"]\n  }\n'
const ALL = '  source_ranges = ["0.0.0.0/0"]\n  '
const DENY = `${ALL}deny {\n    protocol = "tcp"\n    ports = ["22"]\n  }\n`

const policy = (text: string, type = 'google_compute_network_firewall_policy_rule', name = 'x'): string =>
  `resource "${type}" "${name}" {\n  firewall_policy = "edge"\n  ${text}\n}\n`
const MATCH =
  'match {\n    src_ip_ranges = ["0.0.0.0/0"]\n    layer4_configs {\n      ip_protocol = "tcp"\n      ports = ["22"]\n    }\n  }\n'
const IN = 'direction = "INGRESS"\n  '

export const google: readonly CloudCase[] = [
  { name: 'SSH for everybody', files: firewall(ALL + SSH), verdicts: { [RULE]: fail('SSH (22)') } },
  { name: 'IPv6', files: firewall(`  source_ranges = ["::/0"]\n  ${SSH}`), verdicts: { [RULE]: fail('SSH (22)') } },
  { name: 'no sources', files: firewall(SSH), verdicts: { [RULE]: fail('SSH (22)') } },
  {
    name: 'empty lists of sources',
    files: firewall(`source_ranges = []\n  source_tags = []\n  ${SSH}`),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  { name: 'a tag', files: firewall(`source_tags = ["bastion"]\n  ${SSH}`), verdicts: { [RULE]: 'pass' } },
  {
    name: 'a tag, or everybody',
    files: firewall(`source_tags = ["bastion"]\n${ALL}${SSH}`),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'an account',
    files: firewall(`source_service_accounts = ["a@example.com"]\n  ${SSH}`),
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'a range',
    files: firewall(`${ALL}allow {\n    protocol = "tcp"\n    ports = ["443", "20-25"]\n  }\n`),
    verdicts: { [RULE]: fail('SSH (22), Telnet (23)') },
  },
  {
    name: 'every port',
    files: firewall(`${ALL}allow {\n    protocol = "tcp"\n  }\n`),
    verdicts: { [RULE]: fail('every TCP port') },
  },
  {
    name: 'every protocol',
    files: firewall(`${ALL}allow {\n    protocol = "all"\n  }\n`),
    verdicts: { [RULE]: fail('every TCP port, every UDP port') },
  },
  { name: 'ICMP', files: firewall(`${ALL}allow {\n    protocol = "icmp"\n  }\n`), verdicts: { [RULE]: 'pass' } },
  {
    name: 'the second of two',
    files: firewall(`${ALL}allow {\n    protocol = "icmp"\n  }\n  ${SSH}`),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  { name: 'what goes out', files: firewall(`direction = "EGRESS"\n  ${SSH}`), verdicts: { [RULE]: 'pass' } },
  { name: 'off', files: firewall(`disabled = true\n${ALL}${SSH}`), verdicts: { [RULE]: 'pass' } },
  { name: 'a deny', files: firewall(DENY), verdicts: { [RULE]: 'pass' } },
  {
    name: 'a deny of the same priority',
    files: `${firewall(ALL + SSH)}${firewall(DENY, 'no')}`,
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'a deny of lower priority',
    files: `${firewall(ALL + SSH)}${firewall(`priority = 2000\n${DENY}`, 'no')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a deny of higher priority',
    files: `${firewall(ALL + SSH)}${firewall(`priority = 10\n${DENY}`, 'no')}`,
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'a deny in another network',
    files: `${firewall(ALL + SSH)}${firewall(DENY, 'no', 'core')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a deny for tagged hosts',
    files: `${firewall(ALL + SSH)}${firewall(`target_tags = ["db"]\n${DENY}`, 'no')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a deny and an allow for the same hosts',
    files: `${firewall(`target_tags = ["db"]\n${ALL}${SSH}`)}${firewall(`target_tags = ["db"]\n${DENY}`, 'no')}`,
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'a deny that is off',
    files: `${firewall(ALL + SSH)}${firewall(`disabled = true\n${DENY}`, 'no')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a rule of a policy',
    files: policy(`${IN}priority = 1000\n  action = "allow"\n  ${MATCH}`),
    verdicts: { 'google_compute_network_firewall_policy_rule.x': fail('SSH (22)') },
  },
  {
    name: 'a rule of a hierarchy',
    files: policy(`${IN}priority = 1000\n  action = "allow"\n  ${MATCH}`, 'google_compute_firewall_policy_rule'),
    verdicts: { 'google_compute_firewall_policy_rule.x': fail('SSH (22)') },
  },
  {
    name: 'a deny before it in the policy',
    files: `${policy(`${IN}priority = 1000\n  action = "allow"\n  ${MATCH}`)}${policy(`${IN}priority = 10\n  action = "deny"\n  ${MATCH}`, undefined, 'no')}`,
    verdicts: {
      'google_compute_network_firewall_policy_rule.x': 'pass',
      'google_compute_network_firewall_policy_rule.no': 'pass',
    },
  },
  {
    name: 'a rule that leaves it to others',
    files: policy(`${IN}priority = 1000\n  action = "goto_next"\n  ${MATCH}`),
    verdicts: { 'google_compute_network_firewall_policy_rule.x': 'pass' },
  },
  {
    name: 'a rule for the hosts of the network alone',
    files: policy(
      `${IN}priority = 1000\n  action = "allow"\n  ${MATCH.replace('match {', 'match {\n    src_network_scope = "INTRA_VPC"')}`,
    ),
    verdicts: { 'google_compute_network_firewall_policy_rule.x': 'pass' },
  },
  {
    name: 'a rule for a country',
    files: policy(
      `${IN}priority = 1000\n  action = "allow"\n  ${MATCH.replace('src_ip_ranges = ["0.0.0.0/0"]', 'src_region_codes = ["NL"]')}`,
    ),
    verdicts: { 'google_compute_network_firewall_policy_rule.x': 'unknown' },
  },
]
