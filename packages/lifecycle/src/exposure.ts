import compare from 'semver/functions/compare.js'
import satisfies from 'semver/functions/satisfies.js'
import { matchesGlob } from './glob.ts'
import { productNumbersOf } from './lookup-hardware.ts'
import type { Release } from './release.ts'
import type { AffectedReleases, FixException } from './rows.ts'
import { compareReleases, parseRelease } from './schemes/index.ts'

/** Whether one release has a vulnerability. `undecided`: the sources do not tell, and `why` says what is missing. */
export interface Exposure {
  readonly state: 'affected' | 'fixed' | 'not-affected' | 'undecided'
  /** The first fixed release of the train, where a source names it. */
  readonly firstFixed?: string
  readonly why?: string
}

/** Whether one of the products matches; `undefined` where no product is known. */
export const runsOnHardware = (patterns: readonly string[], hardware: readonly string[]): boolean | undefined =>
  hardware.length === 0
    ? undefined
    : hardware.flatMap(productNumbersOf).some((name) => patterns.some((pattern) => matchesGlob(pattern, name)))

const releasesIn = (release: Release, texts: readonly string[]): readonly Release[] =>
  texts.map((text) => parseRelease(release.scheme, text)).filter((found) => found !== undefined)

// Junos fixes each R apart: 22.3R3 is later than the fixed 22.3R2-S2, and still open until 22.3R3-S1.
const junosRelease = ({ semver }: Release): number => Math.floor(Number(semver.split('.')[2]) / 1e9)

const containsFix = (release: Release, fixes: readonly Release[]): boolean => {
  if (release.scheme !== 'junos') return fixes.some((fix) => compare(release.semver, fix.semver) >= 0)
  const number = junosRelease(release)
  const sameNumber = fixes.filter((fix) => junosRelease(fix) === number)
  return sameNumber.length > 0
    ? sameNumber.some((fix) => compare(release.semver, fix.semver) >= 0)
    : fixes.every((fix) => number > junosRelease(fix))
}

/** Newer than every one of these that it has an order with, and there is one. */
const isNewerThanAll = (release: Release, others: readonly Release[]): boolean => {
  const orders = others.map((other) => compareReleases(release, other)).filter((order) => order !== undefined)
  return orders.length > 0 && orders.every((order) => order === 1)
}

const byFirstFixed = (
  release: Release,
  firstFixed: Readonly<Record<string, readonly string[]>>,
): Exposure | undefined => {
  const own = firstFixed[release.train]
  if (own !== undefined) {
    if (own.length === 0) return { state: 'affected', why: `train ${release.train} gets no fix` }
    const first = own.join(' or ')
    return { state: containsFix(release, releasesIn(release, own)) ? 'fixed' : 'affected', firstFixed: first }
  }
  return isNewerThanAll(release, releasesIn(release, Object.values(firstFixed).flat()))
    ? { state: 'not-affected', why: 'newer than every train that the source lists' }
    : undefined
}

const byException = (release: Release, { fixedIn }: FixException): Exposure => {
  const ownTrain = releasesIn(release, fixedIn).filter(({ train }) => train === release.train)
  const firstFixed = ownTrain.map(({ text }) => text).join(' or ')
  if (ownTrain.length > 0) return { state: containsFix(release, ownTrain) ? 'fixed' : 'affected', firstFixed }
  return isNewerThanAll(release, releasesIn(release, fixedIn))
    ? { state: 'not-affected', why: 'newer than every train that the source lists for this hardware' }
    : { state: 'affected', why: `on this hardware fixed in ${fixedIn.join(', ')} only` }
}

/** The listed releases of one train. */
interface ListedTrain {
  readonly positions: ReadonlySet<string>
  readonly last: Release
}

// A list of the data stays as it is: it is parsed once, of each train no more than its positions and its last is kept.
const parsed = new WeakMap<readonly string[], ReadonlyMap<string, ListedTrain>>()

const trainsOf = (release: Release, listed: readonly string[]): ReadonlyMap<string, ListedTrain> => {
  const known = parsed.get(listed)
  if (known !== undefined) return known
  const trains = new Map<string, { positions: Set<string>; last: Release }>()
  for (const one of releasesIn(release, listed.join(' ').split(' '))) {
    const train = trains.get(one.train)
    if (train === undefined) trains.set(one.train, { positions: new Set([one.semver]), last: one })
    else {
      train.positions.add(one.semver)
      if (compareReleases(one, train.last) === 1) train.last = one
    }
  }
  parsed.set(listed, trains)
  return trains
}

const byList = (release: Release, listed: readonly string[]): Exposure => {
  const trains = trainsOf(release, listed)
  const own = trains.get(release.train)
  if (own?.positions.has(release.semver) === true) return { state: 'affected' }
  if (own !== undefined) {
    return isNewerThanAll(release, [own.last])
      ? { state: 'fixed', why: 'newer than the last affected release of its train' }
      : { state: 'undecided', why: 'not among the releases that the vendor lists: a deferred or special build' }
  }
  return isNewerThanAll(
    release,
    [...trains.values()].map(({ last }) => last),
  )
    ? { state: 'not-affected', why: 'newer than every train that the vendor lists' }
    : { state: 'undecided', why: `the vendor lists no release of ${release.train}` }
}

const judgeRelease = (release: Release, affected: AffectedReleases): Exposure => {
  const { listed, ranges, possible, firstFixed, notAffected } = affected
  if (notAffected?.includes(release.train) === true) return { state: 'not-affected' }
  const fix = firstFixed === undefined ? undefined : byFirstFixed(release, firstFixed)
  if (fix !== undefined && (fix.state !== 'affected' || listed === undefined)) return fix
  if (listed !== undefined) return { ...fix, ...byList(release, listed) }
  if (ranges?.some((range) => satisfies(release.semver, range)) === true) return { state: 'affected' }
  if (possible?.some((range) => satisfies(release.semver, range)) === true) {
    return { state: 'undecided', why: 'some releases of this train are affected; the source does not say which' }
  }
  return firstFixed === undefined
    ? { state: 'not-affected', why: 'outside the ranges that the source gives' }
    : { state: 'undecided', why: `the source does not speak of train ${release.train}` }
}

/** Whether a release has a vulnerability, on hardware that may be known or not. */
export const judgeExposure = (release: Release, affected: AffectedReleases, hardware: readonly string[]): Exposure => {
  if (release.line === 'EVO') return { state: 'undecided', why: 'the sources speak of Junos, not of Junos Evolved' }
  const exceptions = affected.exceptions ?? []
  const special = exceptions.find(
    (exception) =>
      runsOnHardware(exception.hardware, hardware) === true &&
      runsOnHardware(exception.except ?? [], hardware) !== true,
  )
  if (special !== undefined) return byException(release, special)
  const exposure = judgeRelease(release, affected)
  if (hardware.length > 0 || exposure.state === 'affected') return exposure
  const differing = exceptions.filter((exception) => byException(release, exception).state !== exposure.state)
  if (
    exposure.state !== 'fixed' ||
    !differing.some((exception) => byException(release, exception).state === 'affected')
  ) {
    return exposure
  }
  return {
    ...exposure,
    state: 'undecided',
    why: `fixed, but not on ${differing.flatMap((exception) => exception.hardware).join(', ')}; the hardware decides`,
  }
}
