import { valueOf, type Device } from '@breakwater/core'

/** The train as a number, minor releases in hundredths: 16.12 is 1612, 12.2SE is 1202. Undefined where it is not proven. */
export function trainNumber(device: Device): number | undefined {
  const [, major, minor] = /^0?(\d+)\.0?(\d+)/.exec(valueOf(device.train) ?? '') ?? []
  return major === undefined ? undefined : Number(major) * 100 + Number(minor)
}
