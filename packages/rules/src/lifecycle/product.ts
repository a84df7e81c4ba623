import { valueOf, type Device, type Fact, type ProductQuery } from '@breakwater/core'

/** What the configuration proves of the software: the question to ask, and the fact that it rests on. */
export interface Software {
  readonly query: ProductQuery
  readonly fact: Fact<unknown>
}

/** The release, else the train; undefined where neither is known. */
export function softwareOf(device: Device): Software | undefined {
  const hardware = device.hardware.items.map(({ pid }) => pid)
  const release = valueOf(device.release)
  // The name of an image knows IOS-XE from IOS better than the commands do.
  if (release !== undefined)
    return { query: { platform: release.scheme, release: release.text, hardware }, fact: device.release }
  const train = valueOf(device.train)
  return train === undefined ? undefined : { query: { platform: device.platform, train, hardware }, fact: device.train }
}

/** Why nothing can be said where the shell has handed over no data. */
export const NO_DATA = { kind: 'unresolved', name: 'lifecycle data' } as const

/** The platforms whose releases and products the data speak of. */
export const PLATFORMS = ['ios', 'iosxe', 'nxos', 'iosxr', 'eos', 'junos'] as const

/** The option of the rules about ends: how many months ahead an end is told. */
export const horizon = {
  schema: { properties: { horizonMonths: { type: 'integer', minimum: 0, maximum: 120 } }, additionalProperties: false },
  defaults: { horizonMonths: 12 },
} as const
