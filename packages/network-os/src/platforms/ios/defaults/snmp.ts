import type { Defaults } from '@breakwater/core'

/** Defaults that IOS and IOS-XE share (Cisco IOS SNMP Support Command Reference). */
export const snmp: Defaults = {
  'snmp.communities[].access': { kind: 'value', value: 'ro' },
  'snmp.hosts[].version': { kind: 'value', value: '1' },
}
