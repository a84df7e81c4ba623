import { posix } from 'node:path'
import { compareResults, isFinding, severityRank, type Result } from '../results.ts'
import { harmless } from '../text/harmless.ts'
import { counted } from '../text/table.ts'
import { level, limitsOf, type Level } from './compact.ts'
import type { Report, Reporter } from './report.ts'
import { deviceKey, sharedFindings, type Shared } from './shared.ts'

/** GitHub shows ten annotations of each level per step and drops the rest without a word. */
export const ANNOTATIONS_AT_MOST = 10

/** Workflow commands: annotations on the lines of a pull request. The worst come first; what is left out is counted. */
export const github: Reporter = (report) => annotations(report, ANNOTATIONS_AT_MOST)

/** The same with at most so many of each level, from 1 to 10. */
export function annotations(report: Report, most: number): string {
  const findings = report.results.results
    .filter(isFinding)
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || compareResults(a, b))
  const groups = fitting(findings, most)
  const room: Record<Level, number> = { error: most, warning: most, notice: most }
  const overflow = overflows(groups, most)
  const limits = report.quiet ? [] : limitsOf(report.results)
  // The last notice says what is left out, and what the run could not know.
  if (overflow || limits.length > 0) room.notice--
  const lines: string[] = []
  let left = 0
  for (const group of groups) {
    const name = level(group.first.severity)
    if (room[name] === 0) left += group.results.length
    else {
      room[name]--
      lines.push(annotation(name, group, report))
    }
  }
  const closing = [
    ...(left > 0 ? [`${counted(left, 'more finding')}; --format pretty or json lists all`] : []),
    ...limits.map((limit) => harmless(limit)),
  ]
  if (closing.length > 0) lines.push(command('notice', { title: 'breakwater' }, closing.join('\n')))
  return lines.map((line) => `${line}\n`).join('')
}

/** One annotation for each place where they fit; else one for each rule and message. */
function fitting(findings: readonly Result[], most: number): readonly Shared[] {
  const single = sharedFindings(findings)
  if (!overflows(single, most)) return single
  const groups = new Map<string, Result[]>()
  for (const finding of findings) {
    const key = `${finding.rule}\0${finding.message}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].flatMap((results) => (results[0] === undefined ? [] : [{ first: results[0], results }]))
}

function overflows(groups: readonly Shared[], most: number): boolean {
  const used: Record<Level, number> = { error: 0, warning: 0, notice: 0 }
  for (const { first } of groups) used[level(first.severity)]++
  return used.error > most || used.warning > most || used.notice > most
}

function annotation(name: Level, { first, results }: Shared, { prefix }: Report): string {
  const { file, startLine, endLine, startColumn, endColumn } = first.location
  const devices = new Set(results.map(deviceKey)).size
  const more = sharedFindings(results).length - 1
  const on = devices > 1 ? `on ${counted(devices, 'device')}` : ''
  const also = [more > 0 ? `and ${counted(more, 'more place')}` : '', on].filter((text) => text !== '').join(' ')
  const enter = first.remediation?.length ? `\nEnter:\n${first.remediation.map(harmless).join('\n')}` : ''
  return command(
    name,
    {
      file: harmless(posix.normalize(`${prefix}${file}`)),
      line: startLine,
      endLine,
      // Columns mean something only within one line.
      ...(startLine === endLine ? { col: startColumn, endColumn } : {}),
      title: `${first.rule} (${first.severity})`,
    },
    `${harmless(first.message)}${also === '' ? '' : ` (${also})`}${enter}`,
  )
}

function command(name: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
