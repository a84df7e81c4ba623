import { fail, type CloudCase } from './case.ts'

const SG = 'aws_security_group.x'
const RULE = 'aws_vpc_security_group_ingress_rule.x'

function group(ingress: string): string {
  return `resource "aws_security_group" "x" {\n  ingress {\n    ${ingress}\n  }\n}\n`
}

function rule(text: string): string {
  return `resource "aws_vpc_security_group_ingress_rule" "x" {\n  security_group_id = "sg-0123456789abcdef0"\n  ${text}\n}\n`
}

function oldRule(text: string): string {
  return `resource "aws_security_group_rule" "x" {\n  security_group_id = "sg-0123456789abcdef0"\n  ${text}\n}\n`
}

const SSH = 'from_port = 22\n to_port = 22\n protocol = "tcp"\n'

export const groups: readonly CloudCase[] = [
  {
    name: 'SSH for everybody',
    files: group(`${SSH} cidr_blocks = ["0.0.0.0/0"]`),
    verdicts: { [SG]: fail('SSH (22)') },
  },
  { name: 'SSH for a network', files: group(`${SSH} cidr_blocks = ["192.0.2.0/24"]`), verdicts: { [SG]: 'pass' } },
  { name: 'IPv6 alone', files: group(`${SSH} ipv6_cidr_blocks = ["::/0"]`), verdicts: { [SG]: fail('SSH (22)') } },
  {
    name: 'IPv6 in another form',
    files: group(`${SSH} ipv6_cidr_blocks = ["0:0:0:0:0:0:0:0/0"]`),
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'one of two halves',
    files: group(`${SSH} cidr_blocks = ["128.0.0.0/1"]`),
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'a private network of the largest kind',
    files: group(`${SSH} cidr_blocks = ["10.0.0.0/8"]`),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'every protocol, with ports that do not count',
    files: group('from_port = 0\n to_port = 0\n protocol = "-1"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: fail('every TCP port, every UDP port') },
  },
  {
    name: 'every protocol as a number',
    files: group('from_port = 0\n to_port = 0\n protocol = -1\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: fail('every TCP port') },
  },
  {
    name: 'TCP from 0 to 0 is port 0',
    files: group('from_port = 0\n to_port = 0\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'a range with 22 in it',
    files: group('from_port = 20\n to_port = 25\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: fail('SSH (22), Telnet (23)') },
  },
  {
    name: 'a range beside 22',
    files: group('from_port = 24\n to_port = 79\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'ICMP type 8 is no port 8, and type 22 is none either',
    files: group('from_port = 22\n to_port = 22\n protocol = "icmp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'ICMPv6 by its number',
    files: group('from_port = -1\n to_port = -1\n protocol = "58"\n ipv6_cidr_blocks = ["::/0"]'),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'TCP by its number',
    files: group('from_port = 22\n to_port = 22\n protocol = "6"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'UDP 22 is nothing, UDP 161 is SNMP',
    files: group('from_port = 22\n to_port = 161\n protocol = "udp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: fail('TFTP (UDP 69), SNMP (UDP 161)') },
  },
  {
    name: 'UDP 22',
    files: group('from_port = 22\n to_port = 22\n protocol = "udp"\n cidr_blocks = ["0.0.0.0/0"]'),
    verdicts: { [SG]: 'pass' },
  },
  { name: 'its own members', files: group(`${SSH} self = true`), verdicts: { [SG]: 'pass' } },
  {
    name: 'its own members, and everybody',
    files: group(`${SSH} self = true\n cidr_blocks = ["0.0.0.0/0"]`),
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'another group',
    files: group(`${SSH} security_groups = [aws_security_group.bastion.id]`),
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'a prefix list out of view',
    files: group(`${SSH} prefix_list_ids = ["pl-0123456789abcdef0"]`),
    verdicts: { [SG]: 'unknown' },
  },
  {
    name: 'what goes out',
    files: `resource "aws_security_group" "x" {\n  egress {\n    ${SSH}    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n`,
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'an argument in place of blocks',
    files: `resource "aws_security_group" "x" {\n  ingress = [{\n    ${SSH}    cidr_blocks = ["0.0.0.0/0"]\n    self = null\n  }]\n}\n`,
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'an argument without members',
    files: 'resource "aws_security_group" "x" {\n  ingress = []\n}\n',
    verdicts: { [SG]: 'pass' },
  },
  {
    name: 'the default group',
    files: `resource "aws_default_security_group" "x" {\n  ingress {\n    ${SSH}    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n`,
    verdicts: { 'aws_default_security_group.x': fail('SSH (22)') },
  },
  {
    name: 'the default group, closed',
    files: 'resource "aws_default_security_group" "x" {\n}\n',
    verdicts: { 'aws_default_security_group.x': 'pass' },
  },
  {
    name: 'a dynamic block over ports',
    files: `locals {\n  ports = [443, 22]\n}\nresource "aws_security_group" "x" {\n  dynamic "ingress" {\n    for_each = local.ports\n    iterator = port\n    content {\n      from_port = port.value\n      to_port = port.value\n      protocol = "tcp"\n      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n}\n`,
    verdicts: { [SG]: fail('SSH (22)') },
  },
  {
    name: 'a dynamic block over nothing',
    files: `resource "aws_security_group" "x" {\n  dynamic "ingress" {\n    for_each = []\n    content {\n      ${SSH}      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n}\n`,
    verdicts: { [SG]: 'pass' },
  },
]

export const rules: readonly CloudCase[] = [
  {
    name: 'a rule of its own',
    files: rule('ip_protocol = "tcp"\n from_port = 22\n to_port = 22\n cidr_ipv4 = "0.0.0.0/0"'),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a rule for IPv6',
    files: rule('ip_protocol = "tcp"\n from_port = 830\n to_port = 830\n cidr_ipv6 = "::/0"'),
    verdicts: { [RULE]: fail('NETCONF (830)') },
  },
  {
    name: 'a rule for every protocol',
    files: rule('ip_protocol = "-1"\n cidr_ipv4 = "0.0.0.0/0"'),
    verdicts: { [RULE]: fail('every TCP port') },
  },
  {
    name: 'a rule for a group',
    files: rule('ip_protocol = "-1"\n referenced_security_group_id = "sg-0123456789abcdef1"'),
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'the older rule, both families',
    files: oldRule(`type = "ingress"\n ${SSH} cidr_blocks = ["192.0.2.0/24"]\n ipv6_cidr_blocks = ["::/0"]`),
    verdicts: { 'aws_security_group_rule.x': fail('SSH (22)') },
  },
  {
    name: 'the older rule for what goes out',
    files: oldRule(`type = "egress"\n ${SSH} cidr_blocks = ["0.0.0.0/0"]`),
    verdicts: { 'aws_security_group_rule.x': 'pass' },
  },
  {
    name: 'the older rule for its own members',
    files: oldRule(`type = "ingress"\n ${SSH} self = true`),
    verdicts: { 'aws_security_group_rule.x': 'pass' },
  },
  {
    name: 'count is zero',
    files: oldRule(`count = 0\n type = "ingress"\n ${SSH} cidr_blocks = ["0.0.0.0/0"]`),
    verdicts: {},
  },
  {
    name: 'count by a condition that is known',
    files: `variable "open" {\n  default = false\n}\n${oldRule(`count = var.open ? 1 : 0\n type = "ingress"\n ${SSH} cidr_blocks = ["0.0.0.0/0"]`)}`,
    verdicts: {},
  },
  {
    name: 'for_each over networks',
    files: oldRule(
      `for_each = toset(["192.0.2.0/24", "0.0.0.0/0"])\n type = "ingress"\n ${SSH} cidr_blocks = [each.key]`,
    ),
    verdicts: {
      'aws_security_group_rule.x["0.0.0.0/0"]': fail('SSH (22)'),
      'aws_security_group_rule.x["192.0.2.0/24"]': 'pass',
    },
  },
  {
    name: 'a module',
    files: {
      'main.tf':
        'module "edge" {\n  source = "./edge"\n  sources = ["0.0.0.0/0"]\n}\nmodule "core" {\n  source = "./edge"\n  sources = ["192.0.2.0/24"]\n}\n',
      'edge/main.tf': `variable "sources" {\n  type = list(string)\n}\n${group(`${SSH} cidr_blocks = var.sources`)}`,
    },
    verdicts: { [`module.edge.${SG}`]: fail('SSH (22)'), [`module.core.${SG}`]: 'pass' },
  },
  {
    name: 'a variable without a value',
    files: `variable "source" {}\n${group(`${SSH} cidr_blocks = [var.source]`)}`,
    verdicts: { [SG]: 'unknown' },
  },
  {
    name: 'a prefix list of the root, with an entry of its own',
    files: `resource "aws_ec2_managed_prefix_list" "x" {\n  name = "x"\n  address_family = "IPv4"\n  max_entries = 1\n}\nresource "aws_ec2_managed_prefix_list_entry" "x" {\n  prefix_list_id = aws_ec2_managed_prefix_list.x.id\n  cidr = "0.0.0.0/0"\n}\n${rule('ip_protocol = "tcp"\n from_port = 22\n to_port = 22\n prefix_list_id = aws_ec2_managed_prefix_list.x.id')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
]

const ACL = 'aws_network_acl.x'
const entry = (number: number, action: string, text: string): string =>
  `  ingress {\n    rule_no = ${number}\n    action = "${action}"\n    ${text}\n  }\n`
const TCP22 = 'protocol = "tcp"\n from_port = 22\n to_port = 22\n cidr_block = "0.0.0.0/0"'
const ALL = 'protocol = "-1"\n from_port = 0\n to_port = 0\n cidr_block = "0.0.0.0/0"'
const acl = (...entries: readonly string[]): string => `resource "aws_network_acl" "x" {\n${entries.join('')}}\n`

export const acls: readonly CloudCase[] = [
  {
    name: 'an ACL that lets in everything',
    files: acl(entry(100, 'allow', ALL)),
    verdicts: { [ACL]: fail('every TCP port') },
  },
  {
    name: 'a deny before',
    files: acl(entry(200, 'allow', TCP22), entry(100, 'deny', ALL)),
    verdicts: { [ACL]: 'pass' },
  },
  {
    name: 'a deny behind',
    files: acl(entry(100, 'allow', TCP22), entry(200, 'deny', ALL)),
    verdicts: { [ACL]: fail('SSH (22)') },
  },
  {
    name: 'a deny of a part of the sources',
    files: acl(entry(100, 'deny', TCP22.replace('0.0.0.0/0', '198.51.100.0/24')), entry(200, 'allow', TCP22)),
    verdicts: { [ACL]: fail('SSH (22)') },
  },
  {
    name: 'a deny of the other family',
    files: acl(
      entry(100, 'deny', TCP22),
      entry(200, 'allow', TCP22.replace('cidr_block = "0.0.0.0/0"', 'ipv6_cidr_block = "::/0"')),
    ),
    verdicts: { [ACL]: fail('SSH (22)') },
  },
  {
    name: 'a deny of the other protocol',
    files: acl(entry(100, 'deny', TCP22.replace('tcp', 'udp')), entry(200, 'allow', TCP22)),
    verdicts: { [ACL]: fail('SSH (22)') },
  },
  {
    name: 'rules of their own, the deny for what goes out',
    files: `resource "aws_network_acl_rule" "no" {\n  network_acl_id = "acl-0123456789abcdef0"\n  egress = true\n  rule_number = 100\n  rule_action = "deny"\n  ${TCP22}\n}\nresource "aws_network_acl_rule" "x" {\n  network_acl_id = "acl-0123456789abcdef0"\n  rule_number = 200\n  rule_action = "allow"\n  ${TCP22}\n}\n`,
    verdicts: { 'aws_network_acl_rule.no': 'pass', 'aws_network_acl_rule.x': fail('SSH (22)') },
  },
  {
    name: 'the default ACL',
    files: `resource "aws_default_network_acl" "x" {\n${entry(100, 'allow', ALL)}}\n`,
    verdicts: { 'aws_default_network_acl.x': fail('every TCP port') },
  },
]
