import { hasEveryVlan, hasVlan } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readVlans, withoutVlans, withVlans, writeVlans } from './vlan-list.ts'

test.each([
  ['10', [[10, 10]]],
  [
    '10,20-30',
    [
      [10, 10],
      [20, 30],
    ],
  ],
  [
    '30, 20 , 21-22',
    [
      [20, 22],
      [30, 30],
    ],
  ],
  ['1-100,50-200', [[1, 200]]],
  ['1-4094', [[1, 4094]]],
  ['', undefined],
  ['10,,20', undefined],
  ['{{ vlans }}', undefined],
])('%j', (text, expected) => {
  expect(readVlans(text)).toEqual(expected)
})

test('lists grow and shrink', () => {
  expect(
    withVlans(
      [[10, 20]],
      [
        [21, 30],
        [5, 5],
      ],
    ),
  ).toEqual([
    [5, 5],
    [10, 30],
  ])
  expect(
    withoutVlans(
      [[1, 4094]],
      [
        [1, 1],
        [100, 200],
      ],
    ),
  ).toEqual([
    [2, 99],
    [201, 4094],
  ])
  expect(withoutVlans([[10, 20]], [[1, 4094]])).toEqual([])
  expect(
    writeVlans([
      [5, 5],
      [10, 30],
    ]),
  ).toBe('5,10-30')
})

test('what a list holds', () => {
  expect(hasVlan([[10, 20]], 20)).toBe(true)
  expect(hasVlan([[10, 20]], 21)).toBe(false)
  expect(
    hasEveryVlan([
      [1000, 4094],
      [1, 999],
    ]),
  ).toBe(true)
  expect(hasEveryVlan([[2, 4094]])).toBe(false)
  expect(hasEveryVlan([])).toBe(false)
})
