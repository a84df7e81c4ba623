import type { Change, Item } from '@breakwater/core'

/** What becomes of an entry: it goes, another line comes in its place, or a last deny follows. */
export type EntryChange =
  | { readonly without: number | undefined }
  | { readonly line: string; readonly sequence: number | undefined }
  | { readonly last: 'deny' }

function writeEntries({ item, value }: Change): string[] {
  const { name, family, kind } = item as Item<'accessLists'>
  const header = family === 6 ? `ipv6 access-list ${name}` : `ip access-list ${kind} ${name}`
  const number = family === 6 ? 'sequence ' : ''
  const wanted = value as EntryChange
  if ('without' in wanted) return [header, ` no ${number}${wanted.without ?? ''}`]
  if ('line' in wanted) {
    const place = `${number}${wanted.sequence ?? ''}`
    return [header, ` no ${place}`, ` ${place} ${wanted.line}`]
  }
  // An explicit deny of IPv6 ends the implicit permits of neighbour discovery.
  if (family === 6)
    return [header, ' permit icmp any any nd-na', ' permit icmp any any nd-ns', ' deny ipv6 any any log']
  return [header, kind === 'standard' ? ' deny any log' : ' deny ip any any log']
}

function bind(command: string, direction: 'in' | 'out') {
  return ({ item, value }: Change): string[] => [
    `interface ${item?.key ?? ''}`,
    typeof value === 'string' ? ` ${command} ${value} ${direction}` : ` no ${command} ${direction}`,
  ]
}

export const accessListWriters = {
  'accessLists[].entries': writeEntries,
  'interfaces[].accessGroupIn': bind('ip access-group', 'in'),
  'interfaces[].accessGroupOut': bind('ip access-group', 'out'),
  'interfaces[].trafficFilterIn': bind('ipv6 traffic-filter', 'in'),
  'interfaces[].trafficFilterOut': bind('ipv6 traffic-filter', 'out'),
}
