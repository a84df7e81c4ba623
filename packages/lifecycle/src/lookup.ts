import type { LifecycleAnswer, LookupOptions, ReleaseQuery } from './answer.ts'
import { loadLifecycle } from './load.ts'
import { type ExploitedAnswer, lookupExploited } from './lookup-exploited.ts'
import { lookupHardware } from './lookup-hardware.ts'
import { lookupRelease } from './lookup-release.ts'

/** All that is known of one device on a day. */
export interface DeviceLifecycle {
  readonly release: LifecycleAnswer
  /** One for each product that the device names. */
  readonly hardware: readonly LifecycleAnswer[]
  /** Whether the release has each vulnerability; whether the feature is on is for whoever sees the configuration. */
  readonly exploited: readonly ExploitedAnswer[]
}

/**
 * Where a device stands on a day, `YYYY-MM-DD`: `await lookup({ platform: 'iosxe', release: '17.9.4' }, '2026-11-24')`.
 * Uses the data of this package unless others are given.
 */
export const lookup = async (
  device: ReleaseQuery,
  on: string,
  options: Partial<Omit<LookupOptions, 'today'>> = {},
): Promise<DeviceLifecycle> => {
  const { unconfirmed = false } = options
  const data = options.data ?? (await loadLifecycle({ unconfirmed }))
  const asked: LookupOptions = { ...options, data, today: on }
  return {
    release: lookupRelease(device, asked),
    hardware: [device.hardware ?? []].flat().map((name) => lookupHardware(name, asked)),
    exploited: lookupExploited(device, { data }),
  }
}
