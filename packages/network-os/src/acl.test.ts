import { expect, test } from 'vitest'
import { readEntry, readGroupMember, type AclKind } from './acl.ts'
import { wordsBetween } from './commands/command.ts'

function read(text: string, kind: AclKind = 'extended') {
  return readEntry({ path: 'r1.cfg', text }, wordsBetween(text, 0, text.length), kind)
}

function member(text: string) {
  return readGroupMember(wordsBetween(text, 0, text.length))
}

const NOC = { kind: 'wildcard', address: 0xc0000200, wildcard: 0xff }
const HOST = { kind: 'wildcard', address: 0xc0000201, wildcard: 0 }

test.each([
  ['permit any log', { kind: 'any' }],
  ['permit host 192.0.2.1', HOST],
  ['permit 192.0.2.1', HOST],
  ['10 permit 192.0.2.0 0.0.0.255 log', NOC],
  ['permit 192.0.2.0, wildcard bits 0.0.0.255 (12 matches)', NOC],
  ['permit 192.0.2.0/24', NOC],
  ['permit 0.0.0.0', { kind: 'wildcard', address: 0, wildcard: 0 }],
  ['permit host 0.0.0.0', { kind: 'wildcard', address: 0, wildcard: 0 }],
  ['permit 192.0.2.1 255.255.255.255', { kind: 'wildcard', address: 0, wildcard: 0xffffffff }],
  ['permit 0.0.0.0/0', { kind: 'wildcard', address: 0, wildcard: 0xffffffff }],
  ['permit <MGMT_SUBNET>', { kind: 'unreadable' }],
  ['permit 192.0.2.x 0.0.0.255', { kind: 'unreadable' }],
])('standard: %s', (text, source) => {
  expect(read(text, 'standard')?.source).toMatchObject(source)
})

test('remarks are no entries', () => {
  expect(read('remark permit any', 'standard')).toBeUndefined()
  expect(read('10 remark permit any')).toBeUndefined()
})

test('an extended entry has both ends and their ports', () => {
  expect(read('20 permit tcp 192.0.2.0 0.0.0.255 gt 1023 host 192.0.2.1 eq 22 telnet log')).toMatchObject({
    action: 'permit',
    sequence: 20,
    protocol: 'tcp',
    source: NOC,
    sourcePorts: { operator: 'gt', values: ['1023'] },
    destination: HOST,
    destinationPorts: { operator: 'eq', values: ['22', 'telnet'] },
    qualified: false,
    log: true,
  })
})

test.each([
  ['permit 6 any any', { protocol: 'tcp', qualified: false }],
  ['permit tcp any any established', { established: true, qualified: true }],
  [
    'permit tcp any any range 22 23 time-range NIGHT',
    { timeRange: 'night', qualified: true, destinationPorts: { values: ['22', '23'] } },
  ],
  ['deny ip any any log-input', { log: true, qualified: false }],
  ['deny ip any any log COOKIE', { log: true, qualified: false }],
  ['permit icmp any any echo-reply', { qualified: true }],
  ['permit tcp any any eq 22 (5 matches)', { qualified: false }],
  ['permit ip object-group NOC any', { source: { kind: 'group', name: 'NOC' } }],
  ['permit ip host r2.example.net any', { source: { kind: 'unreadable' } }],
])('extended: %s', (text, expected) => {
  expect(read(text)).toMatchObject(expected)
})

test.each([
  ['permit ipv6 2001:db8::/32 any', { protocol: 'ipv6', source: { kind: 'prefix6', length: 32 } }],
  [
    'sequence 10 permit tcp host 2001:db8::1 any eq 22',
    { sequence: 10, source: { kind: 'prefix6', length: 128 }, qualified: false },
  ],
  ['permit ipv6 ::/0 any log', { source: { kind: 'prefix6', length: 0 }, log: true, qualified: false }],
  ['permit tcp any any eq 22 sequence 30', { qualified: false }],
])('ipv6: %s', (text, expected) => {
  expect(read(text, 'ipv6')).toMatchObject(expected)
})

test.each([
  ['host 192.0.2.1', HOST],
  ['192.0.2.0 255.255.255.0', NOC],
  ['192.0.2.0/24', NOC],
  ['192.0.2.0 /24', NOC],
  ['any', { kind: 'any' }],
  ['group-object OTHER', { kind: 'group', name: 'OTHER' }],
  ['range 192.0.2.0 192.0.2.255', { kind: 'group', members: [NOC] }],
  ['security-group tag 1', { kind: 'unreadable' }],
])('a group holds %s', (text, expected) => {
  expect(member(text)).toMatchObject(expected)
})

test('the description of a group is no member', () => {
  expect(member('description any')).toBeUndefined()
})
