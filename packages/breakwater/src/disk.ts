import { lstatSync, readdirSync, realpathSync, type Dirent } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { posix } from 'node:path'
import type { Entry, Files, SourceFile } from '@breakwater/core'
import { decodeText } from '@breakwater/network-os'
import { readBytes, SKIPPED } from './files.ts'
import { compareText } from './results.ts'

/** The files of a project on the disk. */
export interface DiskFiles extends Files {
  /** The path within the project of a file or folder that the user named, which can then be read wherever it lies. */
  readonly grant: (absolute: string) => string
  /** What was asked for and is there, but could not be read: why, by path. */
  readonly refused: ReadonlyMap<string, string>
}

/**
 * Reads below `root`, when asked, and each file once. Leads nowhere else: no path above the root, no link to a file
 * outside of it, no link to a folder. `given` are texts that stand in place of files, by their absolute paths.
 */
export function diskFiles(root: string, given: ReadonlyMap<string, string> = new Map()): DiskFiles {
  const top = realPath(root) ?? root
  const grants: string[] = []
  const known = new Map<string, SourceFile | undefined>()
  const refused = new Map<string, string>()
  const folders = new Map<string, string | undefined>()
  const listed = new Map<string, readonly Entry[]>()

  /** The real place of a folder of the project, if no link leads there. */
  const folderOf = (path: string): string | undefined => {
    if (folders.has(path)) return folders.get(path)
    const wanted = path === '.' ? top : join(top, path)
    const real = realPath(wanted)
    const granted = grants.some((grant) => isWithin(wanted, grant))
    const found = real !== undefined && (granted || (isWithin(real, top) && real === wanted)) ? real : undefined
    folders.set(path, found)
    return found
  }

  const load = (path: string): SourceFile | undefined => {
    const text = given.get(join(root, path))
    if (text !== undefined) return { path, text }
    const folder = folderOf(posix.dirname(path))
    const wanted = join(top, path)
    const granted = grants.some((grant) => isWithin(wanted, grant))
    const absolute = folder === undefined ? (granted ? wanted : undefined) : join(folder, basename(path))
    if (absolute === undefined || kindOf(absolute, granted ? undefined : top) !== 'file') return undefined
    const read = readBytes(absolute)
    if ('bytes' in read) return { path, text: decodeText(read.bytes).text }
    refused.set(path, read.refused)
    return undefined
  }

  return {
    folder: basename(top),
    refused,
    grant: (absolute) => {
      const real = realPath(absolute) ?? absolute
      if (!isWithin(real, top)) grants.push(real)
      folders.clear()
      listed.clear()
      for (const [path, file] of known) if (file === undefined) known.delete(path)
      return toSlashes(relative(top, real)) || '.'
    },
    read: (path) => {
      if (path.length > LONGEST_PATH) return undefined
      const clean = posix.normalize(path)
      if (!known.has(clean)) known.set(clean, isAbsolute(path) ? undefined : load(clean))
      return known.get(clean)
    },
    list: (path) => {
      if (isAbsolute(path) || path.length > LONGEST_PATH) return []
      const clean = posix.normalize(path === '' ? '.' : path).replace(/\/$/, '')
      let entries = listed.get(clean)
      if (entries === undefined) {
        const folder = folderOf(clean)
        entries = folder === undefined ? [] : entriesOf(folder, top)
        listed.set(clean, entries)
      }
      return entries
    },
  }
}

/** No system has longer ones; a template can make them. */
const LONGEST_PATH = 4096

/** Where a project begins: the folder of the repository, else the given one. */
export function projectRoot(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (lstatSync(join(above, '.git'), { throwIfNoEntry: false }) !== undefined) return above
    if (above === dirname(above)) return folder
  }
}

export function isWithin(absolute: string, folder: string): boolean {
  const below = relative(folder, absolute)
  return below === '' || (!below.startsWith(`..${sep}`) && below !== '..' && !isAbsolute(below))
}

export function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

function entriesOf(folder: string, top: string): Entry[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  const within = isWithin(folder, top) ? top : undefined
  return entries
    .filter(({ name }) => !SKIPPED.has(name))
    .toSorted((a, b) => compareText(a.name, b.name))
    .flatMap((entry): Entry[] => {
      const { name } = entry
      if (entry.isFile()) return [{ name, kind: 'file' }]
      if (entry.isDirectory()) return [{ name, kind: 'folder' }]
      // A link, or a file system that does not tell.
      const kind = kindOf(join(folder, name), within)
      return kind === undefined ? [] : [{ name, kind }]
    })
}

/** A file, also by a link that stays within `top`, or a folder; undefined for all else. */
function kindOf(absolute: string, top: string | undefined): Entry['kind'] | undefined {
  try {
    const status = lstatSync(absolute)
    if (status.isFile()) return 'file'
    if (status.isDirectory()) return 'folder'
    if (!status.isSymbolicLink()) return undefined
    const real = realpathSync.native(absolute)
    return (top === undefined || isWithin(real, top)) && lstatSync(real).isFile() ? 'file' : undefined
  } catch {
    return undefined
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}
