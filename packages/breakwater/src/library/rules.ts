import type { Rule } from '@breakwater/core'
import { categoryOf, citations, presets, type Preset } from '../catalogue.ts'
import type { Severity } from '../results.ts'

/** A rule as lists show it. */
export interface RuleListing {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly category: string
  readonly platforms: readonly string[]
  readonly presets: readonly string[]
  /** Who says so: `EVHG E74`. */
  readonly guidance: readonly string[]
}

/** All that a rule says of itself. */
export interface RuleExplanation extends RuleListing {
  /** Why it matters, in one line. */
  readonly why: string
  /** Names of the same demand in other catalogues. */
  readonly mappings: Rule['mappings']
  /** The version of Breakwater that brought the rule. */
  readonly since: string
  /** JSON Schema of its options, and their defaults. */
  readonly options: Rule['options']
  /** Where platform facts that it rests on were checked. */
  readonly verifiedBy: readonly string[]
  /** Set where a finding is a sign of compromise and no misconfiguration. */
  readonly indicator: Rule['indicator']
}

export function listing(rule: Rule): RuleListing {
  const { id, title, severity, platforms } = rule
  const names = Object.entries(presets).filter(([, preset]: [string, Preset]) => preset.has(rule))
  return {
    id,
    title,
    severity,
    category: categoryOf(rule),
    platforms,
    presets: names.map(([name]) => name),
    guidance: citations(rule),
  }
}

export function explanation(rule: Rule): RuleExplanation {
  const { why, mappings, since, options, verifiedBy = [], indicator } = rule
  return { ...listing(rule), why, mappings, since, options, verifiedBy, indicator }
}
