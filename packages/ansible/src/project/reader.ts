import type { Entry, Files, Note, SourceFile } from '@breakwater/core'
import { unknownData, type Data } from '../data.ts'
import { parseYaml } from '../yaml.ts'
import { folderOf, joinPath, nameOf } from './paths.ts'

/** Reads the files of one project, each once, and keeps which had a part in it. */
export class ProjectReader {
  readonly notes: Note[] = []
  readonly taken = new Set<string>()
  readonly #files: Files
  readonly #documents = new Map<string, readonly Data[]>()
  readonly #folders = new Map<string, readonly Entry[]>()
  readonly #noted = new Set<string>()

  constructor(files: Files) {
    this.#files = files
  }

  /** A file that has a part in the project. */
  take(path: string): SourceFile | undefined {
    const file = this.#files.read(path)
    if (file !== undefined) this.taken.add(file.path)
    return file
  }

  /** A file that may be anything. */
  peek(path: string): SourceFile | undefined {
    return this.#files.read(path)
  }

  list(folder: string): readonly Entry[] {
    let entries = this.#folders.get(folder)
    if (entries === undefined) this.#folders.set(folder, (entries = this.#files.list(folder === '' ? '.' : folder)))
    return entries
  }

  kindOf(path: string): Entry['kind'] | undefined {
    if (this.#files.read(path) !== undefined) return 'file'
    const name = nameOf(path)
    if (path === '') return 'folder'
    const found = this.list(folderOf(path)).find((entry) => entry.name === name)
    return found?.kind ?? (this.list(path).length > 0 ? 'folder' : undefined)
  }

  /** The documents of a YAML file; a file that is encrypted whole is one that nobody knows. Undefined where there is none. */
  documents(path: string): readonly Data[] | undefined {
    const known = this.#documents.get(path)
    if (known !== undefined) return known
    const file = this.take(path)
    if (file === undefined) return undefined
    const documents = file.text.startsWith('$ANSIBLE_VAULT;') ? [vaulted(path)] : this.#parse(file)
    this.#documents.set(path, documents)
    return documents
  }

  /** A YAML file that may belong to somebody else: nothing is said of it. */
  look(path: string): readonly Data[] {
    const known = this.#documents.get(path)
    if (known !== undefined) return known
    const file = this.peek(path)
    return file === undefined || file.text.startsWith('$ANSIBLE_VAULT;') ? [] : parseYaml(file).documents
  }

  /** Says something once. */
  note(note: Note): void {
    const { span } = note.at ?? {}
    const key = `${note.message}\n${span?.file.path}\n${span?.start}`
    if (this.#noted.has(key)) return
    this.#noted.add(key)
    this.notes.push(note)
  }

  /** The first of some paths below a folder that is a file. */
  first(folders: readonly string[], name: string): SourceFile | undefined {
    for (const folder of folders) {
      const found = this.peek(joinPath(folder, name))
      if (found !== undefined) return found
    }
    return undefined
  }

  #parse(file: SourceFile): readonly Data[] {
    const { documents, notes } = parseYaml(file)
    for (const note of notes) this.note(note)
    return documents
  }
}

function vaulted(path: string): Data {
  return unknownData({ kind: 'unresolved', name: path }, 'vault')
}
