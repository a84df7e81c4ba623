import { originAt, type Note, type Origin, type SourceFile } from '@breakwater/core'
import type { Entry, Value } from './evaluate/value.ts'
import { bool, integer, list, nullAt, number, object, text, unresolved } from './evaluate/make.ts'
import { parseDecimal } from './evaluate/decimal.ts'
import type { Attribute, Body, Project, Resource } from './project/project.ts'
import { parseJson, type JsonNode } from './syntax/json.ts'

/** Whether a text looks like what `terraform show -json` prints of a plan. */
export function isPlan(file: SourceFile): boolean {
  return /^[\s\uFEFF]*\{/.test(file.text) && file.text.includes('"planned_values"')
}

/** The resources that a plan will make, with places in the plan (`terraform show -json`, formats 0.1 to 1.2). */
export function loadPlan(file: SourceFile): Project {
  const { node, problems } = parseJson(file.text)
  const notes = problems.map(({ message, start, end }): Note => ({
    kind: 'syntax',
    message,
    at: originAt(file, start, end),
  }))
  const changes = new Map<string, JsonNode>()
  for (const change of itemsIn(member(node, 'resource_changes'))) {
    const address = stringIn(member(change, 'address'))
    const unknown = member(member(change, 'change'), 'after_unknown')
    if (address !== undefined && unknown !== undefined) changes.set(address, unknown)
  }
  const resources: Resource[] = []
  const modules = [member(member(node, 'planned_values'), 'root_module')]
  for (let index = 0; index < modules.length; index++) {
    const module = modules[index]
    modules.push(...itemsIn(member(module, 'child_modules')))
    for (const resource of itemsIn(member(module, 'resources'))) {
      const read = resourceOf(file, resource, stringIn(member(module, 'address')) ?? '', changes)
      if (read !== undefined) resources.push(read)
    }
  }
  const root = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
  const nothing = { version: undefined, providers: [], variables: [], outputs: [], files: [] }
  return { root, ...nothing, resources, sources: [file], notes }
}

function resourceOf(
  file: SourceFile,
  node: JsonNode,
  module: string,
  changes: ReadonlyMap<string, JsonNode>,
): Resource | undefined {
  const [address, mode, type, name] = ['address', 'mode', 'type', 'name'].map((key) => stringIn(member(node, key)))
  if (address === undefined || type === undefined || name === undefined || mode !== 'managed') return undefined
  const written = member(node, 'address') ?? node
  const at = originAt(file, written.start, written.end)
  const source = (stringIn(member(node, 'provider_name')) ?? '').split('/').slice(-2).join('/')
  const local = source.slice(source.lastIndexOf('/') + 1)
  return {
    mode,
    type,
    name,
    address,
    config: address.replace(/\[[^\]]*\]$/, ''),
    module,
    index: undefined,
    provider: { name: local, source, version: undefined, alias: undefined, address: local, body: undefined, at },
    body: bodyOf(file, node, changes.get(address), at),
    dependsOn: new Set(),
    at,
  }
}

function bodyOf(file: SourceFile, node: JsonNode, unknown: JsonNode | undefined, at: Origin): Body {
  const attributes = new Map<string, Attribute>()
  const sensitive = member(node, 'sensitive_values')
  for (const { key, value } of entriesIn(member(node, 'values')))
    attributes.set(key.text, {
      name: key.text,
      key: originAt(file, key.start, key.end),
      value: valueOf(file, value, member(unknown, key.text), member(sensitive, key.text)),
    })
  // What is known only after applying is left out of the values.
  for (const { key, value } of entriesIn(unknown))
    if (!attributes.has(key.text) && isTrue(value))
      attributes.set(key.text, { name: key.text, key: at, value: unresolved(key.text, at) })
  return { at, attributes, blocks: [], complete: true }
}

/** A value; unknown where it, or all of it, is known only after applying, or is not to be shown. */
function valueOf(file: SourceFile, node: JsonNode, unknown: JsonNode | undefined, hidden: JsonNode | undefined): Value {
  const at = originAt(file, node.start, node.end)
  if (isTrue(unknown)) return unresolved('what applying tells', at)
  if (isTrue(hidden)) return unresolved('a sensitive value', at)
  switch (node.kind) {
    case 'json-string':
      return text(node.text, originAt(file, node.start + 1, node.end - 1))
    case 'json-literal': {
      const { value } = node
      if (value === null) return nullAt(at)
      if (typeof value === 'boolean') return bool(value, at)
      const decimal = parseDecimal(value.number)
      return decimal === undefined ? integer(Number(value.number), at) : number(decimal, at)
    }
    case 'json-array': {
      const [unknowns, hiddens] = [itemsIn(unknown), itemsIn(hidden)]
      return list(
        node.items.map((item, index) => valueOf(file, item, unknowns[index], hiddens[index])),
        at,
      )
    }
    case 'json-object': {
      const entries = node.entries.map(({ key, value }): [string, Entry] => [
        key.text,
        {
          key: originAt(file, key.start, key.end),
          value: valueOf(file, value, member(unknown, key.text), member(hidden, key.text)),
        },
      ])
      const later = entriesIn(unknown).flatMap(({ key, value }): [string, Entry][] =>
        isTrue(value) ? [[key.text, { key: at, value: unresolved(key.text, at) }]] : [],
      )
      return object(new Map([...later, ...entries]), at)
    }
    case 'json-error':
      return unresolved('an unreadable value', at)
  }
}

function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return entriesIn(node).find(({ key }) => key.text === name)?.value
}

function entriesIn(node: JsonNode | undefined) {
  return node?.kind === 'json-object' ? node.entries : []
}

function itemsIn(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'json-array' ? node.items : []
}

function stringIn(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'json-string' ? node.text : undefined
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'json-literal' && node.value === true
}
