import { compareResults, severityRank, type Result } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { paint, paintSeverity } from '../../text/style.ts'
import type { Report } from '../report.ts'
import { deviceText, sharedFindings, type Shared } from '../shared.ts'
import { explanation, frameOf, indented, MARGIN, placeText } from './parts.ts'

/** One section for each place, sorted by severity, then place. */
export function singleFindings(findings: readonly Result[], report: Report): string[][] {
  return sharedFindings(worstFirst(findings)).map((shared) => single(shared, report))
}

export function worstFirst(findings: readonly Result[]): Result[] {
  return findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || compareResults(a, b))
}

function single({ first: finding, results }: Shared, report: Report): string[] {
  const { style, devices } = report
  const severity = paintSeverity(style, finding.severity, finding.severity.padEnd(MARGIN))
  const where = `${placeText(finding.location)}  ${deviceText(results, devices)}  ${finding.rule}`
  return [
    `${severity}${paint(style, 'bold', harmless(finding.message))}`,
    indented(paint(style, 'dim', where)),
    ...frameOf(finding, report),
    ...explanation(finding, report),
  ]
}
