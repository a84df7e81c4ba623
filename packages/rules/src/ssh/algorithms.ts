import { must, type Fact, type Judgement } from '@breakwater/core'

export interface Algorithms {
  /** What they are, in the plural: `ciphers`. */
  readonly what: string
  readonly isWeak: (name: string) => boolean
  /** What to offer instead, where nothing of the list can stay. */
  readonly recommended: readonly string[]
}

/** The server offers no weak algorithm. The strong ones of a written list stay as they are. */
export function mustBeStrong(fact: Fact<readonly string[]>, { what, isWeak, recommended }: Algorithms): Judgement {
  const written = fact.state === 'known' && fact.by === 'config' ? fact.value : []
  const strong = written.filter((name) => !isWeak(name))
  return must(fact, (names) => !names.some(isWeak), {
    message: (names) => {
      if (names === undefined) return `SSH may offer weak ${what}; offer ${recommended.join(' ')} only`
      const by = fact.state === 'known' && fact.by === 'config' ? 'SSH offers' : 'SSH offers by default'
      return `${by} weak ${what}: ${names.filter(isWeak).join(' ')}`
    },
    fix: strong.length > 0 ? strong : recommended,
    // Clients that know the weak ones alone are shut out.
    applicability: 'lockout-risk',
  })
}

/** Finite-field groups of fewer than 4096 bits, and SHA-1. Group exchange is as strong as the smallest group accepted. */
export function isWeakExchange(name: string): boolean {
  return /sha1$|^diffie-hellman-group(?:1|2|5|14|15)-|^rsa/.test(name)
}

export function isGroupExchange(name: string): boolean {
  return name.startsWith('diffie-hellman-group-exchange')
}

/** Fine elsewhere, but no part of the Commercial National Security Algorithm suite. */
export function isExchangeOutsideCnsa(name: string): boolean {
  return isWeakExchange(name) || /^curve25519|nistp256|^sntrup|mlkem768/.test(name)
}

export function isWeakCipher(name: string): boolean {
  return /-cbc|^3?des|^arcfour|^blowfish|^cast|^rc4|^none$/.test(name)
}

export function isCipherOutsideCnsa(name: string): boolean {
  return isWeakCipher(name) || !name.startsWith('aes256-')
}

/** Ciphers that authenticate by themselves leave no work to a MAC. */
export function authenticatesItself(cipher: string): boolean {
  return /-gcm|^chacha20/.test(cipher)
}

export function isWeakMac(name: string): boolean {
  return /^hmac-(?:sha1|md5|ripemd)|^umac-64|^none$/.test(name)
}

/** The option that holds a site to the CNSA suite. */
export const cnsaOption = {
  schema: { type: 'object', properties: { cnsa: { type: 'boolean' } }, additionalProperties: false },
  defaults: { cnsa: false },
}
