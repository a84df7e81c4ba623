import {
  change,
  covers,
  defineRule,
  fail,
  isEverybody,
  isShadowed,
  overlaps,
  pass,
  prefixOf,
  takesAll,
  tellMatch,
  unknown,
  valueOf,
  type AccessEntry,
  type Device,
  type Site,
} from '@breakwater/core'
import { askForExternal, edgeFilters } from '../external.ts'

export default defineRule({
  id: 'acl/no-permit-any-any',
  title: 'Avoid permit ip any any in boundary filters',
  severity: 'medium',
  why: 'A filter that permits what is left over is open to everything that nobody thought of',
  guidance: [{ document: 'EVHG', clause: 'E20' }],
  mappings: { stig: ['CISC-RT-000310'], nist: ['SC-7(5)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access lists of interfaces'],
  *check(device, { site }) {
    const filters = edgeFilters(device, site, ['in', 'out'])
    for (const { list, ports } of filters) {
      let isOpen = false
      for (const [index, entry] of list.entries.entries()) {
        const atTimes = { ...entry, qualified: entry.qualified && entry.timeRange === undefined }
        if (entry.action !== 'permit' || !takesAll(atTimes) || isShadowed(list.entries, index)) continue
        isOpen = true
        const where = ports.map(({ port }) => port.name).join(', ')
        const message = `Access list ${list.name} permits everything from ${tellMatch(entry.source)} through ${where}; permit what is needed, and deny the rest`
        const item = { list: list.list, key: list.key, at: entry.at }
        switch (protectedBefore(list.entries.slice(0, index), device, site)) {
          case 'yes':
            yield pass(item, 'the own addresses are protected before')
            break
          case 'unknown':
            yield unknown(item, message, { kind: 'site', needs: 'the own prefixes' })
            break
          case 'no':
            yield fail(list, message, {
              at: entry.at,
              changes: [change({ setting: 'accessLists[].entries', item: list }, { without: entry.sequence })],
              applicability: 'lockout-risk',
            })
            break
        }
      }
      if (!isOpen) yield pass(list)
    }
    if (filters.length === 0)
      yield* askForExternal(device, site, 'the filters of external interfaces permit everything')
  },
})

/** An infrastructure list denies everybody the own addresses, and then lets transit traffic through. */
function protectedBefore(entries: readonly AccessEntry[], device: Device, site: Site): 'yes' | 'no' | 'unknown' {
  const shields = entries.filter(
    ({ action, source, destination, qualified }) =>
      action === 'deny' && !qualified && isEverybody(source) && !isEverybody(destination),
  )
  if (shields.length === 0) return 'no'
  const told = site.ownPrefixes?.flatMap((prefix) => prefixOf(prefix) ?? [])
  const addresses = device.interfaces.items.flatMap((port) =>
    (valueOf(port.addresses) ?? []).flatMap(({ address }) => prefixOf(address) ?? []),
  )
  const own = [...(told ?? []), ...addresses]
  const covered = shields.some(({ destination }) =>
    own.some((prefix) => covers(destination, prefix) || overlaps(destination, prefix)),
  )
  return covered ? 'yes' : told === undefined ? 'unknown' : 'no'
}
