import { describe, expect, test } from 'vitest'
import type { LifecycleAnswer } from '../src/index.ts'
import { look, row, xe } from './lookup-examples.ts'

describe('derived from a later train of the same line', () => {
  const past = xe('16.12', { lastDateOfSupport: '2026-02-28' })

  test('past, without a day of its own, naming the row', () => {
    expect(look({ platform: 'iosxe', release: '16.6.5' }, [past])).toEqual({
      verdict: 'past-support',
      subject: 'IOS XE 16.6.5',
      source: past.source,
      basis: 'announced',
      confidence: 'high',
      confirmed: true,
      seen: '2026-01-01',
      derivedFrom: { row: past.name, milestone: 'lastDateOfSupport', date: '2026-02-28', source: past.source },
      why: `no row of its own; ${past.name} is later on the same line and is past`,
    })
  })

  test('unless a row says otherwise', () => {
    const own = xe('16.6', { endOfVulnerabilitySupport: '2030-01-01' })
    expect(look({ platform: 'iosxe', release: '16.6.5' }, [past, own]).verdict).toBe('supported')
  })

  test('not from an earlier train, nor from another line', () => {
    expect(look({ platform: 'iosxe', release: '17.1.1' }, [past]).verdict).toBe('unknown')
    expect(look({ platform: 'iosxe', release: '3.6.5E' }, [past]).verdict).toBe('unknown')
    expect(look({ platform: 'iosxe', release: '3.16.5S' }, [past]).verdict).toBe('past-support')
  })

  test('a short-lived train does not vouch for a long-lived one', () => {
    const short = row('asa', ['9.17'], { lastDateOfSupport: '2025-12-31' })
    expect(look({ platform: 'asa', release: '9.16(4)' }, [short]).verdict).toBe('unknown')
    expect(look({ platform: 'asa', release: '9.15(1)' }, [short])).toMatchObject({ verdict: 'past-support' })
  })

  test('the strongest of the nearest: past support before past vulnerability support', () => {
    const rows = [
      xe('17.3', { endOfVulnerabilitySupport: '2023-09-30' }),
      xe('17.6', { lastDateOfSupport: '2026-03-31' }),
    ]
    expect(look({ platform: 'iosxe', train: '16.6' }, rows).derivedFrom).toMatchObject({ row: 'iosxe 17.6' })
  })

  test('within a train: an earlier part from a later part', () => {
    const part = row(
      'ios',
      ['15.2E'],
      { lastDateOfSupport: '2025-01-01' },
      { range: '>=15.2.70000000000 <15.2.80000000000' },
    )
    expect(look({ platform: 'ios', release: '15.2(4)E6' }, [part])).toMatchObject({
      verdict: 'past-support',
      derivedFrom: { row: part.name },
    })
    expect(look({ platform: 'ios', release: '15.2(7)E6' }, [part])).toMatchObject({
      verdict: 'past-support',
      date: '2025-01-01',
    })
    expect(look({ platform: 'ios', release: '15.2(8)E1' }, [part]).verdict).toBe('unknown')
    expect(look({ platform: 'ios', train: '15.2E' }, [part]).verdict).toBe('unknown')
  })
})

describe('version 15.2 of IOS: the numbers without the letters', () => {
  const m = row('ios', ['15.2M', '15.2T'], { lastDateOfSupport: '2020-01-01' })
  const e = row('ios', ['15.2E'], { lastDateOfSupport: '2024-01-01' })
  const s = row('ios', ['15.2S'], { lastDateOfSupport: '2019-01-01' })
  const sx = row('ios', ['15.2SY'], { endOfVulnerabilitySupport: '2018-01-01' })
  const query = { platform: 'ios', train: '15.2' } as const

  test('straddles two lines: unknown, with what would decide', () => {
    const answer = look(query, [m, s, sx])
    expect(answer.verdict).toBe('unknown')
    expect(answer.why).toMatch(
      /^"15.2" does not tell the train: M, E, S, SX; an image name, the hardware or a header would/,
    )
  })

  test('all that it can mean is past: past, by the lesser', () => {
    expect(look(query, [m, e, s])).toMatchObject({ verdict: 'unknown' })
    expect(look(query, [m, e, s, sx])).toMatchObject({ verdict: 'past-vulnerability-support', subject: 'IOS 15.2' })
  })

  test('hardware tells the line', () => {
    expect(look({ ...query, hardware: 'CISCO2911/K9' }, [m]).verdict).toBe('past-support')
    expect(look({ ...query, hardware: ['WS-C2960X-48TS-L'] }, [m]).verdict).toBe('unknown')
    expect(look({ ...query, hardware: ['ws-c3750x-48p'] }, [e]).verdict).toBe('past-support')
    expect(look({ ...query, hardware: 'NO-SUCH-BOX' }, [m]).verdict).toBe('unknown')
  })

  test('numbers with one line only need no letters', () => {
    const later = row('ios', ['15.8M', '15.8T'], { endOfVulnerabilitySupport: '2022-12-14' })
    for (const train of ['12.4', '15.7', '15.8']) {
      expect(look({ platform: 'ios', train }, [later]).verdict).toBe('past-vulnerability-support')
    }
    expect(look({ platform: 'ios', train: '15.9' }, [later]).verdict).toBe('unknown')
  })

  test('of an IOS XE 3.x box: every 3.x train that prints it has to agree', () => {
    const later = xe('16.12', { lastDateOfSupport: '2026-02-28' })
    expect(look({ platform: 'iosxe', train: '15.5' }, [later])).toMatchObject({ verdict: 'past-support' })
    expect(look({ platform: 'iosxe', train: '15.2' }, [later])).toMatchObject({ verdict: 'unknown' })
  })
})

describe('hardware decides', () => {
  const general = row('junos', ['12.3'], { lastDateOfSupport: '2016-07-31' })
  const ex = row('junos', ['12.3'], { lastDateOfSupport: '2019-07-31' }, { hardware: ['EX*'] })
  const ex2200 = row('junos', ['12.3'], { lastDateOfSupport: '2024-06-30' }, { hardware: ['EX2200*'] })
  const rows = [general, ex, ex2200]
  const on = (hardware: string | undefined, today: string): LifecycleAnswer =>
    look({ platform: 'junos', release: '12.3R12', ...(hardware === undefined ? {} : { hardware }) }, rows, { today })

  test('the closest pattern wins; hardware that none names has the general row', () => {
    expect(on('ex2200-24t', '2026-01-01').date).toBe('2024-06-30')
    expect(on('ex4200-24t', '2026-01-01').date).toBe('2019-07-31')
    expect(on('mx240', '2026-01-01').date).toBe('2016-07-31')
  })

  test('not known: the answer where all agree, else unknown', () => {
    expect(on(undefined, '2026-01-01')).toMatchObject({ verdict: 'past-support' })
    expect(on(undefined, '2018-01-01')).toMatchObject({
      verdict: 'unknown',
      why: expect.stringMatching(/^the hardware decides: sources speak of EX\*, EX2200\*/),
    })
  })

  test('rows for some hardware only', () => {
    const query = { platform: 'junos', release: '12.3R12' } as const
    expect(look(query, [ex])).toMatchObject({ verdict: 'unknown', why: 'the hardware decides: sources speak of EX*' })
    expect(look({ ...query, hardware: 'mx240' }, [ex])).toMatchObject({ verdict: 'unknown' })
  })
})

test('trains with a star', () => {
  const special = row('ios', ['12.0X*', '12.0W*'], { lastDateOfSupport: '2010-04-26' })
  expect(look({ platform: 'ios', release: '12.0(7)XE1' }, [special]).verdict).toBe('past-support')
  expect(look({ platform: 'ios', release: '12.0(25)S' }, [special]).verdict).toBe('unknown')
})
