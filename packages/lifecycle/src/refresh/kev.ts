import { isDay } from '../calendar.ts'
import type { ExploitedRow } from '../rows.ts'
import { field, itemsOf, type Json, textOf } from './json.ts'
import { isVendorInScope, platformsOfProduct } from './products.ts'
import { type Input, type RefreshProblem, type Step, vanished } from './step.ts'

/** Whether this is CISA's catalogue of known exploited vulnerabilities. */
export const isKevCatalogue = (json: Json): boolean =>
  Array.isArray(field(json, 'vulnerabilities')) && textOf(field(json, 'catalogVersion')) !== undefined

const referencesOf = (cve: string, entry: Json): readonly string[] => {
  const links = (textOf(field(entry, 'notes')) ?? '').split(/[;\s]+/).filter((part) => part.startsWith('https://'))
  return links.length > 0 ? links : [`https://nvd.nist.gov/vuln/detail/${cve}`]
}

const rowOf = (entry: Json, known: ExploitedRow | undefined): ExploitedRow | undefined => {
  const [cve, name] = [textOf(field(entry, 'cveID')), textOf(field(entry, 'vulnerabilityName'))]
  const [added, due] = [textOf(field(entry, 'dateAdded')), textOf(field(entry, 'dueDate'))]
  if (cve === undefined || name === undefined || added === undefined || due === undefined) return undefined
  const {
    ransomware: _ransomware,
    references,
    note,
    ...rest
  }: Omit<ExploitedRow, 'added' | 'due'> = known ?? {
    cve,
    name,
    platforms: platformsOfProduct(textOf(field(entry, 'vendorProject')) ?? '', textOf(field(entry, 'product')) ?? ''),
    gate: { feature: 'unknown' as const, basis: 'no source' },
    references: referencesOf(cve, entry),
  }
  const isRansomware = textOf(field(entry, 'knownRansomwareCampaignUse')) === 'Known'
  return {
    ...rest,
    added,
    due,
    ...(isRansomware ? { ransomware: true as const } : {}),
    references,
    ...(note === undefined ? {} : { note }),
  }
}

const earlier = (known: ExploitedRow, row: ExploitedRow): readonly RefreshProblem[] =>
  (['added', 'due'] as const)
    .filter((key) => row[key] < known[key])
    .map((key) => ({
      kind: 'date-earlier',
      id: `date-earlier: ${row.cve} ${key} ${row[key]}`,
      message: `${row.cve} ${key} moves earlier, from ${known[key]} to ${row[key]}`,
    }))

const byNumber = (a: ExploitedRow, b: ExploitedRow): number => {
  const key = ({ cve }: ExploitedRow): number => {
    const [year = 0, number = 0] = cve.slice(4).split('-').map(Number)
    return year * 1e8 + number
  }
  return key(a) - key(b)
}

/** Takes the catalogue's entries for platforms with a release scheme. Gates and affected releases stay as they are. */
export const refreshKev = ({ json, previous, accept }: Input): Step => {
  const problems: RefreshProblem[] = []
  const notes: string[] = []
  const rows = new Map(previous.exploited.map((row) => [row.cve, row]))
  const listed = new Set<string>()
  for (const entry of itemsOf(field(json, 'vulnerabilities'))) {
    const [cve = '', vendor = '', product = ''] = ['cveID', 'vendorProject', 'product'].map((key) =>
      textOf(field(entry, key)),
    )
    listed.add(cve)
    const known = rows.get(cve)
    if (known === undefined && platformsOfProduct(vendor, product).length === 0) {
      if (isVendorInScope(vendor)) notes.push(`${cve}: "${vendor} ${product}" has no release scheme here, not carried`)
      continue
    }
    const row = rowOf(entry, known)
    if (row === undefined) {
      notes.push(`${cve}: the entry lacks a name or a date, not carried`)
      continue
    }
    const against = known === undefined ? [] : earlier(known, row).filter(({ id }) => !accept.has(id))
    problems.push(...against)
    if (against.length > 0) continue
    if (known === undefined) notes.push(`${cve} is new and has no gate yet`)
    rows.set(cve, row)
  }
  const gone = previous.exploited.filter(({ cve }) => !listed.has(cve)).map(({ cve }) => vanished(cve, 'the catalogue'))
  problems.push(...gone.filter(({ id }) => !accept.has(id)))
  const released = textOf(field(json, 'dateReleased'))?.slice(0, 10) ?? ''
  const exploited = isDay(released) ? released : previous.dataAsOf.exploited
  return {
    data: {
      ...previous,
      exploited: [...rows.values()].toSorted(byNumber),
      dataAsOf: { ...previous.dataAsOf, exploited },
    },
    problems,
    notes,
  }
}
