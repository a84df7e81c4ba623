import { leaf, list } from './declare.ts'

/** Ports of a protocol, both ends included. */
export interface Traffic {
  /** `other` is all that is neither TCP nor UDP. */
  readonly protocol: 'tcp' | 'udp' | 'other'
  readonly from: number
  readonly to: number
}

/** What a resource of a cloud says of itself. Its defaults are those of the cloud. */
export const cloud = {
  kind: leaf<'filter' | 'vpn'>('What the resource is: a packet filter or a rule of one, or a VPN'),
  openings: list<{ readonly name: string }>()(
    'What a packet filter lets in. What a deny that the cloud reads before it covers is left out.',
    {
      traffic: leaf<readonly Traffic[]>('The destination ports'),
      fromAnywhere: leaf<boolean>('Whether hosts all over the Internet may send it'),
    },
  ),
  tunnels: list<{ readonly name: string }>()('Tunnels of a VPN, with all that each would agree to', {
    ikeVersions: leaf<readonly (1 | 2)[]>('Versions of IKE'),
    phase1Groups: leaf<readonly number[]>('Diffie-Hellman groups of IKE; 0 is none'),
    phase1Encryption: leaf<readonly string[]>('Ciphers of IKE: `3des`, `aes-128`, `aes-gcm-256`'),
    phase1Integrity: leaf<readonly string[]>('Hashes of IKE: `md5`, `sha1`, `sha256`; `aead` where the cipher does it'),
    phase2Groups: leaf<readonly number[]>('Diffie-Hellman groups of perfect forward secrecy; 0 is none'),
    phase2Encryption: leaf<readonly string[]>('Ciphers of IPsec'),
    phase2Integrity: leaf<readonly string[]>('Hashes of IPsec'),
  }),
} as const
