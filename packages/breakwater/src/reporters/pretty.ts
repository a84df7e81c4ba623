import { isFinding } from '../results.ts'
import { evidenceSection } from './pretty/evidence.ts'
import { ruleGroups } from './pretty/groups.ts'
import { singleFindings } from './pretty/findings.ts'
import { footer, notesSection, summaryTable } from './pretty/summary.ts'
import { unusualSection } from './pretty/unusual.ts'
import type { Report, Reporter } from './report.ts'
import { sharedFindings } from './shared.ts'

/** Above either, findings are grouped by rule. Devices that one file makes are one to a reader. */
const FEW = { sources: 8, places: 40 }

/** For people at a terminal: the worst first, each with its place, its reason, its source and what to enter. */
export const pretty: Reporter = (report) => {
  const findings = report.results.results.filter(isFinding)
  const sources = new Set(report.devices.map(({ file }) => file)).size
  const few = sources <= FEW.sources && sharedFindings(findings).length <= FEW.places
  const sections = [
    ...(few ? singleFindings(findings, report) : ruleGroups(findings, report)),
    ...unusualSection(report),
    ...(report.evidence ? evidenceSection(report) : []),
    ...(report.quiet ? [] : closing(report, few)),
  ].filter((section) => section.length > 0)
  const text = sections.map((section) => `${section.join('\n')}\n`).join('\n')
  // No line may be a command to a GitHub runner, whatever the files are called.
  return text.replace(/^(\s*)::/gm, '$1./::')
}

function closing(report: Report, few: boolean): string[][] {
  return [notesSection(report), few ? [] : summaryTable(report), footer(report)]
}
