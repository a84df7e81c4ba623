import { buildDevice, Draft, type Note, type Origin, type SourceDevice } from '@breakwater/core'
import { readTemplate } from '@breakwater/network-os'
import { textOf, valueOf } from '../cloud/readings.ts'
import { countArguments, type ArgumentCount } from '../project/arguments.ts'
import { notJudged } from '../project/not-judged.ts'
import type { Project, Provider, Resource } from '../project/project.ts'
import { withoutClashes } from './order.ts'
import { readResource } from './read.ts'
import { isRead, networkProviders, networkTables, type NetworkPlatform, type ReadPlatform } from './tables.ts'
import { lowerProvider } from './transports.ts'

interface Group {
  readonly name: string
  readonly platform: NetworkPlatform
  readonly at: Origin
  readonly providers: Set<Provider>
  readonly resources: Resource[]
}

/**
 * The network devices of a root module: by `device`, by the alias of the provider, else by its name and the root's, which is
 * `folder` where the root is all of the project.
 */
export function* networkDevices(project: Project, folder?: string): Generator<SourceDevice> {
  const groups = new Map<string, Group>()
  const groupOf = (provider: Provider, device: string | undefined, at: Origin): Group | undefined => {
    const platform = networkProviders[provider.source]
    if (platform === undefined) return undefined
    const name = device ?? provider.alias ?? `${provider.name}@${rootName(project.root, folder)}`
    const key = `${platform} ${name}`
    let group = groups.get(key)
    if (group === undefined) groups.set(key, (group = { name, platform, at, providers: new Set(), resources: [] }))
    group.providers.add(provider)
    return group
  }
  for (const resource of project.resources) {
    if (resource.mode !== 'managed') continue
    const device = textOf(valueOf(resource.body, 'device'))
    groupOf(resource.provider, device, resource.at)?.resources.push(resource)
  }
  const used = new Set([...groups.values()].flatMap(({ providers }) => [...providers].map(({ address }) => address)))
  for (const provider of project.providers)
    if (provider.body !== undefined && !used.has(provider.address)) groupOf(provider, undefined, provider.body.at)
  // What the provider itself says is judged once, with its first device.
  const told = new Set<string>()
  const unread = new Set<NetworkPlatform>()
  for (const group of groups.values()) {
    const own = [...group.providers].filter(({ address }) => !told.has(address))
    for (const { address } of own) told.add(address)
    const { platform, resources } = group
    const [first] = resources
    if (isRead(platform)) yield readDevice(group, platform, own)
    else if (first === undefined || unread.has(platform)) yield unreadDevice(group, own, [])
    else {
      unread.add(platform)
      const message = `resources of ${platform} are not judged yet`
      yield unreadDevice(group, own, [{ kind: 'limit', message, at: first.at }])
    }
  }
}

function rootName(root: string, folder: string | undefined): string {
  return root === '' || root === '.' ? folder || '.' : root.slice(root.lastIndexOf('/') + 1)
}

/** States how the source reaches the device. */
function lowerSource({ platform, at }: Group, providers: readonly Provider[]): (draft: Draft) => void {
  return (draft) => {
    draft.set('source.language', 'terraform', at)
    for (const provider of providers) lowerProvider(draft, provider, platform)
  }
}

function readDevice(group: Group, platform: ReadPlatform, providers: readonly Provider[]): SourceDevice {
  const { name, at } = group
  const made = group.resources.find(isMadeByProvider)
  const resources = group.resources.filter((resource) => !isMadeByProvider(resource))
  const read = resources.map((resource) => readResource(networkTables[platform], resource))
  const notes: Note[] = [...notJudged(resources.filter((_, index) => read[index] === undefined))]
  if (made?.repeats?.why.kind === 'unresolved') {
    const message = `nobody knows what ${made.repeats.why.name} gives: resources for each of it are not judged`
    notes.push({ kind: 'limit', message, at: made.at })
  }
  const counts = [
    ...read.flatMap((one) => one?.map(({ count }) => count) ?? []),
    ...group.resources.filter((resource) => read[resources.indexOf(resource)] === undefined).map(uncounted),
  ]
  const { pieces, notes: clashes } = withoutClashes(read.flatMap((one) => one ?? []))
  const template = { pieces, at, open: { kind: 'not-in-view' } } as const
  const extend = lowerSource(group, providers)
  const reading = readTemplate(template, { name, platform, coverage: 'part', extend })
  if (reading === undefined) return unreadDevice(group, providers, notes)
  const all = [...reading.notes, ...notes, ...clashes]
  return { device: reading.device, file: at.span.file, notes: all, ...sumOf(counts) }
}

/** Whether nobody knows how many of it there are, since a function of a provider tells. */
function isMadeByProvider({ repeats }: Resource): boolean {
  return repeats?.why.kind === 'unresolved' && repeats.why.name.startsWith('provider::')
}

/** A device of which nothing is known but how the source reaches it. */
function unreadDevice(group: Group, providers: readonly Provider[], notes: readonly Note[]): SourceDevice {
  const { name, platform, at, resources } = group
  const draft = new Draft()
  lowerSource(group, providers)(draft)
  const nothing = { state: 'unknown', why: { kind: 'not-in-view' }, at, item: undefined } as const
  const device = buildDevice({
    name,
    platform,
    coverage: 'part',
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft,
    defaults: {},
  })
  return { device, file: at.span.file, notes, ...sumOf(resources.map(uncounted)) }
}

const NONE: ReadonlySet<string> = new Set()

function uncounted({ body }: Resource): ArgumentCount {
  return countArguments(body, NONE, NONE)
}

function sumOf(counts: readonly ArgumentCount[]): { readonly lines: number; readonly linesUnderstood: number } {
  const lines = counts.reduce((sum, { all }) => sum + all, 0)
  return { lines, linesUnderstood: counts.reduce((sum, { understood }) => sum + understood, 0) }
}
