import { buildDevice, Draft, type Origin, type Platform, type SourceDevice } from '@breakwater/core'
import { readTemplate } from '@breakwater/network-os'
import { textOf, valueOf } from '../cloud/readings.ts'
import { countArguments } from '../project/arguments.ts'
import { notJudged } from '../project/not-judged.ts'
import type { Project, Provider, Resource } from '../project/project.ts'
import { withoutClashes } from './iosxe/order.ts'
import { readIosxe } from './iosxe/read.ts'
import { lowerProvider } from './transports.ts'

/** Providers of network devices, by `namespace/type`. */
const PROVIDERS: Readonly<Record<string, Extract<Platform, 'iosxe' | 'nxos' | 'iosxr' | 'junos'> | undefined>> = {
  'ciscodevnet/iosxe': 'iosxe',
  'hashicorp/iosxe': 'iosxe',
  'netascode/iosxe': 'iosxe',
  'ciscodevnet/nxos': 'nxos',
  'hashicorp/nxos': 'nxos',
  'netascode/nxos': 'nxos',
  'ciscodevnet/iosxr': 'iosxr',
  'hashicorp/iosxr': 'iosxr',
  'netascode/iosxr': 'iosxr',
  'juniper/junos': 'junos',
  'jeremmfr/junos': 'junos',
}

interface Group {
  readonly name: string
  readonly platform: NonNullable<(typeof PROVIDERS)[string]>
  readonly at: Origin
  readonly providers: Set<Provider>
  readonly resources: Resource[]
}

/** The network devices of a root module: by `device`, by the alias of the provider, else by its name and the root's. */
export function* networkDevices(project: Project): Generator<SourceDevice> {
  const groups = new Map<string, Group>()
  const groupOf = (provider: Provider, device: string | undefined, at: Origin): Group | undefined => {
    const platform = PROVIDERS[provider.source]
    if (platform === undefined) return undefined
    const name = device ?? provider.alias ?? `${provider.name}@${rootName(project.root)}`
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
  for (const group of groups.values()) {
    const own = [...group.providers].filter(({ address }) => !told.has(address))
    for (const { address } of own) told.add(address)
    yield deviceOf(group, own)
  }
}

function rootName(root: string): string {
  return root === '' ? '.' : root.slice(root.lastIndexOf('/') + 1)
}

function deviceOf({ name, platform, at, resources }: Group, providers: readonly Provider[]): SourceDevice {
  const extend = (draft: Draft): void => {
    draft.set('source.language', 'terraform', at)
    for (const provider of providers) lowerProvider(draft, provider, platform)
  }
  const read = resources.map((resource) => (platform === 'iosxe' ? readIosxe(resource) : undefined))
  const notes = notJudged(resources.filter((_, index) => read[index] === undefined))
  const counts = resources.flatMap(
    ({ body }, index) => read[index]?.map(({ count }) => count) ?? [countArguments(body, NONE, NONE)],
  )
  const lines = counts.reduce((sum, { all }) => sum + all, 0)
  const linesUnderstood = counts.reduce((sum, { understood }) => sum + understood, 0)
  if (platform === 'iosxe') {
    const { pieces, notes: clashes } = withoutClashes(read.flatMap((one) => one ?? []))
    const template = { pieces, at, open: { kind: 'not-in-view' } } as const
    const reading = readTemplate(template, { name, platform: 'iosxe', coverage: 'part', extend })
    if (reading !== undefined) {
      const all = [...reading.notes, ...notes, ...clashes]
      return { device: reading.device, file: at.span.file, notes: all, lines, linesUnderstood }
    }
  }
  const draft = new Draft()
  extend(draft)
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
  return { device, file: at.span.file, notes, lines, linesUnderstood }
}

const NONE: ReadonlySet<string> = new Set()
