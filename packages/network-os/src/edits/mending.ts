import type { Change } from '@breakwater/core'
import { iosCommands } from '../platforms/ios/commands/index.ts'
import type { DeviceReading } from '../read.ts'
import { mendingOf, type Mending, type Writing } from './plan.ts'
import { isCapture, typedText } from './typed.ts'

export { differenceOf, saysTheSame, type Difference } from './same.ts'
export { isCapture, typedText, type Mending, type Writing }

/** How changes can be written into a configuration; undefined where that is not known. */
export function deviceMending(reading: DeviceReading, changes: readonly Change[]): Mending | undefined {
  return mendingOf(iosCommands, reading, changes)
}
