import { expect, test } from 'vitest'
import { type LifecycleData, refresh, type Refreshed } from '../../src/index.ts'
import { dayOfText } from '../../src/refresh/vendor-page.ts'
import { dataOf, switches, today, xe } from './examples.ts'

const bulletin = (title: string, rows: readonly (readonly string[])[]): string =>
  [
    '<!DOCTYPE html><html><head>',
    `<title>End-of-Sale and End-of-Life Announcement for the ${title} - Cisco</title>`,
    '<link rel="canonical" href="https://vendor.example/bulletin.html">',
    '</head><body><table class="x"><tbody>',
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td colspan="1"><p>${cell}</p></td>`).join('')}</tr>`),
    '</tbody></table></body></html>',
  ].join('\n')

const milestones = (vulnerability: string): readonly (readonly string[])[] => [
  ['Milestone', 'Definition', 'Date'],
  ['End-of-Life Announcement Date', 'The date the document is distributed.', 'March 31, 2024'],
  ['End-of-Sale Date: App. SW', 'The last date to order.', 'September 30, 2024'],
  ['End of SW Maintenance Releases Date: App. SW', 'The last date of maintenance.', 'March&nbsp;31, 2026'],
  ['End of Vulnerability/Security Support: App. SW', 'The last date of fixes.', vulnerability],
  ['Last Date of Support: App. SW', 'The last date of service.', 'March 31, 2028'],
]

const read = (text: string, previous: LifecycleData): Refreshed =>
  refresh(new Map([['page.html', text]]), previous, { today })

test.each([
  ['March 31, 2027', '2027-03-31'],
  ['Sept. 1, 2027', '2027-09-01'],
  ['31-Mar-2027', '2027-03-31'],
  ['06/23/2025', '2025-06-23'],
  ['2027-03-31', '2027-03-31'],
  ['February 30, 2027', undefined],
  ['to be announced', undefined],
])('%s is %s', (text, day) => {
  expect(dayOfText(text)).toBe(day)
})

test('a bulletin of a release renews its row, and adds one that is new', () => {
  const { data, problems, notes } = read(
    bulletin('Cisco IOS XE 17.9.x', milestones('March 31, 2027')),
    dataOf({ rows: [xe('17.9', { via: 'eod-iosxe', basis: 'computed' })] }),
  )
  expect([problems, notes]).toEqual([[], []])
  expect(data.rows).toEqual([
    {
      kind: 'release',
      platform: 'iosxe',
      name: 'IOS XE 17.9',
      trains: ['17.9'],
      milestones: {
        endOfVulnerabilitySupport: '2027-03-31',
        endOfSale: '2024-09-30',
        endOfSoftwareMaintenance: '2026-03-31',
        lastDateOfSupport: '2028-03-31',
      },
      source: 'https://vendor.example/bulletin.html',
      seen: today,
    },
  ])
  expect(data.dataAsOf.lifecycle).toBe(today)
  expect(read(bulletin('Cisco IOS XE 17.20.x', milestones('March 31, 2027')), dataOf()).notes).toEqual([
    'IOS XE 17.20 is new',
  ])
})

test('a day that moves earlier, and milestones out of order, are refused', () => {
  const previous = dataOf({ rows: [xe('17.9')] })
  const earlier = read(bulletin('Cisco IOS XE 17.9.x', milestones('June 30, 2026')), previous)
  expect(earlier.problems.map(({ id }) => id)).toEqual([
    'date-earlier: IOS XE 17.9 endOfVulnerabilitySupport 2026-06-30',
  ])
  expect(earlier.data.rows).toEqual(previous.rows)
  const disorder = read(bulletin('Cisco IOS XE 17.9.x', milestones('June 30, 2029')), previous)
  expect(disorder.problems.map(({ kind }) => kind)).toEqual(['out-of-order'])
})

test('a bulletin of hardware renews the rows whose products it lists', () => {
  const { data, problems } = read(
    bulletin('Cisco Catalyst 9500 Series', [
      ...milestones('March 31, 2027'),
      ['C9500-12Q', 'Catalyst 9500 12-port', 'C9500-48Y4C'],
      ['C9500-40X=', 'Catalyst 9500 40-port', 'C9500-48Y4C'],
    ])
      .replace('September 30, 2024', 'October 31, 2024')
      .replace('March 31, 2028', 'April 30, 2029'),
    dataOf({ rows: [switches] }),
  )
  expect(problems).toEqual([])
  expect(data.rows).toMatchObject([
    { name: 'Catalyst 9500', milestones: { endOfSale: '2024-10-31', lastDateOfSupport: '2029-04-30' }, seen: today },
  ])
  expect(data.rows[0]?.unconfirmed).toBeUndefined()
})

test("Juniper's table of releases", () => {
  const page = `<!doctype html><title>Junos OS Dates</title><table>
    <tr><th>Product</th><th>FRS Date</th><th>End of Engineering</th><th>End of Support</th></tr>
    <tr><td>Junos OS 24.2</td><td>06/26/2024</td><td>06/26/2027</td><td>12/26/2027</td></tr>
    <tr><td>Something else</td><td></td><td>06/26/2027</td><td>12/26/2027</td></tr></table>`
  expect(read(page, dataOf()).data.rows).toMatchObject([
    {
      platform: 'junos',
      trains: ['24.2'],
      milestones: { endOfSoftwareMaintenance: '2027-06-26', lastDateOfSupport: '2027-12-26' },
      source: 'page.html',
    },
  ])
})

test('a page without such a table is named; the data stay', () => {
  const previous = dataOf({ rows: [xe('17.9')] })
  const { data, problems } = read('<html><p>nothing</p></html>', previous)
  expect(data).toEqual(previous)
  expect(problems.map(({ id }) => id)).toEqual(['unknown-file: page.html'])
})

test('a page of open tags is read in no time worth telling', () => {
  const { problems } = read(`<html>${'<table><tr><td '.repeat(50_000)}`, dataOf())
  expect(problems).toHaveLength(1)
})
