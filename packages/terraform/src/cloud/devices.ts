import { buildDevice, Draft, type Condition, type Device, type Origin, type SourceDevice } from '@breakwater/core'
import { countArguments } from '../project/arguments.ts'
import type { Resource } from '../project/project.ts'
import { secretOf } from '../secrets.ts'
import { contextOf, type CloudContext } from './context.ts'
import { lowerFilter, type FilterEntry, type FilterPart } from './filter.ts'
import { loopOf, placeUnder, valueOf } from './readings.ts'
import { cloudResources, ignoredArguments, type CloudRow } from './tables.ts'

/**
 * The resources of clouds that have a table, each as a device of its own, named by its address. Those that are
 * `covered` are judged elsewhere, and belong to the filters of the others.
 */
export function* cloudDevices(
  resources: readonly Resource[],
  covered: ReadonlySet<string> = new Set(),
): Generator<SourceDevice> {
  const context = contextOf(resources)
  const found = resources.flatMap((resource) => {
    const row = resource.mode === 'managed' ? cloudResources[resource.type] : undefined
    return row === undefined ? [] : [{ resource, row, part: partOf(resource, row, context) }]
  })
  const filters = new Map<string, FilterEntry[]>()
  for (const { resource, row, part } of found) {
    const key = filterOf(resource, row, context)
    if (key !== undefined) filters.set(key, [...(filters.get(key) ?? []), ...(part?.entries ?? [])])
  }
  for (const { resource, row, part } of found) {
    if (covered.has(resource.address)) continue
    const draft = new Draft()
    draft.set('source.language', 'terraform', resource.at)
    const key = filterOf(resource, row, context)
    if (part !== undefined)
      lowerFilter(draft, part, (key === undefined ? undefined : filters.get(key)) ?? [], resource.at)
    if (row.kind === 'vpn') {
      draft.set('cloud.kind', 'vpn', resource.at)
      row.lower(draft, resource)
    }
    for (const name of row.secrets ?? []) addSecret(draft, resource, name)
    const { all, understood } = countArguments(resource.body, new Set(row.reads), ignoredArguments)
    yield {
      device: deviceOf(resource, row, draft),
      file: resource.at.span.file,
      notes: [],
      lines: all,
      linesUnderstood: understood,
    }
  }
}

/** The entries of a filter, under the condition of the resource. */
function partOf(resource: Resource, row: CloudRow, context: CloudContext): FilterPart | undefined {
  if (row.kind !== 'filter') return undefined
  const part = row.read(resource, context)
  const when = loopOf(resource.repeats)
  return when.length === 0
    ? part
    : { ...part, entries: part.entries.map((entry) => ({ ...entry, when: [...when, ...entry.when] })) }
}

function filterOf(resource: Resource, row: CloudRow, context: CloudContext): string | undefined {
  const name = row.kind === 'filter' ? row.filter?.(resource, context) : undefined
  return name === undefined ? undefined : `${row.platform} ${name}`
}

function addSecret(draft: Draft, { body, repeats }: Resource, name: string): void {
  const value = valueOf(body, name)
  if (value === undefined) return
  const secret = secretOf(value)
  if (secret !== undefined) draft.add('source.secrets', name, { name, secret }, placeUnder(value.at, loopOf(repeats)))
}

function deviceOf(resource: Resource, row: CloudRow, draft: Draft): Device {
  const when: readonly Condition[] = loopOf(resource.repeats)
  const at: Origin = placeUnder(resource.at, when)
  const nothing = { state: 'absent', at, item: undefined } as const
  return buildDevice({
    name: resource.address,
    platform: row.platform,
    coverage: 'whole',
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: true, at },
    draft,
    defaults: row.defaults,
  })
}
