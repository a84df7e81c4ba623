import { platformTitles } from '../answer.ts'
import { isDay } from '../calendar.ts'
import type { SchemeName } from '../release.ts'
import type { LifecycleRow, Milestones, ReleaseRow } from '../rows.ts'
import { field, itemsOf, type Json, textOf } from './json.ts'
import { type Input, knownMilestones, refusals, type RefreshProblem, type Step, vanished } from './step.ts'

const platforms: Readonly<Record<string, SchemeName>> = { 'cisco-ios-xe': 'iosxe', panos: 'panos', 'pan-os': 'panos' }

// Where endoflife.date computes the days from the vendor's policy, and is the second source beside its bulletins.
const computed: ReadonlySet<SchemeName> = new Set(['iosxe'])

const otherName = 'endoflife.date, computed from the policy'

/** Whether this is the answer of endoflife.date about one product. */
export const isEndoflifeProduct = (json: Json): boolean => Array.isArray(field(field(json, 'result'), 'releases'))

const dayOf = (value: Json): string | undefined => {
  const text = textOf(value)
  return text !== undefined && isDay(text) ? text : undefined
}

const milestonesOf = (platform: SchemeName, release: Json): Milestones => {
  const end = dayOf(field(release, 'eolFrom'))
  return knownMilestones({
    endOfSoftwareMaintenance: dayOf(field(release, 'eoasFrom')),
    ...(computed.has(platform) ? { endOfVulnerabilitySupport: end } : { lastDateOfSupport: end }),
  })
}

/** Whether the row's own days, not its second ones, are those of endoflife.date. */
const isOwn = (row: ReleaseRow): boolean => row.via === 'eod' || (row.via === 'eod-iosxe' && row.basis === 'computed')

const isSecond = (row: ReleaseRow): boolean => row.other?.from === otherName

/** The days of a row that endoflife.date may set: its own, its second, or none where another source holds those. */
const slotOf = (row: ReleaseRow): 'milestones' | 'other' | undefined => {
  if (isOwn(row)) return 'milestones'
  return row.other === undefined || isSecond(row) ? 'other' : undefined
}

const findRow = (rows: readonly LifecycleRow[], platform: SchemeName, train: string): ReleaseRow | undefined =>
  rows
    .filter((row) => row.kind === 'release')
    .filter((row) => row.platform === platform && row.trains.includes(train) && row.unconfirmed !== true)
    .find((row) => row.hardware === undefined && row.range === undefined)

const newRow = (platform: SchemeName, release: Json, name: string, source: string, today: string): ReleaseRow => {
  const released = dayOf(field(release, 'releaseDate'))
  return {
    kind: 'release',
    platform,
    name: `${platformTitles[platform]} ${name}`,
    trains: [name],
    ...(released === undefined ? {} : { released }),
    milestones: milestonesOf(platform, release),
    source,
    via: 'eod',
    ...(computed.has(platform) ? { basis: 'computed' as const } : {}),
    seen: today,
  }
}

/** The row with new days, and what speaks against them. */
const renew = (
  row: ReleaseRow,
  days: Milestones,
  { today, accept }: Input,
): { readonly row: ReleaseRow; readonly against: readonly RefreshProblem[] } => {
  const slot = slotOf(row)
  if (slot === undefined) return { row, against: [] }
  if (slot === 'milestones') {
    const after = { ...row.milestones, ...days }
    return {
      row: { ...row, milestones: after, seen: today },
      against: refusals(row.name, row.milestones, after, accept),
    }
  }
  const against = refusals(row.name, row.other?.milestones ?? {}, days, accept)
  return { row: { ...row, other: { milestones: days, from: otherName } }, against }
}

/** Takes the days of one product. Rows from bulletins keep their own; those of endoflife.date stand beside them. */
export const refreshEndoflife = (input: Input): Step => {
  const { json, previous, today, accept } = input
  const result = field(json, 'result')
  const product = textOf(field(result, 'name')) ?? ''
  const platform = platforms[product]
  if (platform === undefined) return { data: previous, problems: [], notes: [`${product}: not carried`] }

  const problems: RefreshProblem[] = []
  const notes: string[] = []
  const added: ReleaseRow[] = []
  const renewed = new Map<LifecycleRow, ReleaseRow>()
  const source = textOf(field(field(result, 'links'), 'html')) ?? `https://endoflife.date/${product}`
  for (const release of itemsOf(field(result, 'releases'))) {
    const name = textOf(field(release, 'name'))
    const days = milestonesOf(platform, release)
    if (name === undefined || Object.keys(days).length === 0) continue
    const known = findRow(previous.rows, platform, name)
    const fresh = known ?? newRow(platform, release, name, source, today)
    const { row, against } =
      known === undefined ? { row: fresh, against: refusals(fresh.name, {}, days, accept) } : renew(known, days, input)
    problems.push(...against)
    if (known !== undefined) renewed.set(known, against.length > 0 ? known : row)
    else if (against.length === 0) {
      added.push(row)
      notes.push(`${row.name} is new`)
    }
  }
  const gone = previous.rows
    .filter((row) => row.kind === 'release')
    .filter((row) => row.platform === platform && (isOwn(row) || isSecond(row)) && !renewed.has(row))
  problems.push(...gone.map((row) => vanished(row.name, `the file of ${product}`)).filter(({ id }) => !accept.has(id)))
  const rows = [...added, ...previous.rows.map((row) => renewed.get(row) ?? row)]
  return { data: { ...previous, rows, dataAsOf: { ...previous.dataAsOf, lifecycle: today } }, problems, notes }
}
