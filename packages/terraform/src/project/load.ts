import type { Files, Note, SourceFile } from '@breakwater/core'
import type { Work } from '../evaluate/context.ts'
import { readType, type Type } from '../evaluate/types.ts'
import { nullAt } from '../evaluate/make.ts'
import type { ConfigFile } from '../syntax/tree.ts'
import { calledModules } from './calls.ts'
import {
  attributePart,
  headerOf,
  isConfigName,
  joinPath,
  plainText,
  type ConfigBlock,
  type ModuleConfig,
} from './config.ts'
import { instancesOf } from './instances.ts'
import { Module, type ModuleCall } from './module.ts'
import { indexText } from './references.ts'
import type { LoadOptions, Output, Project, Provider, Resource, Variable } from './project.ts'
import { providersOf } from './provider-configs.ts'
import { resourcesOf } from './resources.ts'
import { readGiven } from './variables.ts'
import { localSource } from './calls.ts'
import { mayCall, moduleReader, type ModuleReader } from './reader.ts'
import { addAll } from '../add-all.ts'

/** More modules than this are left out. */
const MOST_MODULES = 2000
const DEEPEST = 20

/**
 * Reads a root module and the modules that it calls, and evaluates them. Never throws; nothing outside the given files
 * is read, and nothing is run. `root` is a folder's path, `.` or empty for the project's own. Roots that share a reader
 * share the modules that they call.
 */
export function loadProject(
  files: Files,
  root: string,
  options: LoadOptions = {},
  read: ModuleReader = moduleReader(files),
): Project {
  const notes: Note[] = []
  const sources = new Set<SourceFile>()
  const told = new Set<string>()
  const note = (one: Note): void => {
    const key = `${one.kind}\n${one.message}\n${one.at?.span.file.path ?? ''}\n${one.at?.span.start ?? ''}`
    if (!told.has(key)) notes.push(one)
    told.add(key)
  }
  const folder = root === '.' ? '' : root.replace(/\/+$/, '')
  const work = workFor(files, folder, sources, note)
  const configs = new Map<string, ModuleConfig | undefined>()
  const configOf = (path: string): ModuleConfig | undefined => {
    if (!configs.has(path)) configs.set(path, read(path, note))
    return configs.get(path)
  }
  const config = configOf(folder)
  if (config === undefined) {
    return {
      root,
      version: undefined,
      resources: [],
      providers: [],
      variables: [],
      outputs: [],
      files: [],
      sources: [],
      notes,
    }
  }
  const modules: Module[] = []
  const find = calledModules(files, folder, work)
  const call = (module: Module, block: ConfigBlock): ModuleCall => {
    const { by, instances } = instancesOf(block, { ...module.scope, file: block.file })
    const place = headerOf(block)
    const path = find(module, block)
    const inner = path === undefined ? undefined : configOf(path)
    if (inner === undefined) {
      note({
        kind: 'limit',
        message: outOfView(block),
        at: place,
      })
      return { block, by, modules: undefined }
    }
    if (isWithin(module, inner.folder) || modules.length + instances.length > MOST_MODULES) {
      note({ kind: 'limit', message: 'modules call each other without an end, or there are too many', at: place })
      return { block, by, modules: undefined }
    }
    const made = instances.map((instance) => {
      const address = [
        ...(module.address === '' ? [] : [module.address]),
        `module.${block.node.labels[0]?.name ?? ''}${indexText(instance.index)}`,
      ].join('.')
      return { instance, module: new Module(inner, address, work, { module, block, instance }, new Map(), call) }
    })
    for (const one of made) modules.push(one.module)
    return { block, by, modules: made }
  }
  const rootModule = new Module(config, '', work, undefined, new Map(), call)
  const given = readGiven(files, folder, options, rootModule.scope, sources, typesOf(config))
  const main = new Module(config, '', work, undefined, given, call)
  modules.push(main)
  const resources: Resource[] = []
  const providers: Provider[] = []
  const variables: Variable[] = []
  const outputs: Output[] = []
  // Calls of a module add to the list while it is gone through.
  for (let index = 0; index < modules.length; index++) {
    const module = modules[index] as Module
    for (const block of module.config.modules) module.call(block)
    addAll(providers, providersOf(module))
    addAll(resources, resourcesOf(module))
    addAll(variables, variablesOf(module))
    addAll(outputs, outputsOf(module))
  }
  const trees = new Map<string, ConfigFile>()
  for (const one of configs.values()) for (const tree of one?.files ?? []) trees.set(tree.file.path, tree)
  for (const tree of trees.values()) sources.add(tree.file)
  const version = config.terraform.map((block) => plainText(block, 'required_version')).find((one) => one !== undefined)
  return {
    root,
    version,
    resources,
    providers,
    variables,
    outputs,
    files: [...trees.values()],
    sources: [...sources],
    notes,
  }
}

function workFor(files: Files, root: string, sources: Set<SourceFile>, note: (note: Note) => void): Work {
  return {
    root,
    read: (path) => {
      const file = files.read(path)
      if (file !== undefined) sources.add(file)
      return file
    },
    paths: (folder) => pathsBelow(files, folder),
    note,
    steps: 0,
    depth: 0,
    exhausted: false,
    tooDeep: false,
    tooLarge: false,
  }
}

const MOST_PATHS = 20_000

function pathsBelow(files: Files, folder: string): readonly string[] {
  const found: string[] = []
  const visit = (path: string, prefix: string, depth: number): void => {
    if (depth > 12) return
    for (const { name, kind } of files.list(path)) {
      if (found.length >= MOST_PATHS) return
      if (kind === 'file') found.push(`${prefix}${name}`)
      else if (name !== '.terraform' && name !== '.git') visit(joinPath(path, name), `${prefix}${name}/`, depth + 1)
    }
  }
  visit(folder, '', 0)
  return found
}

/** Whether a module of the folder already stands around, or the calls lead too deep. */
function isWithin(module: Module, folder: string): boolean {
  let depth = 0
  for (let one: Module | undefined = module; one !== undefined; one = one.caller?.module) {
    if (one.config.folder === folder || ++depth > DEEPEST) return true
  }
  return false
}

/** The types of variables, for what the command line gives: it needs no values. */
function typesOf(config: ModuleConfig): ReadonlyMap<string, Type> {
  const types = new Map<string, Type>()
  for (const [name, block] of config.variables) {
    const part = attributePart(block, 'type')
    if (part === undefined) continue
    const isAny = part.node.expression.kind === 'variable' && part.node.expression.name === 'any'
    const type = readType(part.node.expression, () => nullAt(headerOf(block)))
    types.set(name, isAny ? { kind: 'object', attributes: new Map() } : type)
  }
  return types
}

function variablesOf(module: Module): readonly Variable[] {
  return [...module.config.variables.keys()].flatMap((name): Variable[] => {
    const declaration = module.declaration(name)
    const value = module.variable(name)
    if (declaration === undefined || value === undefined) return []
    const { sensitive, at } = declaration
    return [{ name, module: module.address, sensitive, at, value, assignments: module.assignments(name) }]
  })
}

function outputsOf(module: Module): readonly Output[] {
  return [...module.config.outputs].flatMap(([name, block]): Output[] => {
    const value = module.output(name)
    if (value === undefined) return []
    const part = attributePart(block, 'sensitive')
    const sensitive = part?.node.expression.kind === 'literal' && part.node.expression.value === true
    return [{ name, module: module.address, sensitive, at: headerOf(block), value }]
  })
}

/** The folders among those of the given paths that are root modules: no other one calls them. In order. */
export function rootFolders(
  files: Files,
  paths: readonly string[],
  read: ModuleReader = moduleReader(files),
): readonly string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    const slash = path.lastIndexOf('/')
    if (isConfigName(path.slice(slash + 1)) && !path.includes('.terraform/'))
      folders.add(slash === -1 ? '' : path.slice(0, slash))
  }
  const called = new Set<string>()
  for (const folder of folders) {
    if (!mayCall(files, folder)) continue
    for (const block of read(folder, () => undefined)?.modules ?? []) {
      const path = localSource(plainText(block, 'source'), folder)
      if (path !== undefined && path !== folder) called.add(path)
    }
  }
  const roots = [...folders].filter((folder) => !called.has(folder))
  return (roots.length > 0 ? roots : [...folders]).toSorted()
}

/** What to do about a module that cannot be entered: Terraform itself fetches those that are no folder of the project. */
function outOfView(block: ConfigBlock): string {
  const start = `the files of module "${block.node.labels[0]?.name ?? ''}" are not in view`
  const source = plainText(block, 'source')
  if (source === undefined || /^\.\.?(?:\/|$)/.test(source)) return start
  return `${start}: run terraform init, which puts them below .terraform/modules`
}
