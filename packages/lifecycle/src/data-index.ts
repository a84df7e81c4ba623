import { fixedLength, fixedStart } from './glob.ts'
import type { SchemeName } from './release.ts'
import type { HardwareRow, LifecycleData, LifecycleRow, ReleaseRow } from './rows.ts'

/** A pattern for product numbers, and the row that has it. */
export interface HardwarePattern {
  readonly row: HardwareRow
  readonly pattern: string
  /** What stands before its first `*`, in lower case. */
  readonly fixed: string
  /** The higher wins. */
  readonly rank: number
}

/** Rows filed by what they are looked up by. */
export interface DataIndex {
  readonly releases: ReadonlyMap<SchemeName, readonly ReleaseRow[]>
  /** By the first letters of their patterns, in lower case; `''` holds patterns that begin with less. */
  readonly hardware: ReadonlyMap<string, readonly HardwarePattern[]>
}

const LETTERS = 2

/** Where patterns that can match a product number are filed. */
export const hardwareKeys = (pid: string): readonly string[] => [pid.slice(0, LETTERS).toLowerCase(), '']

const push = <K, V>(to: Map<K, V[]>, key: K, value: V): void => {
  const list = to.get(key)
  if (list === undefined) to.set(key, [value])
  else list.push(value)
}

const makeIndex = (rows: readonly LifecycleRow[]): DataIndex => {
  const releases = new Map<SchemeName, ReleaseRow[]>()
  const hardware = new Map<string, HardwarePattern[]>()
  for (const row of rows) {
    if (row.kind === 'release') {
      push(releases, row.platform, row)
      continue
    }
    for (const pattern of row.pids) {
      const start = fixedStart(pattern)
      const fixed = pattern.replace(/\*.*$/, '').toLowerCase()
      const rank = (row.precedence ?? 0) * 1000 + fixedLength(pattern)
      push(hardware, start.length < LETTERS ? '' : start.slice(0, LETTERS), { row, pattern, fixed, rank })
    }
  }
  return { releases, hardware }
}

interface Indexes {
  confirmed?: DataIndex
  all?: DataIndex
}

const known = new WeakMap<readonly LifecycleRow[], Indexes>()

/** The index of the data, made when it is first asked for. Data are values: rows that are changed are not seen. */
export const indexOf = ({ rows }: Pick<LifecycleData, 'rows'>, unconfirmed: boolean): DataIndex => {
  const indexes = known.get(rows) ?? {}
  known.set(rows, indexes)
  if (unconfirmed) return (indexes.all ??= makeIndex(rows))
  return (indexes.confirmed ??= makeIndex(rows.filter((row) => row.unconfirmed !== true)))
}
