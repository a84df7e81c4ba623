import { valueOf, type Device, type Item, type Reason } from '@breakwater/core'

export type ServerGroup = Item<'aaa.groups'>

/** The servers behind a method such as `group tacacs+` or `group TAC`. */
export type GroupServers =
  | {
      readonly kind: 'servers'
      readonly protocol: ServerGroup['protocol']
      /** Each address once. */
      readonly addresses: readonly string[]
      /** Undefined for the groups that every device has. */
      readonly group: ServerGroup | undefined
    }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'unknown'; readonly why: Reason }

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

/** Every server of a protocol, for `tacacs+` and `radius`; else the members of the group that are defined. */
export function serversOf(device: Device, method: string): GroupServers {
  const { groups, servers } = device.aaa
  const [, name = ''] = method.split(' ')
  if (name === 'tacacs+' || name === 'radius') {
    const all = servers.items.filter(({ protocol, group }) => protocol === name && group === undefined)
    if (!servers.complete && all.length === 0) return { kind: 'unknown', why: NOT_IN_VIEW }
    return { kind: 'servers', protocol: name, addresses: addressesOf(all), group: undefined }
  }
  const group = groups.items.find((candidate) => candidate.name === name)
  if (group === undefined)
    return groups.complete && name !== 'ldap' ? { kind: 'missing', name } : { kind: 'unknown', why: NOT_IN_VIEW }
  const { servers: members, protocol } = group
  if (members.state === 'unknown') return { kind: 'unknown', why: members.why }
  const names = valueOf(members) ?? []
  if (protocol === 'ldap') return { kind: 'servers', protocol, addresses: names, group }
  const found = names.flatMap((member) => {
    const server =
      servers.items.find((candidate) => candidate.group === name && candidate.name === member) ??
      servers.items.find(
        (candidate) =>
          candidate.group === undefined &&
          candidate.protocol === protocol &&
          (candidate.name === member || valueOf(candidate.address) === member),
      )
    return server === undefined ? [] : [server]
  })
  if (found.length < names.length && !servers.complete) return { kind: 'unknown', why: NOT_IN_VIEW }
  return { kind: 'servers', protocol, addresses: addressesOf(found), group }
}

function addressesOf(servers: readonly Item<'aaa.servers'>[]): string[] {
  return [...new Set(servers.map(({ address, name }) => valueOf(address) ?? name))]
}

/** A group that lists can use: the first one with a server, else a placeholder. */
export function groupToUse(device: Device, protocol?: ServerGroup['protocol']): string {
  const names = [...device.aaa.groups.items.map(({ name }) => name), 'tacacs+', 'radius']
  const found = names.find((name) => {
    const servers = serversOf(device, `group ${name}`)
    return (
      servers.kind === 'servers' &&
      servers.addresses.length > 0 &&
      (protocol === undefined || servers.protocol === protocol)
    )
  })
  return `group ${found ?? '<GROUP>'}`
}
