import { createHash, pbkdf2Sync, scryptSync } from 'node:crypto'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CISCO64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Base64 with Cisco's alphabet and without padding. */
function cisco64(bytes: Buffer): string {
  return bytes
    .toString('base64')
    .replace(/=+$/, '')
    .replace(/./g, (digit) => CISCO64[BASE64.indexOf(digit)] ?? '')
}

/** Type 4: one round of SHA-256, no salt. */
export function type4(password: string): string {
  return cisco64(createHash('sha256').update(password).digest())
}

/** Type 8, `$8$salt$hash`: PBKDF2 with SHA-256, 20,000 iterations. */
export function type8(password: string, salt: string): string {
  return cisco64(pbkdf2Sync(password, salt, 20_000, 32, 'sha256'))
}

/** Type 9, `$9$salt$hash`: scrypt with N 16384, r 1, p 1. */
export function type9(password: string, salt: string): string {
  return cisco64(scryptSync(password, salt, 32, { N: 16_384, r: 1, p: 1 }))
}
