import { leaf, list } from './declare.ts'

/** A Diffie-Hellman group by its number; `default` where `set pfs` leaves it to the release. */
export type PfsGroup = number | 'default'

const phase2 = {
  transformSets: leaf<readonly string[]>('Names of its transform sets'),
  pfs: leaf<PfsGroup>('Diffie-Hellman group of perfect forward secrecy'),
  ikev2Profile: leaf<string>('IKEv2 profile'),
} as const

export const vpn = {
  isakmp: leaf<boolean>('IKEv1 is answered'),
  aggressiveMode: leaf<boolean>('Aggressive mode of IKEv1 is answered'),
  defaultIsakmpPolicy: leaf<boolean>('The built-in IKEv1 policies are there'),
  defaultIkev2Proposal: leaf<boolean>('The built-in IKEv2 proposal is there, as it was built in'),
  defaultIkev2Policy: leaf<boolean>('The built-in IKEv2 policy is there, as it was built in'),
  easyVpn: leaf<boolean>('Easy VPN, as client or server'),
  isakmpPolicies: list<{ readonly priority: number }>()('IKEv1 policies', {
    encryption: leaf<string>('Cipher, as written: `des`, `3des`, `aes`, `aes 256`'),
    hash: leaf<string>('Hash, as written: `md5`, `sha`, `sha384`'),
    group: leaf<number>('Diffie-Hellman group'),
  }),
  isakmpProfiles: list<{ readonly name: string }>()('IKEv1 profiles', {
    aggressive: leaf<boolean>('Begins with aggressive mode'),
  }),
  aggressivePeers: list<{ readonly peer: string }>()('Peers with which aggressive mode is begun', {}),
  ikev2Proposals: list<{ readonly name: string }>()('IKEv2 proposals', {
    encryption: leaf<readonly string[]>('Ciphers, as written'),
    integrity: leaf<readonly string[]>('Integrity algorithms, as written'),
    prf: leaf<readonly string[]>('Pseudo-random functions, as written'),
    groups: leaf<readonly number[]>('Diffie-Hellman groups'),
  }),
  ikev2Profiles: list<{ readonly name: string }>()('IKEv2 profiles', {}),
  transformSets: list<{ readonly name: string }>()('Transform sets of IPsec', {
    transforms: leaf<readonly string[]>('Transforms, with their key length: `esp-aes 256`, `esp-sha384-hmac`'),
  }),
  ipsecProfiles: list<{ readonly name: string }>()('IPsec profiles', phase2),
  cryptoMaps: list<{ readonly name: string; readonly sequence: number; readonly dynamic: boolean }>()(
    'Entries of crypto maps and dynamic crypto maps; the key is the command without `crypto`',
    phase2,
  ),
  presharedKeys: list<{
    readonly kind: 'isakmp' | 'keyring' | 'ikev2'
    /** Name of the keyring. */
    readonly keyring: string | undefined
    /** Address, prefix or name of the peer; of IKEv2 the name of the entry. */
    readonly peer: string
  }>()('Pre-shared keys by the peers that they are for; never the keys', {
    anyPeer: leaf<boolean>('Whether the key is for every peer'),
    present: leaf<boolean>('Whether there is a key'),
  }),
} as const
