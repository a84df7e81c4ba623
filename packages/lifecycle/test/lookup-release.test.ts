import { describe, expect, test } from 'vitest'
import type { LifecycleAnswer, ReleaseQuery } from '../src/index.ts'
import { look, row, xe } from './lookup-examples.ts'

describe('one row', () => {
  const life = xe('17.9', {
    endOfSale: '2024-01-01',
    endOfSoftwareMaintenance: '2025-03-30',
    endOfVulnerabilitySupport: '2026-09-30',
    lastDateOfSupport: '2027-03-31',
  })

  test.each<[string, LifecycleAnswer['verdict'], string, string, number]>([
    ['2023-06-01', 'supported', 'endOfSoftwareMaintenance', '2025-03-30', 668],
    ['2024-03-30', 'ending', 'endOfSoftwareMaintenance', '2025-03-30', 365],
    ['2025-03-30', 'ending', 'endOfSoftwareMaintenance', '2025-03-30', 0],
    ['2025-03-31', 'maintenance-ended', 'endOfSoftwareMaintenance', '2025-03-30', -1],
    ['2025-09-30', 'ending', 'endOfVulnerabilitySupport', '2026-09-30', 365],
    ['2026-09-30', 'ending', 'endOfVulnerabilitySupport', '2026-09-30', 0],
    ['2026-10-01', 'past-vulnerability-support', 'endOfVulnerabilitySupport', '2026-09-30', -1],
    ['2027-03-31', 'past-vulnerability-support', 'endOfVulnerabilitySupport', '2026-09-30', -182],
    ['2027-04-01', 'past-support', 'lastDateOfSupport', '2027-03-31', -1],
  ])('on %s: %s', (today, verdict, milestone, date, days) => {
    expect(look({ platform: 'iosxe', release: '17.09.04a' }, [life], { today })).toEqual({
      verdict,
      subject: life.name,
      milestone,
      date,
      days,
      source: life.source,
      basis: 'announced',
      confidence: 'high',
      confirmed: true,
      seen: '2026-01-01',
    })
  })

  test('the horizon is an option', () => {
    const query = { platform: 'iosxe', train: '17.9' } as const
    expect(look(query, [life], { today: '2025-10-15', horizonMonths: 11 }).verdict).toBe('maintenance-ended')
    expect(look(query, [life], { today: '2025-10-31', horizonMonths: 11 }).verdict).toBe('ending')
  })

  test('a release as a value, as text, and its train', () => {
    const release = { scheme: 'iosxe', text: '17.9.4', train: '17.9', semver: '17.9.40000000', line: 'XE' } as const
    for (const query of [{ release }, { release: '17.9.4' }, { train: '17.9' }, { release: '17.9' }]) {
      expect(look({ platform: 'iosxe', ...query }, [life]).verdict).toBe('past-vulnerability-support')
    }
  })
})

describe('what is not known is not "still supported"', () => {
  test('Cisco: a last day of support ahead says nothing of vulnerability support', () => {
    expect(
      look({ platform: 'iosxr', train: '7.9' }, [row('iosxr', ['7.9'], { lastDateOfSupport: '2030-01-01' })]),
    ).toMatchObject({
      verdict: 'unknown',
      why: 'no source gives the end of vulnerability support',
    })
  })

  test('Arista has no such milestone', () => {
    const eos = row('eos', ['4.35'], { lastDateOfSupport: '2029-01-01' })
    expect(look({ platform: 'eos', train: '4.35' }, [eos]).verdict).toBe('supported')
  })

  test('maintenance ended, and the rest is not said', () => {
    const asa = row('asa', ['9.18'], { endOfSoftwareMaintenance: '2025-01-01', lastDateOfSupport: '2029-01-01' })
    expect(look({ platform: 'asa', release: '9.18(4)' }, [asa])).toMatchObject({
      verdict: 'maintenance-ended',
      why: 'no source gives the end of vulnerability support',
    })
  })

  test.each<[ReleaseQuery, string]>([
    [{ platform: 'iosxe', train: '17.9' }, 'no source gives the life of IOS XE 17.9'],
    [{ platform: 'iosxe', release: '17.9.4' }, 'no source gives the life of IOS XE 17.9'],
    [{ platform: 'iosxe' }, 'neither a release nor a train is known'],
    [{ platform: 'iosxe', release: 'latest' }, '"latest" is no release of IOS XE'],
    [{ platform: 'iosxe', train: 'latest' }, '"latest" is no train of IOS XE'],
    [{ platform: 'junos', release: '22.4R3-S2-EVO' }, 'no source covers Junos Evolved'],
  ])('%o', (query, why) => {
    expect(look(query, [row('junos', ['22.4'], { lastDateOfSupport: '2020-01-01' })])).toMatchObject({
      verdict: 'unknown',
      why,
    })
  })
})

describe('two sources', () => {
  const both = xe(
    '16.12',
    { endOfVulnerabilitySupport: '2022-08-18' },
    { other: { milestones: { endOfVulnerabilitySupport: '2023-07-31' }, from: 'the policy' } },
  )
  const query = { platform: 'iosxe', train: '16.12' } as const

  test.each<[string, LifecycleAnswer['verdict'], string]>([
    ['2021-08-17', 'supported', '2022-08-18'],
    ['2021-08-18', 'ending', '2022-08-18'],
    ['2023-01-01', 'ending', '2023-07-31'],
    ['2023-08-01', 'past-vulnerability-support', '2023-07-31'],
  ])('on %s: past needs both, ending needs one: %s', (today, verdict, date) => {
    expect(look(query, [both], { today })).toMatchObject({
      verdict,
      date,
      why: 'two sources give 2022-08-18 and 2023-07-31 (the policy)',
    })
  })

  test('a milestone that only one of them gives is decided by that one', () => {
    const one = { ...both, milestones: { ...both.milestones, lastDateOfSupport: '2026-02-28' } }
    expect(look(query, [one])).toMatchObject({ verdict: 'past-support', date: '2026-02-28' })
  })
})

describe('rows that are out of doubt and rows that are not', () => {
  const doubtful = xe('16.9', { lastDateOfSupport: '2025-02-28' }, { unconfirmed: true, confidence: 'low' })
  const query = { platform: 'iosxe', train: '16.9' } as const

  test('unconfirmed rows only on demand, and they say so', () => {
    expect(look(query, [doubtful]).verdict).toBe('unknown')
    expect(look(query, [doubtful], { unconfirmed: true })).toMatchObject({
      verdict: 'past-support',
      confidence: 'low',
      confirmed: false,
    })
  })

  test('a confirmed row comes first, and gives way where it says nothing for the day', () => {
    const ended = row('junos', ['20.4'], {}, { endedBy: '2026-01-13' })
    const dated = row('junos', ['20.4'], { lastDateOfSupport: '2024-06-28' }, { unconfirmed: true })
    const ask = (today: string): LifecycleAnswer =>
      look({ platform: 'junos', release: '20.4R3' }, [dated, ended], { today, unconfirmed: true })
    expect(ask('2026-01-13')).toMatchObject({ verdict: 'past-support', confirmed: true })
    expect(ask('2026-01-13').date).toBeUndefined()
    expect(ask('2026-01-12')).toMatchObject({ verdict: 'past-support', confirmed: false, date: '2024-06-28' })
    expect(look({ platform: 'junos', release: '20.4R3' }, [ended], { today: '2026-01-12' }).verdict).toBe('unknown')
  })
})
