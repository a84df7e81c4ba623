import { valueOf, type DefaultAnswer, type Defaults, type Device } from '@breakwater/core'

const RELEASE = 'the release'

/** The train as a number, minor releases in hundredths: 16.12 is 1612. Undefined where it is not proven. */
function trainOf(device: Device): number | undefined {
  const train = valueOf(device.train) ?? valueOf(device.release)?.train
  const [, major, minor] = /^0?(\d+)\.0?(\d+)/.exec(train ?? '') ?? []
  return major === undefined ? undefined : Number(major) * 100 + Number(minor)
}

/**
 * Both versions while nothing is written (Catalyst 2960-XR guide for 15.x; `show ip ssh` of IOS and IOS XE 16 says 1.99).
 * IOS XE 17 drops version 1 on the way: early releases say 1.99, 17.16 says 2.0.
 */
function version(device: Device): DefaultAnswer<1 | 2 | 1.99> {
  if (device.platform === 'ios') return { kind: 'value', value: 1.99 }
  const train = trainOf(device)
  if (train !== undefined && train < 1700) return { kind: 'value', value: 1.99 }
  if (train !== undefined && train >= 1716) return { kind: 'value', value: 2 }
  return { kind: 'varies', needs: RELEASE, oneOf: [1.99, 2] }
}

/** `show ip ssh`: 1024 bits on 15.x, 2048 on later releases; IOS XE 16.8 prints 2048 in `show running-config all`. */
function dhMinSize(device: Device): DefaultAnswer<number> {
  const train = trainOf(device)
  if (device.platform === 'iosxe' && train !== undefined && train >= 1608) return { kind: 'value', value: 2048 }
  return { kind: 'varies', needs: RELEASE, oneOf: [1024, 2048] }
}

const CTR_AND_GCM = ['aes128-gcm', 'aes256-gcm', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr']

/** SSH Algorithms for Common Criteria Certification, Catalyst 9000 guides 17.3, 17.9 and 17.11: no CBC by default since 17.1. */
function ciphers(device: Device): DefaultAnswer<readonly string[]> {
  const train = trainOf(device)
  if (device.platform === 'iosxe' && train !== undefined && train >= 1701) {
    return { kind: 'varies', needs: RELEASE, oneOf: [CTR_AND_GCM, ['chacha20-poly1305@openssh.com', ...CTR_AND_GCM]] }
  }
  return { kind: 'varies', needs: RELEASE }
}

/**
 * The same guides: encrypt-then-MAC alone since 17.10 (router guide 17.x), SHA-1 included in 16.x. Guides and devices of
 * 17.1 to 17.9 contradict each other.
 */
function macs(device: Device): DefaultAnswer<readonly string[]> {
  const train = device.platform === 'iosxe' ? trainOf(device) : undefined
  if (train !== undefined && train >= 1710)
    return { kind: 'value', value: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com'] }
  if (train !== undefined && train >= 1600 && train < 1700) {
    return { kind: 'value', value: ['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1', 'hmac-sha1-96'] }
  }
  return { kind: 'varies', needs: RELEASE }
}

/** Defaults that IOS and IOS-XE share, or that tell the platforms apart themselves. */
export const ssh: Defaults = {
  'ssh.version': version,
  // `ip ssh` in the IOS Security Command Reference: 120 seconds, 3 tries.
  'ssh.timeout': { kind: 'value', value: 120 },
  'ssh.authenticationRetries': { kind: 'value', value: 3 },
  'ssh.dhMinSize': dhMinSize,
  'ssh.serverKeyExchange': { kind: 'varies', needs: RELEASE },
  'ssh.serverCiphers': ciphers,
  'ssh.serverMacs': macs,
  'ssh.serverHostKeys': { kind: 'varies', needs: RELEASE },
  // IOS XE 16.8 prints all three in `show running-config all`; `show ip ssh` of 15.x names them.
  'ssh.serverAuthentication': { kind: 'value', value: ['publickey', 'keyboard', 'password'] },
}
