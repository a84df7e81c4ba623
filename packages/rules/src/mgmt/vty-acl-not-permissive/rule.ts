import {
  advice,
  defineRule,
  fail,
  netmaskWildcards,
  pass,
  unknown,
  widePermits,
  type Advice,
  type Item,
  type Judgement,
  type WidePermit,
} from '@breakwater/core'

export default defineRule({
  id: 'mgmt/vty-acl-not-permissive',
  title: 'Make management ACLs narrow, with no permit any',
  severity: 'high',
  why: 'A list that lets everybody in is no list; intruders were seen adding their own hosts to exactly these lists',
  guidance: [
    { document: 'EVHG', clause: 'E20' },
    { document: 'EVHG', clause: 'E30' },
    { document: 'AA25-239A', clause: 'A01' },
    { document: 'AA25-239A', clause: 'AM01' },
    { document: 'AA25-239A', clause: 'AM10' },
  ],
  mappings: { stig: ['CISC-ND-000140'], nist: ['AC-4', 'SC-7(5)'], attack: ['T1562.004'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access lists named by VTY lines, SNMP and HTTP, in 6 of them'],
  *check(device) {
    const judged = new Map<string, Item<'references'>[]>()
    for (const reference of device.references.items) {
      if (reference.target !== 'accessList' || !reference.manages) continue
      const key = `${reference.family}:${reference.name}`
      judged.set(key, [...(judged.get(key) ?? []), reference])
    }
    for (const references of judged.values()) {
      const [first] = references
      if (first === undefined) continue
      const found = device.resolve('accessList', first.name, first.family)
      if (found.state === 'unknown') yield unknown(first, `whether access list ${first.name} is narrow`, found.why)
      else if (found.state === 'known' && found.value.entries.length > 0) yield* judgeList(found.value, references)
    }
  },
})

const LOGIN_PORTS: readonly number[] = [22, 23]

function* judgeList(
  list: Item<'accessLists'>,
  references: readonly Item<'references'>[],
): Iterable<Judgement | Advice> {
  const [first] = references
  const login = references.every(({ by }) => by.startsWith('VTY') || by.includes('line'))
  const wide = login ? widePermits(list.entries, 'tcp', LOGIN_PORTS) : widePermits(list.entries, 'any')
  const by = `${first?.by ?? ''}${references.length > 1 ? ` and ${references.length - 1} more` : ''}`
  for (const permit of wide) {
    const message = `Access list ${list.name} (${by}) permits ${tell(permit)}`
    if (permit.isPrivate) yield advice(permit.entry.at, message)
    else if (permit.isCertain)
      yield fail(list, `${message}; permit the management networks only`, { at: permit.entry.at })
    else yield unknown({ list: list.list, key: list.key, at: permit.entry.at }, message, { kind: 'unreadable' })
  }
  for (const entry of netmaskWildcards(list.entries)) {
    if (!wide.some((permit) => permit.entry === entry))
      yield advice(entry.at, `Access list ${list.name}: the wildcard looks like a netmask`)
  }
  if (wide.every(({ isPrivate }) => isPrivate)) yield pass(list)
}

function tell({ freeBits, isNetmask }: WidePermit): string {
  if (freeBits === undefined) return 'sources that are not in view'
  if (freeBits === 32) return 'every source'
  return isNetmask ? '2^24 sources or more: its wildcard looks like a netmask' : `2^${Math.floor(freeBits)} sources`
}
