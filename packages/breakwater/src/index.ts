import { catalogue } from './catalogue.ts'
import { createEngine, type DiskProject, type LintOptions, type MemoryProject } from './library/engine.ts'
import type { TextOptions } from './library/parse.ts'
import { explanation, listing, type RuleExplanation, type RuleListing } from './library/rules.ts'
import type { Results } from './results.ts'

export {
  advice,
  defineRule,
  fail,
  must,
  mustHaveAtLeast,
  mustIfSet,
  notApplicable,
  pass,
  unknown,
  type Device,
  type Judgement,
  type Rule,
  type Site,
} from '@breakwater/core'
export type { PresetName, ReadablePlatform } from './catalogue.ts'
export type { RuleSetting, RuleSettings } from './config/config.ts'
export { ConfigError, UsageError } from './errors.ts'
export { createEngine, type DiskProject, type Engine, type LintOptions, type MemoryProject } from './library/engine.ts'
export { parse, type Parsed, type ParsedFact, type TextOptions } from './library/parse.ts'
export type { RuleExplanation, RuleListing } from './library/rules.ts'
export type {
  Applicability,
  Fixed,
  Location,
  ReportNote,
  Result,
  ResultEdit,
  ResultFix,
  Results,
  Severity,
  Suppressed,
  Summary,
  Verdict,
  Via,
  Why,
} from './results.ts'
export { version } from './version.ts'

/**
 * Judges one text. Reads nothing and prints nothing. A text that is no configuration of a known platform gives no
 * devices: see `summary.devices`.
 */
export function lint(text: string, options?: LintOptions & TextOptions): Results
/**
 * Judges a project, in memory or on the disk. Prints nothing, and reads nothing but what is asked; files that are no
 * configuration are passed over. A path that is not there is a `UsageError`.
 */
export function lint(project: MemoryProject | DiskProject, options?: LintOptions): Promise<Results>
export function lint(
  source: string | MemoryProject | DiskProject,
  options: LintOptions & TextOptions = {},
): Results | Promise<Results> {
  const engine = createEngine(options)
  return typeof source === 'string' ? engine.lint(source, options) : engine.lint(source)
}

/** The rules of the package, by id. */
export function rules(): RuleListing[] {
  return [...catalogue.values()].map(listing)
}

/** What a rule says of itself; undefined where there is none of that id. */
export function explain(id: string): RuleExplanation | undefined {
  const rule = catalogue.get(id)
  return rule === undefined ? undefined : explanation(rule)
}
