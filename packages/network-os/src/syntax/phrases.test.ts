import { describe, expect, test } from 'vitest'
import { ACCEPTS, compilePhrases, matchPhrase } from './phrases.ts'

function matcher(...phrases: string[]): (text: string) => string | undefined {
  const set = compilePhrases(
    phrases.map((phrase, index) => ({ root: 0, phrase, accept: index + 1 })),
    1,
  )
  return (text) => phrases[(matchPhrase(set, 1, text, 0, text.length) % ACCEPTS) - 1]
}

describe('a phrase', () => {
  const match = matcher(
    'int[erface] *',
    'ip access-l[ist] st[andard]|ex[tended] *',
    'vlan #',
    'redundancy $',
    'vlan internal',
  )

  test.each([
    ['interface Gi0/1', 'int[erface] *'],
    ['INT  gi0/1', 'int[erface] *'],
    ['int\tgi0/1', 'int[erface] *'],
    ['in gi0/1', undefined],
    ['interfaces Gi0/1', undefined],
    ['interface', undefined],
    ['interface ', undefined],
    ['ip access-list ext A', 'ip access-l[ist] st[andard]|ex[tended] *'],
    ['ip access-list standard 10', 'ip access-l[ist] st[andard]|ex[tended] *'],
    ['ip access-list e A', undefined],
    ['vlan 10,20', 'vlan #'],
    ['vlan internal allocation', 'vlan internal'],
    ['vlan x', undefined],
    ['redundancy', 'redundancy $'],
    ['redundancy ', 'redundancy $'],
    ['redundancy x', undefined],
    ['', undefined],
    ['ïnterface x', undefined],
  ])('%j', (text, phrase) => {
    expect(match(text)).toBe(phrase)
  })
})

test('the longest phrase is found', () => {
  const match = matcher('ip', 'ip nat', 'ip nat pool *')
  expect(match('ip route')).toBe('ip')
  expect(match('ip nat inside')).toBe('ip nat')
  expect(match('ip nat pool P')).toBe('ip nat pool *')
})

test('a keyword goes before a number, and a number before any word', () => {
  const match = matcher('key chain', 'key #', 'key *')
  expect(match('key chain')).toBe('key chain')
  expect(match('key 7')).toBe('key #')
  expect(match('key cha')).toBe('key *')
})

test('a word and an abbreviation that spells it share what follows', () => {
  const match = matcher('lin[e] con #', 'line vty #')
  expect(match('line con 0')).toBe('lin[e] con #')
  expect(match('lin vty 0')).toBe('line vty #')
})

test('the words of a phrase are counted, but for any word', () => {
  const set = compilePhrases([{ root: 0, phrase: 'crypto map * # $', accept: 3 }], 1)
  const found = matchPhrase(set, 1, 'crypto map M 10', 0, 15)
  expect([found % ACCEPTS, Math.floor(found / ACCEPTS)]).toEqual([3, 4])
})

test('a keyword with a character that none has is our mistake', () => {
  expect(() => compilePhrases([{ root: 0, phrase: 'tacacs+', accept: 1 }], 1)).toThrow(RangeError)
})
