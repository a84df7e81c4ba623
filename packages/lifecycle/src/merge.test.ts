import { expect, test } from 'vitest'
import { lookupHardware } from './lookup-hardware.ts'
import { lookupRelease } from './lookup-release.ts'
import { mergeLifecycle } from './merge.ts'
import type { HardwareRow, LifecycleData, ReleaseRow } from './rows.ts'

const release: ReleaseRow = {
  kind: 'release',
  platform: 'ios',
  name: 'IOS 15.2(7)E',
  trains: ['15.2E'],
  range: '>=15.2.70000000000 <15.2.80000000000',
  milestones: { lastDateOfSupport: '2027-03-31' },
  source: 'https://vendor.example/eol',
  seen: '2026-01-01',
}
const hardware: HardwareRow = {
  kind: 'hardware',
  vendor: 'Cisco',
  name: 'Catalyst 9300',
  pids: ['C9300-24T', 'C9300-48P'],
  precedence: 5,
  milestones: { lastDateOfSupport: '2035-01-01' },
  source: 'https://vendor.example/eol',
  seen: '2026-01-01',
}
const data: LifecycleData = {
  rows: [release, hardware],
  exploited: [],
  provenance: {},
  dataAsOf: { lifecycle: '2026-01-01', exploited: '2026-01-01' },
}
const own = { source: 'the contract', seen: '2026-06-01', milestones: { lastDateOfSupport: '2020-01-01' } }

test("the user's train wins over its parts, the rest stays", () => {
  const { data: merged, problems } = mergeLifecycle(data, {
    rows: [{ ...own, kind: 'release', platform: 'ios', name: 'ours', trains: ['15.2E'] }],
  })
  expect(problems).toEqual([])
  expect(merged.rows.map(({ name }) => name)).toEqual(['ours', 'Catalyst 9300'])
  expect(lookupRelease({ platform: 'ios', release: '15.2(7)E3' }, { data: merged, today: '2026-11-24' })).toMatchObject(
    {
      verdict: 'past-support',
      source: 'the contract',
    },
  )
})

test('a row for other releases, or for some hardware, leaves ours alone', () => {
  const rows = [
    {
      ...own,
      kind: 'release' as const,
      platform: 'ios' as const,
      name: 'a',
      trains: ['15.2E'],
      range: '>=15.2.80000000000',
    },
    { ...own, kind: 'release' as const, platform: 'ios' as const, name: 'b', trains: ['15.2E'], hardware: ['IE-*'] },
    { ...own, kind: 'release' as const, platform: 'nxos' as const, name: 'c', trains: ['9.3'] },
  ]
  expect(mergeLifecycle(data, { rows }).data.rows).toHaveLength(5)
})

test("the user's family wins over a product number here, whatever its precedence", () => {
  const { data: merged } = mergeLifecycle(data, {
    rows: [{ ...own, kind: 'hardware', vendor: 'Cisco', name: 'ours', pids: ['C9300-48*'] }],
  })
  expect(merged.rows.map((row) => (row.kind === 'hardware' ? row.pids : []))).toEqual([
    ['C9300-48*'],
    [],
    ['C9300-24T'],
  ])
  expect(lookupHardware('C9300-48P', { data: merged, today: '2026-11-24' }).verdict).toBe('past-support')
  expect(lookupHardware('C9300-24T', { data: merged, today: '2026-11-24' }).verdict).toBe('supported')
})

test('rows with a problem are left out and named', () => {
  const bad = { endOfSoftwareMaintenance: '2030-01-01', lastDateOfSupport: '2020-01-01' }
  const rows = [
    { ...own, kind: 'release' as const, platform: 'nxos' as const, name: 'a', trains: ['9.3'], milestones: bad },
    {
      ...own,
      kind: 'release' as const,
      platform: 'nxos' as const,
      name: 'b',
      trains: ['9.2'],
      milestones: { endOfSale: '2020-02-31' },
    },
    { ...own, kind: 'release' as const, platform: 'nxos' as const, name: 'c', trains: ['9.1'], range: 'no range' },
    { ...own, kind: 'hardware' as const, vendor: 'Cisco', name: 'd', pids: ['X', 'x'] },
  ]
  const { data: merged, problems } = mergeLifecycle(data, { rows })
  expect(merged.rows).toEqual(data.rows)
  expect(problems.map(({ message }) => message)).toEqual([
    'a: lastDateOfSupport 2020-01-01 lies before endOfSoftwareMaintenance 2030-01-01',
    'b: "2020-02-31" is no day',
    'c: "no range" is no range',
    'hardware X stands twice',
  ])
})
