import type { SourceFile } from '@breakwater/core'
import { folderOf, joinPath, nameOf } from '../project/paths.ts'
import type { ProjectReader } from '../project/reader.ts'
import type { Context } from './context.ts'

/** The first file of that name below some folders. A path from the root begins with a slash, as magic variables give it. */
export function findFile(folders: readonly string[], name: string, reader: ProjectReader): SourceFile | undefined {
  if (name.startsWith('/')) return reader.peek(joinPath('', name.slice(1)))
  return reader.first(folders, name)
}

/** Where a task's templates or files are looked for. */
export function foldersOf(context: Context, kind: 'templates' | 'files' | 'vars'): readonly string[] {
  return [
    ...context.search.flatMap((folder) => [joinPath(folder, kind), folder]),
    joinPath(context.folder, kind),
    context.folder,
  ]
}

const MOST_FILES = 2000

/** The files that a pattern such as `files/*.cfg` names, by their paths from the root. */
export function glob(pattern: string, context: Context, reader: ProjectReader): readonly string[] {
  const test = new RegExp(
    `^${nameOf(pattern)
      .replaceAll(/\*+/g, '*')
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  )
  for (const base of pattern.startsWith('/') ? [''] : foldersOf(context, 'files')) {
    const folder = joinPath(base, folderOf(pattern).replace(/^\//, ''))
    const found = reader
      .list(folder)
      .filter(({ name, kind }) => kind === 'file' && name.length < 255 && test.test(name))
    if (found.length > 0) return found.slice(0, MOST_FILES).map(({ name }) => `/${joinPath(folder, name)}`)
  }
  return []
}
