import { describe, expect, test } from 'vitest'
import { dataOf, ids, run, today, xe } from './examples.ts'

describe('endoflife.date', () => {
  const product = (...releases: readonly object[]): object => ({
    schema_version: '1.2.0',
    result: {
      name: 'cisco-ios-xe',
      label: 'Cisco IOS XE',
      links: { html: 'https://endoflife.date/cisco-ios-xe' },
      releases,
    },
  })
  const life = (name: string, eoasFrom: string, eolFrom: string): object => ({
    name,
    label: name,
    releaseDate: '2025-08-08',
    isEoas: false,
    eoasFrom,
    isEol: false,
    eolFrom,
    isMaintained: true,
    latest: { name: `${name}.1`, date: '2025-08-08', link: null },
  })
  const own = xe('17.18', {
    milestones: { endOfSoftwareMaintenance: '2028-02-08', endOfVulnerabilitySupport: '2029-08-08' },
    via: 'eod',
    basis: 'computed',
  })

  test('a new train is a computed row, a bulletin keeps its days and has these beside them', () => {
    const previous = dataOf({ rows: [xe('17.9')] })
    const { data, problems, notes } = run(
      product(life('17.9', '2025-01-29', '2026-07-29'), life('17.18', '2028-02-08', '2029-08-08')),
      previous,
    )
    expect(problems).toEqual([])
    expect(notes).toEqual(['IOS XE 17.18 is new'])
    expect(data.dataAsOf).toEqual({ lifecycle: today, exploited: '2026-01-01' })
    expect(data.rows).toEqual([
      {
        kind: 'release',
        platform: 'iosxe',
        name: 'IOS XE 17.18',
        trains: ['17.18'],
        released: '2025-08-08',
        milestones: { endOfSoftwareMaintenance: '2028-02-08', endOfVulnerabilitySupport: '2029-08-08' },
        source: 'https://endoflife.date/cisco-ios-xe',
        via: 'eod',
        basis: 'computed',
        seen: today,
      },
      {
        ...xe('17.9'),
        other: {
          milestones: { endOfSoftwareMaintenance: '2025-01-29', endOfVulnerabilitySupport: '2026-07-29' },
          from: 'endoflife.date, computed from the policy',
        },
      },
    ])
  })

  test('a later day is taken, for the own days as for the second', () => {
    const second = xe('17.9', {
      other: {
        milestones: { endOfVulnerabilitySupport: '2026-07-29' },
        from: 'endoflife.date, computed from the policy',
      },
    })
    const { data, problems } = run(
      product(life('17.18', '2028-02-08', '2029-09-08'), life('17.9', '2025-01-29', '2026-08-29')),
      dataOf({ rows: [own, second] }),
    )
    expect(problems).toEqual([])
    expect(data.rows).toMatchObject([
      { milestones: { endOfVulnerabilitySupport: '2029-09-08' }, seen: today },
      {
        milestones: { endOfVulnerabilitySupport: '2026-09-30' },
        other: { milestones: { endOfVulnerabilitySupport: '2026-08-29' } },
      },
    ])
  })

  test('refused: a train that vanishes, an earlier day, milestones out of order; each by its name', () => {
    const rows = [
      own,
      xe('17.17', { ...own, name: 'IOS XE 17.17', trains: ['17.17'] }),
      xe('17.16', { ...own, name: 'IOS XE 17.16', trains: ['17.16'] }),
    ]
    const refreshed = run(
      product(life('17.18', '2028-02-08', '2029-08-07'), life('17.17', '2030-01-01', '2029-08-08')),
      dataOf({ rows }),
    )
    expect(refreshed.data.rows).toEqual(rows)
    expect(ids(refreshed)).toEqual([
      'date-earlier: IOS XE 17.18 endOfVulnerabilitySupport 2029-08-07',
      'out-of-order: IOS XE 17.17',
      'row-vanished: IOS XE 17.16',
    ])
    expect(refreshed.problems[0]?.message).toBe(
      'IOS XE 17.18 endOfVulnerabilitySupport moves earlier, from 2029-08-08 to 2029-08-07',
    )
  })

  test('a maintainer can accept what was refused, but not a wrong order', () => {
    const file = product(life('17.18', '2028-02-08', '2029-08-07'))
    const accepted = run(file, dataOf({ rows: [own] }), [
      'date-earlier: IOS XE 17.18 endOfVulnerabilitySupport 2029-08-07',
    ])
    expect(accepted.problems).toEqual([])
    expect(accepted.data.rows[0]?.milestones.endOfVulnerabilitySupport).toBe('2029-08-07')
    const disorder = product(life('17.18', '2030-02-08', '2029-08-08'))
    expect(ids(run(disorder, dataOf({ rows: [own] }), ['out-of-order: IOS XE 17.18']))).toEqual([
      'out-of-order: IOS XE 17.18',
    ])
  })

  test('other vendors: the end is the last day of support; products without a scheme are not carried', () => {
    const panos = {
      result: {
        name: 'panos',
        releases: [{ name: '12.1', releaseDate: '2025-08-28', eoasFrom: null, eolFrom: '2029-08-28' }],
      },
    }
    expect(run(panos, dataOf()).data.rows).toMatchObject([
      { platform: 'panos', name: 'PAN-OS 12.1', milestones: { lastDateOfSupport: '2029-08-28' } },
    ])
    const previous = dataOf({ rows: [own] })
    expect(run({ result: { name: 'fortios', releases: [] } }, previous)).toEqual({
      data: previous,
      problems: [],
      notes: ['fortios: not carried'],
    })
  })

  test('a train whose days are words and not dates is left out', () => {
    expect(run(product({ name: '17.19', eoasFrom: null, eolFrom: null, isEol: false }), dataOf()).data.rows).toEqual([])
  })
})
