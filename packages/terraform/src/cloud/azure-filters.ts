import type { Traffic } from '@breakwater/core'
import type { Body, Repetition, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import type { Value } from '../evaluate/value.ts'
import { actionOf } from './aws-network-acls.ts'
import { EVERY_TARGET, type FilterEntry, type FilterPart, type Source } from './filter.ts'
import { EVERYWHERE, prefixOf } from './prefixes.ts'
import { loopOf, membersOf, numberOf, textOf, valueOf, type Reading } from './readings.ts'
import { EVERY_PORT, portsOf, trafficOf } from './traffic.ts'

/** `azurerm_network_security_group`, with its rules within. */
export function securityGroup({ body }: Resource): FilterPart {
  const { blocks, rest } = blocksOf(body, 'security_rule')
  const entries = blocks.flatMap((block, index) => entryOf(block.body, `rule ${index + 1}`, block.repeats))
  const open = rest?.why ?? (body.complete ? undefined : ({ kind: 'unreadable' } as const))
  return open === undefined ? { entries } : { entries, open }
}

/** `azurerm_network_security_rule` */
export function securityRule({ body }: Resource): FilterPart {
  return { entries: entryOf(body, 'rule', undefined) }
}

function entryOf(body: Body, name: string, repeats: Repetition | undefined): readonly FilterEntry[] {
  const direction = valueOf(body, 'direction')
  const way = textOf(direction)?.toLowerCase()
  if (way === 'outbound') return []
  const action = actionOf(body, 'access')
  const sources = ['source_address_prefix', 'source_address_prefixes', 'source_application_security_group_ids']
    .flatMap((argument) => membersOf(valueOf(body, argument)))
    .flatMap(sourcesOf)
  return [
    {
      name,
      action:
        way === 'inbound'
          ? action
          : { state: 'unknown', why: { kind: 'unresolved', name: 'direction' }, at: direction?.at ?? body.at },
      order: numberOf(valueOf(body, 'priority')),
      traffic: trafficIn(body),
      sources,
      target: targetOf(body),
      at: body.at,
      when: loopOf(repeats),
    },
  ]
}

/** Addresses are those behind any translation: `VirtualNetwork` is every host. */
function targetOf(body: Body): string | undefined {
  if (textOf(valueOf(body, 'source_port_range')) !== '*') return undefined
  const members = ['destination_address_prefix', 'destination_address_prefixes'].flatMap((name) =>
    membersOf(valueOf(body, name)),
  )
  const hosts = members.flatMap((one) => textOf(one) ?? [])
  if (members.length === 0 || valueOf(body, 'destination_application_security_group_ids') !== undefined)
    return undefined
  if (hosts.some((host) => /^(?:\*|any|virtualnetwork)$/i.test(host))) return EVERY_TARGET
  return hosts.length < members.length ? undefined : `to ${hosts.toSorted().join(' ')}`
}

/** `VirtualNetwork`, `Storage.WestEurope`, and the id of an application security group. */
const SERVICE_TAG = /^(?:[a-z]\w*(?:\.\w+)*|\/subscriptions\/.+)$/i

/** Service tags other than `Internet` are hosts of Azure or of the site. */
function sourcesOf(value: Value): readonly Source[] {
  const { at } = value
  if (value.kind === 'unknown') return [{ kind: 'unknown', why: value.why, at }]
  const text = textOf(value) ?? ''
  if (/^(?:\*|internet|any)$/i.test(text)) return EVERYWHERE.map((prefix) => ({ kind: 'prefix', prefix, at }))
  const prefix = prefixOf(text)
  if (prefix !== undefined) return [{ kind: 'prefix', prefix, at }]
  return [SERVICE_TAG.test(text) ? { kind: 'named', at } : { kind: 'unknown', why: { kind: 'unreadable' }, at }]
}

function trafficIn(body: Body): Reading<readonly Traffic[]> {
  const protocol = valueOf(body, 'protocol')
  const ports = ['destination_port_range', 'destination_port_ranges'].flatMap((name) => membersOf(valueOf(body, name)))
  const at = ports[0]?.at ?? protocol?.at ?? body.at
  const unknown = [protocol, ...ports].find((value) => value?.kind === 'unknown')
  if (unknown?.kind === 'unknown') return { state: 'unknown', why: unknown.why, at: unknown.at }
  const name = textOf(protocol)
  const ranges = ports.flatMap((value) => portsOf(textOf(value) ?? '') ?? [])
  if (name === undefined || ranges.length < ports.length) return { state: 'unknown', why: { kind: 'unreadable' }, at }
  return { state: 'known', value: trafficOf(name, ports.length === 0 ? EVERY_PORT : ranges), at }
}
