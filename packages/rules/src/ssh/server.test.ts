import { buildDevice, Draft, fail, originAt, pass, type Device, type Fact } from '@breakwater/core'
import { expect, test } from 'vitest'
import { onSshServer, sshServer } from './server.ts'

const at = originAt({ path: 'r1.cfg', text: 'hostname r1\n' }, 0, 11)

interface Vty {
  readonly transportInput?: readonly string[]
  readonly exec?: boolean
}

function device(vty: readonly Vty[], options: { train?: string; part?: boolean; configured?: boolean } = {}): Device {
  const draft = new Draft()
  if (options.configured === true) draft.set('ssh.configured', true, at)
  draft.add('lines', 'con 0', { kind: 'console', first: 0, last: 0 }, at)
  for (const [index, { transportInput, exec }] of vty.entries()) {
    const line = draft.add('lines', `vty ${index}`, { kind: 'vty', first: index, last: index }, at)
    if (transportInput !== undefined) line.set('transportInput', transportInput, at)
    if (exec !== undefined) line.set('exec', exec, at)
  }
  const absent = { state: 'absent', at, item: undefined } as const
  const train: Fact<string> =
    options.train === undefined
      ? { ...absent, setting: 'train' }
      : { state: 'known', value: options.train, by: 'config', at, setting: 'train', item: undefined }
  return buildDevice({
    name: 'r1',
    platform: 'ios',
    coverage: options.part === true ? 'part' : 'whole',
    at,
    release: { ...absent, setting: 'release' },
    train,
    box: { ...absent, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft,
    defaults: {},
  })
}

test.each([
  ['ssh', [{ transportInput: ['ssh'] }], 'on'],
  ['telnet ssh', [{ transportInput: ['telnet', 'ssh'] }], 'on'],
  ['all', [{ transportInput: ['all'] }], 'on'],
  ['one range of two', [{ transportInput: ['telnet'] }, { transportInput: ['ssh'] }], 'on'],
  ['no transport input line', [{}], 'on'],
  ['telnet', [{ transportInput: ['telnet'] }], 'off'],
  ['none', [{ transportInput: ['none'] }, { transportInput: ['telnet'] }], 'off'],
  ['no exec', [{ exec: false }], 'off'],
  ['no VTY line', [], 'unseen'],
] as const)('%s', (_name, vty, expected) => {
  expect(sshServer(device(vty))).toBe(expected)
})

test('an ip ssh command shows SSH, whatever the lines take', () => {
  expect(sshServer(device([{ transportInput: ['telnet'] }], { configured: true }))).toBe('on')
})

test('Telnet lines of a fragment prove nothing of the others', () => {
  expect(sshServer(device([{ transportInput: ['telnet'] }], { part: true }))).toBe('unseen')
  expect(sshServer(device([{ transportInput: ['ssh'] }], { part: true }))).toBe('on')
})

test('releases older than SSH have none', () => {
  expect(sshServer(device([{}], { train: '11.2' }))).toBe('off')
})

function verdicts(it: Device): string[] {
  return onSshServer(it, () => [pass(it.ssh.version), fail(it.ssh.version, 'weak')]).map(({ verdict }) => verdict)
}

test('judgements follow what is in view', () => {
  expect(verdicts(device([{ transportInput: ['ssh'] }]))).toEqual(['pass', 'fail'])
  expect(verdicts(device([{ transportInput: ['telnet'] }]))).toEqual([])
  expect(verdicts(device([]))).toEqual(['unknown', 'unknown'])
})
