import { leaf, list } from './declare.ts'

/** What an X.509 certificate says of itself. */
export interface Certificate {
  /** Issuer and subject are the same. */
  readonly selfIssued: boolean
  /** First and last day, `YYYY-MM-DD`. */
  readonly notBefore: string
  readonly notAfter: string
  /** Hash of the signature: `MD5`, `SHA-1`, `SHA-256`, …; undefined where it is none that we know. */
  readonly signatureHash: string | undefined
  readonly key: { readonly algorithm: 'RSA' | 'EC' | 'other'; readonly bits: number | undefined }
}

export type Enrollment = 'selfsigned' | 'url' | 'terminal' | 'pkcs12' | 'profile'

export const tls = {
  profiles: list<{ readonly name: string }>()('TLS profiles of syslog', {
    version: leaf<string>('Version that the profile allows: `TLSv1.2`'),
    ciphersuites: leaf<readonly string[]>('Cipher suites that the profile allows'),
  }),
  trustpoints: list<{ readonly name: string }>()('Trustpoints of the public key infrastructure', {
    enrollment: leaf<Enrollment>('Where the certificate comes from'),
    autoEnroll: leaf<boolean>('Renews its certificate by itself'),
    keyBits: leaf<number>('Size of its RSA key, in bits'),
  }),
  certificates: list<{
    readonly trustpoint: string
    readonly kind: 'self-signed' | 'ca' | 'identity'
  }>()('Certificates in the configuration; the key is trustpoint, kind and serial number', {
    content: leaf<Certificate>('What it says'),
  }),
} as const
