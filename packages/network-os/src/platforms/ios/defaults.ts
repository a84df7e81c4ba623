import type { Defaults } from '@breakwater/core'
import { aaa } from './defaults/aaa.ts'
import { apis } from './defaults/apis.ts'
import { http } from './defaults/http.ts'
import { interfaces } from './defaults/interfaces.ts'
import { lines } from './defaults/lines.ts'
import { routing } from './defaults/routing.ts'
import { logging } from './defaults/logging.ts'
import { secrets } from './defaults/secrets.ts'
import { services } from './defaults/services.ts'
import { snmp } from './defaults/snmp.ts'
import { ssh } from './defaults/ssh.ts'
import { switching } from './defaults/switching.ts'
import { system } from './defaults/system.ts'
import { vpn } from './defaults/vpn.ts'

/** What IOS does when a setting is not written. A row that depends on the release says `varies` where it is not proven. */
export const iosDefaults: Defaults = {
  ...lines,
  ...ssh,
  ...snmp,
  ...http,
  ...apis,
  ...services,
  ...secrets,
  ...aaa,
  ...logging,
  ...system,
  ...interfaces,
  ...switching,
  ...vpn,
  ...routing,
}
