import { ipv4, isManagementVrf, valueOf, type Device, type Item, type Match, type SiteMember } from '@breakwater/core'
import { compareText } from '../results.ts'

/** A value that configurations suggest for a member of the site section, and on how many devices it stands. */
export interface Suggestion {
  readonly value: string
  readonly devices: number
}

/** What the configurations of a fleet suggest of its site. They show what is, not what is meant to be. */
export class SiteInference {
  readonly #counts = new Map<SiteMember, Map<string, number>>()
  devices = 0

  add(device: Device): void {
    this.devices++
    for (const [member, values] of suggestionsOf(device)) {
      const counts = this.#counts.get(member) ?? new Map<string, number>()
      this.#counts.set(member, counts)
      for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }

  /** The most common first. */
  of(member: SiteMember): Suggestion[] {
    return [...(this.#counts.get(member) ?? [])]
      .map(([value, devices]) => ({ value, devices }))
      .toSorted((a, b) => b.devices - a.devices || compareText(a.value, b.value))
  }
}

function suggestionsOf(device: Device): (readonly [SiteMember, readonly string[]])[] {
  const { aaa, interfaces, management, monitoring, routing, snmp, ssh, users } = device
  const tunnels = interfaces.items.filter(({ kind }) => kind === 'Tunnel')
  return [
    ['managementPrefixes', managementPrefixes(device)],
    ['managementVrfs', routing.vrfs.items.map(({ name }) => name).filter((name) => isForManagement(name))],
    ['externalDescriptions', outwardWords(interfaces.items)],
    [
      'aaaServers',
      aaa.servers.items.flatMap(({ address, name }) => valueOf(address) ?? (ipv4(name) === undefined ? [] : name)),
    ],
    ['logHosts', management.logHosts.items.map(({ address }) => address)],
    ['ntpServers', management.timeServers.items.map(({ address }) => address)],
    ['snmpManagers', snmp.hosts.items.map(({ address }) => address)],
    ['users', users.items.map(({ name }) => name)],
    ['tunnels', tunnels.flatMap(({ tunnelDestination, name }) => valueOf(tunnelDestination) ?? name)],
    ['mirrorSessions', monitoring.mirrors.items.map(({ session }) => session)],
    ['sshKeys', ssh.authorizedKeys.items.flatMap(({ hash }) => hash ?? [])],
  ]
}

/** What the lists that guard management let in. */
function managementPrefixes(device: Device): string[] {
  return device.references.items.flatMap(({ target, manages, name, family }) => {
    if (target !== 'accessList' || !manages) return []
    const list = device.resolve('accessList', name, family)
    if (list.state !== 'known') return []
    return list.value.entries.flatMap(({ action, source }) => (action === 'permit' ? (prefixText(source) ?? []) : []))
  })
}

/** Prefixes of IPv4 that are no wider than a /8: what is wider bounds nothing. */
function prefixText(match: Match): string | undefined {
  if (match.kind !== 'wildcard' || (match.wildcard & (match.wildcard + 1)) !== 0) return undefined
  const length = 32 - Math.log2(match.wildcard + 1)
  const address = [24, 16, 8, 0].map((shift) => (match.address >>> shift) & 255).join('.')
  return length < 8 ? undefined : `${address}/${length}`
}

function isForManagement(vrf: string): boolean {
  return isManagementVrf(vrf) || /^(?:mgmt|management|oob)/i.test(vrf)
}

/** Words with which operators describe interfaces that leave the network. */
const OUTWARD = ['transit', 'peering', 'upstream', 'uplink', 'isp', 'ixp', 'internet', 'customer', 'wan']

function outwardWords(ports: readonly Item<'interfaces'>[]): string[] {
  return ports.flatMap(({ description }) => {
    const words = (valueOf(description) ?? '').toLowerCase().split(/[^a-z]+/)
    return OUTWARD.filter((word) => words.includes(word)).map((word) => `\\b${word}\\b`)
  })
}
