import compare from 'semver/functions/compare.js'
import gt from 'semver/functions/gt.js'
import type { LifecycleAnswer, LookupOptions } from './answer.ts'
import type { ReleaseRow } from './rows.ts'
import { hardwareFit, isLongLived, placeOfRow } from './trains.ts'
import { isPastVerdict, judgeRow } from './verdict.ts'

/** A place on a line of trains, on hardware that may be known. */
export interface Position {
  readonly line: string
  readonly numbers: string
  readonly semver: string
  readonly hardware: readonly string[]
}

/**
 * The answer for a release without a row: past, where a later train of the same line is past. The nearest later row
 * that is past support vouches, else the nearest that is past vulnerability support; a short-lived train does not
 * vouch for a long-lived one.
 */
export const derivePast = (
  position: Position,
  subject: string,
  rows: readonly ReleaseRow[],
  options: LookupOptions,
): LifecycleAnswer | undefined => {
  const past = rows
    .filter((row) => placeOfRow(row).line === position.line)
    .filter((row) => row.hardware === undefined || hardwareFit(row, position.hardware) > 0)
    .filter((row) => gt(placeOfRow(row).start, position.semver))
    .filter((row) => placeOfRow(row).longLived || !isLongLived(row.platform, position.numbers))
    .toSorted((a, b) => compare(placeOfRow(a).start, placeOfRow(b).start))
    .map((row) => judgeRow(row, options))
    .filter(({ verdict }) => isPastVerdict(verdict))
  const voucher = past.find(({ verdict }) => verdict === 'past-support') ?? past[0]
  if (voucher === undefined) return undefined
  const { subject: row, milestone, date, days: _days, source = '', why: _why, ...rest } = voucher
  return {
    ...rest,
    subject,
    source,
    derivedFrom: {
      row,
      milestone: milestone ?? 'lastDateOfSupport',
      ...(date === undefined ? {} : { date }),
      source,
    },
    why: `no row of its own; ${row} is later on the same line and is past`,
  }
}
