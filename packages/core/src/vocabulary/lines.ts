import type { Secret } from '../secret.ts'
import { leaf, list } from './declare.ts'

export type LineKind = 'console' | 'aux' | 'vty' | 'tty'

/** Who a line asks for credentials. `line`: its own password; `aaa`: a method list; `none`: nobody. */
export type LineLogin = 'none' | 'line' | 'local' | 'aaa' | 'tacacs'

export const lines = list<{ readonly kind: LineKind; readonly first: number; readonly last: number }>()(
  'Terminal lines. One item per range of lines with the same settings; its key is `vty 0 4`.',
  {
    transportInput: leaf<readonly string[]>('Protocols accepted, as written: `ssh`, `telnet`, `all`, `none`'),
    transportOutput: leaf<readonly string[]>('Protocols of outbound sessions, as written'),
    accessClassIn: leaf<string>('IPv4 access list on inbound sessions'),
    accessClassOut: leaf<string>('IPv4 access list on outbound sessions'),
    accessClassIn6: leaf<string>('IPv6 access list on inbound sessions'),
    accessClassVrf: leaf<string>('Scope of the inbound access class: `vrf-also`, or a VRF name'),
    execTimeout: leaf<number>('Idle time until the session ends, in seconds; 0 is never'),
    absoluteTimeout: leaf<number>('Length of a session at the most, in minutes'),
    sessionLimit: leaf<number>('Sessions at the most'),
    exec: leaf<boolean>('Whether the line starts an EXEC session'),
    login: leaf<LineLogin>('Who is asked for credentials'),
    loginList: leaf<string>('Name of the AAA authentication list of the line'),
    password: leaf<Secret>('Password of the line'),
    rotary: leaf<number>('Rotary group: the line also answers on ports of the group'),
    methodLists: leaf<Readonly<Record<string, string>>>(
      'Named method lists of authorization and accounting, by service: `authorization exec`, `accounting commands 15`',
    ),
    privilegeLevel: leaf<number>('Privilege level given without authorization, 0 to 15'),
  },
)
