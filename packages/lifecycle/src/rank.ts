import type { Box, Evidence, EvidenceSource } from './evidence.ts'
import { productNumbersOf } from './lookup-hardware.ts'
import type { Release, SchemeName, Train } from './release.ts'
import { compareReleases, parseRelease, schemes } from './schemes/index.ts'
import { iosxeTrainsOf } from './schemes/iosxe.ts'

/** A value, and the evidence that it rests on. */
export interface Ranked<T> {
  readonly value: T
  readonly from: Evidence
}

/** Two pieces of evidence that do not go together. */
export interface Contradiction {
  readonly message: string
  readonly of: readonly Evidence[]
}

/** What the evidence comes to. */
export interface Ranking {
  /** What runs. From a `boot system` line only where nothing else speaks of it and nothing speaks against it. */
  readonly release?: Ranked<Release>
  /** What the version line tells, whether the release is known or not. */
  readonly train?: Ranked<Train>
  /** What the first `boot system` line names. */
  readonly nextBoot?: Ranked<Release>
  /** The boxes, each product once and by its fullest name, the best proven first; no components. */
  readonly hardware: readonly Ranked<string>[]
  readonly scheme?: SchemeName
  readonly box?: Box
  readonly contradictions: readonly Contradiction[]
}

/** The best source first. A version line is written by the device that the configuration is of. */
const sourceOrder: readonly EvidenceSource[] = [
  'show-version',
  'version-line',
  'udi',
  'inventory',
  'oxidized-header',
  'rancid-header',
  'comment',
  'image-name',
  'facts',
  'provision',
  'boot-line',
]

const byTrust = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.toSorted((a, b) => sourceOrder.indexOf(a.source) - sourceOrder.indexOf(b.source) || a.start - b.start)

const releasesOf = (evidence: readonly Evidence[], what: Evidence['what']): readonly Ranked<Release>[] =>
  evidence
    .filter((one) => one.what === what)
    .flatMap((from) => {
      const value = from.scheme === undefined ? undefined : parseRelease(from.scheme, from.value)
      return value === undefined ? [] : [{ value, from }]
    })

const trainOf = (evidence: readonly Evidence[]): Ranked<Train> | undefined => {
  for (const from of evidence) {
    if (from.what !== 'train' || from.scheme === undefined) continue
    const value = schemes[from.scheme].train(from.value)
    if (value !== undefined) return { value, from }
  }
  return undefined
}

/** Whether a release can print this train in its version line. */
const fits = (release: Release, train: Train): boolean => {
  const name = `${train.major}.${train.minor}`
  if (release.scheme === 'iosxe' && train.scheme === 'ios') return iosxeTrainsOf(name).includes(release.train)
  return release.scheme === train.scheme && release.semver.startsWith(`${name}.`)
}

/** Whether a name is a short form of a product number: `C93180YC-FX3`, `Nexus5548`, `ws-c3750x-48p`. */
const isShortFor = (name: string, pid: string): boolean =>
  name.length < pid.length &&
  productNumbersOf(name).some((full) => {
    const rest = pid.toLowerCase().startsWith(full.toLowerCase()) ? pid.slice(full.length) : undefined
    return rest === '' || (rest !== undefined && (/^[-/]/.test(rest) || /^nexus/i.test(name)))
  })

const boxesOf = (evidence: readonly Evidence[]): readonly Ranked<string>[] => {
  const named = new Map<string, Ranked<string>>()
  for (const from of evidence) {
    if (from.what !== 'hardware' || from.component === true) continue
    const key = from.value.toLowerCase()
    if (!named.has(key)) named.set(key, { value: from.value, from })
  }
  const boxes = [...named.values()]
  return boxes.filter(({ value }) => !boxes.some((other) => isShortFor(value, other.value)))
}

const contradictionsOf = (
  running: readonly Ranked<Release>[],
  train: Ranked<Train> | undefined,
  nextBoot: Ranked<Release> | undefined,
): readonly Contradiction[] => {
  const [best] = running
  const others = running.filter(({ value }) => best !== undefined && compareReleases(best.value, value) !== 0)
  const found: Contradiction[] = others.slice(0, 1).map((other) => ({
    message: `${best?.from.source} says ${best?.value.text}, ${other.from.source} says ${other.value.text}`,
    of: best === undefined ? [other.from] : [best.from, other.from],
  }))
  if (best !== undefined && train !== undefined && !fits(best.value, train.value)) {
    found.push({
      message: `running ${best.value.text}, but the version line says ${train.from.value}`,
      of: [best.from, train.from],
    })
  }
  if (best !== undefined && nextBoot !== undefined && compareReleases(best.value, nextBoot.value) !== 0) {
    found.push({
      message: `running ${best.value.text}, boots ${nextBoot.value.text} next`,
      of: [best.from, nextBoot.from],
    })
  }
  if (best === undefined && nextBoot !== undefined && train !== undefined && !fits(nextBoot.value, train.value)) {
    found.push({
      message: `the version line says ${train.from.value}, boots ${nextBoot.value.text} next`,
      of: [train.from, nextBoot.from],
    })
  }
  return found
}

/** The release, train and hardware that the evidence proves, each with its place, and what contradicts it. */
export const rankEvidence = (evidence: readonly Evidence[]): Ranking => {
  const trusted = byTrust(evidence)
  const running = releasesOf(trusted, 'release')
  const nextBoot = releasesOf(trusted, 'nextBoot')[0]
  const train = trainOf(trusted)
  const bootFits = nextBoot !== undefined && (train === undefined || fits(nextBoot.value, train.value))
  const release = running[0] ?? (bootFits ? nextBoot : undefined)
  const scheme = release?.value.scheme ?? train?.value.scheme ?? nextBoot?.value.scheme
  const box = trusted.find((one) => one.box !== undefined)?.box
  return {
    ...(release === undefined ? {} : { release }),
    ...(train === undefined ? {} : { train }),
    ...(nextBoot === undefined ? {} : { nextBoot }),
    hardware: boxesOf(trusted),
    ...(scheme === undefined ? {} : { scheme }),
    ...(box === undefined ? {} : { box }),
    contradictions: contradictionsOf(running, train, nextBoot),
  }
}
