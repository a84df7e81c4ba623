import {
  buildDevice,
  Draft,
  type Note,
  type Origin,
  type Platform,
  type SourceDevice,
  type SourceFile,
} from '@breakwater/core'
import { readTemplate, recogniseTemplate, type DeviceReading, type TemplateOptions } from '@breakwater/network-os'
import { VAULT, type Data } from '../data.ts'
import { evaluateData } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import type { Chunk } from '../plays/context.ts'
import type { HostRun } from '../plays/run.ts'
import type { Host } from '../inventory.ts'
import { networkOs, type NetworkOs } from '../modules/names.ts'
import type { AnsibleConfig } from './config.ts'
import { nameOf } from './paths.ts'
import { stateTransport, type Source } from './transport.ts'

export type Made = Omit<SourceDevice, 'groups' | 'file'>

/** The devices that the plays make of a host: itself, or what it renders for others. */
export function devicesOf(run: HostRun, source: Source, config: AnsibleConfig, at: Origin): readonly Made[] {
  const { scope } = source
  const os = toldOs(scope)
  // A platform that has no rules at all.
  if (os === undefined ? run.foreign && run.platforms.size === 0 : os.platform === undefined) return []
  const platform = os?.platform ?? (run.platforms.size === 1 ? [...run.platforms][0] : undefined)
  if (platform !== undefined && platform !== 'ios') return besideText(run, platform, source, config, at)
  const chunks = textOf(run.chunks, platform)
  if (run.host.name === 'localhost' || run.host.name === '127.0.0.1') return forOthers(chunks)
  if (chunks.length === 0 && (run.open === undefined || platform === undefined))
    return platform === undefined ? [] : besideText(run, platform, source, config, at)
  const release = text(scope, 'ansible_net_version')
  const known = platform === undefined ? {} : { platform: isXe(release) ? ('iosxe' as const) : ('ios' as const) }
  const reading = read(
    chunks,
    run,
    {
      name: run.host.name,
      ...known,
      ...(release !== undefined && { release: { text: release, at: value(scope, 'ansible_net_version').at } }),
      extend: (draft) => stateTransport(draft, source, config, at),
    },
    chunks[0]?.at ?? at,
  )
  return reading === undefined ? [] : [made(reading, chunks)]
}

function toldOs(scope: Scope): NetworkOs | undefined {
  const os = text(scope, 'ansible_network_os')
  return os === undefined ? undefined : networkOs(os)
}

/** A host of an inventory that no playbook reaches. */
export function reachedOnly(host: Host, source: Source, config: AnsibleConfig): readonly Made[] {
  const connection = value(source.scope, 'ansible_connection')
  const isNetwork =
    connection.kind === 'unknown' ||
    /(?:network_cli|httpapi|netconf)$/.test(text(source.scope, 'ansible_connection') ?? '')
  // What platform it is makes no difference to the way to it.
  const platform = toldOs(source.scope)?.platform ?? (isNetwork ? 'ios' : undefined)
  return platform === undefined ? [] : besideText({ host }, platform, source, config, host.at)
}

function made({ device, notes, lines, linesUnderstood }: DeviceReading, chunks: readonly Chunk[]): Made {
  return { device, notes, lines, linesUnderstood, wanting: wantingOf(chunks) }
}

/** The texts that belong to the device: what is pushed, else what is rendered. */
function textOf(all: readonly Chunk[], platform: Platform | undefined): readonly Chunk[] {
  const pushed = all.filter(({ kind }) => kind === 'module')
  if (pushed.length > 0) return pushed
  return all.filter((chunk) => {
    if (chunk.consumed) return false
    const { pieces, at } = chunk
    if (recogniseTemplate({ pieces, at }) !== undefined) return true
    return platform === 'ios' && /\.(?:cfg|conf|ios)$/.test(chunk.dest ?? '')
  })
}

function joined(chunks: readonly Chunk[]): Chunk['pieces'] {
  return chunks.flatMap(({ pieces }) => {
    const last = pieces.at(-1)
    return last === undefined || last.text.endsWith('\n')
      ? pieces
      : [...pieces, { text: '\n', at: last.template, template: last.template }]
  })
}

function read(
  chunks: readonly Chunk[],
  { open }: Pick<HostRun, 'open'>,
  options: TemplateOptions,
  at: Origin,
): DeviceReading | undefined {
  const template = { pieces: joined(chunks), at, ...(open !== undefined && { open }) }
  const { platform: given, ...rest } = { ...options, coverage: chunks.some(isWhole) ? 'whole' : 'part' } as const
  const asGiven = given === undefined ? rest : { ...rest, platform: given }
  // The text knows IOS-XE from IOS better than Ansible's one name for both.
  return readTemplate(template, given === 'iosxe' ? asGiven : rest) ?? readTemplate(template, asGiven)
}

/** The names that holes wait for. What a vault holds is somewhere: nobody has to give it. */
function wantingOf(chunks: readonly Chunk[]): ReadonlyMap<string, Origin> {
  const wanting = new Map<string, Origin>()
  for (const { pieces } of chunks) {
    for (const { hole, at } of pieces)
      if (hole?.kind === 'unresolved' && hole.name !== VAULT && !wanting.has(hole.name)) wanting.set(hole.name, at)
  }
  return wanting
}

/** Whether a text is a device's whole configuration, and surely comes to be. */
function isWhole({ pieces, when, at }: Chunk): boolean {
  if (when.length > 0 || !pieces.some(({ text }) => /(?:^|\n)hostname\b/.test(text))) return false
  return recogniseTemplate({ pieces, at })?.coverage === 'whole'
}

/** What is rendered on the machine that Ansible runs on is for devices that the files are named after. */
function forOthers(chunks: readonly Chunk[]): readonly Made[] {
  const byDest = new Map<string, Chunk[]>()
  for (const chunk of chunks) {
    if (chunk.dest === undefined) continue
    const own = byDest.get(chunk.dest)
    if (own === undefined) byDest.set(chunk.dest, [chunk])
    else own.push(chunk)
  }
  return [...byDest].flatMap(([dest, own]) => {
    const [first] = own
    if (first === undefined) return []
    const name = nameOf(dest).replace(/\.\w+$/, '')
    const reading = read(own, { open: undefined }, { name, extend: language(first.at) }, first.at)
    return reading === undefined ? [] : [made(reading, own)]
  })
}

function language(at: Origin): (draft: Draft) => void {
  return (draft) => draft.set('source.language', 'ansible', at)
}

/** A device of which only the way to it is in view. */
function besideText(
  run: Pick<HostRun, 'host'>,
  platform: Platform,
  source: Source,
  config: AnsibleConfig,
  at: Origin,
): readonly Made[] {
  const draft = new Draft()
  if (!stateTransport(draft, source, config, at)) return []
  const nothing = { state: 'unknown', why: { kind: 'not-in-view' }, at, item: undefined } as const
  const device = buildDevice({
    name: run.host.name,
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
  return [{ device, notes: NO_NOTES, lines: 0, linesUnderstood: 0 }]
}

const NO_NOTES: readonly Note[] = []

/** A template that nothing reaches, by its own text. */
export function standalone(file: SourceFile, chunk: Chunk): Made | undefined {
  const reading = read([chunk], { open: undefined }, { name: file.path, extend: language(chunk.at) }, chunk.at)
  return reading === undefined ? undefined : made(reading, [chunk])
}

function value(scope: Scope, name: string): Data {
  return evaluateData(scope.lookup(name), scope).value
}

function text(scope: Scope, name: string): string | undefined {
  const found = value(scope, name)
  return found.kind === 'string' ? found.value : undefined
}

/** IOS-XE has 3.x of its own and begins with 16; IOS ends with 15. */
function isXe(release: string | undefined): boolean {
  return /^(?:1[6-9]|[2-9]\d)\.|^0?3\.\d+\.\d+(?:E|S|SE|SG)\b/.test(release ?? '')
}
