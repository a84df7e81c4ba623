import { isFinding, severities, type Fixed, type ReportNote, type Result, type Severity } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { paint, paintSeverity, type Style } from '../../text/style.ts'
import { counted, table, thousands, type Cell } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { deviceKey } from '../shared.ts'
import { groupByRule } from './groups.ts'
import { placeText } from './parts.ts'

const FEW_DEVICES = 25
const SHOWN_NOTES = 5

/** Device × severity while the devices fit on a screen, else counts by rule. */
export function summaryTable(report: Report): string[] {
  const findings = report.results.results.filter(isFinding)
  if (findings.length === 0) return []
  return report.devices.length <= FEW_DEVICES ? byDevice(findings, report) : byRule(findings, report)
}

function byDevice(findings: readonly Result[], { devices, style }: Report): string[] {
  const counts = new Map<string, Record<Severity, number>>()
  for (const finding of findings) {
    const key = deviceKey(finding)
    const row = counts.get(key) ?? { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
    row[finding.severity]++
    counts.set(key, row)
  }
  const used = severities.filter((severity) => findings.some((finding) => finding.severity === severity))
  const dim = (text: string): string => paint(style, 'dim', text)
  const rows: Cell[][] = [
    [
      { text: 'device', paint: dim },
      { text: 'platform', paint: dim },
      ...used.map((severity) => ({ text: severity, paint: (text: string) => paintSeverity(style, severity, text) })),
    ],
  ]
  for (const device of devices) {
    const row = counts.get(`${device.file}\0${device.name}`)
    const cells = used.map((severity): Cell => {
      const count = row?.[severity] ?? 0
      return count === 0
        ? { text: '·', paint: dim }
        : { text: String(count), paint: (text) => paintSeverity(style, severity, text) }
    })
    rows.push([{ text: harmless(device.name) }, { text: device.platform, paint: dim }, ...cells])
  }
  return table(rows, 2)
}

function byRule(findings: readonly Result[], { style }: Report): string[] {
  const dim = (text: string): string => paint(style, 'dim', text)
  const head: Cell[] = ['severity', 'rule', 'places', 'devices'].map((text) => ({ text, paint: dim }))
  const rows = groupByRule(findings).map(({ rule, worst, findings: members, devices }): Cell[] => [
    { text: worst.severity, paint: (text) => paintSeverity(style, worst.severity, text) },
    { text: rule },
    { text: thousands(members.length) },
    { text: thousands(devices) },
  ])
  return table([head, ...rows], 2)
}

/** What the reader of the files should know, though it is no finding. */
export function notesSection({ results: { notes }, style }: Report): string[] {
  const told = notes.filter(({ kind }) => kind === 'syntax' || kind === 'limit')
  // What is counted comes last, the most first.
  const single = told.filter(({ count }) => count === undefined).slice(0, SHOWN_NOTES)
  const most = told.filter(({ count }) => count !== undefined).toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
  const chosen = [...single, ...most.slice(0, SHOWN_NOTES)]
  const shown = chosen.map((note) => {
    const place = note.location === undefined ? '' : `${placeText(note.location)}  `
    return `${paint(style, ['bold', 'cyan'], 'note'.padEnd(10))}${paint(style, 'dim', place)}${harmless(note.message)}`
  })
  const rest = notes.length - shown.length
  if (rest === 0) return shown
  const kinds = countKinds(notes, chosen)
  return [
    ...shown,
    paint(
      style,
      'dim',
      `${counted(rest, shown.length > 0 ? 'more note' : 'note')} (${kinds}); --format json lists them`,
    ),
  ]
}

function countKinds(notes: readonly ReportNote[], shown: readonly ReportNote[]): string {
  const counts = new Map<string, number>()
  for (const note of notes) if (!shown.includes(note)) counts.set(note.kind, (counts.get(note.kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
}

/** How much was looked at, and what came of it. */
export function footer({ results: { summary, tool, fixed }, evidence, style }: Report): string[] {
  const share = summary.lines === 0 ? 0 : Math.floor((100 * summary.linesUnderstood) / summary.lines)
  const looked = [
    `${counted(summary.devices, 'device')} in ${counted(summary.files, 'file')}`,
    `${counted(summary.lines, 'line')}, ${share}% understood`,
    counted(tool.rules, 'rule'),
  ]
  const total = severities.reduce((sum, severity) => sum + summary.fail[severity], 0)
  const parts = severities
    .filter((severity) => summary.fail[severity] > 0)
    .map((severity) => paintSeverity(style, severity, `${thousands(summary.fail[severity])} ${severity}`))
  const findings =
    total === 0
      ? paint(style, ['bold', 'green'], 'No findings')
      : `${paint(style, 'bold', counted(total, 'finding'))}: ${parts.join(', ')}`
  const rest = [
    `${thousands(summary.pass)} passed`,
    ...(summary.unknown > 0
      ? [`${thousands(summary.unknown)} unknown${evidence ? '' : ' (--evidence shows them)'}`]
      : []),
    ...(summary.suppressed > 0 ? [`${thousands(summary.suppressed)} suppressed`] : []),
    ...(summary.baselined > 0 ? [`${thousands(summary.baselined)} in the baseline`] : []),
  ]
  return [
    ...(fixed === undefined ? [] : fixedLines(fixed, style)),
    paint(style, 'dim', `Checked ${looked.join(' · ')}`),
    `${findings} · ${rest.join(' · ')}`,
  ]
}

/** What was mended, and what has a remediation still. */
function fixedLines({ applicability, written, files, edits, findings, left }: Fixed, style: Style): string[] {
  const made = `${counted(edits, 'edit')} in ${counted(files, 'file')}`
  const verb = written ? 'Fixed' : 'Would fix'
  const first =
    findings === 0
      ? `${verb} nothing`
      : `${verb} ${paint(style, ['bold', 'green'], counted(findings, 'finding'))} with ${made}`
  const classes = ['safe', 'disruptive', 'lockout-risk', 'needs-site-value'] as const
  const asked = classes.indexOf(applicability)
  const rest = classes
    .filter((one) => left[one] > 0)
    .map((one) => {
      const count = thousands(left[one])
      if (one === 'needs-site-value') return `${count} need a value of yours`
      return classes.indexOf(one) <= asked ? `${count} ${one}, to be entered by hand` : `${count} ${one} (--fix=${one})`
    })
  return rest.length === 0 ? [first] : [first, paint(style, 'dim', `Left with a remediation: ${rest.join(' · ')}`)]
}
