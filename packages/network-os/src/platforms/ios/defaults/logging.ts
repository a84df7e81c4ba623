import type { DefaultAnswer, Defaults, Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

const OFF = { kind: 'value', value: false } as const

/** Printed on or off from 12.3 on; what 12.2 and before do is not established. */
function timestamps(device: Device): DefaultAnswer<'datetime' | 'uptime' | 'none'> {
  const train = device.platform === 'ios' ? trainNumber(device) : undefined
  return train !== undefined && train < 1203 ? { kind: 'varies', needs: 'the release' } : { kind: 'printed' }
}

/** Defaults of logs and of time that IOS and IOS-XE share. */
export const logging: Defaults = {
  'logging.enabled': { kind: 'value', value: true },
  // Informational, and not printed (logging trap).
  'logging.trap': { kind: 'value', value: 6 },
  'logging.buffer': { kind: 'varies', needs: 'the default buffer of this platform' },
  'logging.timestamps': timestamps,
  'login.logFailures': OFF,
  'login.logSuccesses': OFF,
  'ntp.authenticate': OFF,
  'ntp.master': OFF,
  'ntp.referenceClock': OFF,
  'snmp.configTraps': OFF,
  // The reference of 12.0 has it on once commands are authorized; what later releases do is not established.
  'aaa.authorizeConfigCommands': { kind: 'varies', needs: 'the release', oneOf: [true, false] },
}
