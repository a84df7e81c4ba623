import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, type CommandTable, type Row } from '../../../commands/row.ts'
import { bgpGlobalRows, bgpRows, finishBgp } from './bgp.ts'
import { bgpWriters } from './bgp-writers.ts'
import { eigrpGlobalRows, eigrpInterfaceRows, eigrpRows, eigrpWriters } from './eigrp.ts'
import { firstHopGlobalRows, firstHopRows, firstHopWriters } from './first-hop.ts'
import { isisGlobalRows, isisInterfaceRows, isisRows, isisWriters } from './isis.ts'
import { keyChainGlobalRows, keyChainRows, keyChainWriters } from './key-chains.ts'
import { ldpInterfaceRows } from './ldp.ts'
import { ospfGlobalRows, ospfInterfaceRows, ospfRows, ospfWriters } from './ospf.ts'
import { ripGlobalRows, ripInterfaceRows, ripRows, ripWriters } from './rip.ts'
import { interfaceName } from '../interface-name.ts'
import { maskLength } from './interfaces.ts'

type Tables = 'imports' | 'exports' | 'replicatesFrom'

function openVrf(line: Command, to: Lowering): void {
  const name = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('routing.vrfs', name)
  else to.enter([to.draft.add('routing.vrfs', name, { name }, line.at)])
}

/** Adds a name to a list of the VRF around, or with `no` takes it away. */
function joinVrf(field: Tables, name: string, line: Command, to: Lowering): void {
  for (const vrf of to.items('routing.vrfs')) {
    const before = vrf.stated(field)
    const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
      (other) => other !== name,
    )
    vrf.set(field, line.negated ? others : [...others, name], line.at)
  }
}

const inVrf: readonly Row[] = [
  command('route-target import <target> ...', (line, to) => joinVrf('imports', line.text(0), line, to)),
  command('route-target export <target> ...', (line, to) => joinVrf('exports', line.text(0), line, to)),
  command('route-target both <target> ...', (line, to) => {
    joinVrf('imports', line.text(0), line, to)
    joinVrf('exports', line.text(0), line, to)
  }),
  command('route-target <target>', (line, to) => {
    joinVrf('imports', line.text(0), line, to)
    joinVrf('exports', line.text(0), line, to)
  }),
  command('route-replicate from vrf <vrf> ...', (line, to) => joinVrf('replicatesFrom', line.text(0), line, to)),
  // `route-replicate [recursion-policy destination] from {vrf X | unicast | multicast} …`; without a VRF from the global table.
  command('route-replicate ...', (line, to) => {
    const words = line.words.map(({ text }) => text)
    const vrf = words.indexOf('vrf')
    joinVrf('replicatesFrom', vrf < 0 ? 'global' : (words[vrf + 1] ?? ''), line, to)
  }),
  // `import ipv4 unicast map X`: prefixes of the global table.
  command('import ipv4 <table> ...', (line, to) => joinVrf('replicatesFrom', 'global', line, to)),
]

/** `ip route [vrf X] PREFIX MASK [INTERFACE] [NEXT-HOP] [global] …` */
function readRoute(line: Command, to: Lowering): void {
  const words = line.words.slice(2).map(({ text }) => text)
  let at = 0
  let vrf: string | undefined
  if (words[0]?.toLowerCase() === 'vrf') {
    vrf = words[1]
    at = 2
  }
  if (words[at] === 'topology' || words[at] === 'profile' || words[at] === 'static') return
  const length = maskLength(words[at + 1] ?? '')
  if (length === undefined) return to.unsupported()
  const prefix = `${words[at]}/${length}`
  const rest = words.slice(at + 2)
  let out: string | undefined
  if (/^[A-Za-z]/.test(rest[0] ?? '')) {
    const type = rest.shift() ?? ''
    out = interfaceName(
      /\d/.test(type) ? type : `${type}${/^\d[\d/.:]*$/.test(rest[0] ?? '') ? (rest.shift() ?? '') : ''}`,
    )
  }
  const nextHop = /^\d+\.\d+\.\d+\.\d+$/.test(rest[0] ?? '') ? rest.shift() : undefined
  const global = rest.includes('global')
  const key = [vrf, prefix, out, nextHop].filter((part) => part !== undefined).join(' ')
  if (line.negated || line.defaulted) to.draft.remove('routing.staticRoutes', key)
  else to.draft.add('routing.staticRoutes', key, { prefix, vrf, interface: out, nextHop, global }, line.at)
}

/** `set interface X …`, `set ip next-hop [verify-availability] A …`: where policy-based routing sends packets. */
function readTargets(kind: 'interface' | 'next-hop', line: Command, to: Lowering): void {
  const header = to.table.parent[line.line] ?? -1
  const opened = header < 0 ? '' : to.table.text.slice(to.table.body[header], to.table.end[header])
  const routeMap = opened.trim().split(/\s+/)[1] ?? ''
  const words = line.text(0).split(/\s+/)
  for (const word of words) {
    if (kind === 'next-hop' && !/^\d+(?:\.\d+){3}$/.test(word)) continue
    if (kind === 'interface' && !/^[A-Za-z-]+\d/.test(word)) continue
    const target = kind === 'interface' ? interfaceName(word) : word
    const key = `${routeMap} ${target}`
    if (line.negated) to.draft.remove('routing.routeMapTargets', key)
    else to.draft.add('routing.routeMapTargets', key, { routeMap, kind, target }, line.at)
  }
}

export const routing: CommandTable = {
  rows: {
    global: [
      command('ip vrf <name>', openVrf),
      command('vrf definition <name>', openVrf),
      command('ip route ...', readRoute),
      flag('ipv6 unicast-routing', 'routing.ipv6Unicast'),
      ...bgpGlobalRows,
      ...eigrpGlobalRows,
      ...firstHopGlobalRows,
      ...isisGlobalRows,
      ...keyChainGlobalRows,
      ...ospfGlobalRows,
      ...ripGlobalRows,
    ],
    'ip vrf': [
      ...inVrf,
      ...ignored(
        'rd ...',
        'description ...',
        'import map ...',
        'export map ...',
        'maximum routes ...',
        'vpn id ...',
        'mdt ...',
      ),
    ],
    'vrf definition': [
      ...inVrf,
      ...ignored(
        'rd ...',
        'description ...',
        'address-family ...',
        'vnet ...',
        'vpn id ...',
        'maximum routes ...',
        'import map ...',
        'export map ...',
      ),
    ],
    'vrf address-family': [
      ...inVrf,
      ...ignored('import map ...', 'export map ...', 'maximum routes ...', 'mdt ...', 'exit-address-family'),
    ],
    'route-map': [
      command('set interface <interfaces...>', (line, to) => readTargets('interface', line, to)),
      command('set ip next-hop <addresses...>', (line, to) => readTargets('next-hop', line, to)),
    ],
    interface: [
      ...eigrpInterfaceRows,
      ...firstHopRows,
      ...isisInterfaceRows,
      ...ldpInterfaceRows,
      ...ospfInterfaceRows,
      ...ripInterfaceRows,
    ],
    ...bgpRows,
    ...eigrpRows,
    ...isisRows,
    ...keyChainRows,
    ...ospfRows,
    ...ripRows,
  },
  writers: {
    ...bgpWriters,
    ...eigrpWriters,
    ...firstHopWriters,
    ...isisWriters,
    ...keyChainWriters,
    ...ospfWriters,
    ...ripWriters,
  },
  finish: finishBgp,
}
