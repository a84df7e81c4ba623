import type { SiteMember } from '@breakwater/core'
import { counted } from '../text/table.ts'
import { harmless } from '../text/harmless.ts'
import type { SiteInference } from './infer.ts'

const MEMBERS: readonly (readonly [SiteMember, what: string, example: string])[] = [
  ['managementPrefixes', 'prefixes from which people and systems manage the devices', '192.0.2.0/24'],
  ['managementVrfs', 'VRFs of the management network', 'MGMT'],
  ['ownPrefixes', 'address space of the network itself', '198.51.100.0/22'],
  ['externalInterfaces', 'interfaces that leave the network, by name', 'GigabitEthernet0/0/0'],
  ['externalDescriptions', 'regular expressions for descriptions of such interfaces', '^(transit|peering)'],
  ['aaaServers', 'TACACS+, RADIUS and LDAP servers', '192.0.2.10'],
  ['logHosts', 'log collectors', '192.0.2.20'],
  ['ntpServers', 'time servers', '192.0.2.30'],
  ['snmpManagers', 'SNMP managers and trap receivers', '192.0.2.40'],
  ['flowCollectors', 'flow collectors', '192.0.2.50'],
  ['users', 'local accounts that are meant to be there', 'noc-emergency'],
  ['tunnels', 'tunnels that are meant to be there: interfaces, destinations, prefixes', '192.0.2.77'],
  ['mirrorSessions', 'mirroring sessions that are meant to be there', '1'],
  ['sshKeys', 'hashes of the public keys of people and tools', '5A1B2C3D4E5F60718293A4B5C6D7E8F9'],
]

const MOST = 20

/** The text of a first configuration. What was inferred stands in comments: a person decides what is meant to be. */
export function printConfiguration(inference: SiteInference): string {
  const { devices } = inference
  const lines = [
    '# Configuration of Breakwater. Every key is described in docs/configuration.md.',
    '',
    '# The rules to start from: breakwater check --help lists the presets.',
    'preset: recommended',
    '',
    '# The least severity that makes the command end with 1.',
    'failOn: medium',
    '',
    '# What only you know. A rule that needs what is left out says "unknown"; an empty list says that there is none.',
    ...(devices > 0
      ? [
          `# The values were found in the configurations of ${counted(devices, 'device')}. They show what is, which may be an`,
          '# intruder’s work: take the comment sign away from what is meant to be.',
        ]
      : []),
    'site:',
    ...MEMBERS.flatMap(([member, what, example]) => memberLines(member, what, example, inference)),
    '',
    '# Rules that differ, for all devices or for some.',
    '# rules:',
    '#   mgmt/exec-timeout: { severity: low, options: { minutes: 5 } }',
    '# overrides:',
    "#   - files: ['lab/**']",
    '#     rules: { credentials/no-default-credentials: off }',
  ]
  return `${lines.join('\n')}\n`
}

function memberLines(member: SiteMember, what: string, example: string, inference: SiteInference): string[] {
  const found = inference.of(member)
  const shown = found.slice(0, MOST)
  const width = Math.max(0, ...shown.map(({ value }) => quoted(value).length))
  return [
    `  # ${what}`,
    ...(shown.length === 0
      ? [`  # ${member}: [${quoted(example)}]`]
      : [
          `  # ${member}:`,
          ...shown.map(
            ({ value, devices }) =>
              `  #   - ${quoted(value).padEnd(width)}  # on ${devices} of ${counted(inference.devices, 'device')}`,
          ),
          ...(found.length > MOST ? [`  #   and ${found.length - MOST} more, each on fewer devices`] : []),
        ]),
  ]
}

function quoted(value: string): string {
  return `'${harmless(value).replaceAll("'", "''")}'`
}
