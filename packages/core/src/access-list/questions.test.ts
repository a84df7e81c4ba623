import { expect, test } from 'vitest'
import { entry, net, u32 } from '../../test/access-entry.ts'
import type { AccessEntry, Match } from './entry.ts'
import { blocksBetween, covers, freeBitsOf, looksLikeNetmask, sourcesOf } from './match.ts'
import { netmaskWildcards, shadowed, widePermits } from './questions.ts'

test.each([
  ['0.0.0.0', '255.255.255.255', 32],
  ['192.0.2.1', '255.255.255.255', 32],
  ['0.0.0.0', '0.0.0.0', 0],
  ['10.0.0.0', '0.255.255.255', 24],
  ['192.0.2.0', '255.255.255.0', 24],
  ['10.0.1.0', '0.255.0.255', 16],
])('%s %s has 2^%d addresses', (address, wildcard, bits) => {
  expect(freeBitsOf(net(address, wildcard))).toBe(bits)
})

test('covers by any bits, not by prefixes alone', () => {
  expect(covers(net('10.0.0.0', '0.255.0.255'), net('10.7.0.9'))).toBe(true)
  expect(covers(net('10.0.0.0', '0.255.0.255'), net('10.7.1.9'))).toBe(false)
  expect(covers(net('128.0.0.0', '127.255.255.255'), net('200.0.0.0', '0.255.255.255'))).toBe(true)
  expect(covers(net('1.2.3.4', '255.255.255.255'), { kind: 'any' })).toBe(true)
  expect(covers(net('10.0.0.0', '0.255.255.255'), { kind: 'any' })).toBe(false)
})

test('covers prefixes of IPv6', () => {
  const prefix = (address: bigint, length: number): Match => ({ kind: 'prefix6', address, length })
  expect(covers(prefix(0n, 0), prefix(1n << 127n, 8))).toBe(true)
  expect(covers(prefix(0x2001n << 112n, 16), prefix(0x20010db8n << 96n, 32))).toBe(true)
  expect(covers(prefix(0x20010db8n << 96n, 32), prefix(0x2001n << 112n, 16))).toBe(false)
  expect(sourcesOf(prefix(0xfdn << 120n, 8))).toMatchObject({ public: 0, private: 2 ** 24 })
})

test('a group is its members, and an undefined one is nobody that we know', () => {
  const group: Match = { kind: 'group', name: 'NOC', members: [net('192.0.2.0', '0.0.0.255'), net('198.51.100.7')] }
  expect(covers(group, net('192.0.2.9'))).toBe(true)
  expect(covers(net('0.0.0.0', '255.255.255.255'), group)).toBe(true)
  expect(sourcesOf(group)).toEqual({ public: 257, private: 0, unread: false })
  expect(freeBitsOf({ kind: 'group', name: 'GONE' })).toBeUndefined()
  expect(covers({ kind: 'group', name: 'GONE' }, net('192.0.2.9'))).toBe(false)
})

test.each([
  ['255.255.255.0', true],
  ['255.0.0.0', true],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['0.0.0.255', false],
  ['255.0.255.0', false],
])('wildcard %s looks like a netmask: %s', (wildcard, expected) => {
  expect(looksLikeNetmask(net('192.0.2.0', wildcard))).toBe(expected)
})

test('a range of addresses is the fewest blocks', () => {
  expect(blocksBetween(u32('192.0.2.1'), u32('192.0.2.4'))).toEqual([
    net('192.0.2.1'),
    net('192.0.2.2', '0.0.0.1'),
    net('192.0.2.4'),
  ])
  expect(blocksBetween(0, 0xffffffff)).toEqual([net('0.0.0.0', '255.255.255.255')])
  expect(blocksBetween(u32('255.255.255.254'), 0xffffffff)).toEqual([net('255.255.255.254', '0.0.0.1')])
})

test('entries below ones that take all their packets are unreachable', () => {
  const lower = entry('permit', net('0.0.0.0', '127.255.255.255'))
  const upper = entry('permit', net('128.0.0.0', '127.255.255.255'))
  const any = entry('permit', { kind: 'any' })
  expect(shadowed([lower, any])).toEqual([])
  expect(shadowed([lower, upper, any])).toEqual([any])
  expect(shadowed([entry('deny', { kind: 'any' }, { qualified: true }), any])).toEqual([])
  expect(shadowed([entry('deny', { kind: 'any' }, { protocol: 'tcp' }), any])).toEqual([])
  const ssh = entry(
    'permit',
    { kind: 'any' },
    { protocol: 'tcp', destinationPorts: { operator: 'eq', values: ['22'] } },
  )
  const low = entry(
    'deny',
    { kind: 'any' },
    { protocol: 'tcp', destinationPorts: { operator: 'range', values: ['1', '1023'] } },
  )
  expect(shadowed([low, ssh])).toEqual([ssh])
  expect(shadowed([ssh, low])).toEqual([])
})

test('a permit is wide from 2^24 sources on', () => {
  const wide = (...entries: AccessEntry[]) =>
    widePermits(entries, 'tcp', [22, 23]).map(({ freeBits, isPrivate, isCertain }) => [freeBits, isPrivate, isCertain])
  expect(wide(entry('permit', { kind: 'any' }))).toEqual([[32, false, true]])
  expect(wide(entry('permit', net('11.0.0.0', '0.255.255.255')))).toEqual([[24, false, true]])
  expect(wide(entry('permit', net('11.0.0.0', '0.127.255.255')))).toEqual([])
  expect(wide(entry('permit', net('10.0.0.0', '0.255.255.255')))).toEqual([[24, true, true]])
  expect(wide(entry('permit', net('0.0.0.0')))).toEqual([])
  expect(wide(entry('deny', { kind: 'any' }), entry('permit', { kind: 'any' }))).toEqual([])
})

test('permits of other ports and protocols let no login in; what is not understood leaves it open', () => {
  const any: Match = { kind: 'any' }
  const certain = (more: Partial<AccessEntry>) =>
    widePermits([entry('permit', any, more)], 'tcp', [22, 23]).map(({ isCertain }) => isCertain)
  expect(certain({ protocol: 'icmp' })).toEqual([])
  expect(certain({ protocol: 'tcp', destinationPorts: { operator: 'eq', values: ['443'] } })).toEqual([])
  expect(certain({ protocol: 'tcp', destinationPorts: { operator: 'eq', values: ['telnet'] } })).toEqual([true])
  expect(certain({ protocol: 'tcp', destinationPorts: { operator: 'gt', values: ['1023'] } })).toEqual([])
  expect(certain({ protocol: 'tcp', destinationPorts: { operator: 'neq', values: ['23'] } })).toEqual([true])
  expect(certain({ protocol: 'tcp', established: true, qualified: true })).toEqual([])
  expect(certain({ protocol: 'tcp', qualified: true })).toEqual([false])
  expect(certain({ protocol: 'tcp', qualified: true, timeRange: 'NIGHT' })).toEqual([true])
  expect(widePermits([entry('permit', { kind: 'group', name: 'GONE' })], 'tcp')).toMatchObject([
    { freeBits: undefined, isCertain: false },
  ])
})

test('wildcards that look like netmasks are found where they admit little', () => {
  const slip = entry('permit', net('10.0.0.0', '255.0.0.0'))
  expect(netmaskWildcards([entry('permit', net('10.0.0.0', '0.255.255.255')), slip])).toEqual([slip])
})
