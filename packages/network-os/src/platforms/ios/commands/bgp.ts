import type { DraftItem, RouteFilter } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, type Row } from '../../../commands/row.ts'

type Session = DraftItem<'routing.bgpNeighbors'> | DraftItem<'routing.bgpGroups'>
type Routes = DraftItem<'routing.bgpRoutes'>

/** Where lines of BGP stand. */
interface Scope {
  readonly as: string
  readonly vrf: string | undefined
  readonly family: string | undefined
}

interface Memory {
  readonly scopes: Map<number, Scope>
  /** Names that are peer groups, with their VRF. */
  readonly groups: Set<string>
}

const MEMORY = 'routing.bgp'

function memoryOf(to: Lowering): Memory {
  let memory = to.memory.get(MEMORY) as Memory | undefined
  if (memory === undefined) to.memory.set(MEMORY, (memory = { scopes: new Map(), groups: new Set() }))
  return memory
}

function scopeOf(line: Command, to: Lowering): Scope | undefined {
  const { scopes } = memoryOf(to)
  for (let at = line.table.parent[line.line] ?? -1; at >= 0; at = line.table.parent[at] ?? -1) {
    const scope = scopes.get(at)
    if (scope !== undefined) return scope
  }
  return undefined
}

function openProcess(line: Command, to: Lowering): void {
  const as = line.text(0)
  if (line.negated || line.defaulted) return removeProcess(as, line, to)
  to.state('routing.bgpAs', as, line.at)
  memoryOf(to).scopes.set(line.line, { as, vrf: undefined, family: undefined })
}

/** A process goes with its neighbours, its groups and templates, and what they exchange. */
function removeProcess(as: string, line: Command, to: Lowering): void {
  to.unset('routing.bgpAs', line.at)
  for (const list of ['routing.bgpNeighbors', 'routing.bgpGroups', 'routing.bgpRoutes'] as const) {
    for (const { key, id } of to.draft.items(list)) if (id.as === as) to.draft.remove(list, key)
  }
}

/** `ipv4`, `ipv4 unicast vrf X`, `vpnv4`, `l2vpn evpn` */
function openFamily(line: Command, to: Lowering): void {
  const words = line.text(0).toLowerCase().split(/\s+/)
  const at = words.indexOf('vrf')
  const vrf = at < 0 ? undefined : line.text(0).split(/\s+/)[at + 1]
  const plain = (at < 0 ? words : words.slice(0, at)).join(' ')
  const around = scopeOf(line, to)
  if (around === undefined) return
  const family = plain.includes(' ') ? plain : `${plain} unicast`
  memoryOf(to).scopes.set(line.line, { as: around.as, vrf, family })
}

const inVrf = (name: string, vrf: string | undefined): string => (vrf === undefined ? name : `${name} vrf ${vrf}`)

function isGroup(name: string, { vrf }: Scope, to: Lowering): boolean {
  const { groups } = memoryOf(to)
  return groups.has(inVrf(name, vrf)) || groups.has(name) || !/[.:]/.test(name)
}

/** The neighbour or peer group whose session the line is about, made where it is not there yet. */
function sessionOf(line: Command, to: Lowering): Session | undefined {
  const scope = scopeOf(line, to)
  const name = line.words[1]?.text
  if (scope === undefined || name === undefined) return undefined
  // Only VRFs have sessions of their own; the families of the global table share one.
  const { as, vrf } = scope
  const family = vrf === undefined ? undefined : scope.family
  const key = inVrf(name, vrf)
  return isGroup(name, scope, to)
    ? to.draft.add('routing.bgpGroups', key, { name, vrf, as, family, kind: 'peer-group' }, line.at)
    : to.draft.add('routing.bgpNeighbors', key, { address: name, vrf, as, family, dynamic: false }, line.at)
}

/** What is exchanged with a neighbour or group in the family around. */
function routesOf(line: Command, to: Lowering): Routes | undefined {
  const scope = scopeOf(line, to)
  const holder = line.words[1]?.text
  if (scope === undefined || holder === undefined) return undefined
  const { as, vrf } = scope
  const family = scope.family ?? 'ipv4 unicast'
  const id = { holder, vrf, as, family, kind: 'neighbor', inProcess: scope.family === undefined } as const
  return to.draft.add('routing.bgpRoutes', `${inVrf(holder, vrf)} ${family}`, id, line.at)
}

type SessionField = 'remoteAs' | 'localAs' | 'shutdown' | 'ttlSecurity' | 'multihop'

function sessionRow(form: string, apply: (item: Session, line: Command, value: string) => void): Row[] {
  const words = form.split(' ').filter((word) => !word.startsWith('<') && word !== '...').length
  const read = (items: readonly Session[], line: Command, skip: number): void => {
    for (const item of items) apply(item, line, line.words[skip + words]?.text ?? '')
  }
  return [
    command(`neighbor <peer> ${form}`, (line, to) => {
      const item = sessionOf(line, to)
      if (item !== undefined) read([item], line, 2)
    }),
    command(form, (line, to) => read(to.items('routing.bgpGroups'), line, 0)),
  ]
}

function setting<K extends SessionField>(form: string, field: K, valueOf: (text: string) => unknown): Row[] {
  return sessionRow(form, (item, line, text) => {
    if (line.negated || line.defaulted) item.unset(field, line.at)
    else item.set(field, valueOf(text) as never, line.at)
  })
}

/** `no neighbor X remote-as N` and `no neighbor X` take the neighbour away. */
function removeNeighbor(line: Command, to: Lowering): void {
  const scope = scopeOf(line, to)
  if (scope === undefined || !line.negated) return
  const key = inVrf(line.words[1]?.text ?? '', scope.vrf)
  to.draft.remove('routing.bgpNeighbors', key)
}

const asWritten = (text: string): string => text
const yes = (): boolean => true
const countOr =
  (fallback: number) =>
  (text: string): number =>
    /^\d+$/.test(text) ? Number(text) : fallback

const forms = {
  remoteAs: setting('remote-as <as> ...', 'remoteAs', asWritten),
  localAs: setting('local-as <as> ...', 'localAs', asWritten),
  shutdown: setting('shutdown ...', 'shutdown', yes),
  description: sessionRow('description ...', (item, line) => {
    if (line.negated || line.defaulted) return item.unset('description', line.at)
    const from = line.words[0]?.text === 'neighbor' ? 3 : 1
    item.set(
      'description',
      line.words
        .slice(from)
        .map(({ text }) => text)
        .join(' '),
      line.at,
    )
  }),
  ttlSecurity: setting('ttl-security hops <hops>', 'ttlSecurity', countOr(254)),
  multihop: setting('ebgp-multihop ...', 'multihop', countOr(255)),
  ao: sessionRow('ao <chain> ...', (item, line, chain) => {
    if (line.negated || line.defaulted) return item.unset('authentication', line.at)
    item.set('authentication', 'ao', line.at)
    item.set('keyChain', chain, line.at)
  }),
  inherits: sessionRow('inherit peer-session <template>', (item, line, name) => {
    const before = item.stated('inherits')
    const known = before?.state === 'known' ? (before.value as readonly string[]) : []
    item.set('inherits', line.negated ? known.filter((other) => other !== name) : [...known, name], line.at)
  }),
}

/** `neighbor X peer-group` makes a group; `neighbor X peer-group G` makes a member of it, of the session and of the family around. */
function joinGroup(line: Command, to: Lowering): void {
  const scope = scopeOf(line, to)
  const [, name = '', , group] = line.words.map(({ text }) => text)
  if (scope === undefined) return
  if (group === undefined) {
    if (line.negated) to.draft.remove('routing.bgpGroups', inVrf(name, scope.vrf))
    else memoryOf(to).groups.add(inVrf(name, scope.vrf))
    if (!line.negated) sessionOf(line, to)
    return
  }
  const session = sessionOf(line, to)
  if (line.negated) session?.unset('peerGroup', line.at)
  else {
    session?.set('peerGroup', group, line.at)
    routesOf(line, to)?.set('peerGroup', group, line.at)
  }
}

/** `bgp listen range PREFIX peer-group G [remote-as N …]` */
function listen(line: Command, to: Lowering): void {
  const scope = scopeOf(line, to)
  const [prefix, group] = [line.text(0), line.text(1)]
  if (scope === undefined) return
  const { as, vrf } = scope
  const key = inVrf(prefix, vrf)
  if (line.negated) return to.draft.remove('routing.bgpNeighbors', key)
  const family = vrf === undefined ? undefined : scope.family
  const item = to.draft.add('routing.bgpNeighbors', key, { address: prefix, vrf, as, family, dynamic: true }, line.at)
  item.set('peerGroup', group, line.at)
  const at = line.words.findIndex(({ text }) => text === 'remote-as')
  const remote = at < 0 ? undefined : line.words[at + 1]?.text
  if (remote !== undefined) item.set('remoteAs', remote, line.at)
}

/** `bgp confederation peers A B C`, `bgp confederation identifier A` */
function confederation(line: Command, to: Lowering): void {
  const before = to.draft.stated('routing.bgpConfederation')
  const known = before?.state === 'known' ? (before.value as readonly string[]) : []
  const written = line.text(0).split(/\s+/)
  to.state(
    'routing.bgpConfederation',
    line.negated ? known.filter((as) => !written.includes(as)) : [...known, ...written],
    line.at,
  )
}

/** Of a policy: below `neighbor X` of a family, and in templates. */
function policyRow(form: string, apply: (routes: Routes, line: Command, words: readonly string[]) => void): Row[] {
  return [
    command(`neighbor <peer> ${form}`, (line, to) => {
      const routes = routesOf(line, to)
      if (routes !== undefined)
        apply(
          routes,
          line,
          line.words.slice(2).map(({ text }) => text),
        )
    }),
    command(form, (line, to) => {
      for (const routes of to.items('routing.bgpRoutes'))
        apply(
          routes,
          line,
          line.words.map(({ text }) => text),
        )
    }),
  ]
}

function filter(kind: RouteFilter['kind']): Row[] {
  const form = kind === 'unsuppress-map' ? 'unsuppress-map <name>' : `${kind} <name> <direction>`
  return policyRow(form, (routes, line, [, name = '', direction]) => {
    const field = direction === 'in' ? 'filtersIn' : 'filtersOut'
    const before = routes.stated(field)
    const known = before?.state === 'known' ? (before.value as readonly RouteFilter[]) : []
    const others = known.filter((other) => other.kind !== kind)
    if (line.negated && others.length === 0) routes.unset(field, line.at)
    else routes.set(field, line.negated ? others : [...others, { kind, name }], line.at)
  })
}

const policies: Row[] = [
  ...policyRow('activate', (routes, line) => {
    routes.set('active', !line.negated, line.at)
  }),
  ...filter('prefix-list'),
  ...filter('route-map'),
  ...filter('filter-list'),
  ...filter('distribute-list'),
  ...policyRow('maximum-prefix <limit> ...', (routes, line, [, limit, ...more]) => {
    if (line.negated || line.defaulted) return routes.unset('maximumPrefix', line.at)
    if (!/^\d+$/.test(limit ?? '')) return routes.unknown('maximumPrefix', { kind: 'unreadable' }, line.at)
    routes.set('maximumPrefix', Number(limit), line.at)
    routes.set('warningOnly', more.includes('warning-only'), line.at)
  }),
  ...policyRow('inherit peer-policy <template> ...', (routes, line, [, , name = '']) => {
    const before = routes.stated('inherits')
    const known = before?.state === 'known' ? (before.value as readonly string[]) : []
    routes.set('inherits', line.negated ? known.filter((other) => other !== name) : [...known, name], line.at)
  }),
]

const sessions: Row[] = Object.values(forms).flat()
const ofNeighbor = ({ pattern }: Row): boolean => pattern.startsWith('neighbor ')
const ofTemplate = (row: Row): boolean => !ofNeighbor(row)

function openTemplate(kind: 'peer-session' | 'peer-policy') {
  return (line: Command, to: Lowering): void => {
    const scope = scopeOf(line, to)
    if (scope === undefined || line.negated) return
    const name = line.text(0)
    const { as } = scope
    const shared = { vrf: undefined, as, family: undefined }
    if (kind === 'peer-session')
      to.enter([to.draft.add('routing.bgpGroups', `peer-session ${name}`, { name, ...shared, kind }, line.at)])
    else
      to.enter([
        to.draft.add(
          'routing.bgpRoutes',
          `peer-policy ${name}`,
          { holder: name, ...shared, kind, inProcess: false },
          line.at,
        ),
      ])
  }
}

/** The password of a neighbour or template; the secret itself is another table's. */
export function readBgpPassword(line: Command, to: Lowering): void {
  const item = line.words[0]?.text === 'neighbor' ? sessionOf(line, to) : undefined
  for (const each of item === undefined ? to.items('routing.bgpGroups') : [item]) {
    if (line.negated || line.defaulted) each.unset('authentication', line.at)
    else each.set('authentication', 'md5', line.at)
  }
}

const everywhere: readonly Row[] = [
  ...sessions.filter(ofNeighbor),
  ...policies.filter(ofNeighbor),
  command('neighbor <peer> peer-group ...', joinGroup),
  command('neighbor <peer>', removeNeighbor),
  command('bgp listen range <prefix> peer-group <group> ...', listen),
]

const named =
  (kind: 'prefix-list' | 'route-map' | 'as-path') =>
  (line: Command, to: Lowering): void => {
    const name = line.text(0)
    if (!line.negated) to.draft.add('routing.routePolicies', `${kind} ${name}`, { kind, name }, line.at)
    else if (line.words.length <= 3) to.draft.remove('routing.routePolicies', `${kind} ${name}`)
  }

export const bgpGlobalRows: readonly Row[] = [
  command('router bgp <as>', openProcess),
  command('ip prefix-list <name> ...', named('prefix-list')),
  command('ipv6 prefix-list <name> ...', named('prefix-list')),
  command('route-map <name> ...', named('route-map')),
  command('ip as-path access-list <name> ...', named('as-path')),
]

export const bgpRows: Readonly<Record<string, readonly Row[]>> = {
  'router bgp': [
    ...everywhere,
    command('address-family <family...>', openFamily),
    command('template peer-session <name>', openTemplate('peer-session')),
    command('template peer-policy <name>', openTemplate('peer-policy')),
    command('bgp confederation peers <peers...>', confederation),
    flag('bgp default ipv4-unicast', 'routing.bgpDefaultIpv4'),
    flag('bgp safe-ebgp-policy', 'routing.bgpSafePolicy'),
  ],
  'bgp address-family': [...everywhere, ...ignored('exit-address-family')],
  'bgp scope': everywhere,
  'bgp peer-session': sessions.filter(ofTemplate),
  'bgp peer-policy': policies.filter(ofTemplate),
}

/** A neighbour needs an autonomous system, a group or a template; what is only activated or described is none yet. */
export function finishBgp(to: Lowering): void {
  const holders = new Set(to.draft.items('routing.bgpRoutes').map(({ id }) => inVrf(id.holder, id.vrf)))
  const noDefault = to.draft.stated('routing.bgpDefaultIpv4')
  for (const item of to.draft.items('routing.bgpNeighbors')) {
    const defined = ['remoteAs', 'peerGroup', 'inherits'] as const
    const { address: holder, as, vrf, family, dynamic } = item.id
    if (!defined.some((field) => item.stated(field)?.state === 'known'))
      to.draft.remove('routing.bgpNeighbors', item.key)
    else if (!dynamic && !holders.has(item.key) && (noDefault?.state !== 'known' || noDefault.value)) {
      const id = {
        holder,
        as,
        vrf,
        family: family ?? 'ipv4 unicast',
        kind: 'neighbor',
        inProcess: vrf === undefined,
      } as const
      to.draft.add('routing.bgpRoutes', `${item.key} ${id.family}`, id, item.at)
    }
  }
}
