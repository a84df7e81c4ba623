import type { ModuleTable } from '../module.ts'
import { accessListModules } from './access-lists.ts'
import { interfaceModules } from './interfaces.ts'
import { routingModules } from './routing.ts'
import { snmpModules } from './snmp.ts'
import { systemModules } from './system.ts'
import { userModules } from './users.ts'

/** The modules of `cisco.ios` whose parameters become commands. */
export const iosModules: readonly ModuleTable[] = [
  ...accessListModules,
  ...interfaceModules,
  ...routingModules,
  ...snmpModules,
  ...systemModules,
  ...userModules,
]
