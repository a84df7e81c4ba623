import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeType7, groupBySecret, isOneOf, isRedacted, reveal, Secret } from './secret.ts'

const CLEAR = 'Tr0ub4dor&3'

describe('a secret keeps its text', () => {
  const secret = new Secret(CLEAR, 'type-7', 10, 21)
  test.each([
    ['String', String(secret)],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ secret }, { showHidden: true, depth: 9 })],
    ['a spread', JSON.stringify(Object.assign({}, secret))],
    ['its keys', JSON.stringify(Object.entries(secret))],
    ['a clone', JSON.stringify(structuredClone(secret))],
  ])('from %s', (_how, shown) => {
    expect(shown).not.toContain(CLEAR)
  })

  test('and says what it is', () => {
    expect(String(secret)).toBe('‹type 7 secret›')
    expect(reveal(secret)).toBe(CLEAR)
  })
})

describe('type 7', () => {
  test.each([
    ['0822455D0A16', 'cisco'],
    ['094F471A1A0A', 'cisco'],
    ['060506324F41', 'cisco'],
    ['01100F175804', 'cisco'],
    ['0822455d0a16', 'cisco'],
  ])('%s', (text, clear) => expect(decodeType7(text)).toBe(clear))

  test.each(['', '08', '0822455D0A1', 'XX22455D0A16', '9922455D0A16', '0841', 'cisco', '<removed>'])(
    '%s is none',
    (text) => {
      expect(decodeType7(text)).toBeUndefined()
    },
  )

  test('any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const clear = decodeType7(text)
        return clear === undefined || clear.length === (text.length - 2) / 2
      }),
    )
  })
})

describe('what stands in the place of a secret', () => {
  test.each([
    '<removed>',
    '<secret hidden>',
    'xxxxx',
    'XXXX',
    'SECRET_REMOVED',
    '********',
    'cg6#abc',
    '{{ vault_key }}',
    '{{key}}',
    '$VAR',
    '${var}',
    '<NEW>',
    'REDACTED',
    '[REDACTED]',
    '$1$SECRET_REMOVED',
    '$9$xxxSECRET_ENABLExxxxxxxxxxxxxx',
    '"<removed>"',
    '',
  ])('%s', (text) => expect(isRedacted(text)).toBe(true))

  test.each([
    'cisco',
    '7days',
    'hiddenvalley',
    '$1$mERr$hx5rVt7rPNoS4wqbXKX7m0',
    '$ecret',
    'xx',
    'Cisco123',
    '060506324F41',
    '<3cisco',
    'a*b',
  ])('%s is a secret', (text) => expect(isRedacted(text)).toBe(false))
})

test('clear texts are compared, hashes are not', () => {
  expect(isOneOf(new Secret('0822455D0A16', 'type-7', 0, 12), ['admin', 'cisco'])).toBe(true)
  expect(isOneOf(new Secret('cisco', 'plain', 0, 5), ['admin'])).toBe(false)
  expect(isOneOf(new Secret('cisco', 'type-5', 0, 5), ['cisco'])).toBeUndefined()
  expect(isOneOf(new Secret('<removed>', 'redacted', 0, 9), ['cisco'])).toBeUndefined()
})

test('the same secret is found under different storage', () => {
  const clear = new Secret('cisco', 'type-0', 0, 5)
  const seven = new Secret('0822455D0A16', 'type-7', 0, 12)
  const other = new Secret('other', 'plain', 0, 5)
  const gone = new Secret('<removed>', 'redacted', 0, 9)
  expect(groupBySecret([clear, other, seven, gone, gone], (secret) => secret)).toEqual([[clear, seven], [other]])
})
