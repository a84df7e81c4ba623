import { describe, expect, test } from 'vitest'
import { Draft } from './draft.ts'
import { buildDevice, type Defaults, type Device } from './device.ts'
import { judge } from './engine.ts'
import { advice, fail, must, mustHaveAtLeast, mustIfSet } from './judge.ts'
import { defineRule, type Rule } from './rule.ts'
import { originAt } from './source.ts'

const file = { path: 'r1.cfg', text: 'hostname r1\nip ssh version 1\n' }
const at = originAt(file, 0, 11)
const line = originAt(file, 12, 28)

function device(
  write: (draft: Draft) => void = () => undefined,
  coverage: 'whole' | 'part' = 'whole',
  defaults: Defaults = {},
): Device {
  const draft = new Draft()
  write(draft)
  const nothing = { state: 'absent', at, item: undefined } as const
  return buildDevice({
    name: 'r1',
    platform: 'ios',
    coverage,
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft,
    defaults,
  })
}

const version = (check: Rule['check']): Rule =>
  defineRule({
    id: 'ssh/test',
    title: 'A test',
    severity: 'high',
    why: '',
    guidance: [],
    platforms: ['ios'],
    since: '0.1.0',
    check,
  })

const run = (rule: Rule, it: Device, evidence = true) =>
  judge([it], { rules: [{ rule, severity: rule.severity, options: undefined }], today: '2026-11-24', evidence })

describe('must', () => {
  const rule = version(function* check({ ssh }) {
    yield must(ssh.version, (value) => value === 2, { message: (value) => `version ${value ?? 'none'}`, fix: 2 })
  })
  const verdictOf = (it: Device) =>
    run(rule, it).findings.map(({ judgement }) => [judgement.verdict, judgement.message, judgement.at])

  test('known', () => {
    expect(verdictOf(device((draft) => draft.set('ssh.version', 1, line)))).toEqual([['fail', 'version 1', line]])
    expect(verdictOf(device((draft) => draft.set('ssh.version', 2, line)))).toEqual([['pass', 'in order', line]])
  })

  test('absent fails where one would write it', () => {
    expect(verdictOf(device())).toEqual([['fail', 'version none', at]])
  })

  test('unknown, unless all that it can be agrees', () => {
    const varies = (...oneOf: (1 | 2 | 1.99)[]) =>
      device(undefined, 'whole', { 'ssh.version': { kind: 'varies', needs: 'x', oneOf } })
    expect(verdictOf(varies(1.99, 2))).toEqual([['unknown', 'cannot tell: version none', at]])
    expect(verdictOf(varies(1, 1.99))).toEqual([['fail', 'version 1', at]])
    expect(verdictOf(varies(2))).toEqual([['pass', 'in order', at]])
    expect(verdictOf(device(undefined, 'part'))).toEqual([['unknown', 'cannot tell: version none', at]])
  })

  test('the fix names the setting and the value', () => {
    const [finding] = run(
      rule,
      device((draft) => draft.set('ssh.version', 1, line)),
    ).findings
    expect(finding?.judgement).toMatchObject({
      changes: [{ setting: 'ssh.version', item: undefined, value: 2 }],
      applicability: 'disruptive',
    })
  })

  test('only a fix that is called safe is safe', () => {
    const safe = version(function* check({ ssh }) {
      yield must(ssh.version, (value) => value === 2, { message: 'version 1', fix: 2, applicability: 'safe' })
    })
    const [finding] = run(
      safe,
      device((draft) => draft.set('ssh.version', 1, line)),
    ).findings
    expect(finding?.judgement.applicability).toBe('safe')
  })
})

test('mustIfSet: absence is not applicable', () => {
  const rule = version(function* check({ ssh }) {
    yield mustIfSet(ssh.timeout, (seconds) => seconds <= 60, { message: 'too long' })
  })
  expect(run(rule, device()).counts).toEqual({ pass: 0, fail: 0, unknown: 0, notapplicable: 1 })
  expect(
    run(
      rule,
      device((draft) => draft.set('ssh.timeout', 120, line)),
    ).counts.fail,
  ).toBe(1)
})

test('mustHaveAtLeast: fails on a complete list, is unknown on an open one', () => {
  const rule = version(function* check({ management }) {
    yield mustHaveAtLeast(management.logHosts, 1, { message: 'no syslog receiver' })
  })
  const host = (draft: Draft) => void draft.add('management.logHosts', '192.0.2.1', { address: '192.0.2.1' }, line)
  expect(run(rule, device()).counts.fail).toBe(1)
  expect(run(rule, device(undefined, 'part')).counts.unknown).toBe(1)
  expect(run(rule, device(host, 'part')).counts.pass).toBe(1)
})

describe('judge', () => {
  test('without evidence only fails are kept, but all are counted', () => {
    const rule = version(function* check(it) {
      yield must(it.ssh.version, () => true, { message: '' })
      yield fail(it.ssh.version, 'always')
    })
    const report = run(
      rule,
      device((draft) => draft.set('ssh.version', 2, line)),
      false,
    )
    expect(report.counts).toEqual({ pass: 1, fail: 1, unknown: 0, notapplicable: 0 })
    expect(report.findings.map(({ judgement }) => judgement.message)).toEqual(['always'])
  })

  test('a rule for another platform does not run; one with nothing to say is not applicable', () => {
    const silent = version(() => [])
    expect(run(silent, device()).counts.notapplicable).toBe(1)
    expect(run({ ...silent, platforms: ['eos'] }, device()).counts.notapplicable).toBe(0)
  })

  test('advice is a note', () => {
    const report = run(
      version(() => [advice(line, 'mind this')]),
      device(),
    )
    expect(report.notes).toEqual([{ kind: 'advice', message: 'mind this', at: line }])
  })

  test('a rule that throws is a bug, and the others go on', () => {
    const broken = version(() => {
      throw new Error('boom')
    })
    const sound = version((it) => [fail(it.ssh.version, 'found')])
    const rules = [broken, sound].map((rule) => ({ rule, severity: rule.severity, options: undefined }))
    const report = judge([device()], { rules, today: '2026-11-24' })
    expect(report.notes.map(({ kind }) => kind)).toEqual(['bug'])
    expect(report.notes[0]?.message).toContain('rule ssh/test failed on r1: Error: boom')
    expect(report.counts.fail).toBe(1)
  })

  test('fingerprints are of rule, device and setting, whatever the line; a second finding on a setting has its own', () => {
    const rule = version((it) => [fail(it.ssh.version, 'a'), fail(it.ssh.version, 'b')])
    const prints = (place: typeof at) =>
      run(
        rule,
        device((draft) => draft.set('ssh.version', 1, place)),
      ).findings.map((finding) => finding.fingerprint)
    expect(prints(line)).toEqual(prints(at))
    expect(new Set(prints(line)).size).toBe(2)
    expect(prints(line)[0]).toMatch(/^[0-9a-f]{32}$/)
  })

  test('a rule hears what the site told, and of each device its own', () => {
    const heard: unknown[] = []
    const rule = version((_it, { site }) => {
      heard.push(site)
      return []
    })
    const rules = [{ rule, severity: rule.severity, options: undefined }]
    const told = { users: ['noc'] }
    judge([device()], { rules, today: '2026-11-24', site: told })
    judge([device()], { rules, today: '2026-11-24' })
    expect(heard).toEqual([told, {}])
  })

  test('a severity of the judgement counts before the rule’s', () => {
    const rule = version((it) => [fail(it.ssh.version, 'worse', { severity: 'critical' })])
    expect(run(rule, device()).findings[0]?.severity).toBe('critical')
  })
})
