import type { ModuleTable } from '../module.ts'
import { accessListModules } from './access-lists.ts'
import { bgpModules } from './bgp.ts'
import { interfaceModules } from './interfaces.ts'
import { lineModules } from './lines.ts'
import { routingModules } from './routing.ts'
import { snmpModules } from './snmp.ts'
import { switchingModules } from './switching.ts'
import { systemModules } from './system.ts'
import { userModules } from './users.ts'

/** The modules of `cisco.ios` whose parameters become commands. Parameters, aliases and choices are those of cisco.ios 5.2. */
export const iosModules: readonly ModuleTable[] = [
  ...accessListModules,
  ...bgpModules,
  ...interfaceModules,
  ...lineModules,
  ...routingModules,
  ...snmpModules,
  ...switchingModules,
  ...systemModules,
  ...userModules,
]

/** Modules of `cisco.ios` that set nothing which a rule reads. */
export const iosNothingJudged: readonly string[] = [
  'ios_atomic_vlan_migration',
  'ios_bfd_global',
  'ios_bfd_interfaces',
  'ios_bfd_static',
  'ios_bfd_static_global',
  'ios_bfd_templates',
  'ios_evpn_ethernet',
  'ios_evpn_evi',
  'ios_evpn_global',
  'ios_lacp',
  'ios_lacp_interfaces',
  'ios_pmtu',
  'ios_static_route',
  'ios_static_routes',
  'ios_vlan',
  'ios_vlan_configuration',
  'ios_vlan_configurations',
  'ios_vxlan_vtep',
]
