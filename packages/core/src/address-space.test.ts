import { expect, test } from 'vitest'
import { ipv4, isPublic4, within4 } from './address-space.ts'

test.each([
  ['8.8.4.4', true],
  ['100.63.255.255', true],
  ['100.128.0.1', true],
  ['172.32.0.1', true],
  ['10.1.1.1', false],
  ['100.64.0.1', false],
  ['172.31.255.1', false],
  ['192.168.0.1', false],
  ['203.0.113.9', false],
  ['198.51.100.1', false],
  ['192.0.2.1', false],
  ['127.0.0.1', false],
  ['169.254.1.1', false],
  ['224.0.0.5', false],
  ['255.255.255.255', false],
])('%s is public: %s', (text, expected) => {
  expect(isPublic4(ipv4(text) ?? -1)).toBe(expected)
})

test('what is no address has no number', () => {
  expect(['1.2.3', '1.2.3.256', 'a.b.c.d', '1.2.3.4/8', ''].map(ipv4)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a network holds its addresses', () => {
  const own = ipv4('192.0.2.1') ?? -1
  expect(within4(ipv4('192.0.2.2'), own, 30)).toBe(true)
  expect(within4(ipv4('192.0.2.5'), own, 30)).toBe(false)
  expect(within4(ipv4('1.1.1.1'), own, 0)).toBe(true)
  expect(within4(undefined, own, 0)).toBe(false)
})
