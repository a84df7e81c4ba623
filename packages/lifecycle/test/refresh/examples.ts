import { refresh, type Refreshed } from '../../src/index.ts'
import type { ExploitedRow, HardwareRow, LifecycleData, ReleaseRow } from '../../src/index.ts'

export const today = '2026-12-01'

export const xe = (train: string, more: Partial<ReleaseRow> = {}): ReleaseRow => ({
  kind: 'release',
  platform: 'iosxe',
  name: `IOS XE ${train}`,
  trains: [train],
  milestones: { endOfVulnerabilitySupport: '2026-09-30' },
  source: 'https://vendor.example/bulletin',
  seen: '2025-10-31',
  ...more,
})

export const switches: HardwareRow = {
  kind: 'hardware',
  vendor: 'Cisco',
  name: 'Catalyst 9500',
  pids: ['C9500-12Q', 'C9500-40X'],
  milestones: { endOfSale: '2024-04-30', lastDateOfSupport: '2029-04-30' },
  source: 'https://vendor.example/bulletin',
  confidence: 'medium',
  seen: '2024-11-09',
  unconfirmed: true,
}

export const webUi: ExploitedRow = {
  cve: 'CVE-2023-20198',
  name: 'Cisco IOS XE Web UI Privilege Escalation Vulnerability',
  platforms: ['iosxe'],
  gate: { feature: 'web-ui', any: ['^ip http server$'], basis: 'cve-record' },
  affected: { iosxe: { listed: ['17.9.1 17.9.4'], firstFixed: { '17.9': ['17.9.4a'] } } },
  added: '2023-10-16',
  due: '2023-10-20',
  references: ['https://nvd.nist.gov/vuln/detail/CVE-2023-20198'],
}

export const dataOf = (more: Partial<LifecycleData> = {}): LifecycleData => ({
  rows: [],
  exploited: [],
  provenance: {},
  dataAsOf: { lifecycle: '2026-01-01', exploited: '2026-01-01' },
  ...more,
})

export const run = (json: unknown, previous: LifecycleData, accept: readonly string[] = []): Refreshed =>
  refresh(new Map([['input.json', JSON.stringify(json)]]), previous, { today, accept })

export const ids = ({ problems }: Refreshed): readonly string[] => problems.map(({ id }) => id)
