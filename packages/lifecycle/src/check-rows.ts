import validRange from 'semver/ranges/valid.js'
import { isDay } from './calendar.ts'
import { type LifecycleRow, type Milestones, milestones } from './rows.ts'

/** What names a row, for messages and to recognise it again: no two rows of one list share it. */
export const keysOfRow = (row: LifecycleRow): readonly string[] =>
  row.kind === 'hardware'
    ? row.pids.map((pid) => `hardware ${pid.toUpperCase()}`)
    : row.trains.map((train) =>
        [row.platform, train, row.range ?? '', row.hardware?.join(' ') ?? ''].filter((part) => part !== '').join(' '),
      )

/** The first pair of milestones that stand in the wrong order. */
export const misordered = (days: Milestones): string | undefined => {
  const known = milestones.flatMap((milestone) => {
    const day = days[milestone]
    return day === undefined ? [] : [{ milestone, day }]
  })
  const index = known.findIndex(({ day }, position) => day < (known[position - 1]?.day ?? ''))
  const [before, after] = [known[index - 1], known[index]]
  return before === undefined || after === undefined
    ? undefined
    : `${after.milestone} ${after.day} lies before ${before.milestone} ${before.day}`
}

const daysOf = (row: LifecycleRow): readonly string[] => [
  ...Object.values(row.milestones),
  ...Object.values(row.other?.milestones ?? {}),
  ...(row.endedBy === undefined ? [] : [row.endedBy]),
  row.seen,
]

const problemsOf = (row: LifecycleRow): readonly string[] => [
  ...daysOf(row)
    .filter((day) => !isDay(day))
    .map((day) => `"${day}" is no day`),
  ...[row.milestones, row.other?.milestones ?? {}].map(misordered).filter((problem) => problem !== undefined),
  ...(row.source === '' ? ['has no source'] : []),
  ...(row.kind === 'release' && row.range !== undefined && validRange(row.range) === null
    ? [`"${row.range}" is no range`]
    : []),
  ...(Object.keys(row.milestones).length === 0 && row.endedBy === undefined ? ['has no milestone'] : []),
]

/** Something wrong with one row. */
export interface RowProblem {
  readonly row: LifecycleRow
  readonly message: string
}

/** What is wrong with rows beyond what their schema can say: order, days, ranges, sources, and rows said twice. */
export const checkRows = (rows: readonly LifecycleRow[]): readonly RowProblem[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const twice: string[] = []
    for (const key of keysOfRow(row)) {
      if (seen.has(key)) twice.push(`${key} stands twice`)
      seen.add(key)
    }
    return [...problemsOf(row).map((problem) => `${row.name}: ${problem}`), ...twice].map((message) => ({
      row,
      message,
    }))
  })
}
