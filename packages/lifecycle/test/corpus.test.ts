import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  compareReleases,
  mayTellLifecycle,
  parseRelease,
  rankEvidence,
  readConfiguration,
  readShowVersion,
  type Release,
} from '../src/index.ts'

interface Truth {
  readonly platform: string
  readonly file: string
  readonly version: string | null
  readonly hardware: string | readonly string[]
}

const shared = new URL('../../../../shared/corpus/', import.meta.url)
const isHere = existsSync(shared)
const why = isHere ? '' : ' (skipped: ../shared/corpus is not here)'
const read = (path: string): string =>
  readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), shared), 'utf8')

// ntc-templates keep the words behind an NX-OS release, and leave the family out of N9K-C9396PX.
const withoutTail = (text: string): string => text.replace(/ \[.*$/, '')
const withoutFamily = (pid: string): string => pid.replace(/^N9K-/, '')

const sameRelease = (release: Release | undefined, expected: string | null): boolean => {
  if (release === undefined || expected === null) return release === undefined && expected === null
  const other = parseRelease(release.scheme, withoutTail(expected))
  return other !== undefined && compareReleases(release, other) === 0
}

describe.skipIf(!isHere)(`show version, against what ntc-templates read${why}`, () => {
  const truth = isHere ? (JSON.parse(read('truth/show-version.ntc.expected.json')) as readonly Truth[]) : []
  const readings = truth.map(({ file, version, hardware }) => ({
    file,
    version,
    expected: [...new Set([hardware].flat())],
    ranking: rankEvidence(readShowVersion(read(`show-version/ntc-show-version/${file}`))),
  }))

  test('the releases are the same', () => {
    const other = readings.filter(({ version, ranking }) => !sameRelease(ranking.release?.value, version))
    // The IOS number of an IOS XE 3.x box, where its IOS XE number is read: 3.9S is 15.3(2)S.
    expect(other.map(({ version, ranking }) => [version, ranking.release?.value.text])).toEqual(
      isHere ? [['15.3(2)S1', '03.09.01.S']] : [],
    )
  })

  test.each(readings)('$file: the hardware is the same, and nothing contradicts', ({ expected, ranking }) => {
    expect(ranking.hardware.map(({ value }) => withoutFamily(value))).toEqual(expected)
    expect(ranking.contradictions).toEqual([])
  })
})

describe.skipIf(!isHere)(`configurations${why}`, () => {
  const files = (folder: string): readonly string[] =>
    isHere
      ? readdirSync(new URL(folder, shared), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => `${entry.parentPath}/${entry.name}`)
      : []

  test.each(['ios', 'nxos', 'iosxr', 'eos', 'junos'])(
    '%s: every value stands where it is said to, and parses',
    (folder) => {
      const evidence = files(folder).flatMap((path) => {
        const text = readFileSync(path, 'utf8')
        return readConfiguration(text).map((one) => ({ path, ...one, found: text.slice(one.start, one.end) }))
      })
      expect(evidence.filter(({ image, value, found }) => image === undefined && value !== found)).toEqual([])
      const silent = files(folder).filter((path) => {
        const text = readFileSync(path, 'utf8')
        return readConfiguration(text).length > 0 && !mayTellLifecycle(text)
      })
      expect(silent).toEqual([])
      const releases = evidence.filter(({ what }) => what === 'release' || what === 'nextBoot')
      expect(
        releases.filter(({ scheme, value }) => scheme === undefined || parseRelease(scheme, value) === undefined),
      ).toEqual([])
    },
  )

  test.each([
    [
      'ios/oxidized/spec/model/data/ios#C9200L-24P-4G_17.09.04a#output.txt',
      '17.09.04a',
      'C9200L-24P-4G',
      'running 17.09.04a, boots 17.09.05 next',
    ],
    ['ios/oxidized/spec/model/data/ios#asr920_16.8.1b#output.txt', '16.08.01b', 'ASR-920-24TZ-M', undefined],
    ['nxos/oxidized/spec/model/data/nxos#N5548_7.3.13#output.txt', '7.3(13)N1(1)', 'N5K-C5548UP', undefined],
    ['junos/oxidized/spec/model/data/junos#srx300_22.4#output.txt', '22.4R3-S2.11', 'srx300', undefined],
  ])('%s', (path, release, hardware, contradiction) => {
    const ranking = rankEvidence(readConfiguration(read(path)))
    expect(ranking.release?.value.text).toBe(release)
    expect(ranking.hardware.map(({ value }) => value)).toEqual([hardware])
    expect(ranking.contradictions.map(({ message }) => message)).toEqual(
      contradiction === undefined ? [] : [contradiction],
    )
  })
})
