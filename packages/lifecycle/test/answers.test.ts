import { describe, expect, test } from 'vitest'
import {
  daysInWords,
  describeAnswer,
  exposedBy,
  featureInText,
  type FeatureState,
  type Gate,
  lifecycleOf,
  loadLifecycle,
  lookup,
  lookupExploited,
  mayTellLifecycle,
  readCaptures,
  readConfiguration,
  schemes,
} from '../src/index.ts'

const data = await loadLifecycle()
const day = { today: '2026-11-24', horizonMonths: 12 }

test('schemes compare texts as well as releases; what is no release has no order', () => {
  expect(schemes.iosxe.compare('17.9.4', '17.9.4a')).toBe(-1)
  expect(schemes.iosxe.compare('17.09.04a', '17.9.4a')).toBe(0)
  expect(schemes.nxos.compare('7.0(3)I7(10)', '7.0(3)I7(9)')).toBe(1)
  expect(schemes.ios.compare('15.2(4)M6', '15.2(4)E6')).toBeUndefined()
  expect(schemes.iosxe.compare('17.9', '17.9.4')).toBeUndefined()
})

test('one call for a device and a day', async () => {
  const { release, hardware, exploited } = await lookup(
    { platform: 'iosxe', release: '17.09.04', hardware: ['ISR4331/K9', 'nothing of the kind'] },
    '2026-11-24',
  )
  expect(release).toMatchObject({ verdict: 'past-vulnerability-support', date: '2026-09-30', days: -55 })
  expect(hardware.map(({ verdict }) => verdict)).toEqual(['supported', 'unknown'])
  expect(exploited.find(({ cve }) => cve === 'CVE-2023-20198')).toMatchObject({
    state: 'affected',
    firstFixed: '17.9.4a',
  })
})

test.each([
  [-269, '269 days ago'],
  [-1, '1 day ago'],
  [0, 'today'],
  [1, 'in 1 day'],
])('%i days: %s', (days, words) => {
  expect(daysInWords(days)).toBe(words)
})

test.each([
  [
    {
      verdict: 'past-support',
      subject: 'X 1',
      milestone: 'lastDateOfSupport',
      date: '2026-02-28',
      days: -269,
      source: 's',
    },
    'X 1 is past its last date of support 2026-02-28, 269 days ago; source s',
  ],
  [
    {
      verdict: 'past-support',
      subject: 'X 1',
      why: 'known to be out of support on 2026-01-13; the day it ended is not known',
      source: 's',
    },
    'X 1 is out of support; known to be out of support on 2026-01-13; the day it ended is not known; source s',
  ],
  [
    {
      verdict: 'past-vulnerability-support',
      subject: 'X 1',
      derivedFrom: { row: 'X 2', milestone: 'endOfVulnerabilitySupport', date: '2022-12-14', source: 's' },
      confidence: 'medium',
      why: 'no row of its own',
      source: 's',
    },
    'X 1 is past its end of vulnerability support: X 2, later on the same line, is past (2022-12-14); medium confidence; source s',
  ],
  [
    {
      verdict: 'supported',
      subject: 'X 1',
      milestone: 'lastDateOfSupport',
      date: '2030-01-01',
      days: 10,
      basis: 'computed',
      confirmed: false,
      source: 's',
    },
    "X 1 is supported: last date of support 2030-01-01, in 10 days; computed from the vendor's policy; unconfirmed; source s",
  ],
  [{ verdict: 'unknown', subject: 'X 1', why: 'no source', source: 's' }, 'X 1: no source'],
] as const)('an answer in a line: %j', (answer, line) => {
  expect(describeAnswer(answer)).toBe(line)
})

describe('five verdicts of exposure', () => {
  const query = (release: string) => ({ platform: 'iosxe' as const, release })
  const answerOf = (release: string) => {
    const found = lookupExploited(query(release), { data }).find(({ cve }) => cve === 'CVE-2023-20198')
    if (found === undefined) throw new Error('not listed')
    return found
  }
  const verdict = (release: string, state: FeatureState['state']): string =>
    exposedBy(answerOf(release), query(release), () => ({ state, text: 'the web UI' })).verdict

  test.each([
    ['17.9.4', 'open', 'exposed'],
    ['17.9.4', 'confined', 'mitigated'],
    ['17.9.4', 'off', 'feature-off'],
    ['17.9.4', 'unknown', 'undecided'],
    ['17.9.4a', 'open', 'fixed'],
    ['17.9.4a', 'unknown', 'fixed'],
    ['17.12.1', 'open', 'not-affected'],
  ] as const)('%s, feature %s: %s', (release, state, expected) => {
    expect(verdict(release, state)).toBe(expected)
  })

  test('a vulnerability without version data is told only where its feature is on, and never as exposed', () => {
    const lifecycle = lifecycleOf(data)
    const ask = (state: FeatureState['state']) =>
      lifecycle
        .exploited({ platform: 'ios', release: '15.2(4)E6', hardware: [] }, () => ({ state, text: 'it' }))
        .find(({ cve }) => cve === 'CVE-2018-0171')
    expect([ask('open'), ask('confined'), ask('off'), ask('unknown')].map((one) => [one?.verdict, one?.told])).toEqual([
      ['undecided', true],
      ['mitigated', true],
      ['feature-off', false],
      ['undecided', false],
    ])
  })

  test('a platform that is not known here has no answers, and no exceptions', () => {
    const lifecycle = lifecycleOf(data)
    const other = { platform: 'vms', release: '1.0', hardware: [] }
    expect(lifecycle.exploited(other, () => ({ state: 'open', text: '' }))).toEqual([])
    expect(lifecycle.release(other, day).verdict).toBe('unknown')
  })
})

describe('features by the lines of a text', () => {
  const snmp: Gate = { feature: 'snmp', any: [String.raw`^snmp-server (host|community)\b`], basis: 'kev-description' }
  const webvpn: Gate = { feature: 'webvpn', any: [String.raw`^ enable \S+$`], all: ['^webvpn$'], basis: 'memory' }
  const vstack: Gate = {
    feature: 'smart-install',
    defaultOn: true,
    any: ['^vstack'],
    none: ['^no vstack$'],
    basis: 'memory',
  }
  const state = (gate: Gate, configuration: string | undefined, whole = true) =>
    featureInText(gate, { configuration, whole })

  test('a line opens it; what follows the pattern may be a secret and is not told', () => {
    expect(state(snmp, 'hostname a1\nsnmp-server community s3cr3t\n')).toEqual({
      state: 'open',
      text: 'the feature snmp is in use (snmp-server community)',
    })
  })

  test.each([
    [snmp, 'hostname a1\n', true, 'off'],
    [snmp, 'hostname a1\n', false, 'unknown'],
    [snmp, undefined, true, 'unknown'],
    [webvpn, 'webvpn\n enable outside\n', true, 'open'],
    [webvpn, 'webvpn\n', true, 'off'],
    [webvpn, 'other\n enable outside\n', true, 'off'],
    [vstack, 'no vstack\n', true, 'off'],
    [vstack, 'hostname sw\n', true, 'unknown'],
    [{ feature: 'none', basis: 'x' }, undefined, false, 'open'],
    [{ feature: 'unknown', basis: 'x' }, 'hostname sw\n', true, 'unknown'],
  ] as const)('%j in %j (whole: %s): %s', (gate, text, whole, expected) => {
    expect(state(gate, text, whole).state).toBe(expected)
  })

  test('a line of any length is read in no time worth telling', () => {
    expect(state(webvpn, ` enable ${'x'.repeat(1_000_000)}`).state).toBe('off')
  })
})

describe('captures', () => {
  test.each([
    [
      'r1#show version\nCisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version 15.7(3)M8, RELEASE SOFTWARE\n',
      'r1',
    ],
    ['RP/0/RSP0/CPU0:xr1#show version\nCisco IOS XR Software, Version 7.5.2\n', 'xr1'],
    ['Software\n  NXOS: version 9.3(8)\n  Device name: n9k\nKernel uptime is 3 day(s)\n', 'n9k'],
    ['Hostname: mx\nModel: mx240\nJunos: 20.4R3-S2.6\n', 'mx'],
    ['Cisco Adaptive Security Appliance Software Version 9.16(4)85\n\nasa1 up 12 days 3 hours\n', 'asa1'],
    [' Arista DCS-7280SR-48C6\nSoftware image version: 4.28.3M\n', undefined],
  ])('%j is of %s', (text, name) => {
    const [capture, another] = readCaptures(text)
    expect([capture?.name, another]).toEqual([name, undefined])
    expect(capture?.evidence.map(({ what }) => what)).toContain('release')
    for (const { value, start, end, image } of capture?.evidence ?? [])
      if (image === undefined) expect(text.slice(start, end)).toBe(value)
  })

  test('facts of many devices, wherever in the JSON they stand', () => {
    const facts = (name: string, more: object) => ({
      ansible_facts: {
        ansible_net_hostname: name,
        ansible_net_version: '17.09.04',
        ansible_net_system: 'ios',
        ...more,
      },
    })
    const text = JSON.stringify({
      hosts: [
        facts('a', { ansible_net_model: 'C8300-1N1S-4T2X' }),
        facts('b', { ansible_net_stacked_models: ['WS-C3850-24T', 'WS-C3850-48T'] }),
      ],
    })
    expect(readCaptures(text).map(({ name, evidence }) => [name, evidence.map(({ value }) => value)])).toEqual([
      ['a', ['17.09.04', 'C8300-1N1S-4T2X']],
      ['b', ['17.09.04', 'WS-C3850-24T', 'WS-C3850-48T']],
    ])
  })

  test.each(['', '{', '[1, 2]', '{"a": {"b": null}}', 'The quick brown fox.\n'])('%j is none', (text) => {
    expect(readCaptures(text)).toEqual([])
  })
})

test.each([
  'version 15.2\n',
  'ASA Version 9.12(4)67\n',
  'set version 22.4R3\n',
  'boot system flash:c2900-universalk9-mz.SPA.157-3.M8.bin\n',
  'license udi pid ISR4331/K9 sn X\n',
  'switch 1 provision ws-c3750x-48p\n',
  '! Cisco IOS XE Software, Version 17.09.04a\n',
  '!Chassis type: WS-C3750X-48P\n',
  '! PID: C9200L-24P-4G     , VID: V01\n',
  '!! IOS XR Configuration 7.3.2\n',
  '! device: e1 (DCS-7280QR-C36, EOS-4.28.3M)\n',
  '# Junos: 22.4R3-S2.11\n',
  ': Hardware:   ASA5512, 4096 MB RAM\n',
])('what the readers read may tell: %j', (text) => {
  expect(readConfiguration(text).length).toBeGreaterThan(0)
  expect(mayTellLifecycle(text)).toBe(true)
  expect(mayTellLifecycle(`hostname r1\naaa new-model\n${text}`)).toBe(true)
})

test.each(['r1(config)#version 17.9\n', '  version 17.9\n', 'Cisco IOS XE Software, Version 17.09.04\n'])(
  'a terminal shows it otherwise: %j',
  (text) => {
    expect(mayTellLifecycle(`hostname r1\n${text}`)).toBe(true)
  },
)

test('a small configuration without any of it does not cost the data', () => {
  expect(
    mayTellLifecycle('hostname r1\n!\naaa new-model\nip ssh version 2\n!\nline vty 0 4\n transport input ssh\nend\n'),
  ).toBe(false)
})
