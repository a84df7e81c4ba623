import { describe, expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { rankEvidence } from './rank.ts'
import { readConfiguration } from './read-configuration.ts'
import { readFacts } from './read-facts.ts'
import type { SchemeName } from './release.ts'

const rank = (text: string): ReturnType<typeof rankEvidence> => rankEvidence(readConfiguration(text))
const facts = (platform: SchemeName, value: string): readonly Evidence[] =>
  [readFacts(platform, value)].filter((one) => one !== undefined)
const messages = (text: string): readonly string[] => rank(text).contradictions.map(({ message }) => message)

test('nothing read is nothing known', () => {
  expect(rankEvidence([])).toEqual({ hardware: [], contradictions: [] })
})

describe('the version line of IOS', () => {
  test('proves the train and no letter', () => {
    const ranking = rank('version 15.2\nhostname a\n')
    expect(ranking.release).toBeUndefined()
    expect(ranking.train?.value).toMatchObject({ text: '15.2', lines: ['M', 'E', 'S', 'SX'] })
  })

  test('with a boot line that fits it, that is the best there is', () => {
    const ranking = rank('version 15.7\nboot system flash:c2900-universalk9-mz.SPA.157-3.M8.bin\n')
    expect(ranking.release).toMatchObject({ value: { text: '15.7(3)M8' }, from: { source: 'boot-line' } })
    expect([ranking.box, ranking.contradictions]).toEqual(['router', []])
  })

  test('a boot line that does not fit it proves nothing of what runs', () => {
    const text = 'version 15.2\nboot system flash:c2900-universalk9-mz.SPA.157-3.M8.bin\n'
    expect(rank(text).release).toBeUndefined()
    expect(messages(text)).toEqual(['the version line says 15.2, boots 15.7(3)M8 next'])
  })

  test('of an IOS XE 3.x box is the IOS number', () => {
    const header = '! Cisco IOS XE Software, Version 03.16.10.S\n'
    expect(messages(`${header}version 15.5\n`)).toEqual([])
    expect(messages(`${header}version 15.2\n`)).toEqual(['running 03.16.10.S, but the version line says 15.2'])
  })
})

test('several boot lines: the first is tried first', () => {
  const text =
    'boot system flash:c2900-universalk9-mz.SPA.157-3.M8.bin\nboot system flash:c2900-universalk9-mz.SPA.154-3.M3.bin\n'
  expect(rank(text).nextBoot?.value.text).toBe('15.7(3)M8')
})

test('a device knows better than an inventory, and a difference is reported', () => {
  const ranking = rankEvidence([...facts('nxos', '9.3(3)'), ...readConfiguration('version 9.3(8) Bios:version\n')])
  expect(ranking.release).toMatchObject({ value: { text: '9.3(8)' }, from: { source: 'version-line' } })
  expect(ranking.contradictions.map(({ message }) => message)).toEqual(['version-line says 9.3(8), facts says 9.3(3)'])
})

test('the same release written in two ways is no contradiction', () => {
  const ranking = rankEvidence([...facts('iosxe', '17.9.4a'), ...facts('ios', '17.09.04a')])
  expect(ranking.contradictions).toEqual([])
})

test('each product once, by its fullest name', () => {
  const text =
    'license udi pid WS-C3750X-48P-S sn A\nswitch 1 provision ws-c3750x-48p\nswitch 2 provision ws-c3750x-24p\n'
  expect(rank(text).hardware.map(({ value }) => value)).toEqual(['WS-C3750X-48P-S', 'ws-c3750x-24p'])
})

describe('facts', () => {
  test.each<[SchemeName, string, string | undefined]>([
    ['ios', '15.7(3)M8', 'release ios'],
    ['ios', '17.09.04a', 'release iosxe'],
    ['iosxe', '15.2(7)E4', 'release ios'],
    ['nxos', '9.3(3)', 'release nxos'],
    ['ios', '15.2', 'train ios'],
    ['iosxe', '17.9', 'train iosxe'],
    ['eos', '{{ version }}', undefined],
  ])('%s, %s: %s', (platform, value, expected) => {
    const read = readFacts(platform, value, { start: 3, end: 9 })
    expect(read === undefined ? undefined : `${read.what} ${read.scheme}`).toBe(expected)
    expect([read?.start, read?.end]).toEqual(expected === undefined ? [undefined, undefined] : [3, 9])
  })
})
