import { expect, test } from 'vitest'
import { interfaceKind, interfaceName, interfaceRange } from './interface-name.ts'

test.each([
  ['Gi0/1', 'GigabitEthernet0/1'],
  ['gigabitethernet 0/1', 'GigabitEthernet0/1'],
  ['g0/0.100', 'GigabitEthernet0/0.100'],
  ['GigabitEthernet0/0/0.10 point-to-point', 'GigabitEthernet0/0/0.10'],
  ['f0', 'FastEthernet0'],
  ['Et0/0', 'Ethernet0/0'],
  ['te1/1/1', 'TenGigabitEthernet1/1/1'],
  ['Twe1/0/1', 'TwentyFiveGigE1/0/1'],
  ['lo0', 'Loopback0'],
  ['vlan 10', 'Vlan10'],
  ['po1', 'Port-channel1'],
  ['Port-channel 1', 'Port-channel1'],
  ['Serial0/0:15', 'Serial0/0:15'],
  ['Dot11Radio0', 'Dot11Radio0'],
  ['Foo7', 'Foo7'],
  ['Null0', 'Null0'],
  ['Bogus', 'Bogus'],
])('%s is %s', (written, name) => {
  expect(interfaceName(written)).toBe(name)
})

test.each([
  ['GigabitEthernet0/1.5', 'GigabitEthernet'],
  ['Vlan10', 'Vlan'],
  ['Dot11Radio0', 'Dot11Radio'],
  ['Bogus', 'Bogus'],
])('the type of %s is %s', (name, kind) => {
  expect(interfaceKind(name)).toBe(kind)
})

test.each([
  ['gi1/0/1 - 3', ['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2', 'GigabitEthernet1/0/3']],
  ['Ethernet 0/0-1 , te0/4', ['Ethernet0/0', 'Ethernet0/1', 'TenGigabitEthernet0/4']],
  ['Fa0/1, Fa0/3 - Fa0/4', ['FastEthernet0/1', 'FastEthernet0/3', 'FastEthernet0/4']],
  ['vlan 10 - 11', ['Vlan10', 'Vlan11']],
  ['macro UPLINKS', undefined],
  ['gi0/1 - 999999', undefined],
])('range %s', (text, names) => {
  expect(interfaceRange(text)).toEqual(names)
})
