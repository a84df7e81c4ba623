import {
  change,
  defineRule,
  fail,
  isShadowed,
  pass,
  takesAll,
  unknown,
  type AccessEntry,
  type Device,
  type Item,
} from '@breakwater/core'

type AccessList = Item<'accessLists'>

export default defineRule({
  id: 'acl/deny-log',
  title: 'End filters with an explicit logged deny',
  severity: 'medium',
  why: 'The implicit deny at the end drops in silence: nobody sees who knocks',
  guidance: [
    { document: 'EVHG', clause: 'E20' },
    { document: 'EVHG', clause: 'E21' },
    { document: 'AA25-239A', clause: 'AM22' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000200' },
  ],
  mappings: { stig: ['CISC-RT-000200', 'CISC-ND-000290'], nist: ['AC-4', 'AU-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access lists of interfaces and VTY lines'],
  *check(device) {
    for (const list of boundLists(device)) {
      let silent = 0
      for (const [index, entry] of list.entries.entries()) {
        if (entry.action !== 'deny' || entry.log || isShadowed(list.entries, index)) continue
        silent++
        yield fail(list, `Access list ${list.name} denies without a log; add log`, {
          at: entry.at,
          changes: [change({ setting: 'accessLists[].entries', item: list }, logged(entry))],
        })
      }
      if (!list.entries.some((entry) => takesAll(entry))) {
        const message = `Access list ${list.name} ends in the implicit deny, which logs nothing; end it with deny and log`
        if (device.coverage === 'part') yield unknown(list, message, { kind: 'not-in-view' })
        else
          yield fail(list, message, {
            changes: [change({ setting: 'accessLists[].entries', item: list }, { last: 'deny' })],
          })
      } else if (silent === 0) yield pass(list)
    }
  },
})

/** The entry as written, with `log`, and the number in whose place it comes. */
function logged({ at: { span }, sequence }: AccessEntry) {
  const text = span.file.text.slice(span.start, span.end)
  return { line: `${text.slice(text.search(/\bdeny\b/i))} log`, sequence }
}

/** The lists that filter packets of interfaces or sessions of VTY lines, each once. */
function boundLists(device: Device): AccessList[] {
  const found = new Map<string, AccessList>()
  for (const { target, filters, manages, by, name, family } of device.references.items) {
    if (target !== 'accessList' || !filters) continue
    const isInterface = !manages && !by.startsWith('control-plane')
    if (!isInterface && !by.startsWith('VTY')) continue
    const list = device.resolve('accessList', name, family)
    if (list.state !== 'known' || list.value.entries.length === 0) continue
    const { kind, understood } = list.value
    if ((kind !== 'standard' && kind !== 'extended') || understood.state === 'known') continue
    found.set(list.value.key, list.value)
  }
  return [...found.values()]
}
