import type { Secret } from '../secret.ts'
import { list } from './declare.ts'

/** What a secret opens. `fhrp-text` is the clear string of HSRP, VRRP and GLBP, which has no other form. */
export type SecretUse =
  | 'enable'
  | 'user'
  | 'line'
  | 'view'
  | 'tacacs'
  | 'radius'
  | 'ldap'
  | 'ntp'
  | 'key-chain'
  | 'bgp'
  | 'ospf'
  | 'isis'
  | 'eigrp'
  | 'rip'
  | 'ldp'
  | 'hsrp'
  | 'vrrp'
  | 'glbp'
  | 'fhrp-text'
  | 'nhrp'
  | 'ppp'
  | 'tunnel'
  | 'isakmp'
  | 'ikev2'
  | 'ezvpn'
  | 'snmp-community'
  | 'snmp-user'
  | 'file-transfer'
  | 'http-client'
  | 'pki'
  | 'wireless'
  | 'dot1x'
  | 'trustsec'
  | 'voice'
  | 'master-key'
  | 'url'
  | 'other'

export const secrets = list<{
  readonly use: SecretUse
  /** Whose it is: a user's name, a neighbour's address; undefined where it has no owner. */
  readonly owner: string | undefined
  readonly secret: Secret
  /** False where a line takes the secret away, a later one has replaced it, or it only stands in a text: masked, but not judged. */
  readonly inForce: boolean
}>()('Every secret of the configuration, wherever it stands; the key is use, owner and ordinal, never the secret.', {})
