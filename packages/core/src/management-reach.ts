import type { Origin } from './source.ts'
import { permittedSources } from './access-list/index.ts'
import type { Device } from './device.ts'
import { valueOf, type Fact } from './fact.ts'
import type { Item } from './vocabulary.ts'

export type ManagementService = 'SSH' | 'Telnet' | 'HTTP' | 'HTTPS' | 'NETCONF' | 'RESTCONF' | 'SNMP'

/** From where a service of management takes sessions, as far as its own access list says. Lists of interfaces and of the control plane may take away more. */
export interface ManagementReach {
  readonly service: ManagementService
  /** What serves it: `vty 0 4`, `community 1`. */
  readonly by: string
  readonly family: 4 | 6
  /**
   * `open`: everybody. `limited`: the sources in `from`. `closed`: its list lets nobody in. `unknown`: nobody can tell
   * whether the service is on, or what its list permits.
   */
  readonly state: 'open' | 'limited' | 'closed' | 'unknown'
  /** Prefixes; empty unless `limited`. */
  readonly from: readonly string[]
  /** False where the list says more than sources and ports: those let in may be fewer. */
  readonly exact: boolean
  /** Name of the access list; undefined where there is none. */
  readonly list: string | undefined
  /** Whether the list is named and not defined, or has no entries: IOS then permits everybody. */
  readonly missing: boolean
  readonly at: Origin
}

const seen = new WeakMap<Device, readonly ManagementReach[]>()

/** From which prefixes SSH, Telnet, the web servers, NETCONF, RESTCONF and SNMP reach a device. Services that are off are left out. */
export function managementReach(device: Device): readonly ManagementReach[] {
  let reach = seen.get(device)
  if (reach === undefined) {
    const has6 = device.interfaces.items.some((port) => (valueOf(port.addresses6) ?? []).length > 0)
    reach = servers(device).flatMap((server) => [
      reachOf(device, server, 4),
      ...(has6 || server.list6.state === 'known' ? [reachOf(device, server, 6)] : []),
    ])
    seen.set(device, reach)
  }
  return reach
}

interface Server {
  readonly service: ManagementService
  readonly by: string
  readonly on: boolean | undefined
  readonly port: number
  readonly list4: Fact<string>
  readonly list6: Fact<string>
  readonly at: Origin
}

function servers(device: Device): Server[] {
  const { http, apis, snmp } = device
  const flagged = (
    service: ManagementService,
    by: string,
    fact: Fact<boolean>,
    port: number,
    list4: Fact<string>,
    list6: Fact<string>,
  ): Server[] =>
    fact.state === 'absent' || (fact.state === 'known' && !fact.value)
      ? []
      : [{ service, by, on: fact.state === 'known' ? true : undefined, port, list4, list6, at: fact.at }]
  return [
    ...device.lines.items.flatMap((line) => lineServers(line, valueOf(device.ssh.port) ?? 22)),
    ...flagged('HTTP', 'web server', http.server, valueOf(http.port) ?? 80, http.accessClass, http.accessClass6),
    ...flagged(
      'HTTPS',
      'web server',
      http.secureServer,
      valueOf(http.securePort) ?? 443,
      http.accessClass,
      http.accessClass6,
    ),
    ...flagged('NETCONF', 'NETCONF-YANG', apis.netconf, 830, apis.netconfAccessList, apis.netconfAccessList6),
    ...flagged('RESTCONF', 'RESTCONF', apis.restconf, 443, apis.restconfAccessList, apis.restconfAccessList6),
    ...snmp.communities.items.map((community, index) => ({
      service: 'SNMP' as const,
      by: `community ${index + 1}`,
      on: true,
      port: 161,
      list4: community.accessList,
      list6: community.accessList6,
      at: community.at,
    })),
    ...snmp.groups.items
      .filter(({ forNotifications, name }) => !forNotifications && name !== undefined)
      .map((group) => ({
        service: 'SNMP' as const,
        by: `group ${group.key}`,
        on: true,
        port: 161,
        list4: group.accessList,
        list6: group.accessList6,
        at: group.at,
      })),
  ]
}

function lineServers(line: Item<'lines'>, sshPort: number): Server[] {
  if (line.kind !== 'vty') return []
  const { transportInput, accessClassIn: list4, accessClassIn6: list6 } = line
  const shared = { by: line.key, list4, list6, at: transportInput.at }
  if (transportInput.state !== 'known') return [{ service: 'SSH', on: undefined, port: sshPort, ...shared }]
  const accepts = (protocol: string): boolean =>
    transportInput.value.includes(protocol) || transportInput.value.includes('all')
  return [
    ...(accepts('ssh') ? [{ service: 'SSH' as const, on: true, port: sshPort, ...shared }] : []),
    ...(accepts('telnet') ? [{ service: 'Telnet' as const, on: true, port: 23, ...shared }] : []),
  ]
}

function reachOf(device: Device, server: Server, family: 4 | 6): ManagementReach {
  const { service, by, on, port, at } = server
  const fact = family === 4 ? server.list4 : server.list6
  const name = valueOf(fact)
  const base = { service, by, family, from: [], exact: true, list: name, missing: false, at } as const
  if (on === undefined || fact.state === 'unknown') return { ...base, state: 'unknown' }
  if (name === undefined) return { ...base, state: 'open' }
  const list = device.resolve('accessList', name, family)
  if (list.state === 'unknown') return { ...base, state: 'unknown' }
  if (list.state === 'absent' || list.value.entries.length === 0) return { ...base, state: 'open', missing: true }
  const { sources, exact } = permittedSources(list.value.entries, service === 'SNMP' ? 'udp' : 'tcp', [port])
  const state = sources.length === 0 ? 'closed' : sources.includes('any') && exact ? 'open' : 'limited'
  return { ...base, state, from: state === 'limited' ? sources : [], exact }
}
