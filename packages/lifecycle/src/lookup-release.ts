import satisfies from 'semver/functions/satisfies.js'
import {
  type LifecycleAnswer,
  type LookupOptions,
  platformTitles,
  questionOf,
  type ReleaseQuery,
  whenOf,
} from './answer.ts'
import { combineAnswers } from './combine.ts'
import { indexOf } from './data-index.ts'
import { derivePast } from './derive.ts'
import { iosLinesOfHardware } from './ios-hardware.ts'
import type { Release, SchemeName } from './release.ts'
import { remembered } from './remember.ts'
import type { ReleaseRow } from './rows.ts'
import { schemes } from './schemes/index.ts'
import { iosxeTrainsOf } from './schemes/iosxe.ts'
import { hardwareFit, rowNamesLine, rowNamesTrain, splitTrain } from './trains.ts'
import { judgeRow } from './verdict.ts'

const rowsOf = (platform: SchemeName, { data, unconfirmed = false }: LookupOptions): readonly ReleaseRow[] =>
  indexOf(data, unconfirmed).releases.get(platform) ?? []

const unknown = (subject: string, why: string): LifecycleAnswer => ({ verdict: 'unknown', subject, why })

const listOf = (hardware: ReleaseQuery['hardware']): readonly string[] =>
  hardware === undefined ? [] : typeof hardware === 'string' ? [hardware] : hardware

/** The first answer that is one: a confirmed row that says nothing for the day leaves the word to an unconfirmed. */
const firstKnown = (rows: readonly ReleaseRow[], options: LookupOptions): LifecycleAnswer | undefined => {
  const answers = rows
    .toSorted((a, b) => Number(a.unconfirmed === true) - Number(b.unconfirmed === true))
    .map((row) => judgeRow(row, options))
  return answers.find(({ verdict }) => verdict !== 'unknown') ?? answers[0]
}

const decidesByHardware = (rows: readonly ReleaseRow[]): string =>
  `the hardware decides: sources speak of ${[...new Set(rows.flatMap(({ hardware }) => hardware ?? []))].join(', ')}`

/** Of rows that cover the same releases: that of the hardware, else the general one where the others agree with it. */
const judgeOnHardware = (
  rows: readonly ReleaseRow[],
  subject: string,
  hardware: readonly string[],
  options: LookupOptions,
): LifecycleAnswer | undefined => {
  const special = rows.filter((row) => row.hardware !== undefined)
  const general = firstKnown(
    rows.filter((row) => row.hardware === undefined),
    options,
  )
  const closest = Math.max(1, ...special.map((row) => hardwareFit(row, hardware)))
  const own = firstKnown(
    special.filter((row) => hardwareFit(row, hardware) === closest),
    options,
  )
  if (own !== undefined) return own
  if (special.length === 0 || hardware.length > 0) return general
  if (general === undefined) return unknown(subject, decidesByHardware(special))
  return combineAnswers(subject, [general, ...special.map((row) => judgeRow(row, options))], decidesByHardware(special))
}

const lookupByRelease = (release: Release, hardware: readonly string[], options: LookupOptions): LifecycleAnswer => {
  const rows = rowsOf(release.scheme, options)
  const subject = `${platformTitles[release.scheme]} ${release.text}`
  if (release.line === 'EVO') return unknown(subject, 'no source covers Junos Evolved')
  const named = rows.filter((row) => rowNamesTrain(row, release.train))
  const inRange = named.filter((row) => row.range !== undefined && satisfies(release.semver, row.range))
  const whole = named.filter((row) => row.range === undefined)
  const answer =
    judgeOnHardware(inRange, subject, hardware, options) ?? judgeOnHardware(whole, subject, hardware, options)
  if (answer !== undefined && answer.verdict !== 'unknown') return answer
  const { numbers } = splitTrain(release.train)
  return (
    derivePast({ line: release.line, numbers, semver: release.semver, hardware }, subject, rows, options) ??
    answer ??
    unknown(subject, `no source gives the life of ${platformTitles[release.scheme]} ${release.train}`)
  )
}

/** All that a train of these numbers on one line can be: its rows, and what no row covers. */
const answersOnLine = (
  platform: SchemeName,
  train: string,
  line: string,
  hardware: readonly string[],
  options: LookupOptions,
): readonly LifecycleAnswer[] => {
  const rows = rowsOf(platform, options)
  const { numbers, letters } = splitTrain(train)
  const subject = `${platformTitles[platform]} ${train}${letters === '' && platform === 'ios' ? ` (${line})` : ''}`
  const named = rows.filter((row) =>
    letters === '' && platform === 'ios' ? rowNamesLine(row, numbers, line) : rowNamesTrain(row, train),
  )
  const parts = named.filter(
    (row) =>
      row.range !== undefined &&
      (row.hardware === undefined || hardware.length === 0 || hardwareFit(row, hardware) > 0),
  )
  const whole = judgeOnHardware(
    named.filter((row) => row.range === undefined),
    subject,
    hardware,
    options,
  )
  // What follows a row of the train itself is not vouched for: the end of the train's numbers, not of its last part.
  const position = { line, numbers, semver: `${numbers}.${Number.MAX_SAFE_INTEGER}`, hardware }
  const rest =
    (whole?.verdict === 'unknown' ? undefined : whole) ??
    derivePast(position, subject, rows, options) ??
    whole ??
    unknown(subject, `no source gives the life of ${subject}${parts.length > 0 ? ' as a whole' : ''}`)
  return [...parts.map((row) => judgeRow(row, options)), rest]
}

const lookupByTrain = (
  platform: SchemeName,
  text: string,
  hardware: readonly string[],
  options: LookupOptions,
): LifecycleAnswer => {
  const subject = `${platformTitles[platform]} ${text}`
  if (platform === 'iosxe' && iosxeTrainsOf(text).length > 0) {
    const answers = iosxeTrainsOf(text).map((train) => lookupByTrain(platform, train, hardware, options))
    return combineAnswers(
      subject,
      answers,
      `"version ${text}" does not tell which of ${iosxeTrainsOf(text).join(', ')}`,
    )
  }
  const train = schemes[platform].train(text)
  if (train === undefined) return unknown(subject, `"${text}" is no train of ${platformTitles[platform]}`)
  const possible = platform === 'ios' && train.lines.length > 1 ? iosLinesOfHardware(hardware) : undefined
  const narrowed = train.lines.filter((line) => possible?.includes(line) ?? true)
  const lines = narrowed.length > 0 ? narrowed : train.lines
  const answers = lines.flatMap((line) => answersOnLine(platform, train.text, line, hardware, options))
  const decides =
    lines.length > 1
      ? `"${text}" does not tell the train: ${lines.join(', ')}; an image name, the hardware or a header would`
      : `the releases of ${subject} differ; the full release would decide`
  return combineAnswers(subject, answers, decides)
}

/**
 * Where a release, or all that is known of it, stands on a day. A train that straddles different answers is `unknown`,
 * and `why` says what would decide.
 */
export const lookupRelease = (query: ReleaseQuery, options: LookupOptions): LifecycleAnswer =>
  remembered(options.data.rows, `release ${whenOf(options)} ${questionOf(query)}`, () => judgeQuery(query, options))

const judgeQuery = (query: ReleaseQuery, options: LookupOptions): LifecycleAnswer => {
  const hardware = listOf(query.hardware)
  if (query.release !== undefined) {
    const { release: wanted } = query
    const release = typeof wanted === 'string' ? schemes[query.platform].parse(wanted) : wanted
    if (release !== undefined) return lookupByRelease(release, hardware, options)
    if (query.train === undefined && typeof wanted === 'string') {
      return schemes[query.platform].train(wanted) === undefined
        ? unknown(wanted, `"${wanted}" is no release of ${platformTitles[query.platform]}`)
        : lookupByTrain(query.platform, wanted, hardware, options)
    }
  }
  if (query.train !== undefined) return lookupByTrain(query.platform, query.train, hardware, options)
  return unknown(platformTitles[query.platform], 'neither a release nor a train is known')
}
