import type { DefaultAnswer, Defaults, Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

const ON = { kind: 'value', value: true } as const

/**
 * DES, SHA-1 and group 1, as `show crypto isakmp policy` prints the default protection suite.
 * IOS XE 17 may differ, and from 26.1 on weak algorithms are restricted.
 */
function byRelease<T>(classic: T, later: readonly T[]): (device: Device) => DefaultAnswer<T> {
  return (device) => {
    const train = trainNumber(device)
    if (device.platform === 'ios' || (train !== undefined && train < 1700)) return { kind: 'value', value: classic }
    if (train !== undefined && train >= 2600) return { kind: 'varies', needs: 'the release' }
    return { kind: 'varies', needs: 'the release', oneOf: [classic, ...later] }
  }
}

/** `no crypto isakmp default policy` is there from 12.4(20)T on; what is built in before cannot be taken away. */
function defaultPolicy(device: Device): DefaultAnswer<boolean> {
  const train = device.platform === 'ios' ? trainNumber(device) : undefined
  return train !== undefined && train < 1204 ? { kind: 'none' } : ON
}

/** What is built in shows in no running configuration. */
export const vpn: Defaults = {
  'vpn.isakmp': ON,
  // `crypto isakmp aggressive-mode disable`: without it, requests are processed.
  'vpn.aggressiveMode': ON,
  'vpn.defaultIsakmpPolicy': defaultPolicy,
  'vpn.defaultIkev2Proposal': ON,
  'vpn.defaultIkev2Policy': ON,
  'vpn.isakmpPolicies[].encryption': byRelease('des', ['3des', 'aes']),
  'vpn.isakmpPolicies[].hash': byRelease('sha', ['sha256']),
  'vpn.isakmpPolicies[].group': byRelease(1, [2, 5, 14]),
}
