import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isWithin, projectRoot } from '../disk.ts'

/** What hinders a file from being written, in words that follow its name; undefined where it is written. */
export type Hindrance = string | undefined

/**
 * Puts other bytes into a file, all at once: written beside it and renamed, with its mode and owner. Not where the file
 * is not what was read any more, nor by a link that leads out of the project.
 */
export function rewrite(absolute: string, read: Uint8Array, bytes: Uint8Array, cwd: string): Hindrance {
  let target = absolute
  try {
    target = realpathSync.native(absolute)
    if (!isOwn(absolute, target, cwd)) return 'is a link that leads out of the project'
    accessSync(target, constants.W_OK)
    // The superuser may write what its owner forbade.
    if ((statSync(target).mode & 0o222) === 0) return 'is read-only'
    if (!readFileSync(target).equals(read)) return 'has changed since it was read'
    // A renamed file would leave the other names with the old text: a snapshot, or the same device under another name.
    if (statSync(target).nlink > 1) return 'has another name too (a hard link)'
  } catch {
    return 'cannot be written'
  }
  const beside = join(dirname(target), `.${basename(target)}.breakwater-${process.pid}`)
  try {
    const { mode, uid, gid } = statSync(target)
    const file = openSync(beside, 'wx', mode)
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    chmodSync(beside, mode)
    giveTo(beside, uid, gid)
    renameSync(beside, target)
    return undefined
  } catch {
    rmSync(beside, { force: true })
    return 'cannot be written'
  }
}

/** Only the superuser gives files away. */
function giveTo(path: string, uid: number, gid: number): void {
  const { uid: own, gid: group } = lstatSync(path)
  if (own === uid && group === gid) return
  try {
    chownSync(path, uid, gid)
  } catch {
    // The file is the user's then, as with any editor that renames.
  }
}

/** A file lies where its path says, or at the end of links that stay within the project. */
function isOwn(absolute: string, real: string, cwd: string): boolean {
  const root = projectRoot(cwd)
  const top = realpathSync.native(root)
  if (isWithin(real, top)) return true
  return !lstatSync(absolute).isSymbolicLink() && !isWithin(absolute, root)
}
