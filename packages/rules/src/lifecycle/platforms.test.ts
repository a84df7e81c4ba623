import {
  buildDevice,
  Draft,
  judge,
  originAt,
  type Device,
  type Fact,
  type Platform,
  type Release,
  type Rule,
  type SourceFile,
} from '@breakwater/core'
import { lifecycleOf, loadLifecycle } from '@breakwater/lifecycle'
import { expect, test } from 'vitest'
import hardwareEndOfSupport from './hardware-end-of-support/rule.ts'
import knownExploitedExposure from './known-exploited-exposure/rule.ts'
import osEndOfSupport from './os-end-of-support/rule.ts'

const lifecycle = lifecycleOf(await loadLifecycle())

const file: SourceFile = { path: 'x.cfg', text: 'version\n' }
const at = originAt(file, 0, 7)
const unknown = (setting: string) =>
  ({ state: 'unknown', why: { kind: 'not-in-view' }, at, setting, item: undefined }) as const

/** As a front-end of that platform gives it. */
function deviceOf(platform: Platform, scheme: string, text: string, pids: readonly string[]): Device {
  const release: Fact<Release> = {
    state: 'known',
    value: { scheme, text, train: '' },
    by: 'config',
    at,
    setting: 'release',
    item: undefined,
  }
  return buildDevice({
    name: 'x',
    platform,
    coverage: 'whole',
    at,
    release,
    train: unknown('train'),
    box: unknown('box'),
    hardware: { setting: 'hardware', items: pids.map((pid) => ({ pid, at })), complete: false, at },
    draft: new Draft(),
    defaults: {},
  })
}

const verdicts = (rule: Rule, device: Device, known: typeof lifecycle | null = lifecycle): string[] => {
  const rules = [{ rule, severity: rule.severity, options: rule.options?.defaults }]
  const { findings, notes } = judge([device], {
    rules,
    today: '2026-11-24',
    evidence: true,
    ...(known && { lifecycle: known }),
  })
  expect(notes.filter(({ kind }) => kind === 'bug')).toEqual([])
  return findings.map(
    ({ severity, judgement: { verdict, message } }) => `${verdict} ${severity}: ${message.split(';')[0]}`,
  )
}

test.each([
  [
    'nxos',
    '9.3(8)',
    'N9K-C9372PX',
    'fail high: NX-OS 9.3 is past its end of vulnerability support 2026-04-07, 231 days ago',
  ],
  [
    'iosxr',
    '7.3.2',
    'NCS-5501',
    'unknown high: cannot tell: whether the release is supported: IOS XR 7.3.2: no source gives the life of IOS XR 7.3',
  ],
  [
    'eos',
    '4.26.4M',
    'DCS-7280QR-C36',
    'fail critical: EOS 4.26 is past its last date of support 2024-04-15, 953 days ago',
  ],
  ['junos', '17.4R1', 'qfx5100-48s-6q', 'fail critical: Junos 17.4 is out of support'],
] as const)('%s %s', (platform, release, pid, expected) => {
  const device = deviceOf(platform, platform, release, [pid])
  expect(verdicts(osEndOfSupport as Rule, device)).toEqual([expected])
  expect(verdicts(hardwareEndOfSupport as Rule, device)).toHaveLength(1)
  expect(verdicts(osEndOfSupport as Rule, device, null)).toEqual([
    'unknown high: cannot tell: whether the release is supported',
  ])
})

test('a vulnerability that nothing in a configuration shuts', () => {
  expect(verdicts(knownExploitedExposure as Rule, deviceOf('nxos', 'nxos', '9.3(8)', []))).toEqual([
    'fail critical: CVE-2024-20399: exposed: NX-OS 9.3(8) is affected, and nothing in a configuration shuts it',
  ])
})

test('without data nothing passes', () => {
  const device = deviceOf('iosxe', 'iosxe', '17.12.4', ['ISR4331/K9'])
  for (const rule of [osEndOfSupport, hardwareEndOfSupport, knownExploitedExposure] as readonly Rule[])
    expect(verdicts(rule, device, null).map((text) => text.split(' ')[0])).toEqual(['unknown'])
})
