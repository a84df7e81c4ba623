import { defineRule, fail, isPublic, isTold, pass, unknown, type AccessEntry, type Item } from '@breakwater/core'

/** Numbers that intruders used for lists of their own. */
const NUMBERS: readonly string[] = ['10', '20', '50']

export default defineRule({
  id: 'ioc/acl-unexpected-public-host',
  title: 'Explain public hosts in management access lists',
  severity: 'high',
  why: 'Intruders add their own hosts to the lists that guard management, often to list 20',
  guidance: [
    { document: 'AA25-239A', clause: 'A01' },
    { document: 'AA25-239A', clause: 'AM01' },
  ],
  mappings: { attack: ['T1562.004'], nist: ['AC-4', 'CM-3'] },
  indicator: {
    innocent: 'A provider of managed services, or a monitoring service, that works from public addresses.',
    collect: ['show access-lists, for the hits of the entry', 'who owns the address', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: standard access lists, numbered and named, in 16 of them'],
  *check(device, { site }) {
    const { accessLists, references } = device
    let seen = 0
    for (const list of accessLists.items) {
      if (list.family !== 4) continue
      const uses = references.items.filter(
        ({ target, name, family }) => target === 'accessList' && name === list.name && family === 4,
      )
      const managing = uses.find(({ manages }) => manages)
      if (managing === undefined && (uses.length > 0 || !NUMBERS.includes(list.name))) continue
      for (const entry of list.entries) {
        const host = hostOf(entry)
        if (host === undefined) continue
        seen++
        if (isPublic(host) === false) {
          if (managing !== undefined)
            yield pass({ list: list.list, key: `${list.key} ${host}`, at: entry.at }, 'no public host', {
              trait: `access list host ${host}`,
            })
          continue
        }
        yield judgeHost(list, entry, host, managing, [...(site.managementPrefixes ?? []), ...(site.ownPrefixes ?? [])])
      }
    }
    if (seen > 0) return
    if (accessLists.complete) yield pass(accessLists, 'no public host in a management list')
    else yield unknown(accessLists, 'whether a public host is let in', { kind: 'not-in-view' })
  },
})

function judgeHost(
  list: Item<'accessLists'>,
  entry: AccessEntry,
  host: string,
  managing: Item<'references'> | undefined,
  expected: readonly string[],
) {
  const subject = { list: list.list, key: `${list.key} ${host}`, at: entry.at }
  const trait = `access list host ${host}`
  if (isTold(expected, host)) return pass(subject, 'an expected host', { trait })
  const use = managing === undefined ? 'nothing uses the list' : managing.by
  const message = `Access list ${list.name} (${use}) permits ${host}, a host of the Internet; find out whose it is`
  return fail(subject, message, { trait, ...(managing === undefined && { severity: 'medium' }) })
}

function hostOf({ action, source }: AccessEntry): string | undefined {
  if (action !== 'permit' || source.kind !== 'wildcard' || source.wildcard !== 0) return undefined
  const { address } = source
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')
}
