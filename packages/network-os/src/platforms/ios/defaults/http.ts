import { boxOf, type DefaultAnswer, type Defaults, type Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

/** Printed on or off from 12.3 on. Before, routers have it off; switches of 12.0 to 12.2 differ. */
function server(device: Device): DefaultAnswer<boolean> {
  const train = trainNumber(device)
  if (train === undefined || train >= 1203) return { kind: 'printed' }
  return boxOf(device)?.box === 'router'
    ? { kind: 'value', value: false }
    : { kind: 'varies', needs: 'router or switch', oneOf: [true, false] }
}

/** TLS 1.2 at the least in IOS XE 17 (Security warnings reference); earlier releases offer 1.0 and 1.1 too, or nothing else. */
function tlsVersion(device: Device): DefaultAnswer<string> {
  const train = device.platform === 'iosxe' ? trainNumber(device) : undefined
  return train !== undefined && train >= 1700
    ? { kind: 'value', value: 'TLSv1.2' }
    : { kind: 'varies', needs: 'the release' }
}

export const http: Defaults = {
  'http.tlsVersion': tlsVersion,
  'http.ciphersuites': { kind: 'varies', needs: 'the release' },
  'http.server': server,
  // Images without cryptography have none and print nothing.
  'http.secureServer': { kind: 'printed' },
  // `ip http authentication` in the HTTP Services Command Reference: the enable password.
  'http.authentication': { kind: 'value', value: 'enable' },
  'http.activeSessionModules': { kind: 'value', value: 'all' },
  'http.secureActiveSessionModules': { kind: 'value', value: 'all' },
}
