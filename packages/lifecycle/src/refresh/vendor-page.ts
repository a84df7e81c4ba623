import { platformTitles } from '../answer.ts'
import { isDay } from '../calendar.ts'
import type { SchemeName } from '../release.ts'
import type { HardwareRow, LifecycleRow, Milestone, Milestones, ReleaseRow } from '../rows.ts'
import { rowNamesTrain } from '../trains.ts'
import { addressOf, type HtmlTable, tablesOf, titleOf } from './html-tables.ts'
import { type Input, knownMilestones, refusals, type RefreshProblem, type Step } from './step.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `March 31, 2027`, `31-Mar-2027`, `06/23/2025` (month first), `2027-03-31`: a day; else `undefined`. */
export const dayOfText = (text: string): string | undefined => {
  const [, iso] = /\b(\d{4}-\d{2}-\d{2})\b/.exec(text) ?? []
  if (iso !== undefined) return isDay(iso) ? iso : undefined
  const [, month = '', day = '', year = ''] = /\b([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/i.exec(text) ?? []
  const [, day2 = '', month2 = '', year2 = ''] = /\b(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})\b/i.exec(text) ?? []
  const [, month3 = '', day3 = '', year3 = ''] = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? []
  const number = month3 === '' ? months.indexOf((month || month2).toLowerCase()) + 1 : Number(month3)
  const made = `${year || year2 || year3}-${String(number).padStart(2, '0')}-${(day || day2 || day3).padStart(2, '0')}`
  return isDay(made) ? made : undefined
}

/** What the vendors call the milestones; the first that matches. */
const milestoneNames: readonly (readonly [RegExp, Milestone])[] = [
  [/^end[- ]of[- ]sale date/i, 'endOfSale'],
  [/^end of (?:sw|software) maintenance/i, 'endOfSoftwareMaintenance'],
  [/^end of engineering/i, 'endOfSoftwareMaintenance'],
  [/^end of (?:vulnerability|security)/i, 'endOfVulnerabilitySupport'],
  [/^(?:last date of support|end of support)/i, 'lastDateOfSupport'],
]

const milestoneOf = (name: string): Milestone | undefined => milestoneNames.find(([pattern]) => pattern.test(name))?.[1]

/** What a bulletin's table of milestones says: one milestone a row, its day in the last cell. */
const bulletinDays = (table: HtmlTable): Milestones => {
  const days: { -readonly [M in Milestone]?: string } = {}
  for (const cells of table) {
    const milestone = milestoneOf(cells[0] ?? '')
    const day = dayOfText(cells.at(-1) ?? '')
    // Hardware comes before software where both have a day: the later counts.
    if (milestone !== undefined && day !== undefined && day > (days[milestone] ?? '')) days[milestone] = day
  }
  return knownMilestones(days)
}

const titles: readonly (readonly [RegExp, SchemeName])[] = [
  [/\bIOS[ -]XE\b(?: Software)?(?: Release)?,? (\d+\.\d+)/i, 'iosxe'],
  [/\bIOS[ -]XR\b(?: Software)?(?: Release)?,? (\d+\.\d+)/i, 'iosxr'],
  [/\bNX-OS\b(?: Software)?(?: Release)?,? (\d+\.\d+)/i, 'nxos'],
  [/\b(?:Adaptive Security Appliance|ASA)\b(?: \(?ASA\)?)?(?: Software)?(?: Release)?,? (\d+\.\d+)/i, 'asa'],
  [/\bIOS\b(?: Software)?(?: Release)?,? (\d+\.\d+[A-Z]+)\b/, 'ios'],
]

/** One release and its days. */
interface ReleaseDays {
  readonly platform: SchemeName
  readonly train: string
  readonly days: Milestones
}

/** Juniper's table of releases: a release a row, the milestones in the columns. */
const releaseTable = (table: HtmlTable): readonly ReleaseDays[] => {
  const head = table[0] ?? []
  const columns = head.map(milestoneOf)
  if (!columns.includes('lastDateOfSupport')) return []
  return table.slice(1).flatMap((cells) => {
    const [, train] = /^(?:Junos(?: OS)? )?(\d+\.\d+(?:X\d+)?)$/i.exec(cells[0] ?? '') ?? []
    const days = Object.fromEntries(
      columns.flatMap((milestone, column) => {
        const day = dayOfText(cells[column] ?? '')
        return milestone === undefined || day === undefined ? [] : [[milestone, day]]
      }),
    )
    return train === undefined || Object.keys(days).length === 0 ? [] : [{ platform: 'junos' as const, train, days }]
  })
}

const find = (rows: readonly LifecycleRow[], { platform, train }: ReleaseDays): ReleaseRow | undefined =>
  rows.find(
    (row): row is ReleaseRow =>
      row.kind === 'release' &&
      row.platform === platform &&
      row.hardware === undefined &&
      row.range === undefined &&
      row.unconfirmed !== true &&
      rowNamesTrain(row, train),
  )

/** Product numbers of a bulletin: those of its tables that the data list by their full number. */
const listedProducts = (tables: readonly HtmlTable[], rows: readonly LifecycleRow[]): readonly HardwareRow[] => {
  const written = new Set(tables.flat(2).map((cell) => cell.replace(/(=|\+\+)$/, '').toUpperCase()))
  return rows.filter(
    (row): row is HardwareRow => row.kind === 'hardware' && row.pids.every((pid) => written.has(pid.toUpperCase())),
  )
}

/** Takes the days of a saved vendor page: a Cisco bulletin, or Juniper's table of Junos releases. */
export const refreshVendorPage = (
  html: string,
  path: string,
  { previous, today, accept }: Omit<Input, 'json'>,
): Step => {
  const tables = tablesOf(html)
  const source = addressOf(html) ?? path
  const days = tables.map(bulletinDays).find((found) => found.lastDateOfSupport !== undefined)
  const title = titleOf(html)
  const named = titles
    .map(([pattern, platform]) => ({ platform, train: pattern.exec(title)?.[1] }))
    .find(({ train }) => train !== undefined)
  const releases: readonly ReleaseDays[] = [
    ...(days !== undefined && named?.train !== undefined
      ? [{ platform: named.platform, train: named.train, days }]
      : []),
    ...tables.flatMap(releaseTable),
  ]
  const products = days !== undefined && named === undefined ? listedProducts(tables, previous.rows) : []
  const problems: RefreshProblem[] = []
  const notes: string[] = []
  const added: ReleaseRow[] = []
  const renewed = new Map<LifecycleRow, LifecycleRow>()
  const renew = (row: LifecycleRow, after: Milestones): void => {
    const { unconfirmed: _unconfirmed, confidence: _confidence, basis: _basis, via: _via, ...rest } = row
    const merged = { ...row.milestones, ...after }
    const against = refusals(row.name, row.milestones, merged, accept)
    problems.push(...against)
    if (against.length === 0) renewed.set(row, { ...rest, milestones: merged, source, seen: today })
  }
  for (const release of releases) {
    const known = find(previous.rows, release)
    if (known !== undefined) {
      renew(known, release.days)
      continue
    }
    const name = `${platformTitles[release.platform]} ${release.train}`
    const against = refusals(name, {}, release.days, accept)
    problems.push(...against)
    if (against.length > 0) continue
    const { platform, train } = release
    added.push({ kind: 'release', platform, name, trains: [train], milestones: release.days, source, seen: today })
    notes.push(`${name} is new`)
  }
  for (const row of products) renew(row, days ?? {})
  if (releases.length === 0 && products.length === 0)
    problems.push({
      kind: 'unknown-file',
      id: `unknown-file: ${path}`,
      message: `${path} has no table of milestones for a release or a product that is listed`,
    })
  const rows = [...added, ...previous.rows.map((row) => renewed.get(row) ?? row)]
  const lifecycle = renewed.size + added.length > 0 ? today : previous.dataAsOf.lifecycle
  return { data: { ...previous, rows, dataAsOf: { ...previous.dataAsOf, lifecycle } }, problems, notes }
}
