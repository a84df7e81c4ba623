import { describe, expect, test } from 'vitest'
import { refresh, printLifecycle } from '../../src/index.ts'
import { dataOf, today, webUi, xe } from './examples.ts'

describe('files', () => {
  test('what is no JSON, and what is of no known kind, is named; the data stay', () => {
    const previous = dataOf({ rows: [xe('17.9')] })
    const files = new Map([
      ['b.json', '{"hello": "world"}'],
      ['a.json', '{'],
    ])
    const { data, problems } = refresh(files, previous, { today })
    expect(data).toEqual(previous)
    expect(problems.map(({ id }) => id)).toEqual(['unreadable: a.json', 'unknown-file: b.json'])
  })

  test('nothing to read changes nothing', () => {
    const previous = dataOf({ rows: [xe('17.9')], exploited: [webUi] })
    expect(refresh(new Map(), previous, { today })).toEqual({ data: previous, problems: [], notes: [] })
  })
})

test('the catalogue is read before the records, whatever the names of the files', () => {
  const files = new Map([
    [
      'a.json',
      JSON.stringify({
        dataType: 'CVE_RECORD',
        cveMetadata: { cveId: 'CVE-2026-0002' },
        containers: {
          cna: {
            affected: [
              {
                vendor: 'Cisco',
                product: 'Cisco NX-OS Software',
                versions: [{ version: '9.3(8)', status: 'affected' }],
              },
            ],
          },
        },
      }),
    ],
    [
      'b.json',
      JSON.stringify({
        catalogVersion: '2026.11.30',
        vulnerabilities: [
          {
            cveID: 'CVE-2026-0002',
            vendorProject: 'Cisco',
            product: 'NX-OS',
            vulnerabilityName: 'x',
            dateAdded: '2026-11-30',
            dueDate: '2026-12-21',
          },
        ],
      }),
    ],
  ])
  const { data } = refresh(files, dataOf(), { today })
  expect(data.exploited).toMatchObject([{ cve: 'CVE-2026-0002', affected: { nxos: { listed: ['9.3(8)'] } } }])
  expect(printLifecycle(data).get('affected.ts')).toContain("  'CVE-2026-0002 nxos': [\n    '9.3(8)',\n  ],\n")
})
