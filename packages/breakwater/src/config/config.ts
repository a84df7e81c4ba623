import type { Site } from '@breakwater/core'
import type { Severity } from '../results.ts'

/** On, off, another severity, or that and the rule's options. */
export type RuleSetting =
  | 'on'
  | 'off'
  | boolean
  | Severity
  | { readonly severity?: Severity; readonly options?: Readonly<Record<string, unknown>> }

/** Keys are rule ids, or globs of them for a setting without options. Later keys win. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What `breakwater.config.json` and its kin hold. Globs are relative to the file's folder. */
export interface Config {
  readonly preset?: string | readonly string[]
  readonly rules?: RuleSettings
  /** What only the people who run the network know of it. */
  readonly site?: SiteConfig | null
  readonly failOn?: Severity
  readonly failOnUnknown?: boolean
  /** The file of accepted findings, relative to this one. */
  readonly baseline?: string
  /** Files that are not looked at when they are found by walking. */
  readonly ignores?: readonly string[]
  /** Captures of `show version` and `show inventory`, or gathered facts, beside the configurations. */
  readonly facts?: readonly string[]
  /** Glob → platform, where detection is wrong. The last match wins. */
  readonly platforms?: Readonly<Record<string, string>>
  /** Role → the devices that have it. */
  readonly roles?: Readonly<Record<string, RoleConfig>>
  /** Applied in their order, each where one of its files and one of its roles match. */
  readonly overrides?: readonly Override[]
}

export interface RoleConfig {
  readonly hostnames?: readonly string[]
  readonly files?: readonly string[]
}

export interface Override {
  readonly files?: readonly string[]
  readonly roles?: readonly string[]
  readonly rules?: RuleSettings
  /** Its members stand in place of the site's. */
  readonly site?: SiteConfig
}

export type SiteConfig = Omit<Site, 'roles'>
