import type { Release, SchemeName } from './release.ts'
import type { Confidence, LifecycleData, Milestone } from './rows.ts'

/**
 * Where a product stands on a day. `ending`: a milestone lies within the horizon, or one of two sources has it past.
 */
export type LifecycleVerdict =
  | 'past-support'
  | 'past-vulnerability-support'
  | 'maintenance-ended'
  | 'ending'
  | 'supported'
  | 'unknown'

/** The answer to one lookup. */
export interface LifecycleAnswer {
  readonly verdict: LifecycleVerdict
  /** What was judged: the row's name, else what was asked for. */
  readonly subject: string
  /** The milestone that decides. */
  readonly milestone?: Milestone
  /** Its day, `YYYY-MM-DD`; missing where the answer is derived, or where the source names no day. */
  readonly date?: string
  /** Days from today to that day; negative where it is past. */
  readonly days?: number
  readonly source?: string
  readonly basis?: 'announced' | 'computed'
  readonly confidence?: Confidence
  /** False for a row that was used only because unconfirmed rows were asked for. */
  readonly confirmed?: boolean
  /** The day on which the source was seen to say so. */
  readonly seen?: string
  /** The row of a later train of the same line, which is past, so that this one is. */
  readonly derivedFrom?: DerivedFrom
  /** For `unknown`: what would decide it. Else a remark, such as a second source with another day. */
  readonly why?: string
}

/** The later train that an answer follows from. */
export interface DerivedFrom {
  readonly row: string
  readonly milestone: Milestone
  readonly date?: string
  readonly source: string
}

/** What every lookup is told. */
export interface LookupOptions {
  readonly data: LifecycleData
  /** The day to judge by, `YYYY-MM-DD`. */
  readonly today: string
  /** How far ahead an end is reported. Default 12. */
  readonly horizonMonths?: number
  /** Use the unconfirmed rows too. Default false. */
  readonly unconfirmed?: boolean
}

/** What is known of a device. With neither release nor train the answer is unknown. */
export interface ReleaseQuery {
  readonly platform: SchemeName
  /** A release as a value or as text. */
  readonly release?: Release | string
  /** Where only that is known: `15.2` from `version 15.2`, `17.9`, `15.2E`. */
  readonly train?: string
  /** Product numbers or chassis names that are proven. */
  readonly hardware?: string | readonly string[]
}

export const platformTitles: Readonly<Record<SchemeName, string>> = {
  ios: 'IOS',
  iosxe: 'IOS XE',
  iosxr: 'IOS XR',
  nxos: 'NX-OS',
  eos: 'EOS',
  junos: 'Junos',
  asa: 'ASA',
  panos: 'PAN-OS',
}

/** A query as one text, the same for the same query. */
export const questionOf = ({ platform, release = '', train = '', hardware = [] }: ReleaseQuery): string =>
  `${platform} ${typeof release === 'string' ? release : `${release.scheme}:${release.text}`} ${train} ${[hardware].flat().join(' ')}`

/** What beside the query and the data decides an answer, as one text. */
export const whenOf = ({ today, horizonMonths, unconfirmed }: Omit<LookupOptions, 'data'>): string =>
  `${today} ${horizonMonths} ${unconfirmed}`
