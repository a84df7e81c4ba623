import { change, valueOf, type Device } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice, remediationOf } from '../../../read.ts'

function read(...lines: readonly string[]): Device {
  const reading = readDevice({ path: 'r1.cfg', text: `${lines.join('\n')}\n` }, { platform: 'ios' })
  if (reading === undefined) throw new Error('nothing is read')
  return reading.device
}

test('the lists of the server', () => {
  const { ssh } = read(
    'ip ssh server algorithm kex ECDH-sha2-nistp521 ecdh-sha2-nistp384',
    'ip ssh server algorithm encryption aes256-ctr 3des-cbc',
    'no ip ssh server algorithm encryption 3des-cbc',
    'ip ssh server algorithm mac hmac-sha1',
    'no ip ssh server algorithm mac',
    'ip ssh client algorithm mac hmac-md5',
  )
  expect(valueOf(ssh.serverKeyExchange)).toEqual(['ecdh-sha2-nistp521', 'ecdh-sha2-nistp384'])
  expect(valueOf(ssh.serverCiphers)).toEqual(['aes256-ctr'])
  expect(ssh.serverMacs.state).toBe('unknown')
})

test.each([
  [['ip ssh server authenticate user publickey'], ['publickey']],
  [
    ['ip ssh server authenticate user publickey', 'ip ssh server authenticate user keyboard'],
    ['publickey', 'keyboard'],
  ],
  [['no ip ssh server authenticate user password'], ['publickey', 'keyboard']],
  [
    ['ip ssh server authenticate user password', 'default ip ssh server authenticate user'],
    ['publickey', 'keyboard', 'password'],
  ],
])('%j offers %j', (lines, methods) => {
  expect(valueOf(read('hostname r1', 'version 15.2', ...lines).ssh.serverAuthentication)).toEqual(methods)
})

test.each([
  ['crypto key generate rsa', { algorithm: 'rsa', label: undefined, bits: undefined }],
  ['crypto key generate rsa general-keys modulus 2048', { algorithm: 'rsa', label: undefined, bits: 2048 }],
  [
    'crypto key generate rsa usage-keys label SSH modulus 4096 exportable',
    { algorithm: 'rsa', label: 'SSH', bits: 4096 },
  ],
  ['crypto key generate rsa modulus 4096 label SSH', { algorithm: 'rsa', label: 'SSH', bits: 4096 }],
  ['crypto key generate ec keysize 384 label EC', { algorithm: 'ec', label: 'EC', bits: 384 }],
])('%s', (line, key) => {
  expect(read(line).ssh.generatedKeys.items).toEqual([expect.objectContaining(key)])
})

test('the keys of users, and not those of servers', () => {
  const { ssh } = read(
    'ip ssh pubkey-chain',
    '  username ann',
    '   key-hash ssh-rsa 00112233445566778899AABBCCDDEEFF ann@pc',
    '  username bob',
    '   key-string',
    '    AAAAB3NzaC1yc2EAAAABIwAAAQEA6NF8iallvQVp22WDkTkyrtvp9eW',
    '   exit',
    '  server 192.0.2.1',
    '   key-hash ssh-rsa 00112233445566778899AABBCCDDEEFF',
    '  no username ann',
  )
  expect(ssh.authorizedKeys.items.map(({ user }) => user)).toEqual(['bob'])
})

test('flush-left keys', () => {
  const { ssh } = read(
    'ip ssh pubkey-chain',
    'username ann',
    'key-string',
    'AAAAB3NzaC1yc2EAAAABIwAAAQEA6NF8iallvQVp22WDkTkyrtvp9eW',
    'exit',
    'exit',
  )
  expect(ssh.authorizedKeys.items.map(({ user }) => user)).toEqual(['ann'])
})

test('any ip ssh command shows that there is SSH', () => {
  expect(valueOf(read('ip ssh bulk-mode 131072').ssh.configured)).toBe(true)
  expect(read('hostname r1').ssh.configured.state).toBe('unknown')
})

test('what mends the settings', () => {
  const { ssh } = read('ip ssh version 1')
  const changes = [
    change(ssh.version, 2),
    change(ssh.timeout, 60),
    change(ssh.dhMinSize, 4096),
    change(ssh.serverCiphers, ['aes256-gcm', 'aes256-ctr']),
    change(ssh.serverAuthentication, ['publickey', 'keyboard']),
    change(ssh.rsaKeypair, undefined),
  ]
  expect(remediationOf('ios', changes)).toEqual([
    'ip ssh version 2',
    'ip ssh time-out 60',
    'ip ssh dh min size 4096',
    'ip ssh server algorithm encryption aes256-gcm aes256-ctr',
    'ip ssh server algorithm authentication publickey keyboard',
    'no ip ssh rsa keypair-name',
  ])
})
