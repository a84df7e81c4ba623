import minVersion from 'semver/ranges/min-version.js'
import { fixedLength, matchesGlob } from './glob.ts'
import type { SchemeName } from './release.ts'
import type { ReleaseRow } from './rows.ts'
import { schemes } from './schemes/index.ts'
import { iosLine } from './schemes/ios-lines.ts'

/** A train as numbers and letters: `15.2` and `E`, `15.1` and `X49`, `17.9` and none. */
export interface TrainName {
  readonly numbers: string
  readonly letters: string
}

export const splitTrain = (train: string): TrainName => {
  const [, numbers = '', letters = ''] = /^(\d+\.\d+)(.*)$/.exec(train) ?? []
  return { numbers, letters }
}

/** Where a row stands among the trains. */
interface RowPlace {
  readonly line: string | undefined
  readonly start: string
  readonly longLived: boolean
}

const places = new WeakMap<ReleaseRow, RowPlace>()

/** Where a row stands among the trains: reckoned once a row. */
export const placeOfRow = (row: ReleaseRow): RowPlace => {
  let place = places.get(row)
  if (place === undefined) {
    const { numbers } = splitTrain(row.trains[0] ?? '')
    place = { line: lineOfRow(row), start: startOfRow(row), longLived: isLongLived(row.platform, numbers) }
    places.set(row, place)
  }
  return place
}

const lineOf = (platform: SchemeName, { numbers, letters }: TrainName): string | undefined =>
  platform === 'ios'
    ? iosLine(Number.parseInt(numbers, 10), letters)
    : schemes[platform].train(numbers + letters)?.lines[0]

/** Whether the row speaks of a train, by its name. */
export const rowNamesTrain = (row: ReleaseRow, train: string): boolean => {
  const wanted = splitTrain(train)
  return row.trains.map(splitTrain).some(({ numbers, letters }) => {
    if (numbers !== wanted.numbers) return false
    return letters.endsWith('*') ? wanted.letters.startsWith(letters.slice(0, -1)) : wanted.letters === letters
  })
}

/** Whether the row speaks of some train of these numbers on this line. */
export const rowNamesLine = (row: ReleaseRow, wanted: string, line: string): boolean =>
  row.trains.map(splitTrain).some(({ numbers, letters }) => {
    if (numbers !== wanted) return false
    return letters === '*' || lineOf(row.platform, { numbers, letters: letters.replace('*', '') }) === line
  })

/** The line of the first train of a row; `undefined` where the row names trains with `*`. */
const lineOfRow = (row: ReleaseRow): string | undefined => {
  const [name] = row.trains
  return name === undefined || name.includes('*') ? undefined : lineOf(row.platform, splitTrain(name))
}

/** Where a row's part of its train begins, as a semantic version. */
const startOfRow = (row: ReleaseRow): string => {
  const begin = row.range === undefined ? undefined : minVersion(row.range)?.version
  return begin ?? `${splitTrain(row.trains[0] ?? '').numbers}.0`
}

/** How closely a row that is for some hardware fits one of these products: the longer the pattern; 0 for not at all. */
export const hardwareFit = (row: ReleaseRow, hardware: readonly string[]): number => {
  const fitting = (row.hardware ?? []).filter((pattern) => hardware.some((name) => matchesGlob(pattern, name)))
  return Math.max(0, ...fitting.map(fixedLength))
}

/**
 * Whether the vendor keeps a train longer than its neighbours: every third of IOS XE from 16.3 on (the extended
 * releases), the even ones of ASA, .2 and .4 of Junos from 20.1 on. A short-lived train does not vouch for these.
 */
export const isLongLived = (platform: SchemeName, numbers: string): boolean => {
  const [major = 0, minor = 0] = numbers.split('.').map(Number)
  switch (platform) {
    case 'iosxe':
      return major < 16 || minor % 3 === 0
    case 'asa':
      return minor % 2 === 0
    case 'junos':
      return major < 20 || minor % 2 === 0
    case 'ios':
    case 'iosxr':
    case 'nxos':
    case 'eos':
    case 'panos':
      return true
  }
}
