import type { LifecycleAnswer, LifecycleVerdict, LookupOptions } from './answer.ts'
import { addMonths, daysBetween } from './calendar.ts'
import { type LifecycleRow, type Milestone, milestones, type RowSource } from './rows.ts'

const defaultHorizonMonths = 12

/** The days that a row's sources give for one milestone: none, one or two. */
const daysOf = (row: RowSource, milestone: Milestone): readonly string[] =>
  [row.milestones[milestone], row.other?.milestones[milestone]].filter((day) => day !== undefined).toSorted()

const isPast = (row: RowSource, milestone: Milestone, today: string): boolean => {
  const days = daysOf(row, milestone)
  return days.length > 0 && days.every((day) => day < today)
}

const answerFrom = (
  row: LifecycleRow,
  today: string,
  verdict: LifecycleVerdict,
  milestone: Milestone | undefined,
  why?: string,
): LifecycleAnswer => {
  const days = milestone === undefined ? [] : daysOf(row, milestone)
  // The later day is the one from which both sources have it past; ahead of it, the first day that is still to come.
  const date = verdict.startsWith('past') ? days.at(-1) : (days.find((day) => day >= today) ?? days.at(-1))
  const [first, second] = days
  const disagreement =
    second !== undefined && first !== second
      ? `two sources give ${first} and ${second} (${row.other?.from})`
      : undefined
  const remark = [why, disagreement].filter((part) => part !== undefined).join('; ')
  return {
    verdict,
    subject: row.name,
    ...(milestone === undefined ? {} : { milestone }),
    ...(date === undefined ? {} : { date, days: daysBetween(today, date) }),
    source: row.source,
    basis: row.basis ?? 'announced',
    confidence: row.confidence ?? 'high',
    confirmed: row.unconfirmed !== true,
    seen: row.seen,
    ...(remark === '' ? {} : { why: remark }),
  }
}

// Cisco parts the end of vulnerability support from the last day of support, so that the one says nothing of the other.
const partsVulnerabilitySupport = (row: LifecycleRow): boolean =>
  row.kind === 'release' && ['ios', 'iosxe', 'iosxr', 'nxos', 'asa'].includes(row.platform)

/** Where the product of one row stands on a day, by that row alone. */
export const judgeRow = (row: LifecycleRow, options: Omit<LookupOptions, 'data'>): LifecycleAnswer => {
  const { today, horizonMonths = defaultHorizonMonths } = options
  const answer = (verdict: LifecycleVerdict, milestone?: Milestone, why?: string): LifecycleAnswer =>
    answerFrom(row, today, verdict, milestone, why)

  if (isPast(row, 'lastDateOfSupport', today)) return answer('past-support', 'lastDateOfSupport')
  if (row.endedBy !== undefined && row.endedBy <= today) {
    return answer(
      'past-support',
      undefined,
      `known to be out of support on ${row.endedBy}; the day it ended is not known`,
    )
  }
  if (isPast(row, 'endOfVulnerabilitySupport', today)) {
    return answer('past-vulnerability-support', 'endOfVulnerabilitySupport')
  }

  const horizon = addMonths(today, horizonMonths)
  const ends = milestones.filter((milestone) => milestone !== 'endOfSale')
  const near = ends.find(
    (milestone) => !isPast(row, milestone, today) && daysOf(row, milestone).some((day) => day <= horizon),
  )
  if (near !== undefined) return answer('ending', near)

  const noVulnerabilityDay =
    daysOf(row, 'endOfVulnerabilitySupport').length === 0 && partsVulnerabilitySupport(row)
      ? 'no source gives the end of vulnerability support'
      : undefined
  if (isPast(row, 'endOfSoftwareMaintenance', today)) {
    return answer('maintenance-ended', 'endOfSoftwareMaintenance', noVulnerabilityDay)
  }
  const next = ends.find((milestone) => daysOf(row, milestone).length > 0)
  if (next === undefined) return answer('unknown', undefined, 'the row has no day for an end of support')
  if (next === 'lastDateOfSupport' && noVulnerabilityDay !== undefined) {
    return answer('unknown', next, noVulnerabilityDay)
  }
  return answer('supported', next, noVulnerabilityDay)
}

/** Out of support, or of vulnerability support. */
export const isPastVerdict = (verdict: LifecycleVerdict): boolean =>
  verdict === 'past-support' || verdict === 'past-vulnerability-support'
