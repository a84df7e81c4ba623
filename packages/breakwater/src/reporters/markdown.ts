import { isFinding, severities, type Result } from '../results.ts'
import { harmless, harmlessStart } from '../text/harmless.ts'
import { markdownTable } from '../text/markdown.ts'
import { counted, thousands } from '../text/table.ts'
import { groupByRule } from './pretty/groups.ts'
import type { Report, Reporter } from './report.ts'
import { deviceKey } from './shared.ts'

/** A step summary of GitHub is lost when it is larger than 1024 KiB. */
const BUDGET = 900 * 1024
const PLACES = 20

/** For pull requests, wikis and step summaries: the posture, then the findings by rule, the worst first. Whole sections are left out before it grows too large. */
export const markdown: Reporter = (report) => {
  const findings = report.results.results.filter(isFinding)
  const parts = [`# Breakwater\n\n${summaryLine(report, findings)}\n`]
  if (findings.length > 0) parts.push(`\n${posture(report, findings)}`)
  let size = parts.reduce((sum, part) => sum + part.length, 0)
  const groups = groupByRule(findings)
  for (const [index, { rule, worst, findings: members, devices }] of groups.entries()) {
    const section = ruleSection(rule, worst, members, devices, report)
    // Characters of UTF-8 are at most three bytes a UTF-16 unit.
    size += section.length * 3
    if (size > BUDGET) {
      parts.push(`\n… and ${counted(groups.length - index, 'more rule')}; the other formats list them.\n`)
      break
    }
    parts.push(`\n${section}`)
  }
  return parts.join('')
}

function summaryLine({ results: { summary, tool } }: Report, findings: readonly Result[]): string {
  const counts = severities
    .filter((severity) => summary.fail[severity] > 0)
    .map((severity) => `${thousands(summary.fail[severity])} ${severity}`)
  const found =
    findings.length === 0 ? '**No findings**' : `**${counted(findings.length, 'finding')}**: ${counts.join(', ')}`
  const looked = `${counted(summary.devices, 'device')}, ${counted(summary.files, 'file')}, ${counted(tool.rules, 'rule')}`
  return `${found} · ${thousands(summary.pass)} passed · ${thousands(summary.unknown)} unknown · ${looked}`
}

const MOST_DEVICES = 100

function posture({ devices, prefix }: Report, findings: readonly Result[]): string {
  const counts = new Map<string, Map<string, number>>()
  for (const finding of findings) {
    const key = deviceKey(finding)
    const own = counts.get(key) ?? new Map<string, number>()
    counts.set(key, own)
    own.set(finding.severity, (own.get(finding.severity) ?? 0) + 1)
  }
  const weight = (key: string): number =>
    severities.reduce((sum, severity, rank) => sum + (counts.get(key)?.get(severity) ?? 0) * 100 ** (4 - rank), 0)
  const rows = devices
    .map((device) => ({ device, key: `${device.file}\0${device.name}` }))
    .toSorted((a, b) => weight(b.key) - weight(a.key))
    .slice(0, MOST_DEVICES)
    .map(({ device, key }) => [
      text(device.name),
      device.platform,
      ...severities.map((severity) => String(counts.get(key)?.get(severity) ?? '')),
      text(`${prefix}${device.file}`),
    ])
  const more = devices.length - rows.length
  return `## Posture\n\n${markdownTable(['device', 'platform', ...severities, 'file'], rows)}${more > 0 ? `\n… and ${counted(more, 'more device')}.\n` : ''}`
}

function ruleSection(
  rule: string,
  worst: Result,
  findings: readonly Result[],
  devices: number,
  { rules, prefix }: Report,
): string {
  const card = rules.get(rule)
  const places = findings
    .slice(0, PLACES)
    .map(({ device, message, location: { file, startLine } }) => [
      text(`${prefix}${file}:${startLine}`),
      text(device),
      text(message),
    ])
  const more = findings.length - places.length
  const enter = worst.remediation ?? []
  return [
    `## ${worst.severity}: ${text(card?.title ?? rule)} (\`${rule}\`)\n`,
    `\n${counted(findings.length, 'place')} on ${counted(devices, 'device')}. ${text(card?.why ?? '')}.${card === undefined || card.guidance.length === 0 ? '' : ` ${card.guidance.join(' · ')}`}\n`,
    `\n${markdownTable(['place', 'device', 'finding'], places)}`,
    ...(more > 0 ? [`\n… and ${counted(more, 'more place')}.\n`] : []),
    ...(enter.length > 0 ? [`\n${fenced(enter)}`] : []),
  ].join('')
}

/** Text of a file as Markdown that means nothing but itself. */
function text(value: string): string {
  return harmless(value).replace(/[\\`*_{}[\]<>#!~&@:]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  )
}

/** A code block that its own lines cannot close. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${lines.map(harmlessStart).join('\n')}\n${fence}\n`
}
