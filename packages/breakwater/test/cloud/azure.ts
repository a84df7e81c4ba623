import { fail, type CloudCase } from './case.ts'

const RULE = 'azurerm_network_security_rule.x'
const GROUP = 'azurerm_network_security_group.x'

interface Fields {
  readonly [argument: string]: string
}

const fields = (given: Fields): string => {
  const all: Fields = {
    name: '"ssh"',
    priority: '100',
    direction: '"Inbound"',
    access: '"Allow"',
    protocol: '"Tcp"',
    source_port_range: '"*"',
    destination_port_range: '"22"',
    source_address_prefix: '"*"',
    destination_address_prefix: '"*"',
    ...given,
  }
  return Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = ${value}\n`)
    .join('')
}

const rule = (given: Fields, name = 'x', group = 'edge'): string =>
  `resource "azurerm_network_security_rule" "${name}" {\n${fields(given)}  resource_group_name = "edge"\n  network_security_group_name = "${group}"\n}\n`
const group = (...rules: readonly Fields[]): string =>
  `resource "azurerm_network_security_group" "x" {\n  name = "edge"\n  resource_group_name = "edge"\n${rules.map((one) => `  security_rule {\n${fields(one)}  }\n`).join('')}}\n`

export const azure: readonly CloudCase[] = [
  { name: 'a rule for everybody', files: rule({}), verdicts: { [RULE]: fail('SSH (22)') } },
  {
    name: 'the tag Internet, in small letters',
    files: rule({ source_address_prefix: '"internet"' }),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  { name: '0.0.0.0/0', files: rule({ source_address_prefix: '"0.0.0.0/0"' }), verdicts: { [RULE]: fail('SSH (22)') } },
  { name: 'Any', files: rule({ source_address_prefix: '"Any"' }), verdicts: { [RULE]: fail('SSH (22)') } },
  {
    name: 'a tag of the network',
    files: rule({ source_address_prefix: '"VirtualNetwork"' }),
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'a tag of a region',
    files: rule({ source_address_prefix: '"Storage.WestEurope"' }),
    verdicts: { [RULE]: 'pass' },
  },
  {
    name: 'what is neither a tag nor a prefix',
    files: rule({ source_address_prefix: '"/0"' }),
    verdicts: { [RULE]: 'unknown' },
  },
  {
    name: 'a list of prefixes',
    files: rule({ source_address_prefix: '', source_address_prefixes: '["192.0.2.0/24", "0.0.0.0/0"]' }),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a list of ports, some of them ranges',
    files: rule({ destination_port_range: '', destination_port_ranges: '["443", "20-25"]' }),
    verdicts: { [RULE]: fail('SSH (22), Telnet (23)') },
  },
  {
    name: 'a port as a number',
    files: rule({ destination_port_range: '3389' }),
    verdicts: { [RULE]: fail('RDP (3389)') },
  },
  {
    name: 'every port',
    files: rule({ destination_port_range: '"*"', protocol: '"*"' }),
    verdicts: { [RULE]: fail('every TCP port, every UDP port') },
  },
  { name: 'ICMP', files: rule({ protocol: '"Icmp"', destination_port_range: '"*"' }), verdicts: { [RULE]: 'pass' } },
  { name: 'a deny', files: rule({ access: '"Deny"' }), verdicts: { [RULE]: 'pass' } },
  { name: 'what goes out', files: rule({ direction: '"Outbound"' }), verdicts: { [RULE]: 'pass' } },
  {
    name: 'words in other cases',
    files: rule({ direction: '"INBOUND"', access: '"allow"', protocol: '"TCP"' }),
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  { name: 'within the group', files: group({}), verdicts: { [GROUP]: fail('SSH (22)') } },
  {
    name: 'within the group, a deny of higher priority',
    files: group({}, { access: '"Deny"', priority: '90', protocol: '"*"', destination_port_range: '"*"' }),
    verdicts: { [GROUP]: 'pass' },
  },
  {
    name: 'within the group, a deny of lower priority',
    files: group({}, { access: '"Deny"', priority: '110' }),
    verdicts: { [GROUP]: fail('SSH (22)') },
  },
  {
    name: 'a deny for one host',
    files: group({}, { access: '"Deny"', priority: '90', destination_address_prefix: '"192.0.2.1"' }),
    verdicts: { [GROUP]: fail('SSH (22)') },
  },
  {
    name: 'a deny and an allow for the same host',
    files: group(
      { destination_address_prefix: '"192.0.2.1"' },
      { access: '"Deny"', priority: '90', destination_address_prefix: '"192.0.2.1"' },
    ),
    verdicts: { [GROUP]: 'pass' },
  },
  {
    name: 'a deny for the whole network',
    files: group({}, { access: '"Deny"', priority: '90', destination_address_prefix: '"VirtualNetwork"' }),
    verdicts: { [GROUP]: 'pass' },
  },
  {
    name: 'a deny for a source port',
    files: group({}, { access: '"Deny"', priority: '90', source_port_range: '"1024"' }),
    verdicts: { [GROUP]: fail('SSH (22)') },
  },
  {
    name: 'a deny of the tag Internet before an allow for all',
    files: group({}, { access: '"Deny"', priority: '90', source_address_prefix: '"Internet"' }),
    verdicts: { [GROUP]: 'pass' },
  },
  {
    name: 'a deny in the group before an allow beside it',
    files: `${group({ access: '"Deny"', priority: '90' })}${rule({})}`,
    verdicts: { [GROUP]: 'pass', [RULE]: 'pass' },
  },
  {
    name: 'a deny in another group',
    files: `${rule({})}${rule({ access: '"Deny"', priority: '90' }, 'no', 'core')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a deny in a group of that name in another resource group',
    files: `${rule({})}${rule({ access: '"Deny"', priority: '90' }, 'no').replace('resource_group_name = "edge"', 'resource_group_name = "lab"')}`,
    verdicts: { [RULE]: fail('SSH (22)') },
  },
  {
    name: 'a dynamic rule from an object',
    files: `locals {\n  rules = {\n    ssh = { priority = 100, port = 22, source = "*" }\n    web = { priority = 110, port = 443, source = "*" }\n  }\n}\nresource "azurerm_network_security_group" "x" {\n  name = "edge"\n  resource_group_name = "edge"\n  dynamic "security_rule" {\n    for_each = local.rules\n    content {\n${fields({ name: 'security_rule.key', priority: 'security_rule.value.priority', destination_port_range: 'security_rule.value.port', source_address_prefix: 'security_rule.value.source' })}    }\n  }\n}\n`,
    verdicts: { [GROUP]: fail('SSH (22)') },
  },
]
