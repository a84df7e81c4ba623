import { daysBetween } from './calendar.ts'
import type { LifecycleData } from './rows.ts'

/** After how many days data are old. */
export const freshDays = 90

/** How old one part of the data is. */
export interface DataAge {
  readonly asOf: string
  readonly days: number
  /** Older than `freshDays`: a report says so. */
  readonly stale: boolean
}

/** How old the data are on a day. */
export const dataAge = (
  data: Pick<LifecycleData, 'dataAsOf'>,
  today: string,
): { readonly lifecycle: DataAge; readonly exploited: DataAge } => {
  const age = (asOf: string): DataAge => {
    const days = daysBetween(asOf, today)
    return { asOf, days, stale: days > freshDays }
  }
  return { lifecycle: age(data.dataAsOf.lifecycle), exploited: age(data.dataAsOf.exploited) }
}
