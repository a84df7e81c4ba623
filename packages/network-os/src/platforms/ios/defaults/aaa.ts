import type { DefaultAnswer, Defaults, Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

/** Printed on or off from 12.3 on; before that, and never written, it is off (AAA chapter of the 12.2 security guide). */
function newModel(device: Device): DefaultAnswer<boolean> {
  const train = device.platform === 'ios' ? trainNumber(device) : undefined
  return train !== undefined && train < 1203 ? { kind: 'value', value: false } : { kind: 'printed' }
}

/** Defaults that IOS and IOS-XE share. */
export const aaa: Defaults = {
  'aaa.newModel': newModel,
}
