import type { Condition, Draft, Origin, Reason, Traffic } from '@breakwater/core'
import { isInternet, isWithin, type Prefix } from './prefixes.ts'
import { without } from './traffic.ts'
import { placeUnder, type Reading } from './readings.ts'

/** From where an entry lets in or keeps out. */
export type Source =
  | { readonly kind: 'prefix'; readonly prefix: Prefix; readonly at: Origin }
  /** Hosts that are named otherwise than by an address: a group, the filter's own members, a tag of the cloud. */
  | { readonly kind: 'named'; readonly at: Origin }
  | { readonly kind: 'unknown'; readonly why: Reason; readonly at: Origin }

/** An entry of a packet filter for what comes in. */
export interface FilterEntry {
  /** Unique within its resource. */
  readonly name: string
  readonly action: Reading<'allow' | 'deny'>
  /** Smaller ones are read first; undefined where nobody knows, and where the cloud has no order. */
  readonly order: number | undefined
  readonly traffic: Reading<readonly Traffic[]>
  readonly sources: readonly Source[]
  /** Which hosts of the filter and which source ports it is about: the same text for the same ones; undefined where nobody knows. */
  readonly target: string | undefined
  readonly at: Origin
  readonly when: readonly Condition[]
}

/** All hosts of a filter, from every source port. */
export const EVERY_TARGET = '*'

/** A resource that is a filter or holds entries of one. */
export interface FilterPart {
  readonly entries: readonly FilterEntry[]
  /** Why there may be more entries in the resource; undefined where these are all. */
  readonly open?: Reason
}

/** Writes what of a part's entries lets in, with the entries of the whole filter around it. */
export function lowerFilter(
  draft: Draft,
  { entries, open }: FilterPart,
  all: readonly FilterEntry[],
  at: Origin,
): void {
  draft.set('cloud.kind', 'filter', at)
  for (const entry of entries) lowerEntry(draft, entry, all)
  if (open !== undefined) draft.open('cloud.openings')
}

function lowerEntry(draft: Draft, entry: FilterEntry, all: readonly FilterEntry[]): void {
  const { name, action, traffic, when } = entry
  if (action.state === 'known' && action.value === 'deny') return
  const place = placeUnder(entry.at, when)
  const wide = entry.sources.filter((source) => source.kind === 'prefix' && isInternet(source.prefix))
  const reached = wide.flatMap((source) => {
    const left = source.kind === 'prefix' ? leftOf(traffic, source.prefix, entry, all) : traffic
    return left.state === 'known' && left.value.length === 0 ? [] : [{ source, left }]
  })
  const [first] = reached
  const doubtful = entry.sources.find((source) => source.kind === 'unknown')
  if (wide.length > 0 && first === undefined && doubtful === undefined) return
  const item = draft.add('cloud.openings', name, { name }, place)
  const ports =
    first === undefined
      ? traffic
      : joined(
          reached.map(({ left }) => left),
          traffic,
        )
  if (ports.state === 'unknown') item.unknown('traffic', ports.why, placeUnder(ports.at, when))
  else item.set('traffic', ports.value, placeUnder(ports.at, when))
  if (first !== undefined && action.state === 'known') item.set('fromAnywhere', true, placeUnder(first.source.at, when))
  else if (action.state === 'unknown') item.unknown('fromAnywhere', action.why, placeUnder(action.at, when))
  else if (doubtful?.kind === 'unknown') item.unknown('fromAnywhere', doubtful.why, placeUnder(doubtful.at, when))
  else item.set('fromAnywhere', false, placeUnder(entry.sources[0]?.at ?? entry.at, when))
}

/** What of the traffic comes through, after the denies that are surely read before. */
function leftOf(
  traffic: FilterEntry['traffic'],
  prefix: Prefix,
  entry: FilterEntry,
  all: readonly FilterEntry[],
): FilterEntry['traffic'] {
  if (traffic.state === 'unknown' || entry.order === undefined) return traffic
  const { order } = entry
  let { value } = traffic
  for (const other of all) {
    if (other.action.state !== 'known' || other.action.value !== 'deny' || other.traffic.state !== 'known') continue
    if (other.order === undefined || other.order > order || other.when.length > 0) continue
    if (other.target !== EVERY_TARGET && (other.target === undefined || other.target !== entry.target)) continue
    const covers = other.sources.some(
      (source) => source.kind === 'prefix' && source.at.when === undefined && isWithin(prefix, source.prefix),
    )
    if (covers) value = without(value, other.traffic.value)
  }
  return { ...traffic, value }
}

function joined(parts: readonly FilterEntry['traffic'][], traffic: FilterEntry['traffic']): FilterEntry['traffic'] {
  if (traffic.state === 'unknown') return traffic
  const seen = new Map<string, Traffic>()
  for (const part of parts)
    if (part.state === 'known') for (const one of part.value) seen.set(`${one.protocol} ${one.from} ${one.to}`, one)
  return { ...traffic, value: [...seen.values()] }
}
