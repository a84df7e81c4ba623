import { describe, expect, test } from 'vitest'
import type { LifecycleAnswer } from './answer.ts'
import { lookupHardware } from './lookup-hardware.ts'
import type { HardwareRow } from './rows.ts'

const row = (
  name: string,
  pids: readonly string[],
  lastDateOfSupport: string,
  more: Partial<HardwareRow> = {},
): HardwareRow => ({
  kind: 'hardware',
  vendor: 'Cisco',
  name,
  pids,
  milestones: { lastDateOfSupport },
  source: 'https://vendor.example/eol',
  seen: '2026-01-01',
  ...more,
})

const look = (name: string, ...rows: readonly HardwareRow[]): LifecycleAnswer =>
  lookupHardware(name, {
    data: { rows, exploited: [], provenance: {}, dataAsOf: { lifecycle: '2026-01-01', exploited: '2026-01-01' } },
    today: '2026-11-24',
  })

describe('product numbers', () => {
  const x = row('Catalyst 3750-X', ['WS-C3750X-*'], '2021-10-31')

  test.each(['WS-C3750X-48P-S', 'ws-c3750x-48p', 'WS-C3750X-24T-L=', 'WS-C3750X-24T-L++', 'C3750X-48P'])(
    '%s',
    (name) => {
      expect(look(name, x)).toMatchObject({ verdict: 'past-support', date: '2021-10-31' })
    },
  )

  test('"+" alone is part of a product number', () => {
    const sup = row('Nexus 9500', ['N9K-SUP-A'], '2020-11-27')
    expect(look('N9K-SUP-A', sup).verdict).toBe('past-support')
    expect(look('N9K-SUP-A+', sup).verdict).toBe('unknown')
  })

  test('a point is a point', () => {
    expect(look('WS-C3750X-48P', row('x', ['WS.C3750X*'], '2021-10-31')).verdict).toBe('unknown')
  })

  test.each([
    ['2911', 'CISCO2911*'],
    ['2960X-48TS', 'WS-2960X-48TS*'],
    ['C9372PX', 'N9K-C9372PX'],
    ['C93180YC-FX3', 'N9K-C93180YC-FX3'],
    ['Nexus5548', 'N5K-C5548*'],
    ['Nexus 3048', 'N3K-C3048*'],
    ['ISR4331', 'ISR4331/K9'],
  ])('the chassis name %s means %s', (name, pid) => {
    expect(look(name, row('family', [pid], '2020-01-01')).verdict).toBe('past-support')
  })

  test('the longest match wins, and precedence before length', () => {
    const family = row('family', ['WS-C3650-*'], '2026-10-31')
    const mini = row('mini', ['WS-C3650-24PDM*'], '2028-05-31')
    expect(look('WS-C3650-24PDM-S', family, mini)).toMatchObject({ verdict: 'supported', date: '2028-05-31' })
    expect(look('WS-C3650-24PDM-S', { ...family, precedence: 1 }, mini)).toMatchObject({ date: '2026-10-31' })
    expect(look('WS-C3650-24PS-S', family, { ...mini, precedence: 5 })).toMatchObject({ date: '2026-10-31' })
  })

  test('a name short of its ending: all that it can mean have to agree', () => {
    const some = row('a', ['WS-C2960-48TT-L', 'WS-C2960-48TT-S'], '2019-10-31')
    const other = row('b', ['WS-C2960-48TT-X'], '2029-10-31')
    expect(look('ws-c2960-48tt', some)).toMatchObject({ verdict: 'past-support' })
    expect(look('ws-c2960-48tt', some, other)).toMatchObject({
      verdict: 'unknown',
      why: expect.stringMatching(/^the product number is short of its ending, which decides/),
    })
    expect(look('ws-c2960-48t', some).verdict).toBe('unknown')
  })

  test('hardware past its last day of vulnerability support, and not yet of support', () => {
    const both = row('x', ['A'], '2028-01-01', {
      milestones: { endOfVulnerabilitySupport: '2026-01-01', lastDateOfSupport: '2028-01-01' },
    })
    expect(look('A', both).verdict).toBe('past-vulnerability-support')
  })

  test('an end of sale alone is no end of support', () => {
    expect(look('A', row('x', ['A'], '', { milestones: { endOfSale: '2020-01-01' } }))).toMatchObject({
      verdict: 'unknown',
      why: 'the row has no day for an end of support',
    })
  })

  test('nothing known', () => {
    expect(look('C9300-48P')).toEqual({
      verdict: 'unknown',
      subject: 'C9300-48P',
      why: 'no source gives the life of C9300-48P',
    })
  })
})
