import { valueOf } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice } from '../../../read.ts'

function read(...rows: string[]) {
  const text = ['hostname r1', ...rows, 'end', ''].join('\n')
  const device = readDevice({ path: 'r1.cfg', text }, { platform: 'ios' })?.device
  if (device === undefined) throw new Error('nothing was read')
  return device
}

function port(name: string, ...rows: string[]) {
  const found = read(...rows).interfaces.items.find((item) => item.name === name)
  if (found === undefined) throw new Error(`${name} was not read`)
  return found
}

test('a range covers each member, and later lines win', () => {
  const device = read(
    'interface range gi1/0/1 - 3',
    ' switchport mode access',
    ' shutdown',
    'interface GigabitEthernet1/0/2',
    ' no shutdown',
  )
  expect(device.interfaces.items.map(({ name, shutdown }) => [name, valueOf(shutdown)])).toEqual([
    ['GigabitEthernet1/0/1', true],
    ['GigabitEthernet1/0/2', false],
    ['GigabitEthernet1/0/3', true],
  ])
})

test('addresses: the first, secondary ones, and those taken away', () => {
  const rows = [
    'interface Gi0/0',
    ' ip address 192.0.2.1 255.255.255.0',
    ' ip address 198.51.100.1 255.255.255.252 secondary',
  ]
  expect(valueOf(port('GigabitEthernet0/0', ...rows).addresses)).toEqual(
    [
      { address: '198.51.100.1', length: 30, secondary: true },
      { address: '192.0.2.1', length: 24, secondary: false },
    ].toReversed(),
  )
  expect(
    valueOf(port('GigabitEthernet0/0', ...rows, ' no ip address 198.51.100.1 255.255.255.252 secondary').addresses),
  ).toHaveLength(1)
  expect(
    valueOf(port('GigabitEthernet0/0', ...rows, ' ip address 192.0.2.9 255.255.255.0').addresses)?.map(
      ({ address }) => address,
    ),
  ).toEqual(['192.0.2.9', '198.51.100.1'])
  expect(valueOf(port('GigabitEthernet0/0', ...rows, ' no ip address').addresses)).toEqual([])
  expect(valueOf(port('GigabitEthernet0/0', 'interface Gi0/0', ' ip address dhcp').addressing)).toBe('dhcp')
  expect(port('GigabitEthernet0/0', 'interface Gi0/0', ' ip address 192.0.2.1 255.0.255.0').addresses.state).toBe(
    'unknown',
  )
})

test('filters refer to their access lists, once per direction', () => {
  const device = read(
    'interface Gi0/0',
    ' ip access-group 10 in',
    ' ip access-group EDGE in',
    ' ipv6 traffic-filter EDGE6 out',
    ' ip access-group OLD out',
    ' no ip access-group OLD out',
  )
  const [found] = device.interfaces.items
  expect(
    [found?.accessGroupIn, found?.accessGroupOut, found?.trafficFilterOut].map((fact) => fact && valueOf(fact)),
  ).toEqual(['EDGE', undefined, 'EDGE6'])
  expect(device.references.items.map(({ name, family, by }) => [name, family, by])).toEqual([
    ['EDGE', 4, 'GigabitEthernet0/0 in'],
    ['EDGE6', 6, 'GigabitEthernet0/0 out'],
  ])
})

test('VRFs, tunnels and layer 2', () => {
  expect(valueOf(port('GigabitEthernet0/0', 'interface Gi0/0', ' ip vrf forwarding MGMT').vrf)).toBe('MGMT')
  expect(
    valueOf(
      port('Tunnel1', 'interface Tunnel1', ' tunnel mode ipsec ipv4', ' tunnel protection ipsec profile P')
        .tunnelProtection,
    ),
  ).toBe('P')
  const routed = ['interface Gi1/0/1', ' no switchport', ' switchport access vlan 10']
  expect(valueOf(port('GigabitEthernet1/0/1', ...routed).switchport)).toBe(false)
  expect(valueOf(port('GigabitEthernet1/0/1', 'interface Gi1/0/1', ' switchport mode trunk').switchport)).toBe(true)
})

test('a default interface is gone', () => {
  expect(read('interface Gi0/0', ' shutdown', 'default interface Gi0/0').interfaces.items).toEqual([])
})

test('static routes and BGP neighbours', () => {
  const device = read(
    'ip route vrf A 10.0.0.0 255.0.0.0 GigabitEthernet0/0 192.0.2.1 global name x',
    'ip route 0.0.0.0 0.0.0.0 Null0',
    'router bgp 64500',
    ' neighbor 192.0.2.9 remote-as 64501',
    ' address-family ipv4 vrf A',
    '  neighbor 198.51.100.1 remote-as 64502',
  )
  expect(
    device.routing.staticRoutes.items.map(({ prefix, vrf, interface: out, nextHop, global }) => [
      prefix,
      vrf,
      out,
      nextHop,
      global,
    ]),
  ).toEqual([
    ['10.0.0.0/8', 'A', 'GigabitEthernet0/0', '192.0.2.1', true],
    ['0.0.0.0/0', undefined, 'Null0', undefined, false],
  ])
  expect(
    device.routing.bgpNeighbors.items.map(({ address, vrf, remoteAs }) => [address, vrf, valueOf(remoteAs)]),
  ).toEqual([
    ['192.0.2.9', undefined, '64501'],
    ['198.51.100.1', 'A', '64502'],
  ])
})

test('a banner is the text between its delimiters', () => {
  const banners = read('banner motd ^CC', 'Keep out', '^C', 'banner login #One line#').system.banners.items
  expect(banners.map(({ kind, text }) => [kind, text])).toEqual([
    ['motd', 'C\nKeep out'],
    ['login', 'One line'],
  ])
})
