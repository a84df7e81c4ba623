import { expect, test } from 'vitest'
import { any, entry, net } from '../../test/access-entry.ts'
import type { AccessEntry, Match } from './entry.ts'
import { keepsOut, overlaps, redundant, takesAll } from './overlap.ts'
import { permittedSources, tell } from './permitted.ts'
import { isShadowed } from './questions.ts'

test('addresses overlap bit by bit, prefixes of IPv6 by the shorter one', () => {
  expect(overlaps(net('10.0.0.0', '0.255.0.255'), net('10.7.0.0', '0.0.0.255'))).toBe(true)
  expect(overlaps(net('10.0.0.0', '0.255.0.255'), net('10.7.1.0', '0.0.0.255'))).toBe(false)
  expect(overlaps(any, net('10.7.1.0'))).toBe(true)
  expect(overlaps({ kind: 'unreadable', text: 'x' }, any)).toBe(false)
  expect(overlaps({ kind: 'group', name: 'G', members: [net('10.0.0.1')] }, net('10.0.0.0', '0.0.0.255'))).toBe(true)
  const prefix = (address: bigint, length: number): Match => ({ kind: 'prefix6', address, length })
  expect(overlaps(prefix(0x2001n << 112n, 16), prefix(0x20010db8n << 96n, 32))).toBe(true)
  expect(overlaps(prefix(0x2002n << 112n, 16), prefix(0x20010db8n << 96n, 32))).toBe(false)
})

test('an entry takes all when nothing narrows it', () => {
  expect(takesAll(entry('permit', any))).toBe(true)
  expect(takesAll(entry('permit', net('0.0.0.0', '255.255.255.255')))).toBe(true)
  expect(takesAll(entry('permit', net('128.0.0.0', '127.255.255.255')))).toBe(true)
  expect(takesAll(entry('permit', any, { protocol: 'tcp' }))).toBe(false)
  expect(takesAll(entry('permit', any, { destination: net('192.0.2.1') }))).toBe(false)
  expect(takesAll(entry('permit', any, { qualified: true }))).toBe(false)
})

test('a list keeps sources out when it denies all of them before it permits any', () => {
  const ten = net('10.0.0.0', '0.255.255.255')
  expect(keepsOut([entry('deny', ten), entry('permit', any)], ten)).toBe(true)
  expect(keepsOut([entry('permit', any), entry('deny', ten)], ten)).toBe(false)
  expect(keepsOut([entry('deny', ten, { protocol: 'tcp' }), entry('permit', any)], ten)).toBe(false)
  expect(keepsOut([entry('permit', net('192.0.2.0', '0.0.0.255'))], ten)).toBe(true)
})

test('an entry is redundant when a later one does the same', () => {
  const host = entry('permit', net('192.0.2.1'))
  const net24 = entry('permit', net('192.0.2.0', '0.0.0.255'))
  expect(redundant([host, net24])).toEqual([host])
  expect(redundant([host, entry('deny', net('192.0.2.0', '0.0.0.15')), net24])).toEqual([])
  expect(redundant([net24, host])).toEqual([])
})

test('ranges of ports cover ranges of ports', () => {
  const ports = (operator: 'eq' | 'range' | 'gt', ...values: string[]) => ({
    protocol: 'tcp',
    destinationPorts: { operator, values },
  })
  const low = entry('deny', any, ports('range', '1', '1023'))
  expect(isShadowed([low, entry('permit', any, ports('range', '20', '23'))], 1)).toBe(true)
  expect(isShadowed([low, entry('permit', any, ports('range', '20', '2000'))], 1)).toBe(false)
  expect(
    isShadowed([entry('deny', any, ports('gt', '1023')), entry('permit', any, ports('eq', '8080', '8443'))], 1),
  ).toBe(true)
})

test('the sources that a list lets in are what it permits without what it denies before', () => {
  const sources = (...entries: AccessEntry[]) => permittedSources(entries, 'tcp', [22])
  expect(sources(entry('permit', net('192.0.2.0', '0.0.0.255')))).toEqual({ sources: ['192.0.2.0/24'], exact: true })
  expect(sources(entry('deny', net('192.0.2.0', '0.0.0.127')), entry('permit', net('192.0.2.0', '0.0.0.255')))).toEqual(
    { sources: ['192.0.2.128/25'], exact: true },
  )
  expect(sources(entry('permit', net('10.0.1.0', '0.255.0.255')))).toEqual({
    sources: ['10.0.1.0/0.255.0.255'],
    exact: true,
  })
  expect(sources(entry('deny', any), entry('permit', any))).toEqual({ sources: [], exact: true })
  expect(sources(entry('permit', any, { protocol: 'udp' }))).toEqual({ sources: [], exact: true })
  expect(sources(entry('permit', any, { qualified: true, timeRange: 'NIGHT' }))).toEqual({
    sources: ['any'],
    exact: false,
  })
  expect(sources(entry('permit', { kind: 'group', name: 'GONE' }))).toEqual({
    sources: ['object-group GONE'],
    exact: false,
  })
  expect(
    sources(entry('permit', net('192.0.2.0', '0.0.0.127')), entry('permit', net('192.0.2.128', '0.0.0.127'))).sources,
  ).toEqual(['192.0.2.0/24'])
})

test('IPv6 prefixes are told as people write them', () => {
  expect(tell({ kind: 'prefix6', address: 0x20010db8n << 96n, length: 32 })).toBe('2001:db8::/32')
  expect(tell({ kind: 'prefix6', address: 0n, length: 0 })).toBe('::/0')
})
