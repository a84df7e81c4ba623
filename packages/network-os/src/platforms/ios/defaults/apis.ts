import type { Defaults } from '@breakwater/core'

const OFF = { kind: 'value', value: false } as const

/** Programmability Command Reference, IOS-XE 17: all of it is off until it is written. */
export const apis: Defaults = {
  'apis.netconf': OFF,
  'apis.restconf': OFF,
  'apis.gnmi': OFF,
  'apis.gnmiInsecureServer': OFF,
  'apis.gnmiSecureServer': OFF,
}
