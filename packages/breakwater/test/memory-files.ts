import type { Entry, Files, SourceFile } from '@breakwater/core'

/** The files of a project, in memory. */
export function memoryFiles(all: readonly SourceFile[]): Files {
  const byPath = new Map(all.map((file) => [file.path, file]))
  return {
    read: (path) => byPath.get(path),
    list: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`
      const found = new Map<string, Entry>()
      for (const path of byPath.keys()) {
        if (!path.startsWith(prefix)) continue
        const [name = '', ...rest] = path.slice(prefix.length).split('/')
        found.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' })
      }
      return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
