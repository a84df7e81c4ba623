import { reveal, type SecretVerifier } from '@breakwater/core'
import { type4, type8, type9 } from './cisco-hash.ts'
import { md5Crypt, shaCrypt } from './crypt.ts'

/** Hashes a candidate in the way of the hash that it is held against. */
type Trial = (candidate: string) => boolean

/** What is tried against one hash, so that no file can make the work long; slow schemes get the first candidates only. */
const CANDIDATES_AT_MOST = 64
const SLOW_CANDIDATES_AT_MOST = 24
const ROUNDS_AT_MOST = 10_000
/** What is tried in one run, in trials of MD5's cost (about half a millisecond): a fleet must not take minutes. */
const BUDGET = 12_000
const SLOW_COST = 7

/** Whether a hash is that of one of the candidates; `untried` where its scheme is not known or asks too much work. */
export function verifyHash(hash: string, candidates: readonly string[]): 'match' | 'no-match' | 'untried' {
  const trial = trialOf(hash)
  if (trial === undefined) return 'untried'
  const most = isSlow(hash) ? SLOW_CANDIDATES_AT_MOST : CANDIDATES_AT_MOST
  return candidates.slice(0, most).some(trial) ? 'match' : 'no-match'
}

/** Types 8 and 9 are made to be slow: PBKDF2 with 20,000 rounds, and scrypt. */
function isSlow(hash: string): boolean {
  return hash.startsWith('$8$') || hash.startsWith('$9$')
}

function costOf(hash: string, candidates: readonly string[]): number {
  if (!hash.startsWith('$')) return 0
  const { length } = candidates
  return isSlow(hash) ? Math.min(length, SLOW_CANDIDATES_AT_MOST) * SLOW_COST : Math.min(length, CANDIDATES_AT_MOST)
}

/** A verifier that tries each hash once with the same candidates, until the work of one run is spent; then `untried`. */
export function createSecretVerifier(budget: number = BUDGET): SecretVerifier {
  let left = budget
  const tried = new Map<string, 'match' | 'no-match' | 'untried'>()
  return (secret, candidates) => {
    if (secret.redacted) return 'untried'
    const hash = reveal(secret)
    const name = `${hash}\n${candidates.join('\n')}`
    let result = tried.get(name)
    if (result === undefined) {
      const cost = costOf(hash, candidates)
      result = cost > left ? 'untried' : verifyHash(hash, candidates)
      if (result !== 'untried') left -= cost
      tried.set(name, result)
    }
    return result
  }
}

function trialOf(hash: string): Trial | undefined {
  if (/^[./\dA-Za-z]{43}$/.test(hash)) return (candidate) => type4(candidate) === hash
  const [, kind = '', rounds, salt = '', sum] = /^\$(1|5|6|8|9|14)\$(?:rounds=(\d+)\$)?([^$]*)\$(.+)$/.exec(hash) ?? []
  if (sum === undefined) return undefined
  switch (kind) {
    case '1':
      return (candidate) => md5Crypt(candidate, salt) === sum
    case '5':
    case '6': {
      const count = Math.max(1000, rounds === undefined ? 5000 : Number(rounds))
      if (count > ROUNDS_AT_MOST) return undefined
      return (candidate) => shaCrypt(kind === '5' ? 'sha256' : 'sha512', candidate, salt, count) === sum
    }
    case '8':
      return (candidate) => type8(candidate, salt) === sum
    case '9':
      return (candidate) => type9(candidate, salt) === sum
    default:
      return undefined
  }
}
