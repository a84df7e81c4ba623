import { originAt, type Note, type Origin, type SourceFile } from '@breakwater/core'
import type { Project, Resource } from '../project/project.ts'
import { parseJsonAt, type JsonNode } from '../syntax/json.ts'
import { blanksEnd, itemsAt, membersAt, type JsonFault, type JsonSpan } from '../syntax/json-skim.ts'
import { plannedBody } from './values.ts'

/** What a plan says. */
export interface Plan {
  readonly project: Project
  /** The values that the variables of the root had, as `-var` takes them. */
  readonly variables: Readonly<Record<string, string>>
}

/** Whether a text looks like what `terraform show -json` prints of a plan. */
export function isPlan(file: SourceFile): boolean {
  return file.text.charAt(blanksEnd(file.text, 0)) === '{' && file.text.includes('"planned_values"')
}

/** A resource of the plan, with its parts unread. */
interface Planned {
  readonly members: ReadonlyMap<string, JsonSpan>
  readonly module: string
  readonly address: string
  readonly type: string
  readonly name: string
}

/**
 * The resources that a plan will make, with places in the plan (`terraform show -json`, formats 0.1 to 1.2). Of a
 * resource whose type is not `wanted`, of the prior state and of the configuration nothing is kept: plans are large.
 */
export function loadPlan(file: SourceFile, wanted: (type: string) => boolean = () => true): Plan {
  const { text } = file
  const notes: Note[] = []
  const fault: JsonFault = (at) => {
    if (notes.length === 0)
      notes.push({
        kind: 'syntax',
        message: 'the plan is no JSON from here on',
        at: originAt(file, Math.min(at, text.length), Math.min(at + 1, text.length)),
      })
  }
  const members = (at: JsonSpan | undefined): ReadonlyMap<string, JsonSpan> =>
    new Map(at === undefined ? [] : [...membersAt(text, at.start, fault)].map((one) => [one.key, one]))
  const items = (at: JsonSpan | undefined): Iterable<JsonSpan> =>
    at === undefined ? [] : itemsAt(text, at.start, fault)
  const textAt = (at: JsonSpan | undefined): string | undefined => {
    const node = at === undefined || text.charAt(at.start) !== '"' ? undefined : parseJsonAt(text, at.start)
    return node?.kind === 'json-string' ? node.text : undefined
  }
  const nodeAt = (at: JsonSpan | undefined): JsonNode | undefined => at && parseJsonAt(text, at.start)

  const root = members({ start: blanksEnd(text, 0), end: text.length })
  const planned: Planned[] = []
  const modules = [members(root.get('planned_values')).get('root_module')]
  for (let index = 0; index < modules.length; index++) {
    const module = members(modules[index])
    for (const child of items(module.get('child_modules'))) modules.push(child)
    for (const item of items(module.get('resources'))) {
      const parts = members(item)
      const [address, mode, type, name] = ['address', 'mode', 'type', 'name'].map((key) => textAt(parts.get(key)))
      if (address === undefined || type === undefined || name === undefined || mode !== 'managed' || !wanted(type))
        continue
      planned.push({ members: parts, module: textAt(module.get('address')) ?? '', address, type, name })
    }
  }
  const changes = new Map<string, ReadonlyMap<string, JsonSpan>>()
  const addresses = new Set(planned.map(({ address }) => address))
  for (const item of items(root.get('resource_changes'))) {
    const parts = members(item)
    const address = textAt(parts.get('address'))
    if (address !== undefined && addresses.has(address)) changes.set(address, members(parts.get('change')))
  }
  const resources = planned.map(({ members: parts, module, address, type, name }): Resource => {
    const written = parts.get('address')
    const at = written === undefined ? originAt(file, 0, 0) : originAt(file, written.start, written.end)
    const change = changes.get(address)
    const body = plannedBody(
      file,
      {
        values: nodeAt(parts.get('values')),
        unknown: nodeAt(change?.get('after_unknown')),
        sensitive: [nodeAt(parts.get('sensitive_values')), nodeAt(change?.get('after_sensitive'))].filter(
          (one) => one !== undefined,
        ),
      },
      at,
    )
    const provider = providerOf(textAt(parts.get('provider_name')) ?? '', at)
    const config = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '')
    const index = indexOf(nodeAt(parts.get('index')))
    const dependsOn = new Set<string>()
    return { mode: 'managed', type, name, address, config, module, index, provider, body, dependsOn, at }
  })
  const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
  const nothing = { version: undefined, providers: [], variables: [], outputs: [], files: [] }
  const variables: Record<string, string> = {}
  for (const one of membersAt(text, root.get('variables')?.start ?? text.length, fault)) {
    const value = members(one).get('value')
    if (value !== undefined && !text.startsWith('null', value.start))
      variables[one.key] = textAt(value) ?? text.slice(value.start, value.end)
  }
  return { project: { root: folder, ...nothing, resources, sources: [file], notes }, variables }
}

function providerOf(name: string, at: Origin): Resource['provider'] {
  const source = name.split('/').slice(-2).join('/')
  const local = source.slice(source.lastIndexOf('/') + 1)
  return { name: local, source, version: undefined, alias: undefined, address: local, body: undefined, at }
}

function indexOf(node: JsonNode | undefined): string | number | undefined {
  if (node?.kind === 'json-string') return node.text
  if (node?.kind !== 'json-literal' || node.value === null || typeof node.value === 'boolean') return undefined
  return Number(node.value.number)
}
