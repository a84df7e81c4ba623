import type { Traffic } from '@breakwater/core'
import type { Body, Resource } from '../project/project.ts'
import type { Value } from '../evaluate/value.ts'
import { blocksOf } from '../project/read.ts'
import { EVERY_TARGET, type FilterEntry, type FilterPart, type Source } from './filter.ts'
import { prefixSource } from './aws-security-groups.ts'
import { EVERYWHERE } from './prefixes.ts'
import { isTrue, loopOf, membersOf, numberOf, textOf, valueOf, type Reading } from './readings.ts'
import { EVERY_PORT, portsOf, trafficOf } from './traffic.ts'

const DEFAULT_PRIORITY = 1000

/** `google_compute_firewall`: incoming unless it says otherwise; without any source it is for everybody. */
export function firewall({ body }: Resource): FilterPart {
  const direction = valueOf(body, 'direction')
  if (textOf(direction)?.toUpperCase() === 'EGRESS' || isTrue(body, 'disabled', false) === true) return { entries: [] }
  const allow = blocksOf(body, 'allow')
  const deny = blocksOf(body, 'deny')
  const sources = sourcesOf(body)
  const priority = valueOf(body, 'priority')
  const entry =
    (action: 'allow' | 'deny') =>
    (block: (typeof allow.blocks)[number], index: number): FilterEntry => ({
      name: `${action} ${index + 1}`,
      action: doubt(body) ?? { state: 'known', value: action, at: block.body.at },
      order: priority === undefined ? DEFAULT_PRIORITY : numberOf(priority),
      traffic: trafficIn(block.body, 'protocol'),
      sources,
      target: targetOf(body, NARROWED),
      at: block.body.at,
      when: loopOf(block.repeats),
    })
  const entries = [...allow.blocks.map(entry('allow')), ...deny.blocks.map(entry('deny'))]
  const open = allow.rest?.why ?? (body.complete ? undefined : ({ kind: 'unreadable' } as const))
  return open === undefined ? { entries } : { entries, open }
}

const NARROWED = ['target_tags', 'target_service_accounts', 'destination_ranges']

/** The hosts that arguments narrow it to; undefined where one of them is not known. */
export function targetOf(body: Body, narrowing: readonly string[]): string | undefined {
  const parts: string[][] = []
  for (const name of narrowing) {
    const members = membersOf(valueOf(body, name))
    const texts = members.flatMap((one) => textOf(one) ?? [])
    if (texts.length < members.length) return undefined
    if (texts.length > 0) parts.push([name, ...texts.toSorted()])
  }
  return parts.length === 0 ? EVERY_TARGET : JSON.stringify(parts)
}

/** Whether nobody knows that the firewall is there for incoming traffic. */
export function doubt(body: Body): Extract<Reading<never>, { state: 'unknown' }> | undefined {
  for (const name of ['direction', 'disabled']) {
    const value = valueOf(body, name)
    if (value?.kind === 'unknown') return { state: 'unknown', why: value.why, at: value.at }
  }
  return undefined
}

function sourcesOf(body: Body): readonly Source[] {
  const ranges = valueOf(body, 'source_ranges')
  const named = ['source_tags', 'source_service_accounts'].flatMap((name) => namedBy(valueOf(body, name)))
  const prefixes = membersOf(ranges).map((value) => prefixSource(value, body.at))
  if (prefixes.length > 0 || named.length > 0) return [...prefixes, ...named]
  const unreadable: Source = { kind: 'unknown', why: { kind: 'unreadable' }, at: body.at }
  return body.complete ? EVERYWHERE.map((prefix) => ({ kind: 'prefix', prefix, at: body.at })) : [unreadable]
}

/** Hosts that an argument names otherwise than by their addresses; it may be empty where nobody knows. */
export function namedBy(value: Value | undefined): readonly Source[] {
  return membersOf(value).map((one) =>
    one.kind === 'unknown' && one.reference === undefined
      ? { kind: 'unknown', why: one.why, at: one.at }
      : { kind: 'named', at: one.at },
  )
}

/** What a block lets through, by the name of its argument for the protocol; without ports all of them. */
export function trafficIn(body: Body, name: 'protocol' | 'ip_protocol'): Reading<readonly Traffic[]> {
  const protocol = valueOf(body, name)
  const ports = membersOf(valueOf(body, 'ports'))
  const at = ports[0]?.at ?? protocol?.at ?? body.at
  const unknown = [protocol, ...ports].find((value) => value?.kind === 'unknown')
  if (unknown?.kind === 'unknown') return { state: 'unknown', why: unknown.why, at: unknown.at }
  const spoken = textOf(protocol)
  const ranges = ports.flatMap((value) => portsOf(textOf(value) ?? '') ?? [])
  if (spoken === undefined || ranges.length < ports.length) return { state: 'unknown', why: { kind: 'unreadable' }, at }
  return { state: 'known', value: trafficOf(spoken, ports.length === 0 ? EVERY_PORT : ranges), at }
}
