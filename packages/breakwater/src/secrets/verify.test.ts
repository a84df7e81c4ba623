import { Secret } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { createSecretVerifier, verifyHash } from './verify.ts'

const LONG = 'averylongpasswordthatisoverthirtytwocharacterslong'

/** `openssl passwd -1|-5|-6 -salt mERrSalt`, Python's hashlib (pbkdf2_hmac, scrypt), and the published examples of hashcat. */
const VECTORS: readonly (readonly [password: string, hash: string])[] = [
  ['a', '$1$mERrSalt$AdORGK0MS3QsEm2bxr2.o1'],
  ['cisco', '$1$mERrSalt$mhR5N5dlOaAiOg9AruWvm1'],
  ['cisco', '$1$mERr$hx5rVt7rPNoS4wqbXKX7m0'],
  [LONG, '$1$mERrSalt$gsVGN6ukJtY4X9AK33fYU0'],
  ['a', '$5$mERrSalt$EBouTCRmsO99CkFyeqRL82y./jgozSPrl8bLcxAq2V.'],
  ['cisco', '$5$mERrSalt$vQOy9t/4sBR1wza.mqwW0PDKLbqfw6nXhH6cPNfFhuB'],
  [LONG, '$5$mERrSalt$iOHsmU0S11mdeJvQ0So3JAw6eX0O6uXgqcBXMLR/ZT9'],
  ['cisco', '$6$mERrSalt$JzriUlNnO7x7tqiJ2o6Kq6khjbEwfE0Tdu1xcNNK7R89FhyHUEbJltzJ86k1u5t4AQLw24Rii7/1DfH3Q1uVe1'],
  [LONG, '$6$mERrSalt$S7Qs8HIudPqsWl8d6.srAKKO8eiLAOWwG3UxJ.WyjohiQ1mMWuwlPTjFl1CQNilEFd9gyyTi7t9PaeRtYx91w/'],
  ['hashcat', '$8$TnGX/fE4KGHOVU$pEhnEvxrvaynpi8j4f.EMHr6M.FzU8xnZnBr/tJdFWk'],
  ['cisco', '$8$TnGX/fE4KGHOVU$9Bw6cwZeHQmZn/qaB.R3zi0sfFST5c5/JRttfkQ3mTY'],
  ['hashcat', '$9$2MJBozw/9R3UsU$2lFhcKvpghcyw8deP25GOfyZaagyUOGBymkryvOdfo6'],
  ['C1sco12345', '$9$2MJBozw/9R3UsU$.I/HxTp88fAKl3Kib0OCiZhoepMhO.OQHx88/DcK.5g'],
  ['cisco', 'tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY'],
  ['hashcat', '2btjjy78REtmYkkW0csHUbJZOstRXoWdX1mGrmmfeHI'],
]

describe('hashes of known passwords', () => {
  test.each(VECTORS)('%s: %s', (password, hash) => {
    expect(verifyHash(hash, ['wrong', password])).toBe('match')
    expect(verifyHash(hash, ['wrong', `${password}!`])).toBe('no-match')
  })
})

test('what cannot be tried, or would take too long, is left alone', () => {
  for (const hash of [
    '',
    'cisco',
    '$14$CVrv$7vnZ7GejAAOq0k$KAuOFmHd',
    '$2$salt$sum',
    '$5$rounds=999999999$salt$sum',
    '$1$nosum',
  ]) {
    expect(verifyHash(hash, ['cisco'])).toBe('untried')
  }
})

test('the verifier reads secrets, and not those that somebody took out', () => {
  const verify = createSecretVerifier()
  const secret = new Secret('$1$mERr$hx5rVt7rPNoS4wqbXKX7m0', 'type-5', 0, 30)
  expect(verify(secret, ['cisco'])).toBe('match')
  expect(verify(secret, ['cisco'])).toBe('match')
  expect(verify(secret, ['other'])).toBe('no-match')
  expect(verify(new Secret('$1$SECRET_REMOVED', 'type-5', 0, 17, true), ['cisco'])).toBe('untried')
})

test('the work of one run is bounded: what comes after is untried, and what was tried is remembered', () => {
  const verify = createSecretVerifier(3)
  const first = new Secret('$1$mERr$hx5rVt7rPNoS4wqbXKX7m0', 'type-5', 0, 30)
  const second = new Secret('$1$mERrSalt$mhR5N5dlOaAiOg9AruWvm1', 'type-5', 0, 34)
  expect(verify(first, ['wrong', 'cisco'])).toBe('match')
  expect(verify(second, ['wrong', 'cisco'])).toBe('untried')
  expect(verify(first, ['wrong', 'cisco'])).toBe('match')
})
