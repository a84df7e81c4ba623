import type { Device } from '@breakwater/core'

/** Whether SNMP is configured; `unseen` where it may be, out of view. */
export function snmpAgent({ snmp }: Device): 'on' | 'off' | 'unseen' {
  const { configured, communities, groups, users, hosts } = snmp
  if (communities.items.length + groups.items.length + users.items.length + hosts.items.length > 0) return 'on'
  if (configured.state === 'known') return configured.value ? 'on' : 'off'
  return communities.complete ? 'off' : 'unseen'
}

export const NOT_IN_VIEW = { kind: 'not-in-view' } as const
