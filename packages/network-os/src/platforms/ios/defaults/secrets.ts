import type { DefaultAnswer, Defaults, Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

/**
 * IOS prints `no service password-encryption`. IOS-XE 16 and 17 do not: running configurations of 16.4, 17.12 and 17.15
 * that print `no aaa new-model` have no line about it; where it is on it is printed. IOS before 12.3 need not print it.
 */
function passwordEncryption(device: Device): DefaultAnswer<boolean> {
  const train = trainNumber(device)
  const silentWhereOff = device.platform === 'iosxe' ? (from: number) => from >= 1600 : (from: number) => from < 1203
  return train !== undefined && silentWhereOff(train) ? { kind: 'value', value: false } : { kind: 'printed' }
}

/** Defaults that IOS and IOS-XE share, or that tell the platforms apart themselves. */
export const secrets: Defaults = {
  'services.passwordEncryption': passwordEncryption,
}
