/**
 * What only the people who run a network know of it. A member that is undefined was not told; an empty list says that
 * there is none. Prefixes and addresses are IPv4 or IPv6, an address standing for itself; descriptions are regular
 * expressions that ignore case.
 */
export interface Site {
  /** Prefixes from which people and systems manage the devices. */
  readonly managementPrefixes?: readonly string[]
  /** VRFs of the management network. */
  readonly managementVrfs?: readonly string[]
  /** Address space of the network itself. */
  readonly ownPrefixes?: readonly string[]
  /** Interfaces that leave the network, by name. */
  readonly externalInterfaces?: readonly string[]
  /** Descriptions of interfaces that leave the network. */
  readonly externalDescriptions?: readonly string[]
  /** TACACS+, RADIUS and LDAP servers: addresses, prefixes or names. */
  readonly aaaServers?: readonly string[]
  readonly logHosts?: readonly string[]
  readonly ntpServers?: readonly string[]
  readonly snmpManagers?: readonly string[]
  readonly flowCollectors?: readonly string[]
  /** Local accounts that are meant to be there. */
  readonly users?: readonly string[]
  /** Tunnels that are meant to be there: interfaces, or addresses and prefixes of their destinations. */
  readonly tunnels?: readonly string[]
  /** Mirroring and capture sessions that are meant to be there, by number or name. */
  readonly mirrorSessions?: readonly string[]
  /** Hashes of the public keys of users that are meant to be there, as the device prints them. */
  readonly sshKeys?: readonly string[]
  /** Roles of the device, as the configuration's `roles` give them. */
  readonly roles?: readonly string[]
}

/** A member of the site that the configuration gives. */
export type SiteMember = Exclude<keyof Site, 'roles'>

const strings = (description: string): object => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
})

/** JSON Schema of a site, as the configuration gives it: without the roles, which stand beside it. */
export const siteSchema = {
  description:
    'What only you know of your network. What is left out was not told; an empty list says that there is none.',
  type: 'object',
  properties: {
    managementPrefixes: strings('Prefixes from which people and systems manage the devices.'),
    managementVrfs: strings('VRFs of the management network.'),
    ownPrefixes: strings('Address space of the network itself.'),
    externalInterfaces: strings('Interfaces that leave the network, by name.'),
    externalDescriptions: strings('Regular expressions for descriptions of such interfaces.'),
    aaaServers: strings('TACACS+, RADIUS and LDAP servers: addresses, prefixes or names.'),
    logHosts: strings('Log collectors: addresses, prefixes or names.'),
    ntpServers: strings('Time servers: addresses, prefixes or names.'),
    snmpManagers: strings('SNMP managers and trap receivers: addresses, prefixes or names.'),
    flowCollectors: strings('Flow collectors: addresses, prefixes or names.'),
    users: strings('Local accounts that are meant to be there.'),
    tunnels: strings(
      'Tunnels that are meant to be there: interfaces, or addresses and prefixes of their destinations.',
    ),
    sshKeys: strings('Hashes of the public keys of users that are meant to be there, as the device prints them.'),
    mirrorSessions: strings('Mirroring and capture sessions that are meant to be there, by number or name.'),
  },
  additionalProperties: false,
} as const

/** Nothing was told. */
export const unknownSite: Site = {}
