import { compareResults, severityRank, type Result } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { paint, paintSeverity } from '../../text/style.ts'
import type { Report } from '../report.ts'
import { explanation, frameOf, indented, MARGIN, placeText } from './parts.ts'

/** One section for each finding, sorted by severity, then place. */
export function singleFindings(findings: readonly Result[], report: Report): string[][] {
  return worstFirst(findings).map((finding) => single(finding, report))
}

export function worstFirst(findings: readonly Result[]): Result[] {
  return findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || compareResults(a, b))
}

function single(finding: Result, report: Report): string[] {
  const { style } = report
  const severity = paintSeverity(style, finding.severity, finding.severity.padEnd(MARGIN))
  const where = `${placeText(finding.location)}  ${harmless(finding.device)}  ${finding.rule}`
  return [
    `${severity}${paint(style, 'bold', harmless(finding.message))}`,
    indented(paint(style, 'dim', where)),
    ...frameOf(finding, report),
    ...explanation(finding, report),
  ]
}
