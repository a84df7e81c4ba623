import type { LifecycleData } from '../rows.ts'
import { isCveRecord, refreshCveRecord } from './cve-record.ts'
import { isEndoflifeProduct, refreshEndoflife } from './endoflife.ts'
import { isEoxAnswer, refreshEox } from './eox.ts'
import { type Json, parseJson } from './json.ts'
import { isKevCatalogue, refreshKev } from './kev.ts'
import { isHtml } from './html-tables.ts'
import { refreshVendorPage } from './vendor-page.ts'
import type { Input, RefreshProblem, Step } from './step.ts'

export type { RefreshProblem } from './step.ts'

interface Reader {
  readonly claims: (json: Json) => boolean
  readonly read: (input: Input) => Step
}

// The catalogue comes before the records, which fill in the affected releases of what it lists.
const readers: readonly Reader[] = [
  { claims: isEndoflifeProduct, read: refreshEndoflife },
  { claims: isKevCatalogue, read: refreshKev },
  { claims: isCveRecord, read: refreshCveRecord },
  { claims: isEoxAnswer, read: refreshEox },
]

/** What a refresh came to. Where something was refused, the data keep what they had there before. */
export interface Refreshed {
  readonly data: LifecycleData
  readonly problems: readonly RefreshProblem[]
  readonly notes: readonly string[]
}

/** The day of the refresh, and the ids of problems of an earlier run that a maintainer has looked at and accepts. */
export interface RefreshOptions {
  readonly today: string
  readonly accept?: readonly string[]
}

/**
 * Rebuilds the data from files that a maintainer downloaded, told apart by their content: products of endoflife.date
 * (API v1), the KEV catalogue, records of the CVE list, answers of Cisco's EoX API, saved pages of vendors. A row that vanishes, a day that
 * moves earlier or disappears, and milestones out of their order are refused, each by its name. A maintainer can accept
 * all but the last.
 */
export const refresh = (
  files: ReadonlyMap<string, string>,
  previous: LifecycleData,
  { today, accept = [] }: RefreshOptions,
): Refreshed => {
  const problems: RefreshProblem[] = []
  const notes: string[] = []
  const claimed = new Map<Reader, Json[]>(readers.map((reader) => [reader, []]))
  const pages: (readonly [path: string, text: string])[] = []
  for (const [path, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (isHtml(text)) {
      pages.push([path, text])
      continue
    }
    const json = parseJson(text)
    const reader = readers.find(({ claims }) => claims(json))
    if (json === undefined)
      problems.push({ kind: 'unreadable', id: `unreadable: ${path}`, message: `${path} is no JSON` })
    else if (reader === undefined) {
      problems.push({ kind: 'unknown-file', id: `unknown-file: ${path}`, message: `${path} is of no known kind` })
    } else claimed.get(reader)?.push(json)
  }
  let data = previous
  for (const [reader, inputs] of claimed) {
    for (const json of inputs) {
      const step = reader.read({ json, previous: data, today, accept: new Set(accept) })
      problems.push(...step.problems)
      notes.push(...step.notes)
      data = step.data
    }
  }
  for (const [path, text] of pages) {
    const step = refreshVendorPage(text, path, { previous: data, today, accept: new Set(accept) })
    problems.push(...step.problems)
    notes.push(...step.notes)
    data = step.data
  }
  return { data, problems, notes }
}
