import { severities, severityRank, type Result, type Severity } from '../../results.ts'
import { counted, thousands } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { deviceKey } from '../shared.ts'
import { placeText } from '../pretty/parts.ts'
import { bar, markup } from './markup.ts'
import { standings, type Standing } from './posture.ts'

const MOST = 200

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
      : `<p class="dim">Unknown means that the files do not tell. It is neither a pass nor a finding${evidence ? '' : ', and <code>--evidence</code> in another format lists each'}.</p>`
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
export function posture(report: Report, findings: readonly Result[]): string {
  const all = report.devices.length
  const categories = standings(report, findings, ({ category }) => [category])
  const clauses = standings(report, findings, ({ guidance }) => guidance)
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
${rows(categories, all, 'category')}</div>
<div><h3>By clause</h3>
${[...documents].map(([name, own], index) => documentSection(name, own, all, index === 0)).join('\n')}</div>
</div>
</section>`
}

function documentSection(name: string, own: readonly Standing[], all: number, isOpen: boolean): string {
  const failing = own.filter(({ findings }) => findings > 0)
  const clear = own.filter(({ findings }) => findings === 0)
  const rest =
    clear.length === 0
      ? ''
      : `<p class="dim clear">No finding: ${clear.map((clause) => `<span>${markup(shortName(clause.name))}</span>`).join(' ')}</p>`
  return `<details${isOpen ? ' open' : ''}><summary><strong>${markup(name)}</strong> <span class="dim">${thousands(failing.length)} of ${counted(own.length, 'clause')} with findings</span></summary>
${failing.length === 0 ? '' : rows(failing, all, 'clause')}
${rest}</details>`
}

function shortName(name: string): string {
  return name.replace(/^\S+ /, '')
}

function rows(own: readonly Standing[], all: number, kind: 'category' | 'clause'): string {
  const row = ({ name, rules, findings, devices, worst }: Standing): string => {
    const shown = markup(kind === 'clause' ? shortName(name) : name)
    const label = worst === undefined ? 'no finding' : worst
    return `<tr><th scope="row"><button type="button" data-${kind}="${markup(name)}">${shown}</button></th><td class="share">${bar(all === 0 ? 0 : devices / all, worst ?? 'clean')}</td><td><span class="badge ${worst ?? 'clean'}">${label}</span></td><td class="number">${thousands(findings)}</td><td class="number">${thousands(devices)}</td><td class="number dim">${thousands(rules)}</td></tr>`
  }
  return `<table class="standing"><thead><tr><th scope="col">${kind}</th><th scope="col"><span class="unseen">share of devices</span></th><th scope="col">worst</th><th scope="col" class="number">findings</th><th scope="col" class="number">devices</th><th scope="col" class="number">rules</th></tr></thead>
<tbody>${own.map(row).join('')}</tbody></table>`
}

/** What few of the devices have; there with the preset `hunt`. */
export function unusualSection({ results: { unusual } }: Report): string {
  const rare = (unusual ?? []).filter(({ devices, of }) => of > 1 && devices * 2 <= of)
  if (rare.length === 0) return ''
  const body = rare.slice(0, MOST).map(({ devices, of, trait, rule, on, location }) => {
    const more = devices - on.length
    const names = `${on.join(', ')}${more > 0 ? ` and ${thousands(more)} more` : ''}`
    return `<tr><td class="number">${thousands(devices)} of ${thousands(of)}</td><td><strong>${markup(trait)}</strong></td><td>${markup(names)}</td><td class="path">${markup(placeText(location))}</td><td class="path dim">${markup(rule)}</td></tr>`
  })
  return `<section aria-labelledby="unusual-title">
<h2 id="unusual-title">Unusual among these devices</h2>
<p class="dim">The rarer, the more it wants an explanation.</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="unusual-title"><table><thead><tr><th scope="col" class="number">devices</th><th scope="col">what</th><th scope="col">on</th><th scope="col">place</th><th scope="col">rule</th></tr></thead>
<tbody>${body.join('')}</tbody></table></div>
${left(rare.length - body.length, 'thing')}
</section>`
}

/** What a reader should know before trusting the report. */
export function notesSection({ results: { notes } }: Report, frameless: number): string {
  const kinds = new Map<string, number>()
  for (const { kind } of notes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const told = notes.filter(({ kind }) => kind !== 'unrecognised')
  const listed = [...told, ...notes.filter(({ kind }) => kind === 'unrecognised')].slice(0, MOST)
  if (notes.length === 0 && frameless === 0) return ''
  const body = listed.map(
    ({ kind, message, location, count }) =>
      `<tr><td>${kind}</td><td>${markup(message)}</td><td class="number">${count === undefined ? '' : thousands(count)}</td><td class="path">${location === undefined ? '' : markup(placeText(location))}</td></tr>`,
  )
  const heading = [...kinds].map(([kind, count]) => `${thousands(count)} ${kind}`).join(', ')
  const table =
    body.length === 0
      ? ''
      : `<details><summary>${counted(notes.length, 'note')} <span class="dim">${heading}</span></summary>
<div class="wide" tabindex="0" role="region" aria-label="Notes"><table><thead><tr><th scope="col">kind</th><th scope="col">note</th><th scope="col" class="number">places</th><th scope="col">place</th></tr></thead>
<tbody>${body.join('')}</tbody></table></div>
${left(notes.length - body.length, 'note')}</details>`
  return `<section aria-labelledby="notes-title">
<h2 id="notes-title">Notes and limits</h2>
${frameless === 0 ? '' : `<p>For ${counted(frameless, 'place')} the lines are not shown, to keep this file small; <code>--rule</code> narrows the report, and <code>--format json</code> lists every place.</p>`}
${table}
</section>`
}

function left(count: number, one: string): string {
  return count <= 0
    ? ''
    : `<p class="dim">… and ${counted(count, `more ${one}`)}; <code>--format json</code> lists all.</p>`
}
