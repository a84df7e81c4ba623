import { valueOf, type Change, type Device, type Item, type SecretUse } from '@breakwater/core'

export type StoredSecret = Item<'secrets'>

const NOUNS: Readonly<Record<SecretUse, string>> = {
  enable: 'enable secret',
  user: 'password of user',
  line: 'password',
  view: 'secret of parser view',
  tacacs: 'TACACS+ key',
  radius: 'RADIUS key',
  ldap: 'LDAP password',
  ntp: 'NTP key',
  'key-chain': 'key of key chain',
  bgp: 'BGP password of neighbor',
  ospf: 'OSPF key',
  isis: 'IS-IS password',
  eigrp: 'EIGRP key',
  rip: 'RIP key',
  ldp: 'LDP password',
  hsrp: 'HSRP key',
  vrrp: 'VRRP key',
  glbp: 'GLBP key',
  'fhrp-text': 'first-hop redundancy string',
  nhrp: 'NHRP string',
  ppp: 'PPP password',
  tunnel: 'tunnel password',
  isakmp: 'IKE pre-shared key',
  ikev2: 'IKEv2 pre-shared key',
  ezvpn: 'EzVPN key',
  'snmp-community': 'SNMP community',
  'snmp-user': 'SNMP user password',
  'file-transfer': 'FTP password',
  'http-client': 'HTTP client password',
  pki: 'PKI password',
  wireless: 'wireless key',
  dot1x: '802.1X password',
  trustsec: 'TrustSec password',
  voice: 'voice password',
  'master-key': 'master key',
  url: 'password in a URL',
  other: 'password',
}

/** What a secret is, in words: `password of user admin`. Never its text. */
export function nameOf({ use, owner }: StoredSecret): string {
  if (use === 'enable') return enableName(owner)
  return owner === undefined ? NOUNS[use] : `${NOUNS[use]} ${use === 'line' ? 'of line ' : ''}${owner}`
}

/** Owners are `password`, `level 5`, `password level 5`, and none for the secret of level 15. */
function enableName(owner = ''): string {
  const form = owner.startsWith('password') ? 'password' : 'secret'
  const level = owner.replace('password', '').trim()
  return level === '' ? `enable ${form}` : `enable ${form} of ${level}`
}

/** Secrets with which people log in. */
export function isLogin({ use }: StoredSecret): boolean {
  return use === 'user' || use === 'enable' || use === 'line' || use === 'view'
}

const READABLE_NEEDED: readonly string[] = ['chap', 'pap', 'ms-chap', 'ms-chap-v2', 'eap']

/** A user that may be a peer of PPP, whose password the device has to read back: no hash can take its place. */
export function isPeer({ aaa }: Device, { credentialForm, privilege }: Item<'users'>): boolean {
  return (
    valueOf(credentialForm) === 'password' &&
    (valueOf(privilege) ?? 1) <= 1 &&
    valueOf(aaa.pppAuthentication)?.some((protocol) => READABLE_NEEDED.includes(protocol)) === true
  )
}

/** A new hash in the place of an old credential. Nobody can compute it without the password, so a person types that. */
export function rotation(
  device: Device,
  { use, owner }: StoredSecret,
): { changes?: readonly Change[]; applicability?: 'needs-site-value' } {
  const applicability = 'needs-site-value'
  if (use === 'enable' && (owner === undefined || owner === 'password')) {
    const hash = { setting: 'enable.secret', value: '<NEW>' }
    return {
      changes: owner === undefined ? [hash] : [hash, { setting: 'enable.password', value: undefined }],
      applicability,
    }
  }
  const user = use === 'user' ? device.users.items.find(({ name }) => name === owner) : undefined
  return user === undefined || isPeer(device, user)
    ? {}
    : { changes: [{ setting: 'users[].credential', item: user, value: '<NEW>' }], applicability }
}
