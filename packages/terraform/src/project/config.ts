import type { Files, Note, Origin, SourceFile } from '@breakwater/core'
import { parseConfig } from '../syntax/parse.ts'
import type { AttributeNode, BlockNode, BodyItem, ConfigFile, Located } from '../syntax/tree.ts'

/** An item with the file that it stands in: a block may hold items of its override files. */
export interface Part {
  readonly file: SourceFile
  readonly item: BodyItem
}

export interface ConfigBlock {
  readonly file: SourceFile
  readonly node: BlockNode
  readonly parts: readonly Part[]
}

/** The files of a folder, which are one module. */
export interface ModuleConfig {
  readonly folder: string
  readonly files: readonly ConfigFile[]
  readonly variables: ReadonlyMap<string, ConfigBlock>
  readonly locals: ReadonlyMap<string, { readonly file: SourceFile; readonly node: AttributeNode }>
  /** `resource`, `data` and `ephemeral` blocks. */
  readonly resources: readonly ConfigBlock[]
  /** The same by their addresses within the module; of duplicates the first. */
  readonly byAddress: ReadonlyMap<string, ConfigBlock>
  readonly modules: readonly ConfigBlock[]
  readonly outputs: ReadonlyMap<string, ConfigBlock>
  readonly providers: readonly ConfigBlock[]
  readonly terraform: readonly ConfigBlock[]
}

export function placeOf(file: SourceFile, { start, end }: Located): Origin {
  return { span: { file, start, end }, via: [] }
}

/** The place of a block's header. */
export function headerOf({ file, node }: ConfigBlock): Origin {
  return placeOf(file, { start: node.start, end: node.headerEnd })
}

/** The address of a resource block within its module. */
export function localAddress({ node }: ConfigBlock): string {
  const labels = node.labels.slice(0, 2).map(({ name }) => name)
  return (node.type.name === 'resource' ? labels : [node.type.name, ...labels]).join('.')
}

export function isConfigName(name: string): boolean {
  return (name.endsWith('.tf') || name.endsWith('.tf.json')) && !name.startsWith('.') && !name.endsWith('~')
}

function isOverride(name: string): boolean {
  const base = name.replace(/\.tf(?:\.json)?$/, '')
  return base === 'override' || base.endsWith('_override')
}

export function joinPath(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : `${folder}/${name}`
}

/** Reads the files of a folder into one module; undefined where it has none. */
export function readModule(files: Files, folder: string, note: (note: Note) => void): ModuleConfig | undefined {
  const names = files
    .list(folder)
    .filter(({ kind, name }) => kind === 'file' && isConfigName(name))
    .map(({ name }) => name)
    .toSorted((a, b) => Number(isOverride(a)) - Number(isOverride(b)) || (a < b ? -1 : 1))
  if (names.length === 0) return undefined
  const trees: ConfigFile[] = []
  const reading = new Reading(note)
  for (const name of names) {
    const file = files.read(joinPath(folder, name))
    if (file === undefined) continue
    const tree = parseConfig(file)
    trees.push(tree)
    for (const { message, start, end } of tree.problems) {
      note({ kind: 'syntax', message, at: placeOf(file, { start, end }) })
    }
    for (const item of tree.body.items) {
      if (item.kind === 'block') reading.add({ file, node: item, parts: partsOf(file, item) }, isOverride(name))
    }
  }
  return { folder, files: trees, ...reading.result() }
}

function partsOf(file: SourceFile, node: BlockNode): readonly Part[] {
  return node.body.items.map((item) => ({ file, item }))
}

class Reading {
  readonly #note: (note: Note) => void
  readonly #blocks = new Map<string, ConfigBlock[]>()
  readonly #locals = new Map<string, { file: SourceFile; node: AttributeNode }>()

  constructor(note: (note: Note) => void) {
    this.#note = note
  }

  add(block: ConfigBlock, overrides: boolean): void {
    const { type, labels } = block.node
    if (type.name === 'locals') {
      this.#addLocals(block, overrides)
      return
    }
    const isUnlabelled = type.name === 'terraform' || type.name === 'provider'
    const key = [type.name, ...labels.map(({ name }) => name)].join('\n')
    const known = this.#blocks.get(key)
    if (known === undefined) {
      this.#blocks.set(key, [block])
      return
    }
    const base = known[0]
    if (overrides && base !== undefined && !isUnlabelled) {
      known[0] = overridden(base, block)
      return
    }
    if (!isUnlabelled && labels.length > 0) {
      const name = `${type.name} ${labels.map((label) => `"${label.name}"`).join(' ')}`
      this.#note({ kind: 'syntax', message: `${name} is defined twice in this module`, at: headerOf(block) })
    }
    known.push(block)
  }

  #addLocals({ parts }: ConfigBlock, overrides: boolean): void {
    for (const { file, item } of parts) {
      if (item.kind !== 'attribute') continue
      if (this.#locals.has(item.name.name) && !overrides) {
        this.#note({
          kind: 'syntax',
          message: `local "${item.name.name}" is defined twice`,
          at: placeOf(file, item.name),
        })
      }
      this.#locals.set(item.name.name, { file, node: item })
    }
  }

  result(): Omit<ModuleConfig, 'folder' | 'files'> {
    const all = [...this.#blocks.values()].flat()
    const ofType = (...types: readonly string[]): readonly ConfigBlock[] =>
      all.filter(({ node }) => types.includes(node.type.name))
    const byName = (type: string): ReadonlyMap<string, ConfigBlock> =>
      new Map(
        ofType(type).flatMap((block) => block.node.labels.slice(0, 1).map((label) => [label.name, block] as const)),
      )
    const labelled = (blocks: readonly ConfigBlock[], count: number): readonly ConfigBlock[] =>
      blocks.filter(({ node }) => node.labels.length >= count)
    const nested = ofType('check').flatMap(({ parts }) =>
      parts.flatMap(({ file, item }) =>
        item.kind === 'block' && item.type.name === 'data' ? [{ file, node: item, parts: partsOf(file, item) }] : [],
      ),
    )
    const resources = labelled([...ofType('resource', 'data', 'ephemeral'), ...nested], 2)
    return {
      variables: byName('variable'),
      locals: this.#locals,
      resources,
      byAddress: new Map(resources.toReversed().map((block) => [localAddress(block), block])),
      modules: labelled(ofType('module'), 1),
      outputs: byName('output'),
      providers: labelled(ofType('provider'), 1),
      terraform: ofType('terraform'),
    }
  }
}

/** Arguments of an override replace those of the block; its nested blocks replace all of their type. */
function overridden(base: ConfigBlock, override: ConfigBlock): ConfigBlock {
  const names = new Set<string>()
  for (const { item } of override.parts) if (item.kind !== 'error') names.add(nameOf(item))
  const kept = base.parts.filter(({ item }) => item.kind === 'error' || !names.has(nameOf(item)))
  return { ...base, parts: [...kept, ...override.parts] }
}

function nameOf(item: AttributeNode | BlockNode): string {
  if (item.kind === 'attribute') return `${item.name.name} =`
  const dynamic = item.type.name === 'dynamic' ? item.labels[0]?.name : undefined
  return dynamic ?? item.type.name
}

/** The argument of a block. */
export function attributePart(
  block: { readonly parts: readonly Part[] },
  name: string,
): { readonly file: SourceFile; readonly node: AttributeNode } | undefined {
  for (const { file, item } of block.parts) {
    if (item.kind === 'attribute' && item.name.name === name) return { file, node: item }
  }
  return undefined
}

/** An argument that is a plain text, such as the source of a module. */
export function plainText(block: { readonly parts: readonly Part[] }, name: string): string | undefined {
  const expression = attributePart(block, name)?.node.expression
  if (expression?.kind !== 'template') return undefined
  let text = ''
  for (const part of expression.parts) {
    if (part.kind !== 'text') return undefined
    text += part.text
  }
  return text
}
