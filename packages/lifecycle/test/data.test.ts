import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import {
  checkRows,
  dataAge,
  exploitedSchema,
  gateFeatures,
  lifecycleSchema,
  loadLifecycle,
  lookupExploited,
  lookupHardware,
  lookupRelease,
  parseRelease,
  printLifecycle,
  printSources,
  type SchemeName,
} from '../src/index.ts'

const all = await loadLifecycle({ unconfirmed: true })
const confirmed = await loadLifecycle()
const today = '2026-11-24'

describe('the rows', () => {
  test('follow their schemas', () => {
    const ajv = new Ajv({ allErrors: true, strict: true })
    const errorsOf = (schema: object, value: unknown): unknown => (ajv.validate(schema, value) ? [] : ajv.errors)
    expect(errorsOf(lifecycleSchema, { rows: all.rows })).toEqual([])
    expect(errorsOf(exploitedSchema, all.exploited)).toEqual([])
  })

  test.each([
    ['no source', { kind: 'hardware', vendor: 'a', name: 'b', pids: ['c'], milestones: {}, seen: '2026-01-01' }],
    [
      'no day',
      {
        kind: 'hardware',
        vendor: 'a',
        name: 'b',
        pids: ['c'],
        milestones: { endOfSale: 'soon' },
        source: 'd',
        seen: '2026-01-01',
      },
    ],
    [
      'no platform',
      { kind: 'release', platform: 'vms', name: 'b', trains: ['c'], milestones: {}, source: 'd', seen: '2026-01-01' },
    ],
    [
      'a word too much',
      {
        kind: 'release',
        platform: 'ios',
        name: 'b',
        trains: ['c'],
        milestones: {},
        source: 'd',
        seen: '2026-01-01',
        x: 1,
      },
    ],
  ])('the schema refuses %s', (_what, row) => {
    expect(new Ajv({ strict: true }).validate(lifecycleSchema, { rows: [row] })).toBe(false)
  })

  test('have days in order, a source each, and none stands twice', () => {
    expect(checkRows(confirmed.rows)).toEqual([])
    expect(checkRows(all.rows.filter((row) => row.unconfirmed === true))).toEqual([])
  })

  test('come from a known provenance, and from no day after the data', () => {
    const days = all.rows.map(({ seen }) => seen)
    expect(days.filter((day) => day > all.dataAsOf.lifecycle)).toEqual([])
    const keys = all.rows.flatMap(({ via }) => via ?? [])
    expect(keys.filter((key) => !(key in all.provenance))).toEqual([])
  })

  test('unconfirmed rows are a file of their own, off by default', () => {
    expect(confirmed.rows.filter((row) => row.unconfirmed === true)).toEqual([])
    expect(all.rows.length).toBeGreaterThan(confirmed.rows.length)
    expect(all.rows.filter(({ via }) => via === 'memory').every((row) => row.unconfirmed === true)).toBe(true)
  })

  test('of exploited vulnerabilities stand once, and name releases that parse', () => {
    expect(new Set(all.exploited.map(({ cve }) => cve)).size).toBe(all.exploited.length)
    const bad = all.exploited.flatMap(({ affected }) =>
      Object.entries(affected ?? {}).flatMap(([platform, { listed = [], firstFixed = {}, exceptions = [] }]) =>
        [
          ...listed.flatMap((train) => train.split(' ')),
          ...Object.values(firstFixed).flat(),
          ...exceptions.flatMap(({ fixedIn }) => fixedIn),
        ].filter((text) => parseRelease(platform as SchemeName, text) === undefined),
      ),
    )
    expect(bad).toEqual([])
  })

  test('of exploited vulnerabilities have gates that are regular expressions', () => {
    const patterns = all.exploited.flatMap(({ gate }) => [
      ...(gate.any ?? []),
      ...(gate.all ?? []),
      ...(gate.none ?? []),
    ])
    for (const pattern of patterns) expect(() => new RegExp(pattern)).not.toThrow()
    expect(all.exploited.filter(({ gate }) => !gateFeatures.includes(gate.feature))).toEqual([])
  })

  test('on disk are what the printer prints', () => {
    for (const [path, text] of printLifecycle(all)) {
      expect(readFileSync(new URL(`../src/data/${path}`, import.meta.url), 'utf8')).toBe(text)
    }
  })

  test('hold no place or tool of the desk they were made on', () => {
    const text = [...printLifecycle(all).values()].join('\n')
    expect(text.match(/\/(work|tmp|home)\/|read_file|find_string|index id/g)).toBeNull()
  })
})

describe('what they say', () => {
  const options = { data: all, today }

  test.each<[SchemeName, string, string]>([
    ['iosxe', '17.09.04a', 'past-vulnerability-support'],
    ['iosxe', '17.12.3', 'ending'],
    ['iosxe', '17.18.1', 'supported'],
    ['iosxe', '16.12.5', 'past-support'],
    ['iosxe', '16.9.3', 'past-support'],
    ['ios', '15.7(3)M8', 'past-vulnerability-support'],
    ['ios', '12.4(25a)', 'past-vulnerability-support'],
    ['ios', '15.2(4)E6', 'unknown'],
    ['nxos', '9.2(3)', 'past-support'],
    ['nxos', '9.3(8)', 'past-vulnerability-support'],
    ['nxos', '10.4(5)', 'maintenance-ended'],
    ['nxos', '10.5(3)', 'ending'],
    ['eos', '4.21.1.1F', 'past-support'],
    ['eos', '4.33.1F', 'unknown'],
    ['junos', '15.1R7', 'past-support'],
    ['junos', '22.2R3', 'past-support'],
    ['asa', '9.12(4)67', 'past-support'],
    ['asa', '9.16(4)', 'unknown'],
    ['iosxr', '7.3.2', 'unknown'],
    ['panos', '10.2.12-h2', 'past-support'],
  ])('%s %s: %s', (platform, release, verdict) => {
    expect(lookupRelease({ platform, release }, options).verdict).toBe(verdict)
  })

  test.each([
    ['12.4', 'past-vulnerability-support'],
    ['15.2', 'unknown'],
    ['12.2', 'unknown'],
    ['15.9', 'ending'],
  ])('version %s of IOS: %s', (train, verdict) => {
    expect(lookupRelease({ platform: 'ios', train }, options).verdict).toBe(verdict)
  })

  test.each([
    ['ws-c3750x-48p', 'past-support', 'past-support'],
    ['ISR4331', 'maintenance-ended', 'maintenance-ended'],
    ['CISCO2911/K9', 'unknown', 'past-support'],
    ['C9300-48P', 'unknown', 'unknown'],
  ])('%s: %s, and with unconfirmed rows %s', (pid, verdict, unconfirmed) => {
    expect(lookupHardware(pid, options).verdict).toBe(verdict)
    expect(lookupHardware(pid, { ...options, unconfirmed: true }).verdict).toBe(unconfirmed)
  })

  const stateOf = (platform: SchemeName, release: string, cve: string): unknown =>
    lookupExploited({ platform, release }, { data: all }).find((answer) => answer.cve === cve)

  test.each<[string, SchemeName, string, object]>([
    ['CVE-2023-20198', 'iosxe', '17.9.4', { state: 'affected', firstFixed: '17.9.4a', gate: { feature: 'web-ui' } }],
    ['CVE-2023-20273', 'iosxe', '17.09.04a', { state: 'fixed', gate: { feature: 'web-ui' } }],
    [
      'CVE-2018-0171',
      'ios',
      '15.2(4)E6',
      { state: 'undecided', versionData: false, gate: { feature: 'smart-install', defaultOn: true } },
    ],
    ['CVE-2017-3881', 'ios', '15.0(2)SE5', { state: 'undecided', versionData: false, gate: { feature: 'telnet' } }],
    ['CVE-2017-6742', 'ios', '15.2(4)M6', { state: 'undecided', versionData: true, gate: { feature: 'snmp' } }],
    ['CVE-2017-6742', 'ios', '15.7(3)M8', { state: 'not-affected', gate: { feature: 'snmp' } }],
    ['CVE-2025-20352', 'iosxe', '17.9.5', { state: 'undecided', versionData: false, gate: { feature: 'snmp' } }],
    ['CVE-2023-20109', 'ios', '15.2(4)M6', { state: 'affected', gate: { feature: 'gdoi' } }],
    ['CVE-2024-20399', 'nxos', '9.3(8)', { state: 'affected', gate: { feature: 'none' } }],
    ['CVE-2025-20333', 'asa', '9.16(4)84', { state: 'affected', firstFixed: '9.16.4.85', gate: { feature: 'webvpn' } }],
    ['CVE-2023-36845', 'junos', '22.3R3', { state: 'undecided', why: 'only on EX*, SRX*; the hardware decides' }],
    ['CVE-2023-36845', 'junos', '23.4R2', { state: 'fixed', gate: { feature: 'j-web' } }],
    ['CVE-2025-21590', 'junos', '23.4R2-S2.1', { state: 'affected', gate: { feature: 'none' } }],
    ['CVE-2020-3118', 'iosxr', '6.5.3', { state: 'undecided', versionData: false, gate: { feature: 'cdp' } }],
  ])('%s on %s %s', (cve, platform, release, expected) => {
    expect(stateOf(platform, release, cve)).toMatchObject(expected)
  })
})

test('every row stands in docs/lifecycle-sources.md with its source', async () => {
  const page = printSources(all)
  for (const { source } of all.rows) expect(page).toContain(source.replaceAll('|', String.raw`\|`))
  for (const { cve } of all.exploited) expect(page).toContain(`| ${cve} |`)
  await expect(page).toMatchFileSnapshot('../../../docs/lifecycle-sources.md')
})

test('only the loader names the data, by imports that run on demand', () => {
  const sources = readdirSync(new URL('../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('data'))
    .map((path) => ({ path, text: readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8') }))
  expect(sources.filter(({ text }) => text.includes("'./data/")).map(({ path }) => path)).toEqual(['load.ts'])
  expect(sources.find(({ path }) => path === 'load.ts')?.text).not.toMatch(/^import .*data/m)
})

test('the age of the data', () => {
  expect(dataAge(all, '2026-11-24')).toEqual({
    lifecycle: { asOf: '2026-11-22', days: 2, stale: false },
    exploited: { asOf: '2026-08-21', days: 95, stale: true },
  })
  expect(dataAge(all, '2026-11-19').exploited).toEqual({ asOf: '2026-08-21', days: 90, stale: false })
})
