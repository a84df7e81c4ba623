import { compareText, severityRank, type Result } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { paint, paintSeverity } from '../../text/style.ts'
import { counted } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { deviceKey, deviceText, sharedFindings } from '../shared.ts'
import { worstFirst } from './findings.ts'
import { explanation, frameOf, indented, MARGIN, placeText } from './parts.ts'

export interface RuleGroup {
  readonly rule: string
  /** Sorted by severity, then place. At least one. */
  readonly findings: readonly Result[]
  readonly worst: Result
  readonly devices: number
}

const EXAMPLES = 3

/** One section for each rule, with a few examples, when there is more than anybody reads. */
export function ruleGroups(findings: readonly Result[], report: Report): string[][] {
  return groupByRule(findings).map((group) => section(group, report))
}

/** The worst first, then those with most findings. */
export function groupByRule(findings: readonly Result[]): RuleGroup[] {
  const byRule = new Map<string, Result[]>()
  for (const finding of worstFirst(findings)) {
    const group = byRule.get(finding.rule)
    if (group === undefined) byRule.set(finding.rule, [finding])
    else group.push(finding)
  }
  const groups: RuleGroup[] = []
  for (const [rule, members] of byRule) {
    const worst = members[0]
    if (worst === undefined) continue
    groups.push({ rule, findings: members, worst, devices: new Set(members.map(deviceKey)).size })
  }
  return groups.toSorted(
    (a, b) =>
      severityRank(a.worst.severity) - severityRank(b.worst.severity) ||
      b.findings.length - a.findings.length ||
      compareText(a.rule, b.rule),
  )
}

function section({ rule, findings, worst, devices }: RuleGroup, report: Report): string[] {
  const { style, rules, devices: cards } = report
  const severity = paintSeverity(style, worst.severity, worst.severity.padEnd(MARGIN))
  const title = rules.get(rule)?.title ?? rule
  const places = sharedFindings(findings)
  const count = `${counted(places.length, 'place')} on ${counted(devices, 'device')}`
  const examples = places.slice(0, EXAMPLES)
  const rest = places.length - examples.length
  return [
    `${severity}${paint(style, 'bold', `${title}: ${count}`)}  ${paint(style, 'dim', rule)}`,
    ...examples.flatMap(({ first, results }, index) => {
      const on = results.length === 1 ? '' : paint(style, 'dim', `  (${deviceText(results, cards)})`)
      return [
        indented(`${paint(style, 'dim', placeText(first.location))}  ${harmless(first.message)}${on}`),
        ...(index === 0 ? frameOf(first, report) : []),
      ]
    }),
    ...(rest > 0
      ? [indented(paint(style, 'dim', `… and ${rest} more (--rule ${rule} --format compact lists them)`))]
      : []),
    ...explanation(worst, report),
  ]
}
