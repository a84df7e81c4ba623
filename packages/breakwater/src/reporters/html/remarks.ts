import type { Location, Result } from '../../results.ts'
import { counted, thousands } from '../../text/table.ts'
import { placeText, whyText } from '../pretty/parts.ts'
import type { Report } from '../report.ts'
import { deviceKey } from '../shared.ts'
import { markup } from './markup.ts'

const MOST = 200

/** What few of the devices have; there with the preset `hunt`. */
export function unusualSection({ results: { unusual }, prefix }: Report): string {
  const rare = (unusual ?? []).filter(({ devices, of }) => of > 1 && devices * 2 <= of)
  const body = rare.slice(0, MOST).map(({ devices, of, trait, rule, on, location }) => {
    const more = devices - on.length
    const names = `${on.join(', ')}${more > 0 ? ` and ${thousands(more)} more` : ''}`
    const cells = [`<strong>${markup(trait)}</strong>`, markup(names), path(prefix, location), id(rule)]
    return [`${thousands(devices)} of ${thousands(of)}`, ...cells]
  })
  const lead = 'The rarer, the more it wants an explanation.'
  return section('unusual', 'Unusual among these devices', lead, [
    listed(['devices', 'what', 'on', 'place', 'rule'], body, rare.length, 'thing'),
  ])
}

/** With every verdict asked for: what nobody can tell from these files, and why. */
export function unknownSection({ results: { results } }: Report): string {
  const groups = new Map<string, { rule: string; why: string; verdicts: number; devices: Set<string> }>()
  for (const result of results) {
    if (result.verdict !== 'unknown' || result.suppressed !== undefined) continue
    const why = whyText(result.why)
    const key = `${result.rule}\0${why}`
    const group = groups.get(key) ?? { rule: result.rule, why, verdicts: 0, devices: new Set() }
    groups.set(key, group)
    group.verdicts++
    group.devices.add(deviceKey(result))
  }
  const rows = [...groups.values()].toSorted((a, b) => b.verdicts - a.verdicts)
  const body = rows
    .slice(0, MOST)
    .map(({ rule, why, verdicts, devices }) => [
      thousands(verdicts),
      id(rule),
      markup(why),
      `<span class="whole">${counted(devices.size, 'device')}</span>`,
    ])
  const lead = 'Neither passed nor failed: the files do not tell.'
  return section('unknown', 'Unknown', lead, [listed(['verdicts', 'rule', 'why', 'on'], body, rows.length, 'reason')])
}

/** With every verdict asked for: failures that somebody accepted. */
export function acceptedSection({ results: { results }, prefix }: Report): string {
  const accepted = results.filter((result) => result.verdict === 'fail' && result.suppressed !== undefined)
  const body = accepted.slice(0, MOST).map((result: Result) => {
    const { rule, device, location, severity, suppressed } = result
    const until = suppressed?.expires === undefined ? '' : ` (expires ${suppressed.expires})`
    return [severity, id(rule), markup(device), path(prefix, location), markup(`${suppressed?.reason ?? ''}${until}`)]
  })
  return section('accepted', 'Accepted', 'Failures that a comment or the configuration suppresses.', [
    listed(['severity', 'rule', 'device', 'place', 'reason'], body, accepted.length, 'failure'),
  ])
}

/** What a reader should know before trusting the report. */
export function notesSection({ results: { notes }, prefix }: Report, frameless: number): string {
  const kinds = new Map<string, number>()
  for (const { kind } of notes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const ordered = [
    ...notes.filter(({ kind }) => kind !== 'unrecognised'),
    ...notes.filter(({ kind }) => kind === 'unrecognised'),
  ]
  const body = ordered
    .slice(0, MOST)
    .map(({ kind, message, location, count }) => [
      count === undefined ? '' : thousands(count),
      kind,
      markup(message),
      location === undefined ? '' : path(prefix, location),
    ])
  const heading = [...kinds].map(([kind, count]) => `${thousands(count)} ${kind}`).join(', ')
  const table = listed(['places', 'kind', 'note', 'place'], body, notes.length, 'note')
  return section('notes', 'Notes and limits', 'What the files hold beyond findings, and what this page leaves out.', [
    frameless === 0
      ? ''
      : `<p>For ${counted(frameless, 'place')} the lines are not shown, to keep this file small; <code>--rule</code> narrows the report, and <code>--format json</code> lists every place.</p>`,
    table === ''
      ? ''
      : `<details><summary>${counted(notes.length, 'note')} <span class="dim">${heading}</span></summary>\n${table}</details>`,
  ])
}

function section(id: string, title: string, lead: string, parts: readonly string[]): string {
  const full = parts.filter((part) => part !== '')
  if (full.length === 0) return ''
  return `<section aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="dim">${lead}</p>
${full.join('\n')}
</section>`
}

/** Cells are markup. The first column counts where its head says so. */
function listed(heads: readonly string[], rows: readonly (readonly string[])[], all: number, one: string): string {
  if (rows.length === 0) return ''
  const [first = ''] = heads
  const tone = (index: number): string => (index === 0 && COUNTS.has(first) ? ' class="number"' : '')
  const head = heads.map((name, index) => `<th scope="col"${tone(index)}>${name}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell, index) => `<td${tone(index)}>${cell}</td>`).join('')}</tr>`)
  const rest =
    all <= rows.length
      ? ''
      : `\n<p class="dim">… and ${counted(all - rows.length, `more ${one}`)}; <code>--format json</code> lists all.</p>`
  return `<div class="wide" tabindex="0" role="region" aria-label="${one}s"><table><thead><tr>${head}</tr></thead>
<tbody>${body.join('')}</tbody></table></div>${rest}`
}

const COUNTS: ReadonlySet<string> = new Set(['devices', 'verdicts', 'places'])

function id(rule: string): string {
  return `<span class="id">${markup(rule)}</span>`
}

function path(prefix: string, location: Location): string {
  return `<span class="path">${markup(placeText({ ...location, file: `${prefix}${location.file}` }))}</span>`
}
