import type { Severity } from '@breakwater/core'

/** Groups that the guidance names: MODP of 3072 and 4096 bits, and ECP of 384 bits. */
const GROUPS: readonly number[] = [15, 16, 20]

/** ECP of 256 and 521 bits: strong, and not named. */
const UNNAMED_GROUPS: readonly number[] = [19, 21]

export function isWeakGroup(group: number): boolean {
  return !GROUPS.includes(group) && !UNNAMED_GROUPS.includes(group)
}

export function isUnnamedGroup(group: number): boolean {
  return UNNAMED_GROUPS.includes(group)
}

/** Group 14 still serves elsewhere; the others can be broken, 24 by its small subgroup. */
export function severityOfGroups(groups: readonly number[]): Severity {
  return groups.every((group) => group === 14) ? 'medium' : 'high'
}

/** `broken`: DES, 3DES, none. `short`: AES with fewer than 256 bits. Undefined for AES-256, and for names that nobody knows. */
export type CipherWeakness = 'broken' | 'short' | undefined

/** Of `aes 256`, `aes-cbc-128`, `esp-gcm 256`, `esp-null`; AES without a length has 128 bits. */
export function weaknessOfCipher(name: string): CipherWeakness {
  if (/^(?:esp-)?(?:3?des|null)$|^esp-gmac/.test(name)) return 'broken'
  if (name === 'esp-seal') return 'short'
  if (!/^(?:esp-)?(?:aes|gcm)/.test(name)) return undefined
  return /\b256$/.test(name) ? undefined : 'short'
}

export function isCipher(transform: string): boolean {
  return /^esp-(?:3?des|null|aes|gcm|gmac|seal)/.test(transform)
}

/** Encrypts and authenticates in one, so that no hash is needed. */
export function authenticatesItself(cipher: string): boolean {
  return /gcm|gmac/.test(cipher)
}

/** `broken`: MD5 and SHA-1. `short`: SHA-256. Undefined for SHA-384 and SHA-512, and for names that nobody knows. */
export function weaknessOfHash(name: string): 'broken' | 'short' | undefined {
  if (/^(?:(?:esp|ah)-)?(?:md5|sha1?)(?:-hmac)?$/.test(name)) return 'broken'
  return /^(?:(?:esp|ah)-)?sha256(?:-hmac)?$/.test(name) ? 'short' : undefined
}

export function isHash(transform: string): boolean {
  return /^(?:esp|ah)-(?:md5|sha)/.test(transform)
}

/** The transforms with AES-256 and SHA-384 or more, so that one line mends cipher and hash; GCM where no hash was named. */
export function strengthened(transforms: readonly string[]): string[] {
  const wanted = transforms.some(isHash) ? 'esp-aes 256' : 'esp-gcm 256'
  const cipher = transforms.find((name) => isCipher(name) && weaknessOfCipher(name) === undefined) ?? wanted
  const others = transforms.filter((name) => !isCipher(name) && !isHash(name))
  if (authenticatesItself(cipher)) return [cipher, ...others]
  const hashes = transforms.filter((name) => isHash(name) && weaknessOfHash(name) === undefined)
  return [cipher, ...(hashes.length > 0 ? hashes : ['esp-sha384-hmac']), ...others]
}
