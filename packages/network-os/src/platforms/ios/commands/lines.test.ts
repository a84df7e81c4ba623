import { valueOf } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice } from '../../../read.ts'

function device(text: string) {
  const reading = readDevice({ path: 'r1.cfg', text }, { platform: 'ios' })
  if (reading === undefined) throw new Error('not read')
  return reading.device
}

function ranges(text: string) {
  return device(text).lines.items.map((line) => [
    line.key,
    valueOf(line.transportInput)?.join(' '),
    valueOf(line.accessClassIn),
  ])
}

test('the last section wins, line by line', () => {
  expect(ranges('line vty 0 4\n access-class 10 in\nline vty 2 6\n transport input ssh\n')).toEqual([
    ['vty 0 1', undefined, '10'],
    ['vty 2 4', 'ssh', '10'],
    ['vty 5 6', 'ssh', undefined],
  ])
})

test('ranges of which the same lines say the same are one, as written', () => {
  expect(ranges('line vty 0 4\nline vty 0 15\n transport input all\n')).toEqual([['vty 0 15', 'all', undefined]])
  expect(ranges('line vty 0 4\n transport input telnet\nline vty 0 15\n transport input ssh\n')).toEqual([
    ['vty 0 15', 'ssh', undefined],
  ])
})

test('ranges that are written apart stay apart', () => {
  expect(
    ranges('line vty 0 4\n transport input ssh\nline vty 5 15\n transport input ssh\n').map(([key]) => key),
  ).toEqual(['vty 0 4', 'vty 5 15'])
  expect(ranges('line vty 0 4\nline vty 5 15\n').map(([key]) => key)).toEqual(['vty 0 4', 'vty 5 15'])
})

test('lines are taken away', () => {
  expect(ranges('line vty 0 15\n transport input ssh\nno line vty 5 15\n')).toEqual([['vty 0 4', 'ssh', undefined]])
})

test('a list is named once, by the range that has it in the end', () => {
  const text = 'line vty 0 4\n access-class 10 in\nline vty 0 15\n access-class 11 in\n'
  expect(device(text).references.items.map(({ name, by }) => [name, by])).toEqual([['11', 'VTY lines 0-15']])
})

test('a list of a class map filters where a policy of the control plane uses it', () => {
  const text = `class-map match-all COPP
 match access-group name MGMT
class-map match-any QOS
 match access-group 101
policy-map CP
 class COPP
  police 8000
policy-map EDGE
 class QOS
control-plane
 service-policy input CP
`
  expect(device(text).references.items.map(({ name, by, filters, manages }) => [name, by, filters, manages])).toEqual([
    ['MGMT', 'control-plane class map COPP', true, false],
    ['101', 'class map QOS', false, false],
  ])
})
