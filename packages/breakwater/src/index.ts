import { selectRules } from './selection.ts'
import { catalogue, type PresetName, type ReadablePlatform } from './catalogue.ts'
import type { RuleSettings } from './config/config.ts'
import type { Results } from './results.ts'
import { Run } from './run.ts'
import { createSecretVerifier } from './secrets/verify.ts'

export type { PresetName, ReadablePlatform } from './catalogue.ts'
export type { RuleSetting, RuleSettings } from './config/config.ts'
export type {
  Location,
  ReportNote,
  Result,
  Results,
  Severity,
  Suppressed,
  Summary,
  Verdict,
  Via,
  Why,
} from './results.ts'
export { version } from './version.ts'

/** A configuration in memory. */
export interface InputFile {
  /** As results name it. */
  readonly path: string
  readonly text: string
  /** Where detection would be wrong. */
  readonly platform?: ReadablePlatform
}

export interface LintOptions {
  /** The sets of rules to start from; `recommended` if not given. */
  readonly presets?: readonly PresetName[]
  /** As in a configuration file. */
  readonly rules?: RuleSettings
  /** `YYYY-MM-DD` to judge by; the system's day if not given. */
  readonly today?: string
  /** Every verdict, not the fails alone. */
  readonly evidence?: boolean
  /** Whether comments may suppress findings; true if not given. */
  readonly inlineConfig?: boolean
}

/**
 * Judges configurations in memory. Reads no disk and prints nothing. Files that are no configuration of a known
 * platform are passed over: compare `summary.files`.
 */
export function lint(files: Iterable<InputFile>, options: LintOptions = {}): Results {
  const rules = selectRules(
    { presets: options.presets ?? ['recommended'], only: [] },
    options.rules === undefined ? [] : [options.rules],
  )
  const run = new Run({
    rulesFor: () => rules,
    rules: rules.length,
    today: options.today ?? new Date().toISOString().slice(0, 10),
    evidence: options.evidence ?? false,
    inlineConfig: options.inlineConfig ?? true,
    verifySecret: createSecretVerifier(),
  })
  for (const { path, text, platform } of files) run.add({ path, text }, platform)
  return run.end().results
}

/** The ids of all rules. */
export function ruleIds(): string[] {
  return [...catalogue.keys()]
}
