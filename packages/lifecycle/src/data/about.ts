// Written by the refresh command, one row a line; see the README before changing it by hand.
import type { LifecycleData } from '../rows.ts'

export const dataAsOf: LifecycleData['dataAsOf'] = { lifecycle: '2026-11-22', exploited: '2026-08-21' }

export const provenance: LifecycleData['provenance'] = {
  'eod': { title: 'endoflife.date, product pages of 2026-08-22 (commit a70eca337600)', licence: 'MIT, endoflife.date contributors' },
  'eod-iosxe': { title: 'endoflife.date, the IOS XE page as typed from the bulletins in 2025 (commits f15aaa87a and dc1fdae5c~1)', licence: 'MIT, endoflife.date contributors' },
  'eod-nxos': { title: 'endoflife.date, proposed NX-OS page of 2026-06-01 (commit cca52d8bc, not merged)', licence: 'MIT, endoflife.date contributors' },
  'eod-ios': { title: 'endoflife.date, proposed IOS page of 2026-06-01 (commit 5821d325c, not merged)', licence: 'MIT, endoflife.date contributors' },
  'eod-hardware': { title: 'endoflife.date, proposed Cisco hardware page of 2024-02-27 (commit a933b8bf, not merged)', licence: 'MIT, endoflife.date contributors' },
  'eod-hardware-glob': { title: 'generalised from the product numbers of eod-hardware that share one bulletin', licence: 'MIT, endoflife.date contributors' },
  'bulletin-copy': { title: 'mechanical copy of the cisco.com bulletins of 2024-11-09 (r00tmebaby/Cisco-Support-API app/data/eol_data.tar.gz, commit 3cc3ae962800)', licence: 'MIT' },
  'junoscriptorium': { title: 'Juniper/junoscriptorium eol-scanner.slax (commit e089f5ffb380), data of 2011-07-28', licence: 'Apache-2.0' },
  'scanner': { title: 'public copies of end-of-life scanner checks of spring 2021; only the dates, which Juniper and Cisco publish', licence: 'dates only' },
  'bulletin-table': { title: 'table of Cisco hardware with bulletin number and page per row, reviewed 2026-07-30', licence: 'dates only' },
  'os-lookup': { title: 'jibinge0rge/OS-Health-Check _data/eol_lookup.csv, July 2026', licence: 'dates only' },
  'os-lookup-scrape': { title: 'jibinge0rge/OS-Health-Check _data/eol_lookup_evidence.json of 2026-08-02, a scrape of the vendor\'s own table', licence: 'dates only' },
  'model-table': { title: 'inventory script with a table per model and the bulletin page beside each line', licence: 'dates only' },
  'nexus-notes': { title: 'reference note on Nexus hardware of August 2026, each date with its bulletin', licence: 'dates only' },
  'eox-dump': { title: 'Cisco EoX API record in public test data (hoelsner/product-database, commit c649569fb82b)', licence: 'MIT' },
  'eox-record': { title: 'Cisco EoX API record in a public repository', licence: 'dates only' },
  'eox-cisco': { title: 'The-ultimate-DS/EOX_Cisco results of May 2025 (commit 021c73e3cdd8)', licence: 'dates only' },
  'migration-options': { title: 'NetworkWizkid/Cisco-EOL-Device-Migration-Options of March 2025 (commit c58e214096f5)', licence: 'MIT' },
  'same-bulletin': { title: 'another product number of the same bulletin', licence: 'dates only' },
  'mock-record': { title: 'asset record in a demonstration user interface', licence: 'dates only' },
  'newsletters': { title: 'newsletters of an Arista team in a public repository', licence: 'dates only' },
  'brief': { title: 'brief of a third party, which did not read the notice itself', licence: 'dates only' },
  'policy': { title: 'computed from the day of publication and the vendor\'s policy', licence: 'dates only' },
  'memory': { title: 'from memory, no source found', licence: 'none' },
  'kev': { title: 'CISA Known Exploited Vulnerabilities catalogue, version 2026.08.21', licence: 'CC0-1.0' },
  'vulnrichment': { title: 'CNA containers in cisagov/vulnrichment (commit b0ed758328f4, 2024-10-24)', licence: 'CC0-1.0' },
  'cvelist': { title: 'single records of CVEProject/cvelistV5', licence: 'CVE terms of use' },
}
