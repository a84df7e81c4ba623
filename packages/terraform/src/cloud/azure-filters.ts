import type { Traffic } from '@breakwater/core'
import type { Body, Repetition, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import type { Value } from '../evaluate/value.ts'
import { actionOf } from './aws-network-acls.ts'
import type { FilterEntry, FilterPart, Source } from './filter.ts'
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
      everyTarget: isEvery(body, 'destination_address_prefix') && isEvery(body, 'source_port_range'),
      at: body.at,
      when: loopOf(repeats),
    },
  ]
}

function isEvery(body: Body, name: string): boolean {
  return textOf(valueOf(body, name)) === '*'
}

/** Service tags other than `Internet` are hosts of Azure or of the site. */
function sourcesOf(value: Value): readonly Source[] {
  const { at } = value
  if (value.kind === 'unknown') return [{ kind: 'unknown', why: value.why, at }]
  const text = textOf(value) ?? ''
  if (/^(?:\*|internet|any)$/i.test(text)) return EVERYWHERE.map((prefix) => ({ kind: 'prefix', prefix, at }))
  const prefix = prefixOf(text)
  return [prefix === undefined ? { kind: 'named', at } : { kind: 'prefix', prefix, at }]
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
