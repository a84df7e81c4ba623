import { leaf, list } from './declare.ts'

export type SnmpModel = 'v1' | 'v2c' | 'v3'
export type SnmpLevel = 'noauth' | 'auth' | 'priv'

export const snmp = {
  configured: leaf<boolean>('Whether any `snmp-server` command is written; false after `no snmp-server`'),
  communities: list<object>()('SNMPv1 and v2c communities. The key is a pseudonym; the string itself is a secret.', {
    wellKnown: leaf<boolean>('Whether the string is on the list of defaults and guessable words'),
    access: leaf<'ro' | 'rw'>('What the community may do'),
    view: leaf<string>('View that bounds it'),
    accessList: leaf<string>('IPv4 access list'),
    accessList6: leaf<string>('IPv6 access list'),
  }),
  groups: list<{
    /** Undefined where the name is a community string. */
    readonly name: string | undefined
    readonly model: SnmpModel
    readonly level: SnmpLevel | undefined
    /** Whether the device made it for a receiver of notifications; such a group reads nothing. */
    readonly forNotifications: boolean
  }>()('SNMP groups; the key is name, model, level and context', {
    readView: leaf<string>('Read view'),
    writeView: leaf<string>('Write view'),
    notifyView: leaf<string>('Notify view'),
    accessList: leaf<string>('IPv4 access list'),
    accessList6: leaf<string>('IPv6 access list'),
  }),
  users: list<{
    /** Undefined where the name serves as a community string (v1 and v2c). */
    readonly name: string | undefined
    readonly group: string
    readonly model: SnmpModel
  }>()('SNMP users', {
    authentication: leaf<string>('Authentication algorithm, as written: `md5`, `sha`, `sha-2 256`'),
    privacy: leaf<string>('Privacy algorithm, as written: `des`, `3des`, `aes 128`'),
    accessList: leaf<string>('IPv4 access list'),
    accessList6: leaf<string>('IPv6 access list'),
  }),
  hosts: list<{ readonly address: string }>()('Receivers of traps and informs', {
    version: leaf<'1' | '2c' | '3'>('Version of the notifications'),
    level: leaf<SnmpLevel>('Security level of version 3'),
    vrf: leaf<string>('VRF through which it is reached'),
    user: leaf<string>('User of version 3'),
    wellKnown: leaf<boolean>(
      'Whether the community string is on the list of defaults and guessable words (versions 1 and 2c)',
    ),
  }),
  views: list<{ readonly name: string; readonly subtree: string; readonly included: boolean }>()(
    'Entries of views',
    {},
  ),
  tftpServerList: leaf<string>('Access list of TFTP servers that SNMP may use'),
  fileTransferAccessList: leaf<string>('Access list of file transfers through SNMP'),
  sourceInterface: leaf<string>('Source interface of traps'),
  configTraps: leaf<boolean>('Whether notifications tell of configuration changes'),
} as const
