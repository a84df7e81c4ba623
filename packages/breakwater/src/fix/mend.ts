import type { SourceFile } from '@breakwater/core'
import type { ReadablePlatform } from '../catalogue.ts'
import type { Bench, Standing } from './bench.ts'
import { isWithin, type FixClass } from './classes.ts'
import { planFixes } from './plan.ts'

/** What became of a text. */
export interface Mended {
  readonly before: Standing
  readonly after: Standing
  readonly edits: number
  readonly findings: number
  /** What was tried and taken back, each by rule and setting: it would not have mended the finding, or more than that. */
  readonly withdrawn: readonly { readonly rule: string; readonly start: number }[]
}

/** A fix can bring another in its turn; more turns than this are a circle. */
const MOST_PASSES = 10

/** Mends what can be mended, turn by turn, until nothing is left. Undefined where the text is no configuration. */
export function mend(file: SourceFile, bench: Bench, most: FixClass, platform?: ReadablePlatform): Mended | undefined {
  const before = bench.judge(file, platform)
  if (before === undefined) return undefined
  let after = before
  let edits = 0
  let findings = 0
  for (let pass = 0; ; pass++) {
    const plan = planFixes(after, bench, (applicability) => isWithin(applicability, most), platform)
    if (plan.after === undefined || pass === MOST_PASSES) {
      const withdrawn = plan.withdrawn.map(({ rule, judgement }) => ({ rule: rule.id, start: judgement.at.span.start }))
      return { before, after, edits, findings, withdrawn }
    }
    edits += plan.fixes.reduce((sum, fix) => sum + fix.edits.length, 0)
    findings += plan.fixes.length
    after = plan.after
  }
}
