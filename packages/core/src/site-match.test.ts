import { expect, test } from 'vitest'
import { isPublic } from './address-space.ts'
import { isTold, prefixOf } from './site-match.ts'

test.each([
  ['192.0.2.10', ['192.0.2.0/24'], true],
  ['192.0.2.10', ['192.0.2.10'], true],
  ['192.0.2.10', ['192.0.2.11', '198.51.100.0/24'], false],
  ['192.0.2.0/25', ['192.0.2.0/24'], true],
  ['192.0.2.0/24', ['192.0.2.0/25'], false],
  ['2001:db8::1', ['2001:DB8::/32'], true],
  ['2001:db8:1::1', ['2001:db8::/48'], false],
  ['LOG1.example.net', ['log1.example.net'], true],
  ['log1', ['0.0.0.0/0'], false],
  ['10.0.0.1', ['0.0.0.0/0'], true],
  ['10.0.0.1', [], false],
] as const)('whether %s is told by %j: %s', (wanted, members, expected) => {
  expect(isTold(members, wanted)).toBe(expected)
})

test.each(['log1', '10.0.0.0/33', '10.0.0.0/x', '1.2.3', '::1/129', ''])('%j is no prefix', (text) => {
  expect(prefixOf(text)).toBeUndefined()
})

test.each([
  ['8.8.8.8', true],
  ['10.0.0.1', false],
  ['198.18.5.5', false],
  ['2600::1', true],
  ['2001:db8::1', false],
  ['3fff:1000::1', true],
  ['3fff::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['log1', undefined],
] as const)('whether %s is of the Internet: %s', (text, expected) => {
  expect(isPublic(text)).toBe(expected)
})
