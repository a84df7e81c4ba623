import { boxOf } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice } from './read.ts'

function box(...rows: string[]) {
  const text = ['version 15.2', 'hostname h1', ...rows, 'end', ''].join('\n')
  const device = readDevice({ path: 'h1.cfg', text }, { platform: 'ios' })?.device
  const found = device === undefined ? undefined : boxOf(device)
  return found === undefined ? 'nothing' : `${found.proven ? '' : 'likely '}${found.box}`
}

test.each([
  ['switch', 'switch 1 provision ws-c2960x-24ts-l'],
  ['switch', 'license udi pid C9300-24T sn FOC00000001'],
  ['router', 'license udi pid ISR4331/K9 sn FOC00000001'],
  ['virtual', 'license udi pid CSR1000V sn 9A00000000A'],
])('%s by part number: %s', (expected, row) => {
  expect(box(row)).toBe(expected)
})

test.each([
  ['likely switch', ['interface GigabitEthernet1/0/1']],
  ['likely switch', ['interface GigabitEthernet0/1', ' switchport mode access']],
  ['likely router', ['interface GigabitEthernet0/0.10']],
  ['likely router', ['interface Serial0/0/0', 'interface FastEthernet0/1/0', ' switchport mode trunk']],
  ['likely router', ['interface FastEthernet0', ' switchport mode access']],
  ['likely router', ['interface GigabitEthernet0/1/0', ' switchport mode access']],
  ['nothing', ['interface FastEthernet0/0.10', 'interface FastEthernet1/0', ' switchport mode access']],
  ['nothing', ['interface GigabitEthernet0/0', ' ip address 192.0.2.1 255.255.255.0']],
])('%s by interfaces: %j', (expected, rows) => {
  expect(box(...rows)).toBe(expected)
})
