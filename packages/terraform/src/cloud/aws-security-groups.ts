import type { Origin, Traffic } from '@breakwater/core'
import type { Body, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import type { Value } from '../evaluate/value.ts'
import { referredBy, type CloudContext } from './context.ts'
import { EVERY_TARGET, type FilterEntry, type FilterPart, type Source } from './filter.ts'
import { prefixOf } from './prefixes.ts'
import { loopOf, membersOf, numberOf, placeUnder, textOf, valueOf, type Reading } from './readings.ts'
import { EVERYTHING, EVERY_PORT, isEveryProtocol, trafficOf } from './traffic.ts'

/** `aws_security_group` and `aws_default_security_group`: blocks or objects. */
export function securityGroup({ body }: Resource, context: CloudContext): FilterPart {
  const { blocks, rest } = blocksOf(body, 'ingress')
  const entries = blocks.map((block, index) => {
    const entry = entryOf(block.body, `ingress ${index + 1}`, sourcesOf(block.body, GROUP_SOURCES, context), 'protocol')
    return { ...entry, when: loopOf(block.repeats) }
  })
  const open = rest?.why ?? (body.complete ? undefined : ({ kind: 'unreadable' } as const))
  return open === undefined ? { entries } : { entries, open }
}

/** `aws_security_group_rule` */
export function securityGroupRule({ body }: Resource, context: CloudContext): FilterPart {
  const type = valueOf(body, 'type')
  if (textOf(type) === 'egress') return { entries: [] }
  const entry = entryOf(body, 'rule', sourcesOf(body, GROUP_RULE_SOURCES, context), 'protocol')
  if (textOf(type) === 'ingress') return { entries: [entry] }
  const why = type?.kind === 'unknown' ? type.why : ({ kind: 'unreadable' } as const)
  return { entries: [{ ...entry, action: { state: 'unknown', why, at: type?.at ?? body.at } }] }
}

/** `aws_vpc_security_group_ingress_rule` */
export function ingressRule({ body }: Resource, context: CloudContext): FilterPart {
  return { entries: [entryOf(body, 'rule', sourcesOf(body, RULE_SOURCES, context), 'ip_protocol')] }
}

interface SourceArguments {
  readonly prefixes: readonly string[]
  readonly lists: string
  readonly named: readonly string[]
}

const GROUP_SOURCES: SourceArguments = {
  prefixes: ['cidr_blocks', 'ipv6_cidr_blocks'],
  lists: 'prefix_list_ids',
  named: ['security_groups', 'self'],
}

const GROUP_RULE_SOURCES: SourceArguments = { ...GROUP_SOURCES, named: ['source_security_group_id', 'self'] }

const RULE_SOURCES: SourceArguments = {
  prefixes: ['cidr_ipv4', 'cidr_ipv6'],
  lists: 'prefix_list_id',
  named: ['referenced_security_group_id'],
}

function entryOf(body: Body, name: string, sources: readonly Source[], protocol: string): FilterEntry {
  return {
    name,
    action: { state: 'known', value: 'allow', at: body.at },
    order: undefined,
    traffic: awsTraffic(body, protocol),
    sources,
    target: EVERY_TARGET,
    at: body.at,
    when: [],
  }
}

/** `from_port` and `to_port`; with every protocol they do not count. */
export function awsTraffic(body: Body, protocol: string): Reading<readonly Traffic[]> {
  const [spoken, from, to] = [protocol, 'from_port', 'to_port'].map((name) => valueOf(body, name))
  const name = textOf(spoken)
  const at = from?.at ?? spoken?.at ?? body.at
  if (name !== undefined && isEveryProtocol(name)) return { state: 'known', value: EVERYTHING, at }
  const unknown = [spoken, from, to].find((value) => value?.kind === 'unknown')
  if (unknown?.kind === 'unknown') return { state: 'unknown', why: unknown.why, at: unknown.at }
  const [first, last] = [numberOf(from), numberOf(to)]
  if (name !== undefined && !/^(?:tcp|udp|6|17)$/i.test(name)) return { state: 'known', value: trafficOf(name, []), at }
  if (name === undefined || first === undefined || last === undefined)
    return { state: 'unknown', why: { kind: 'unreadable' }, at }
  const ports = first === -1 && last === -1 ? EVERY_PORT : [{ from: first, to: last }]
  return { state: 'known', value: trafficOf(name, ports), at }
}

function sourcesOf(body: Body, { prefixes, lists, named }: SourceArguments, context: CloudContext): readonly Source[] {
  return [
    ...prefixes.flatMap((name) => membersOf(valueOf(body, name)).map((value) => prefixSource(value, body.at))),
    ...membersOf(valueOf(body, lists)).flatMap((value) => prefixList(value, context)),
    ...named.flatMap((name): Source[] => {
      const value = valueOf(body, name)
      return value === undefined || textOf(value) === 'false' ? [] : [{ kind: 'named', at: value.at }]
    }),
    ...(body.complete ? [] : [{ kind: 'unknown', why: { kind: 'unreadable' }, at: body.at } as const]),
  ]
}

/** A prefix as a source. */
export function prefixSource(value: Value, at: Origin): Source {
  const prefix = prefixOf(textOf(value) ?? '')
  if (prefix !== undefined) return { kind: 'prefix', prefix, at: value.at }
  const why = value.kind === 'unknown' ? value.why : ({ kind: 'unreadable' } as const)
  return { kind: 'unknown', why, at: value.at ?? at }
}

/** The prefixes of a list that the root module makes; the others are out of view. */
function prefixList(value: Value, context: CloudContext): readonly Source[] {
  const list = referredBy(value, context)
  if (list?.type !== 'aws_ec2_managed_prefix_list' || list.mode !== 'managed') {
    const why = value.kind === 'unknown' ? value.why : ({ kind: 'not-in-view' } as const)
    return [{ kind: 'unknown', why, at: value.at }]
  }
  const { blocks, rest } = blocksOf(list.body, 'entry')
  const own = blocks.flatMap(({ body, repeats }) =>
    membersOf(valueOf(body, 'cidr')).map((cidr) => listed(prefixSource(cidr, body.at), loopOf(repeats))),
  )
  const further = context.resources
    .filter(
      ({ type, body }) =>
        type === 'aws_ec2_managed_prefix_list_entry' && referredBy(valueOf(body, 'prefix_list_id'), context) === list,
    )
    .flatMap(({ body, repeats }) =>
      membersOf(valueOf(body, 'cidr')).map((cidr) => listed(prefixSource(cidr, body.at), loopOf(repeats))),
    )
  return [...own, ...further, ...(rest === undefined ? [] : [{ kind: 'unknown', why: rest.why, at: rest.at } as const])]
}

function listed(source: Source, when: ReturnType<typeof loopOf>): Source {
  return { ...source, at: placeUnder(source.at, when) }
}
