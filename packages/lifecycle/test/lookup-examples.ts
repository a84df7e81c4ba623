import {
  type LifecycleAnswer,
  type LifecycleData,
  type LookupOptions,
  lookupRelease,
  type Milestones,
  type ReleaseQuery,
  type ReleaseRow,
  type SchemeName,
} from '../src/index.ts'

export const row = (
  platform: SchemeName,
  trains: readonly string[],
  milestones: Milestones,
  more: Partial<ReleaseRow> = {},
): ReleaseRow => ({
  kind: 'release',
  platform,
  name: `${platform} ${more.range ?? ''}${trains.join('/')}${more.hardware?.join('') ?? ''}`,
  trains,
  milestones,
  source: 'https://vendor.example/eol',
  seen: '2026-01-01',
  ...more,
})

export const dataOf = (...rows: readonly ReleaseRow[]): LifecycleData => ({
  rows,
  exploited: [],
  provenance: {},
  dataAsOf: { lifecycle: '2026-01-01', exploited: '2026-01-01' },
})

export const look = (
  query: ReleaseQuery,
  rows: readonly ReleaseRow[],
  options: Partial<LookupOptions> = {},
): LifecycleAnswer => lookupRelease(query, { data: dataOf(...rows), today: '2026-11-24', ...options })

export const xe = (train: string, milestones: Milestones, more?: Partial<ReleaseRow>): ReleaseRow =>
  row('iosxe', [train], milestones, more)
