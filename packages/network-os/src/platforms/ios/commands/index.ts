import { compileCommands } from '../../../commands/lowering.ts'
import { iosModes } from '../modes.ts'
import { aaa } from './aaa.ts'
import { accessLists } from './access-lists.ts'
import { apis } from './apis.ts'
import { boot } from './boot.ts'
import { features } from './features.ts'
import { automation } from './automation.ts'
import { forwarding } from './forwarding.ts'
import { archive } from './archive.ts'
import { flows } from './flows.ts'
import { http } from './http.ts'
import { ignored } from './ignored.ts'
import { interfaces } from './interfaces.ts'
import { ldp } from './ldp.ts'
import { lines } from './lines.ts'
import { logging } from './logging.ts'
import { login } from './login.ts'
import { management } from './management.ts'
import { monitoring } from './monitoring.ts'
import { nat } from './nat.ts'
import { ntp } from './ntp.ts'
import { privileges } from './privileges.ts'
import { routing } from './routing.ts'
import { secrets } from './secrets.ts'
import { services } from './services.ts'
import { snmp } from './snmp.ts'
import { ssh } from './ssh.ts'
import { switching } from './switching.ts'
import { switchports } from './switchports.ts'
import { system } from './system.ts'
import { tls } from './tls.ts'
import { users } from './users.ts'
import { vpnKeys } from './vpn-keys.ts'
import { vpn } from './vpn.ts'

/** The tables of IOS and IOS-XE by area. Of two rows with one pattern the first counts; `ignored` comes last. */
export const iosTables = {
  system,
  management,
  logging,
  login,
  ntp,
  archive,
  flows,
  lines,
  accessLists,
  ssh,
  snmp,
  http,
  tls,
  apis,
  aaa,
  privileges,
  users,
  secrets,
  services,
  boot,
  features,
  interfaces,
  switching,
  switchports,
  vpn,
  vpnKeys,
  routing,
  nat,
  monitoring,
  automation,
  ldp,
  forwarding,
  ignored,
} as const

export const iosCommands = compileCommands(Object.values(iosTables), iosModes.names)
