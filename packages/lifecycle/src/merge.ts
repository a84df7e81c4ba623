import intersects from 'semver/ranges/intersects.js'
import { checkRows, type RowProblem } from './check-rows.ts'
import { matchesGlob } from './glob.ts'
import type { HardwareRow, LifecycleData, LifecycleRow, ReleaseRow } from './rows.ts'
import { rowNamesTrain } from './trains.ts'

/** What `--lifecycle-data` names: rows of the same shape as the package's own, checked against `lifecycleSchema`. */
export interface LifecycleOverlay {
  readonly rows: readonly LifecycleRow[]
}

// Above any precedence of the package's own rows, so that a family of the user's wins over a product number here.
const overlayPrecedence = 1000

const coversRelease = (own: ReleaseRow, row: ReleaseRow): boolean =>
  own.platform === row.platform &&
  row.trains.every((train) => own.trains.includes(train) || (!train.includes('*') && rowNamesTrain(own, train))) &&
  (own.range === undefined || (row.range !== undefined && intersects(own.range, row.range))) &&
  (own.hardware === undefined || own.hardware.join(' ') === row.hardware?.join(' '))

const withoutCovered = (row: HardwareRow, own: readonly HardwareRow[]): HardwareRow | undefined => {
  const pids = row.pids.filter((pid) => !own.some((mine) => mine.pids.some((pattern) => matchesGlob(pattern, pid))))
  return pids.length === 0 ? undefined : { ...row, pids }
}

/**
 * The data with the user's rows, which win over those that speak of the same releases or products. Rows with a problem
 * are left out, and the problem is named.
 */
export const mergeLifecycle = (
  data: LifecycleData,
  overlay: LifecycleOverlay,
): { readonly data: LifecycleData; readonly problems: readonly RowProblem[] } => {
  const problems = checkRows(overlay.rows)
  const unsound = new Set(problems.map(({ row }) => row))
  const sound = overlay.rows.filter((row) => !unsound.has(row))
  const releases = sound.filter((row) => row.kind === 'release')
  const hardware = sound.filter((row) => row.kind === 'hardware')
  const kept = data.rows.flatMap((row): readonly LifecycleRow[] => {
    if (row.kind === 'release') return releases.some((own) => coversRelease(own, row)) ? [] : [row]
    const rest = withoutCovered(row, hardware)
    return rest === undefined ? [] : [rest]
  })
  const own = sound.map((row) => (row.kind === 'hardware' ? { precedence: overlayPrecedence, ...row } : row))
  return { data: { ...data, rows: [...own, ...kept] }, problems }
}
