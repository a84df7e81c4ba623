import {
  counted,
  deviceText,
  harmless,
  isFinding,
  markdownTable,
  postureBy,
  severities,
  severityRank,
  sharedFindings,
  type Report,
  type Standing,
} from 'breakwater/cli'

/** GitHub drops the whole summary of a step above 1 MiB. Bytes. */
export const SUMMARY_BYTES = 900 * 1024

/** What came of the check, for the page of the run: numbers, posture, findings; whole sections and rows, never half of one. */
export function stepSummary(report: Report, most: number = SUMMARY_BYTES): string {
  const sections = [head(report), postureTable(report), findingsTable(report, most / 2), clauseTable(report)]
  let text = ''
  for (const section of sections) if (bytes(text) + bytes(section) < most) text += section
  return text
}

function head({ results: { summary, tool } }: Report): string {
  const total = severities.reduce((sum, severity) => sum + summary.fail[severity], 0)
  const by = severities.filter((severity) => summary.fail[severity] > 0)
  const found =
    total === 0
      ? 'no findings'
      : `${counted(total, 'finding')} (${by.map((severity) => `${summary.fail[severity]} ${severity}`).join(', ')})`
  const share = summary.lines === 0 ? 0 : Math.floor((100 * summary.linesUnderstood) / summary.lines)
  return `### Breakwater: ${found}

${counted(summary.devices, 'device')} in ${counted(summary.files, 'file')}, ${counted(summary.lines, 'line')} of which ${share}% understood, ${counted(tool.rules, 'rule')}. ${summary.unknown} unknown, ${summary.suppressed} suppressed.

`
}

const STANDINGS = ['fail', 'suppressed', 'unknown', 'pass', 'notapplicable'] as const

function standingCells(standing: Standing): string[] {
  return STANDINGS.map((state) => String(standing[state]))
}

/** Each cell counts devices under rules: a device that fails two rules of a category counts twice. */
function postureTable({ posture }: Report): string {
  const rows = postureBy(posture, (rule) => [rule.slice(0, rule.indexOf('/'))])
  return `#### Posture\n\n${markdownTable(
    ['category', ...STANDINGS],
    rows.map(([category, standing]) => [category, ...standingCells(standing)]),
  )}\n`
}

function findingsTable({ results, devices, prefix }: Report, most: number): string {
  const findings = results.results.filter(isFinding)
  if (findings.length === 0) return ''
  const groups = sharedFindings(findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity)))
  const rows = groups.map(({ first, results: all }) => [
    first.severity,
    code(first.rule),
    escaped(first.message),
    code(`${prefix}${first.location.file}:${first.location.startLine}`),
    escaped(deviceText(all, devices)),
  ])
  let size = 0
  const fitting = rows.filter((row) => {
    size += bytes(row.join('')) + 20
    return size < most
  })
  const rest = rows.length - fitting.length
  return `#### Findings\n\n${markdownTable(['severity', 'rule', 'message', 'place', 'devices'], fitting)}\n${rest > 0 ? `${counted(rest, 'more place')} in the report.\n\n` : ''}`
}

function clauseTable({ posture, rules }: Report): string {
  const rows = postureBy(posture, (rule) => rules.get(rule)?.guidance ?? [])
  if (rows.length === 0) return ''
  return `<details><summary>Posture by clause of the guidance</summary>\n\n${markdownTable(
    ['clause', ...STANDINGS],
    rows.map(([clause, standing]) => [escaped(clause), ...standingCells(standing)]),
  )}\n</details>\n`
}

/** Text from configurations, in which nothing may be markup. */
function escaped(text: string): string {
  return harmless(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!~@|:]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function code(text: string): string {
  return `<code>${escaped(text)}</code>`
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
