import { removal, valueOf, type Device, type Fact } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice, remediationOf } from '../../../read.ts'

function read(...lines: readonly string[]): Device {
  const reading = readDevice({ path: 'r1.cfg', text: `${lines.join('\n')}\n` }, { platform: 'ios' })
  if (reading === undefined) throw new Error('nothing is read')
  return reading.device
}

/** A value, or the state of a fact without one. */
function shown(fact: Fact<unknown>): unknown {
  return fact.state === 'known' ? fact.value : fact.state
}

test.each([
  ['snmp-server community x RO', ['ro', 'absent', 'absent', 'absent']],
  ['snmp-server community x rw', ['rw', 'absent', 'absent', 'absent']],
  ['snmp-server community x', ['ro', 'absent', 'absent', 'absent']],
  ['snmp-server community x RO 10', ['ro', 'absent', '10', 'absent']],
  ['snmp-server community x 10', ['ro', 'absent', '10', 'absent']],
  ['snmp-server community x view V RO ipv6 N6 NMS', ['ro', 'V', 'NMS', 'N6']],
  ['snmp-server community x use-acl NMS', ['ro', 'absent', 'unknown', 'absent']],
  ['snmp-server community x RW ipv6 N6', ['rw', 'absent', 'absent', 'N6']],
])('%s', (line, expected) => {
  const [community] = read(line).snmp.communities.items
  if (community === undefined) throw new Error('no community')
  expect([community.access, community.view, community.accessList, community.accessList6].map(shown)).toEqual(expected)
})

test('a community is known by a pseudonym, and its string stays in the file', () => {
  const device = read(
    'snmp-server community s3cret RO',
    'snmp-server community 0ther RW',
    'snmp-server host 192.0.2.9 s3cret',
  )
  expect(device.snmp.communities.items.map(({ key }) => key)).toEqual(['community #1', 'community #2'])
  expect(device.snmp.hosts.items.map(({ key }) => key)).toEqual(['192.0.2.9 community #1'])
  expect(device.secrets.items.map(({ use }) => use)).toEqual(['snmp-community', 'snmp-community', 'snmp-community'])
  expect(device.secrets.items.map(({ secret }) => secret.start)).toEqual([22, 54, 90])
})

test('removed, replaced and quoted communities', () => {
  const { snmp } = read(
    'snmp-server community a RO',
    'snmp-server community "b" RO',
    'snmp-server community a RW 10',
    'no snmp-server community b RO',
    'default snmp-server community c',
  )
  expect(snmp.communities.items.map(({ key, at }) => [key, at.span.start])).toEqual([['community #1', 56]])
})

test.each([
  ['snmp-server host 192.0.2.9 x', ['1', 'absent', 'absent', 'absent']],
  ['snmp-server host 192.0.2.9 traps x', ['1', 'absent', 'absent', 'absent']],
  ['snmp-server host 192.0.2.9 version 2c x bgp config', ['2c', 'absent', 'absent', 'absent']],
  ['snmp-server host 192.0.2.9 informs version 3 auth u', ['3', 'auth', 'absent', 'u']],
  ['snmp-server host 192.0.2.9 version 3 u', ['3', 'noauth', 'absent', 'u']],
  ['snmp-server host 192.0.2.9 vrf Mgmt informs version 3 priv u udp-port 1162 bgp', ['3', 'priv', 'Mgmt', 'u']],
  ['snmp-server host 192.0.2.9 udp-port 1162 vrf Mgmt version 1 x', ['1', 'absent', 'Mgmt', 'absent']],
  ['snmp-server host 2001:db8::9 version 2c x', ['2c', 'absent', 'absent', 'absent']],
])('%s', (line, expected) => {
  const [host] = read(line).snmp.hosts.items
  if (host === undefined) throw new Error('no host')
  expect([host.version, host.level, host.vrf, host.user].map(shown)).toEqual(expected)
})

test('removed receivers', () => {
  const { snmp } = read(
    'snmp-server host 192.0.2.9 x',
    'snmp-server host 192.0.2.9 version 3 priv u',
    'snmp-server host 192.0.2.10 x',
    'no snmp-server host 192.0.2.9 x',
    'no snmp-server host 192.0.2.10',
  )
  expect(snmp.hosts.items.map(({ key }) => key)).toEqual(['192.0.2.9 u'])
})

test.each([
  ['snmp-server user u G v3', ['absent', 'absent', 'absent', 'absent']],
  ['snmp-server user u G v3 auth sha A priv aes 128 B', ['sha', 'aes 128', 'absent', 'absent']],
  ['snmp-server user u G v3 encrypted auth md5 0x11 priv des 0x22 access 10', ['md5', 'des', '10', 'absent']],
  [
    'snmp-server user u G remote 192.0.2.9 udp-port 162 vrf M v3 auth sha-2 256 A priv 3des B',
    ['sha-2 256', '3des', 'absent', 'absent'],
  ],
  ['snmp-server user u G v3 auth md5 A access ipv6 N6 NMS', ['md5', 'absent', 'NMS', 'N6']],
  ['snmp-server user u G v3 auth', ['unknown', 'absent', 'absent', 'absent']],
])('%s', (line, expected) => {
  const [user] = read(line).snmp.users.items
  if (user === undefined) throw new Error('no user')
  expect([user.authentication, user.privacy, user.accessList, user.accessList6].map(shown)).toEqual(expected)
})

test('groups', () => {
  const { snmp } = read(
    'snmp-server group G v3 auth read R',
    'snmp-server group G v3 priv context vlan-1 match prefix read R write W notify N access ipv6 N6 NMS',
    'snmp-server group H v2c',
    'snmp-server group x v1 notify *tv.FFFFFFFF.FFFFFFFF',
    'snmp-server group H v3 priv',
    'no snmp-server group H v3',
    'no snmp-server group G v3 auth',
  )
  expect(snmp.groups.items.map(({ key, name, forNotifications }) => [key, name, forNotifications])).toEqual([
    ['G v3 priv vlan-1', 'G', false],
    ['H v2c', 'H', false],
    ['community #1 v1', undefined, true],
  ])
  const [group] = snmp.groups.items
  if (group === undefined) throw new Error('no group')
  expect([group.readView, group.writeView, group.notifyView, group.accessList, group.accessList6].map(shown)).toEqual([
    'R',
    'W',
    'N',
    'NMS',
    'N6',
  ])
})

test('access lists are referred to', () => {
  const { references } = read(
    'snmp-server community x RO 10',
    'snmp-server group G v3 priv access ipv6 N6 NMS',
    'snmp-server tftp-server-list 20',
  )
  expect(references.items.map(({ name, family, by, filters }) => [name, family, by, filters])).toEqual([
    ['10', 4, 'SNMP community #1', true],
    ['N6', 6, 'SNMP group G', true],
    ['NMS', 4, 'SNMP group G', true],
    ['20', 4, 'SNMP file transfers', true],
  ])
})

test('no snmp-server takes everything away', () => {
  const { snmp } = read('snmp-server community x RO', 'snmp-server host 192.0.2.9 x', 'no snmp-server')
  expect([snmp.communities.items.length, snmp.hosts.items.length, valueOf(snmp.configured)]).toEqual([0, 0, false])
})

test('what mends the objects', () => {
  const { snmp } = read(
    'snmp-server community s3cret RO 10',
    'snmp-server group G v3 auth read R access 10',
    'snmp-server host 192.0.2.9 s3cret',
    'snmp-server user u G v3 auth md5 A',
  )
  const [community] = snmp.communities.items
  const [group] = snmp.groups.items
  const [host] = snmp.hosts.items
  const [user] = snmp.users.items
  if (community === undefined || group === undefined || host === undefined || user === undefined)
    throw new Error('something is missing')
  const changes = [
    removal(community),
    { setting: 'snmp.groups', item: group, value: { level: 'priv' } },
    removal(group),
    removal(host),
    removal(user),
  ]
  expect(remediationOf('ios', changes)).toEqual([
    'no snmp-server community <COMMUNITY>',
    'no snmp-server group G v3 auth',
    'snmp-server group G v3 priv read R access 10',
    'no snmp-server group G v3 auth',
    'no snmp-server host 192.0.2.9 <COMMUNITY>',
    'no snmp-server user u G v3',
  ])
})

test('strings that a line takes away are masked, and judged no more', () => {
  const { secrets, snmp } = read(
    'no snmp-server community s3cret RO',
    'no snmp-server host 192.0.2.9 version 2c s3cret',
  )
  expect(snmp.communities.items).toEqual([])
  expect(secrets.items.map(({ use, inForce }) => [use, inForce])).toEqual([
    ['snmp-community', false],
    ['snmp-community', false],
  ])
})

test('informs may be shortened', () => {
  const { snmp } = read('snmp-server host 192.0.2.9 inform version 2c s3cret')
  const [host] = snmp.hosts.items
  expect(host === undefined ? undefined : valueOf(host.version)).toBe('2c')
  const changes = host === undefined ? [] : [removal(host)]
  expect(remediationOf('ios', changes)).toEqual(['no snmp-server host 192.0.2.9 inform version 2c <COMMUNITY>'])
})
