import type { SchemeName } from './release.ts'

/** The days in a product's life, in their order. */
export const milestones = [
  'endOfSale',
  'endOfSoftwareMaintenance',
  'endOfVulnerabilitySupport',
  'lastDateOfSupport',
] as const

/** One day in a product's life. */
export type Milestone = (typeof milestones)[number]

/** Days as `YYYY-MM-DD`. A milestone that is not there is not known; it is not "still to come". */
export type Milestones = { readonly [M in Milestone]?: string }

/** How far a row is to be believed. */
export type Confidence = 'high' | 'medium' | 'low'

/** Where a row's dates come from. */
export interface RowSource {
  readonly milestones: Milestones
  /** A second source with other days. Past then needs both, ending needs one. */
  readonly other?: { readonly milestones: Milestones; readonly from: string }
  /** For products known to be out of support on this day, by a source without the day it ended. */
  readonly endedBy?: string
  /** The page or record that gives the days. */
  readonly source: string
  /** How the row came here, where not from the source itself; a key of `provenance`. */
  readonly via?: string
  /** `computed`: from the vendor's policy and the day of the first release. Default `announced`. */
  readonly basis?: 'announced' | 'computed'
  /** Default `high`. */
  readonly confidence?: Confidence
  /** The day on which the source was seen to say so. */
  readonly seen: string
  /** From memory or a source that could not be checked: used only when asked for. */
  readonly unconfirmed?: true
  readonly note?: string
}

/** The life of a train, or of a part of it. */
export interface ReleaseRow extends RowSource {
  readonly kind: 'release'
  readonly platform: SchemeName
  /** What a reader calls it: `IOS XE 17.9`. */
  readonly name: string
  /** Trains, `*` standing for any letters: `15.9M`, `12.0X*`. */
  readonly trains: readonly string[]
  /** The part of the train, as a range over `toSemver`; without it the whole train. */
  readonly range?: string
  /** Only on this hardware, `*` and `[0-9]` as in a shell; without it on any. */
  readonly hardware?: readonly string[]
  /** The day of the first release. */
  readonly released?: string
}

/** The life of products that share their days, as a rule those of one bulletin. */
export interface HardwareRow extends RowSource {
  readonly kind: 'hardware'
  readonly vendor: string
  /** The family: `Catalyst 3750-X`. */
  readonly name: string
  /** Product numbers, `*` standing for any text, whatever the case. The longest match wins. */
  readonly pids: readonly string[]
  /** Wins over a longer match where higher. Default 0. */
  readonly precedence?: number
  /** A line card, supervisor or routing engine, not a box. */
  readonly component?: true
}

/** One row of the lifecycle data. */
export type LifecycleRow = ReleaseRow | HardwareRow

/** Configuration features that can open a vulnerability. */
export const gateFeatures = [
  'none',
  'hardware',
  'autonomic',
  'bfd',
  'bgp',
  'cdp',
  'cip',
  'crypto-map',
  'decapsulation',
  'dhcp-option-82',
  'dhcp-relay',
  'evpn',
  'gdoi',
  'http-server',
  'ike',
  'ikev1',
  'j-web',
  'l2vpn-vfi',
  'lldp',
  'login-block',
  'multicast-routing',
  'nat',
  'profinet',
  'remote-access-vpn',
  'smart-install',
  'snmp',
  'telnet',
  'vty',
  'web-ui',
  'webvpn',
  'unknown',
] as const

/**
 * A configuration feature; `none`: the release alone counts, nothing in the configuration opens or shuts it;
 * `hardware`: the release on that hardware; `unknown`: the sources do not say.
 */
export type GateFeature = (typeof gateFeatures)[number]

/** What has to be configured for a vulnerability to be open. */
export interface Gate {
  readonly feature: GateFeature
  /** On where the configuration does not speak of it. */
  readonly defaultOn?: true
  /** Regular expressions over configuration lines: one that matches opens the gate. */
  readonly any?: readonly string[]
  /** All of these have to match too. */
  readonly all?: readonly string[]
  /** One of these shuts it. */
  readonly none?: readonly string[]
  /** Only on this hardware, in the source's words. */
  readonly hardware?: readonly string[]
  readonly note?: string
  /** What the gate was read from: `cve-record`, `kev-description`, `memory`, or several. */
  readonly basis: string
}

/** Hardware whose fixes are other than those of the rest. */
export interface FixException {
  readonly hardware: readonly string[]
  readonly except?: readonly string[]
  readonly fixedIn: readonly string[]
}

/** Which releases of one platform a vulnerability affects. All of these may speak at once. */
export interface AffectedReleases {
  /** Releases listed one by one: an item a train, its releases between blanks. */
  readonly listed?: readonly string[]
  /** Ranges over `toSemver` in which every release is affected. */
  readonly ranges?: readonly string[]
  /** Ranges in which some releases are affected; which, is not known. */
  readonly possible?: readonly string[]
  /** The first fixed releases of each train; none: the train gets no fix. */
  readonly firstFixed?: Readonly<Record<string, readonly string[]>>
  /** Trains that never had it. */
  readonly notAffected?: readonly string[]
  readonly exceptions?: readonly FixException[]
}

/** A vulnerability that the KEV catalogue lists as exploited. */
export interface ExploitedRow {
  readonly cve: string
  readonly name: string
  readonly platforms: readonly SchemeName[]
  readonly gate: Gate
  /** By platform; a platform without an entry has no version data. */
  readonly affected?: { readonly [S in SchemeName]?: AffectedReleases }
  /** The version data's source and kind. */
  readonly affectedSource?: string
  readonly added: string
  readonly due: string
  readonly ransomware?: true
  readonly references: readonly string[]
  readonly note?: string
}

/** How rows of one provenance were obtained, and under which licence. */
export interface Provenance {
  readonly title: string
  readonly licence: string
}

/** All that this package knows, as one plain value. */
export interface LifecycleData {
  readonly rows: readonly LifecycleRow[]
  readonly exploited: readonly ExploitedRow[]
  readonly provenance: Readonly<Record<string, Provenance>>
  /** The day up to which each part was brought. */
  readonly dataAsOf: { readonly lifecycle: string; readonly exploited: string }
}
