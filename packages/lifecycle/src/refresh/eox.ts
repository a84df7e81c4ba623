import { isDay } from '../calendar.ts'
import { type HardwareRow, type LifecycleRow, type Milestones, milestones } from '../rows.ts'
import { field, itemsOf, type Json, textOf } from './json.ts'
import { type Input, knownMilestones, refusals, type RefreshProblem, type Step } from './step.ts'

/** Whether this is an answer of Cisco's EoX API. */
export const isEoxAnswer = (json: Json): boolean => Array.isArray(field(json, 'EOXRecord'))

const dayOf = (record: Json, key: string): string | undefined => {
  const day = textOf(field(field(record, key), 'value'))
  return day !== undefined && isDay(day) ? day : undefined
}

const milestonesOf = (record: Json): Milestones =>
  knownMilestones({
    endOfSale: dayOf(record, 'EndOfSaleDate'),
    endOfSoftwareMaintenance: dayOf(record, 'EndOfSWMaintenanceReleases'),
    endOfVulnerabilitySupport: dayOf(record, 'EndOfSecurityVulSupportDate'),
    lastDateOfSupport: dayOf(record, 'LastDateOfSupport'),
  })

const isSame = (a: Milestones, b: Milestones): boolean => milestones.every((milestone) => a[milestone] === b[milestone])

const without = (row: HardwareRow, pid: string): readonly HardwareRow[] => {
  const pids = row.pids.filter((one) => one.toUpperCase() !== pid.toUpperCase())
  return pids.length === 0 ? [] : [{ ...row, pids }]
}

/** The row of one product by the vendor's own record: no longer in doubt, and apart from those it stood with. */
const confirmedRow = (row: HardwareRow, pid: string, record: Json, days: Milestones, today: string): HardwareRow => {
  const { unconfirmed: _unconfirmed, confidence: _confidence, other: _other, note: _note, ...rest } = row
  return {
    ...rest,
    pids: [pid],
    milestones: days,
    source: textOf(field(record, 'LinkToProductBulletinURL')) ?? 'Cisco EoX API record',
    via: 'eox-record',
    seen: today,
  }
}

/** Takes the days of the products that the data list by their full number; no others are carried. */
export const refreshEox = ({ json, previous, today, accept }: Input): Step => {
  const problems: RefreshProblem[] = []
  const notes: string[] = []
  let rows: readonly LifecycleRow[] = previous.rows
  for (const record of itemsOf(field(json, 'EOXRecord'))) {
    const pid = textOf(field(record, 'EOLProductID'))?.replace(/(=|\+\+)$/, '')
    const days = milestonesOf(record)
    if (pid === undefined || field(record, 'EOXError') !== undefined || Object.keys(days).length === 0) {
      notes.push(`${textOf(field(record, 'EOXInputValue')) ?? 'a record'}: the answer has no days`)
      continue
    }
    const row = rows.find(
      (one): one is HardwareRow =>
        one.kind === 'hardware' && one.pids.some((own) => own.toUpperCase() === pid.toUpperCase()),
    )
    if (row === undefined) {
      notes.push(`${pid} is not listed, not carried`)
      continue
    }
    if (isSame(row.milestones, days) && row.unconfirmed !== true) continue
    const against = refusals(pid, row.milestones, { ...row.milestones, ...days }, accept)
    problems.push(...against)
    if (against.length > 0) continue
    const renewed = confirmedRow(row, pid, record, { ...row.milestones, ...days }, today)
    rows = rows.flatMap((one) => (one === row ? [renewed, ...without(row, pid)] : [one]))
  }
  return {
    data: { ...previous, rows, dataAsOf: { ...previous.dataAsOf, lifecycle: today } },
    problems,
    notes,
  }
}
