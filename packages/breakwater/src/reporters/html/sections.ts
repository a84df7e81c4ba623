import { severities, severityRank, type Result, type Severity } from '../../results.ts'
import { counted, thousands } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { deviceKey } from '../shared.ts'
import { bar, markup } from './markup.ts'
import { standings, type Standing } from './posture.ts'

/** The verdict in a sentence, and what it rests on. */
export function verdict(
  { results: { summary, tool }, devices, evidence }: Report,
  findings: readonly Result[],
): string {
  const share = summary.lines === 0 ? 0 : Math.floor((100 * summary.linesUnderstood) / summary.lines)
  const hit = new Set(findings.map(deviceKey)).size
  const [worst] = findings.map(({ severity }) => severity).toSorted((a, b) => severityRank(a) - severityRank(b))
  const grave = severities
    .filter((severity) => severityRank(severity) < 2 && summary.fail[severity] > 0)
    .map((severity) => `${thousands(summary.fail[severity])} ${severity}`)
  const of = `${thousands(hit)} of ${counted(devices.length, 'device')}`
  const headline =
    worst === undefined
      ? `No findings on ${counted(devices.length, 'device')}`
      : grave.length > 0
        ? `${grave.join(' and ')} among ${counted(findings.length, 'finding')} on ${of}`
        : `${counted(findings.length, 'finding')} on ${of}, none above ${worst}`
  const facts = [
    ['devices', thousands(summary.devices)],
    ['files', thousands(summary.files)],
    ['rules', thousands(tool.rules)],
    ['lines understood', `${share}%`],
    ['passed', thousands(summary.pass)],
    ['unknown', thousands(summary.unknown)],
    ['not applicable', thousands(summary.notapplicable)],
    ['suppressed', thousands(summary.suppressed)],
    ['in the baseline', thousands(summary.baselined)],
  ].filter(([term, count]) => count !== '0' || term === 'unknown')
  const hint =
    summary.unknown === 0
      ? ''
      : `<p class="dim">Unknown means that the files do not tell. It is neither a pass nor a finding${evidence ? '' : ', and <code>--evidence</code> lists each'}.</p>`
  return `<h1 class="${worst ?? 'clean'}">${markup(headline)}</h1>
<dl class="facts">${facts.map(([term, count]) => `<div><dt>${term}</dt><dd>${count}</dd></div>`).join('')}</dl>
${hint}`
}

export function tiles(findings: readonly Result[]): string {
  const tile = (severity: Severity): string => {
    const own = findings.filter((finding) => finding.severity === severity)
    const devices = new Set(own.map(deviceKey)).size
    return `<button type="button" class="tile ${severity}" data-severity="${severityRank(severity)}" aria-pressed="false"${own.length === 0 ? ' disabled' : ''}><span class="count">${thousands(own.length)}</span><span class="sev">${severity}</span><span class="dim">${own.length === 0 ? 'none' : counted(devices, 'device')}</span></button>`
  }
  return `<div class="tiles" role="group" aria-label="Findings by severity; press to filter">${severities.map(tile).join('')}</div>`
}

/** Category by category, and document by document the clauses that have findings. */
export function posture(report: Report): string {
  const categories = standings(report, ({ category }) => [category])
  const clauses = standings(report, ({ guidance }) => guidance)
  if (categories.length === 0) return ''
  const documents = new Map<string, Standing[]>()
  for (const clause of clauses) {
    const document = clause.name.split(' ')[0] ?? ''
    documents.set(document, [...(documents.get(document) ?? []), clause])
  }
  return `<section id="posture" aria-labelledby="posture-title">
<h2 id="posture-title">Posture</h2>
<div class="columns">
<div><h3>By category</h3>
${rows(categories, report, 'category')}</div>
<div><h3>By clause</h3>
${[...documents].map(([name, own], index) => documentSection(name, own, report, index === 0)).join('\n')}</div>
</div>
</section>`
}

function documentSection(name: string, own: readonly Standing[], report: Report, isOpen: boolean): string {
  const failing = own.filter(({ findings }) => findings > 0)
  const clear = own.filter(({ findings }) => findings === 0)
  const rest =
    clear.length === 0
      ? ''
      : `<p class="dim clear">No finding: ${clear.map((clause) => `<span>${markup(shortName(clause.name))}</span>`).join(' ')}</p>`
  return `<details${isOpen ? ' open' : ''}><summary><strong>${markup(name)}</strong> <span class="dim">${thousands(failing.length)} of ${counted(own.length, 'clause')} with findings</span></summary>
${failing.length === 0 ? '' : rows(failing, report, 'clause')}
${rest}</details>`
}

function shortName(name: string): string {
  return name.replace(/^\S+ /, '')
}

function rows(own: readonly Standing[], { devices, evidence }: Report, kind: 'category' | 'clause'): string {
  const number = (count: number, tone = ''): string => `<td class="number${tone}">${thousands(count)}</td>`
  const row = (standing: Standing): string => {
    const { name, worst } = standing
    const shown = markup(kind === 'clause' ? shortName(name) : name)
    const share = devices.length === 0 ? 0 : standing.devices / devices.length
    return [
      `<tr><th scope="row"><button type="button" data-${kind}="${markup(name)}">${shown}</button></th>`,
      `<td class="share">${bar(share, worst ?? 'clean')}</td>`,
      `<td><span class="badge ${worst ?? 'clean'}">${worst ?? 'no finding'}</span></td>`,
      number(standing.findings),
      number(standing.devices),
      ...(evidence ? [number(standing.passed, ' dim'), number(standing.unknown, ' dim')] : []),
      `<td class="number dim rules-count">${thousands(standing.rules)}</td></tr>`,
    ].join('')
  }
  const more = evidence ? ['passed', 'unknown'] : []
  const heads = ['findings', 'devices', ...more].map((name) => `<th scope="col" class="number">${name}</th>`).join('')
  return `<table class="standing"><thead><tr><th scope="col">${kind}</th><th scope="col" class="share"><span class="unseen">share of devices</span></th><th scope="col">worst</th>${heads}<th scope="col" class="number rules-count">rules</th></tr></thead>
<tbody>${own.map(row).join('')}</tbody></table>`
}
