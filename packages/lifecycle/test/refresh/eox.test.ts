import { describe, expect, test } from 'vitest'
import { dataOf, ids, run, switches, today } from './examples.ts'

describe("Cisco's EoX API", () => {
  const day = (value: string): object => ({ value, dateFormat: 'YYYY-MM-DD' })
  const answer = (EOLProductID: string, sale: string, support: string, more: object = {}): object => ({
    PaginationResponseRecord: { PageIndex: 1, LastIndex: 1, TotalRecords: 1, PageRecords: 1 },
    EOXRecord: [
      {
        EOLProductID,
        LinkToProductBulletinURL: 'https://vendor.example/eox',
        EndOfSaleDate: day(sale),
        EndOfSWMaintenanceReleases: day(''),
        EndOfSecurityVulSupportDate: day(' '),
        LastDateOfSupport: day(support),
        EOXInputType: 'ShowEOXByPids',
        EOXInputValue: EOLProductID,
        ...more,
      },
    ],
  })
  const previous = dataOf({ rows: [switches] })

  test("the vendor's word takes a product out of doubt, and apart from the others of its row", () => {
    const { data, problems } = run(answer('C9500-40X=', '2024-04-30', '2029-04-30'), previous)
    expect(problems).toEqual([])
    expect(data.rows).toEqual([
      {
        kind: 'hardware',
        vendor: 'Cisco',
        name: 'Catalyst 9500',
        pids: ['C9500-40X'],
        milestones: { endOfSale: '2024-04-30', lastDateOfSupport: '2029-04-30' },
        source: 'https://vendor.example/eox',
        via: 'eox-record',
        seen: today,
      },
      { ...switches, pids: ['C9500-12Q'] },
    ])
  })

  test('the same days of a confirmed row change nothing', () => {
    const { unconfirmed: _unconfirmed, ...confirmed } = switches
    const { data } = run(answer('C9500-40X', '2024-04-30', '2029-04-30'), dataOf({ rows: [confirmed] }))
    expect(data.rows).toEqual([confirmed])
  })

  test('refused: an earlier day, and a wrong order', () => {
    expect(ids(run(answer('C9500-40X', '2024-04-30', '2028-04-30'), previous))).toEqual([
      'date-earlier: C9500-40X lastDateOfSupport 2028-04-30',
    ])
    const disorder = run(answer('C9500-40X', '2030-04-30', '2029-04-30'), previous)
    expect([ids(disorder), disorder.data.rows]).toEqual([['out-of-order: C9500-40X'], previous.rows])
  })

  test('products that are not listed, and answers without days, are not carried', () => {
    expect(run(answer('C9600-X', '2024-04-30', '2029-04-30'), previous).notes).toEqual([
      'C9600-X is not listed, not carried',
    ])
    const error = { EOXError: { ErrorID: 'SSA_ERR_026', ErrorDescription: 'EOX information does not exist' } }
    expect(run(answer('C9500-40X', '', '', error), previous)).toMatchObject({
      notes: ['C9500-40X: the answer has no days'],
      data: { rows: previous.rows },
    })
  })
})
