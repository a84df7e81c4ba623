import type { Certificate, Severity } from '@breakwater/core'

export interface Weakness {
  /** In words that follow a name: `expired on 2020-01-01`. */
  readonly words: string
  readonly severity: Severity
}

/** RSA keys of the guidance have this many bits at the least. */
const RSA_BITS = 3072

/** What is wrong with a certificate on a day (`YYYY-MM-DD`), `days` before its end included. */
export function weaknessesOf(certificate: Certificate, today: string, days: number): Weakness[] {
  const { notBefore, notAfter, signatureHash, key, selfIssued } = certificate
  const found: Weakness[] = []
  if (notAfter < today) found.push({ words: `expired on ${notAfter}`, severity: 'medium' })
  else if (notAfter <= dayAfter(today, days)) found.push({ words: `expires on ${notAfter}`, severity: 'low' })
  if (notBefore > today) found.push({ words: `is not valid before ${notBefore}`, severity: 'low' })
  if (key.algorithm === 'RSA' && key.bits !== undefined && key.bits < RSA_BITS)
    found.push({ words: `has an RSA key of ${key.bits} bits`, severity: key.bits < 2048 ? 'medium' : 'low' })
  // Nobody verifies the signature of a certificate upon itself.
  if (!selfIssued && signatureHash !== undefined && /^(?:MD|SHA-1$)/.test(signatureHash))
    found.push({ words: `is signed with ${signatureHash}`, severity: 'medium' })
  return found
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
