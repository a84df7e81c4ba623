import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, type CommandTable } from '../../../commands/row.ts'

const MIRRORS = 'monitoring.mirrors'

function removeMirrors(what: string, to: Lowering): void {
  for (const { key } of to.draft.items(MIRRORS)) if (what === 'all' || what === key) to.draft.remove(MIRRORS, key)
}

/**
 * `monitor session N source|destination …`, `monitor session N type erspan-source`; `monitor session N filter …` alone
 * mirrors nothing. `no monitor session N|all` takes it away, `no monitor session N source …` a part.
 */
function readSession(line: Command, to: Lowering): void {
  const [, , session = '', what = '', ...rest] = line.words.map(({ text }) => text.toLowerCase())
  if (line.negated || line.defaulted) return what === '' ? removeMirrors(session, to) : undefined
  if (what === 'type') {
    const mirror = to.draft.add(MIRRORS, session, { session }, line.at)
    const type = rest[0] ?? ''
    mirror.set('type', type.startsWith('erspan') ? 'erspan' : type.startsWith('rspan') ? 'remote' : 'local', line.at)
    return to.enter([mirror])
  }
  if (what !== 'source' && what !== 'destination') return
  const mirror = to.draft.add(MIRRORS, session, { session }, line.at)
  if (rest[0] === 'remote') mirror.set('type', 'remote', line.at)
  else if (mirror.stated('type') === undefined) mirror.set('type', 'local', line.at)
}

/** `port monitor INTERFACE` of XL and 2900 switches: the port gets copies of another. */
function readPortMonitor(line: Command, to: Lowering): void {
  for (const port of to.items('interfaces')) {
    const session = `port monitor on ${port.key}`
    if (line.negated || line.defaulted) to.draft.remove(MIRRORS, session)
    else to.draft.add(MIRRORS, session, { session }, line.at).set('type', 'local', line.at)
  }
}

function readRemoteSpan(line: Command, to: Lowering): void {
  const header = to.table.parent[line.line] ?? -1
  const text = header < 0 ? '' : to.table.text.slice(to.table.body[header], to.table.end[header]).trim()
  const session = `RSPAN ${text.toLowerCase()}`
  if (line.negated || line.defaulted) to.draft.remove(MIRRORS, session)
  else to.draft.add(MIRRORS, session, { session }, line.at).set('type', 'remote', line.at)
}

function readCapture(kind: 'traffic-export' | 'capture', line: Command, to: Lowering): void {
  const name = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('monitoring.captures', `${kind} ${name}`)
  else to.draft.add('monitoring.captures', `${kind} ${name}`, { name, kind }, line.at)
}

/** Mirroring and capture of packets. */
export const monitoring: CommandTable = {
  rows: {
    global: [
      command('monitor session <session> ...', readSession),
      command('ip traffic-export profile <name> ...', (line, to) => readCapture('traffic-export', line, to)),
      command('monitor capture <name> ...', (line, to) => readCapture('capture', line, to)),
    ],
    interface: [command('port monitor ...', readPortMonitor)],
    vlan: [command('remote-span', readRemoteSpan)],
    'monitor session': [
      flag('shutdown', 'monitoring.mirrors[].shutdown'),
      ...ignored('source ...', 'destination ...', 'description ...', 'filter ...', 'header-type ...', 'mtu ...'),
    ],
    'monitor endpoint': [
      command('ip address <address> ...', (line, to) => {
        for (const mirror of to.items(MIRRORS))
          if (!line.negated) mirror.set('destinationAddress', line.text(0), line.at)
      }),
      command('ipv6 address <address> ...', (line, to) => {
        for (const mirror of to.items(MIRRORS))
          if (!line.negated) mirror.set('destinationAddress', line.text(0), line.at)
      }),
      ...ignored('erspan-id ...', 'origin ...', 'ip dscp ...', 'ip ttl ...', 'ip prec ...', 'mtu ...', 'vrf ...'),
    ],
  },
}
