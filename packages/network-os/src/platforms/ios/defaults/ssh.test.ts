import { buildDevice, Draft, originAt, valueOf, type Device, type Fact } from '@breakwater/core'
import { expect, test } from 'vitest'
import { ssh } from './ssh.ts'

const at = originAt({ path: 'r1.cfg', text: 'hostname r1\n' }, 0, 11)

function silent(platform: 'ios' | 'iosxe', train: string | undefined): Device {
  const absent = { state: 'absent', at, item: undefined } as const
  const known: Fact<string> =
    train === undefined
      ? { ...absent, setting: 'train' }
      : { state: 'known', value: train, by: 'config', at, setting: 'train', item: undefined }
  return buildDevice({
    name: 'r1',
    platform,
    coverage: 'whole',
    at,
    release: { ...absent, setting: 'release' },
    train: known,
    box: { ...absent, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft: new Draft(),
    defaults: ssh,
  })
}

test.each([
  ['ios', undefined, 1.99],
  ['ios', '15.2', 1.99],
  ['iosxe', undefined, [1.99, 2]],
  ['iosxe', '3.16', 1.99],
  ['iosxe', '15.5', 1.99],
  ['iosxe', '16.12', 1.99],
  ['iosxe', '17.9', [1.99, 2]],
  ['iosxe', '17.18', 2],
] as const)('%s %s: version %j', (platform, train, expected) => {
  const { version } = silent(platform, train).ssh
  expect(version.state === 'unknown' ? version.oneOf : valueOf(version)).toEqual(expected)
})

test.each([
  ['ios', '15.2', [1024, 2048]],
  ['iosxe', '16.3', [1024, 2048]],
  ['iosxe', '16.12', 2048],
  ['iosxe', '17.03', 2048],
] as const)('%s %s: groups of %j bits', (platform, train, expected) => {
  const { dhMinSize } = silent(platform, train).ssh
  expect(dhMinSize.state === 'unknown' ? dhMinSize.oneOf : valueOf(dhMinSize)).toEqual(expected)
})

test.each([
  ['ios', '15.2', undefined],
  ['iosxe', '16.12', ['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1', 'hmac-sha1-96']],
  ['iosxe', '17.6', undefined],
  ['iosxe', '17.12', ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com']],
] as const)('%s %s: MACs %j', (platform, train, expected) => {
  expect(valueOf(silent(platform, train).ssh.serverMacs)).toEqual(expected)
})

function ciphersOffered(train: string): readonly (readonly string[])[] | undefined {
  const { serverCiphers } = silent('iosxe', train).ssh
  return serverCiphers.state === 'unknown' ? serverCiphers.oneOf : undefined
}

test('no CBC from IOS XE 17 on, nothing certain before', () => {
  expect(
    ciphersOffered('17.3')
      ?.flat()
      .filter((name) => name.includes('cbc')),
  ).toEqual([])
  expect(ciphersOffered('16.12')).toBeUndefined()
})
