import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareReleases, parseRelease, type SchemeName, schemeNames, schemes } from '../src/index.ts'

interface Pair {
  readonly scheme: SchemeName
  readonly lower: string
  readonly higher: string
  readonly semver: readonly [string, string]
  readonly trains: readonly [string, string]
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T
const pairs = read<readonly Pair[]>('version-pairs.json')
const corpus = Object.entries(read<Record<SchemeName, readonly string[]>>('version-corpus.json')).flatMap(
  ([scheme, rows]) => rows.flatMap((row) => row.split(' ').map((text) => ({ scheme: scheme as SchemeName, text }))),
)

test('there are 122 ordered pairs and 1,562 releases', () => {
  expect([pairs.length, corpus.length]).toEqual([122, 1562])
})

describe('ordered pairs', () => {
  test.each(pairs)('$scheme: $lower before $higher', ({ scheme, lower, higher, semver, trains }) => {
    const [a, b] = [parseRelease(scheme, lower), parseRelease(scheme, higher)]
    if (a === undefined || b === undefined) throw new Error('does not parse')
    expect([a.semver, b.semver]).toEqual(semver)
    expect([schemes[scheme].toSemver(a), schemes[scheme].toSemver(b)]).toEqual(semver)
    expect([a.train, b.train]).toEqual(trains)
    expect([compareReleases(a, b), compareReleases(b, a), compareReleases(a, a)]).toEqual([-1, 1, 0])
  })
})

describe('releases that vendors list', () => {
  test.each(schemeNames.filter((scheme) => corpus.some((one) => one.scheme === scheme)))('%s', (scheme) => {
    const releases = corpus
      .filter((one) => one.scheme === scheme)
      .map(({ text }) => ({ text, release: parseRelease(scheme, text) }))
    expect(releases.filter(({ release }) => release === undefined)).toEqual([])
    const places = new Map(releases.map(({ text, release }) => [`${release?.train} ${release?.semver}`, text]))
    expect(places.size).toBe(releases.length)
  })

  test('a release is a plain value', () => {
    for (const { scheme, text } of corpus) {
      const release = parseRelease(scheme, text)
      expect(JSON.parse(JSON.stringify(release))).toEqual(release)
    }
  })
})
