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
  const wanted = nameOf(pattern)
  for (const base of pattern.startsWith('/') ? [''] : foldersOf(context, 'files')) {
    const folder = joinPath(base, folderOf(pattern).replace(/^\//, ''))
    const found = reader.list(folder).filter(({ name, kind }) => kind === 'file' && matches(wanted, name))
    if (found.length > 0) return found.slice(0, MOST_FILES).map(({ name }) => `/${joinPath(folder, name)}`)
  }
  return []
}

/** Whether a name is one of a pattern with `*` and `?`. Goes back to the last `*` only: never more than both lengths multiplied. */
function matches(pattern: string, name: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0]
  while (from < name.length) {
    const wanted = pattern[at]
    if (wanted === '*') {
      star = at++
      mark = from
    } else if (wanted === '?' || (wanted !== undefined && wanted === name[from])) {
      at++
      from++
    } else if (star >= 0) {
      at = star + 1
      from = ++mark
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
