import { expect, test } from 'vitest'
import { isWellKnownCommunity } from './communities.ts'

test.each([
  'public',
  'PUBLIC',
  'private',
  'ILMI',
  'cisco',
  'public1',
  'Public_2',
  'private_rw',
  'private-ro',
  'cisco123',
  '1234',
  'rw',
  'snmp-public',
  'cable-docsis',
])('%s is well known', (community) => {
  expect(isWellKnownCommunity(community)).toBe(true)
})

test.each([
  'ntc-public',
  'publiccom',
  'networktocode',
  'COMM',
  'secure',
  '2024',
  'x',
  '',
  'republic',
  'xK29-vbW17pq',
  'ansible-private',
])('%s is not', (community) => {
  expect(isWellKnownCommunity(community)).toBe(false)
})
