import { describe, expect, test } from 'vitest'
import { dataOf, ids, run, webUi } from './examples.ts'

describe('the KEV catalogue', () => {
  const entry = (cveID: string, product: string, more: object = {}): object => ({
    cveID,
    vendorProject: 'Cisco',
    product,
    vulnerabilityName: `${product} Flaw`,
    dateAdded: '2023-10-16',
    shortDescription: 'text',
    requiredAction: 'text',
    dueDate: '2023-10-20',
    knownRansomwareCampaignUse: 'Unknown',
    notes: 'https://vendor.example/a;  https://nvd.nist.gov/vuln/detail/x',
    cwes: ['CWE-20'],
    ...more,
  })
  const catalogue = (...vulnerabilities: readonly object[]): object => ({
    title: 'CISA Catalog of Known Exploited Vulnerabilities',
    catalogVersion: '2026.11.30',
    dateReleased: '2026-11-30T17:00:00.0000Z',
    count: vulnerabilities.length,
    vulnerabilities,
  })
  const same = entry('CVE-2023-20198', 'IOS XE Web UI')

  test('a new entry comes without a gate, the known keep theirs', () => {
    const { data, problems, notes } = run(
      catalogue(same, entry('CVE-2026-0002', 'IOS XR', { knownRansomwareCampaignUse: 'Known' })),
      dataOf({ exploited: [webUi] }),
    )
    expect(problems).toEqual([])
    expect(notes).toEqual(['CVE-2026-0002 is new and has no gate yet'])
    expect(data.dataAsOf.exploited).toBe('2026-11-30')
    expect(data.exploited).toEqual([
      webUi,
      {
        cve: 'CVE-2026-0002',
        name: 'IOS XR Flaw',
        platforms: ['iosxr'],
        gate: { feature: 'unknown', basis: 'no source' },
        added: '2023-10-16',
        due: '2023-10-20',
        ransomware: true,
        references: ['https://vendor.example/a', 'https://nvd.nist.gov/vuln/detail/x'],
      },
    ])
  })

  test('products without a release scheme are named, other vendors passed over', () => {
    const { data, notes } = run(
      catalogue(
        same,
        entry('CVE-2026-1', 'Small Business RV160'),
        entry('CVE-2026-2', 'Widget', { vendorProject: 'Acme' }),
      ),
      dataOf({ exploited: [webUi] }),
    )
    expect(data.exploited).toEqual([webUi])
    expect(notes).toEqual(['CVE-2026-1: "Cisco Small Business RV160" has no release scheme here, not carried'])
  })

  test.each([
    ['IOS and IOS XE Software', ['ios', 'iosxe']],
    ['IOS Software and Cisco IOS XE Software', ['ios', 'iosxe']],
    ['IOS, XR, and XE Software', ['ios', 'iosxe', 'iosxr']],
    ['IOS', ['ios']],
    ['IOS software', ['ios']],
    ['IOS XE Software', ['iosxe']],
    ['Cisco IOS XE Web UI', ['iosxe']],
    ['NX-OS', ['nxos']],
    ['Adaptive Security Appliance (ASA) and Firepower Threat Defense (FTD)', ['asa']],
    ['Catalyst 6800 Series Switches', ['ios']],
  ])('%s', (product, platforms) => {
    expect(run(catalogue(entry('CVE-2026-0002', product)), dataOf()).data.exploited[0]?.platforms).toEqual(platforms)
  })

  test('refused: an entry that vanishes, a day that moves earlier', () => {
    const previous = dataOf({ exploited: [webUi, { ...webUi, cve: 'CVE-2023-20273' }] })
    const refreshed = run(catalogue(entry('CVE-2023-20198', 'IOS XE Web UI', { dueDate: '2023-10-19' })), previous)
    expect(refreshed.data.exploited).toEqual(previous.exploited)
    expect(ids(refreshed)).toEqual(['date-earlier: CVE-2023-20198 due 2023-10-19', 'row-vanished: CVE-2023-20273'])
    expect(run(catalogue(same), previous, ['row-vanished: CVE-2023-20273']).problems).toEqual([])
  })
})
