import { reveal } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { wordsBetween } from './commands/command.ts'
import { readSecret, type SecretGrammar } from './secrets.ts'

const read = (text: string, grammar?: SecretGrammar) => {
  const found = readSecret(text, wordsBetween(text, 0, text.length), 0, grammar)
  if (found === undefined) return undefined
  const { secret, next } = found
  expect(text.slice(secret.start, secret.end)).toBe(reveal(secret))
  return [secret.storage, reveal(secret), next]
}

describe('[type] value', () => {
  test.each([
    ['cisco', 'plain', 'cisco'],
    ['0 cisco', 'type-0', 'cisco'],
    ['7days', 'plain', '7days'],
    ['7', 'plain', '7'],
    ['7 0822455D0A16', 'type-7', '0822455D0A16'],
    ['6 JDYkqyIFWe', 'type-6', 'JDYkqyIFWe'],
    ['4 tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY', 'type-4', 'tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY'],
    ['5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0', 'type-5', '$1$mERr$hx5rVt7rPNoS4wqbXKX7m0'],
    ['5 $5$salt$hash', 'sha256', '$5$salt$hash'],
    ['8 $8$salt$hash', 'type-8', '$8$salt$hash'],
    ['9 $9$salt$hash', 'type-9', '$9$salt$hash'],
    ['9 $14$salt$hash', 'wrapped-md5', '$14$salt$hash'],
    ['10 $6$salt$hash', 'type-10', '$6$salt$hash'],
    ['5 <removed>', 'type-5', '<removed>'],
    ['<removed>', 'redacted', '<removed>'],
    ['0 {{ vault_key }}', 'redacted', '{{ vault_key }}'],
    ['7 <secret hidden>', 'type-7', '<secret hidden>'],
    ['two words', 'plain', 'two words'],
  ])('%s', (text, storage, value) => expect(read(text)?.slice(0, 2)).toEqual([storage, value]))

  test('a word in the middle of a command ends at its blank', () => {
    expect(read('cisco address 192.0.2.1', { word: true })).toEqual(['plain', 'cisco', 1])
    expect(read('{{ key }} address 192.0.2.1', { word: true })).toEqual(['redacted', '{{ key }}', 3])
  })

  test('the type may stand last', () => {
    expect(read('070C285F4D06 7', { typeLast: true })).toEqual(['type-7', '070C285F4D06', 2])
    expect(read('cisco', { typeLast: true })).toEqual(['plain', 'cisco', 1])
  })

  test('no value, no secret', () => expect(read('')).toBeUndefined())
})
