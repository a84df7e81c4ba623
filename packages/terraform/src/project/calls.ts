import type { Files } from '@breakwater/core'
import type { Work } from '../evaluate/context.ts'
import { resolvePath } from '../evaluate/functions/files.ts'
import { parseJson, type JsonNode } from '../syntax/json.ts'
import { joinPath, plainText, type ConfigBlock } from './config.ts'
import type { Module } from './module.ts'

/** The folder of a source that is a path, relative to the project; undefined for any other source. */
export function localSource(source: string | undefined, folder: string): string | undefined {
  if (
    source === undefined ||
    !(source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..')
  ) {
    return undefined
  }
  return resolvePath(source, folder)
}

/** Finds the folder of a called module: by its path, or where `terraform init` has put it. */
export function calledModules(
  files: Files,
  root: string,
  work: Work,
): (module: Module, block: ConfigBlock) => string | undefined {
  let installed: ReadonlyMap<string, string> | undefined
  return (module, block) => {
    const local = localSource(plainText(block, 'source'), module.config.folder)
    if (local !== undefined) return local
    installed ??= readInstalled(work, root)
    return installed.get([...keysOf(module), block.node.labels[0]?.name ?? ''].join('.'))
  }
}

/** The names of the calls that lead to a module, without indices. */
function keysOf(module: Module): readonly string[] {
  const { caller } = module
  return caller === undefined ? [] : [...keysOf(caller.module), caller.block.node.labels[0]?.name ?? '']
}

function readInstalled(work: Work, root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const file = work.read(joinPath(root, '.terraform/modules/modules.json'))
  const node = file === undefined ? undefined : parseJson(file.text).node
  const modules = member(node, 'Modules')
  for (const item of modules?.kind === 'json-array' ? modules.items : []) {
    const key = member(item, 'Key')
    const folder = member(item, 'Dir')
    if (key?.kind !== 'json-string' || folder?.kind !== 'json-string') continue
    const path = resolvePath(folder.text, root)
    if (path !== undefined) found.set(key.text, path)
  }
  return found
}

function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === 'json-object' ? node.entries.find(({ key }) => key.text === name)?.value : undefined
}
