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

export const http: Defaults = {
  'http.server': server,
  // Images without cryptography have none and print nothing.
  'http.secureServer': { kind: 'printed' },
  // `ip http authentication` in the HTTP Services Command Reference: the enable password.
  'http.authentication': { kind: 'value', value: 'enable' },
  'http.activeSessionModules': { kind: 'value', value: 'all' },
  'http.secureActiveSessionModules': { kind: 'value', value: 'all' },
}
