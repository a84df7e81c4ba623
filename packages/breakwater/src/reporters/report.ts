import type { Indicator } from '@breakwater/core'
import type { Posture } from '../posture.ts'
import type { Results, Severity } from '../results.ts'
import type { Shown } from '../text/frame.ts'
import type { Style } from '../text/style.ts'

/** What reports say about a rule, beyond its results. */
export interface RuleCard {
  readonly id: string
  readonly title: string
  /** Why it matters: one line. */
  readonly why: string
  readonly severity: Severity
  /** The first part of its id. */
  readonly category: string
  /** Who says so, such as `EVHG E74`. */
  readonly guidance: readonly string[]
  /** Ids of other catalogues, such as `NIST` → `CM-7`. */
  readonly mappings: Readonly<Record<string, readonly string[]>>
  /** Set where a finding is a sign of compromise. */
  readonly indicator?: Indicator
}

/** A device as summary tables show it. */
export interface DeviceCard {
  readonly name: string
  readonly platform: string
  readonly file: string
  /** Groups of an inventory that it belongs to. */
  readonly groups?: readonly string[]
}

/** All that a reporter may look at. */
export interface Report {
  readonly results: Results
  readonly rules: ReadonlyMap<string, RuleCard>
  /** Ids of the rules that ran, but for overrides. */
  readonly ran: ReadonlySet<string>
  /** In the order of their files. */
  readonly devices: readonly DeviceCard[]
  /** How the devices stand, by rule: all of them, whatever the results are cut to. */
  readonly posture: Posture
  /** A file that a result names, for its code frame. */
  readonly source: (file: string) => Shown | undefined
  readonly style: Style
  /** Every verdict was asked for. */
  readonly evidence: boolean
  /** Findings only: no summary, no notes. */
  readonly quiet: boolean
  /** Where the working directory lies in the repository, with a slash at its end; else empty. */
  readonly prefix: string
}

/** Pure. The text ends with a line end, or is empty. */
export type Reporter = (report: Report) => string
