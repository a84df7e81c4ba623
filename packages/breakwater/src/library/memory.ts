import type { Entry, Files, SourceFile } from '@breakwater/core'
import { compareText } from '../results.ts'

/** Texts by path, with `/`, as the files of a project. */
export function memoryFiles(texts: ReadonlyMap<string, string>): Files {
  const files = new Map<string, SourceFile>()
  const folders = new Map<string, Map<string, Entry['kind']>>()
  for (const [given, text] of texts) {
    const path = cleanPath(given)
    files.set(path, { path, text })
    const names = path.split('/')
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/')
      const entries = folders.get(folder) ?? new Map<string, Entry['kind']>()
      entries.set(name, depth === names.length - 1 ? 'file' : 'folder')
      folders.set(folder, entries)
    }
  }
  return {
    read: (path) => files.get(cleanPath(path)),
    list: (folder) =>
      [...(folders.get(cleanPath(folder)) ?? [])]
        .map(([name, kind]) => ({ name, kind }))
        .toSorted((a, b) => compareText(a.name, b.name)),
  }
}

/** Without `.`, and with `..` resolved as far as it goes. */
export function cleanPath(path: string): string {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop()
    else names.push(name)
  }
  return names.join('/')
}
