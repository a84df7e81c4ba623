import type { Defaults } from '@breakwater/core'

const OFF = { kind: 'value', value: false } as const
const ON = { kind: 'value', value: true } as const

/** IOS IP Routing command references: silence is no authentication, and nothing passive. */
export const routing: Defaults = {
  'routing.bgpDefaultIpv4': ON,
  'routing.bgpSafePolicy': OFF,
  'routing.ospfProcesses[].passiveDefault': OFF,
  'routing.isisProcesses[].passiveDefault': OFF,
  'routing.isisProcesses[].levels': { kind: 'value', value: [1, 2] },
  'routing.eigrpProcesses[].passiveDefault': OFF,
  'routing.ripProcesses[].passiveDefault': OFF,
  // IOS IP Routing: RIP Command Reference: sends version 1, takes 1 and 2.
  'routing.ripProcesses[].version': { kind: 'value', value: 1 },
  // IOS First Hop Redundancy command reference: version 2 until `fhrp version vrrp v3`.
  'routing.vrrpVersion': { kind: 'value', value: 2 },
}
