import type { Finding, SourceFile } from '@breakwater/core'
import type { Edit } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import type { Bench } from './bench.ts'
import { planFix, planFixes } from './plan.ts'

/** The edits that mend a finding by themselves; undefined where there are none. */
export type Offers = (finding: Finding) => readonly Edit[] | undefined

/** What reports offer: the edits of every class but that which needs a value of the site. */
export function offersOf(file: SourceFile, bench: Bench, platform?: ReadablePlatform): Offers {
  const standing = bench.judge(file, platform)
  if (standing === undefined) return () => undefined
  const plan = planFixes(standing, bench, (applicability) => applicability !== 'needs-site-value', platform)
  const offered = new Map<string, readonly Edit[]>()
  for (const { finding, edits } of plan.fixes) offered.set(nameOf(finding), edits)
  for (const finding of plan.waiting) {
    const edits = planFix(standing, bench, finding, platform)
    if (edits !== undefined) offered.set(nameOf(finding), edits)
  }
  return (finding) => offered.get(nameOf(finding))
}

/** The file is judged a second time, so that its findings are other objects. */
function nameOf({ rule, judgement: { setting, message, at } }: Finding): string {
  return JSON.stringify([rule.id, setting, message, at.span.start, at.span.end])
}
