import type { Files, Note } from '@breakwater/core'
import { isConfigName, joinPath, readModule, type ModuleConfig } from './config.ts'

/** Text whose modules are held, in UTF-16 units: many roots call the same modules. */
const MOST_HELD = 16_000_000

/** Gives the module of a folder, as `readModule` does. */
export type ModuleReader = (folder: string, note: (note: Note) => void) => ModuleConfig | undefined

/** Reads each folder once, as long as there is room to hold what was read. */
export function moduleReader(files: Files): ModuleReader {
  const held = new Map<string, { readonly config: ModuleConfig | undefined; readonly notes: readonly Note[] }>()
  let room = MOST_HELD
  return (folder, note) => {
    const known = held.get(folder)
    if (known !== undefined) {
      for (const one of known.notes) note(one)
      return known.config
    }
    const notes: Note[] = []
    const config = readModule(files, folder, (one) => {
      notes.push(one)
      note(one)
    })
    for (const { file } of config?.files ?? []) room -= file.text.length
    if (room >= 0) held.set(folder, { config, notes })
    return config
  }
}

/** Whether a module of the folder may call others: the native syntax cannot without the word. */
export function mayCall(files: Files, folder: string): boolean {
  return files
    .list(folder)
    .some(
      ({ kind, name }) =>
        kind === 'file' &&
        isConfigName(name) &&
        (name.endsWith('.json') || files.read(joinPath(folder, name))?.text.includes('module') === true),
    )
}
