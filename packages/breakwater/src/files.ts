import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { isAscii, isUtf8 } from 'node:buffer'
import { extname, join, relative, sep } from 'node:path'
import { UsageError } from './errors.ts'
import { compareText } from './results.ts'

/** A file to look at, and how we came to it. */
export interface Candidate {
  /** As results name it: relative to the working directory, with `/`. */
  readonly path: string
  /** For the file system. */
  readonly absolute: string
  /** The user named the file itself; else it was found by walking. */
  readonly named: boolean
  /** Its ending says that it is no device's configuration, though a front-end may read it. */
  readonly foreign: boolean
}

/** Folders that hold nobody's configuration. */
export const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules'])

/** Endings of files that are no device's configuration. A file that is named is looked at whatever its ending. */
const FOREIGN = new Set(
  (
    'md mdx markdown rst adoc html htm css scss less js mjs cjs jsx ts mts cts tsx vue json jsonc json5 jsonl ndjson yaml yml toml ' +
    'xml xsd xsl csv tsv sql py pyc rb go rs java kt c h cc cpp hpp cs php pl sh bash zsh fish ps1 bat lua swift ' +
    'tf tfvars tfstate hcl j2 jinja jinja2 lock map svg png jpg jpeg gif ico pdf zip gz tgz bz2 xz 7z tar jar war ' +
    'woff woff2 ttf otf mp3 mp4 mov wav so dll exe bin img iso pcap pcapng db sqlite'
  ).split(' '),
)

/** No device's configuration is near this, and no string of this size is copied in vain. */
export const MAX_BYTES = 256 * 1024 * 1024

/** Whether a file is looked at though its ending says that it is no configuration. */
export type Wanted = (name: string) => boolean

/**
 * The files below the given paths, each once, in an order that depends on nothing but their names: those that may be
 * configurations, and those that are `wanted`.
 */
export function findFiles(operands: readonly string[], cwd: string, wanted: Wanted = () => false): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const operand of operands) {
    const absolute = join(cwd, relative(cwd, operand === '' ? cwd : resolveFrom(cwd, operand)))
    const status = statSync(absolute, { throwIfNoEntry: false })
    if (status === undefined) throw new UsageError(`there is no file or folder "${operand}"`)
    const candidate = (file: string, named: boolean): Candidate => ({
      path: shownPath(file, cwd),
      absolute: file,
      named,
      foreign: isForeign(file),
    })
    if (status.isDirectory()) walk(absolute, wanted, (file) => addOnce(found, candidate(file, false)))
    else found.set(absolute, candidate(absolute, true))
  }
  return [...found.values()].toSorted((a, b) => compareText(a.path, b.path))
}

function resolveFrom(cwd: string, operand: string): string {
  return operand.startsWith(sep) || /^[A-Za-z]:[\\/]/.test(operand) ? operand : join(cwd, operand)
}

function addOnce(found: Map<string, Candidate>, candidate: Candidate): void {
  if (!found.has(candidate.absolute)) found.set(candidate.absolute, candidate)
}

function listed(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

/** Follows links to files, not to folders: those can lead in circles. */
function walk(folder: string, wanted: Wanted, add: (file: string) => void): void {
  const entries = listed(folder)
  // Whoever reads what was found says that it cannot be read.
  if (entries === undefined) return add(folder)
  for (const entry of entries) {
    if (SKIPPED.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) walk(path, wanted, add)
    else if (isForeign(entry.name) && !wanted(entry.name)) continue
    else if (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile()))
      add(path)
  }
}

function isForeign(name: string): boolean {
  return FOREIGN.has(extname(name).slice(1).toLowerCase())
}

/** A path as results name it: relative to the working directory, with `/`. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute)
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** The bytes of a file that can be text; else why not. */
export type Bytes =
  | { readonly bytes: Buffer }
  | { readonly refused: 'binary' | 'too large' | 'unreadable' | 'not a file' }

export function readBytes(absolute: string): Bytes {
  try {
    const status = statSync(absolute)
    if (!status.isFile()) return { refused: status.isDirectory() ? 'unreadable' : 'not a file' }
    if (status.size > MAX_BYTES) return { refused: 'too large' }
    const bytes = readFileSync(absolute)
    return looksBinary(bytes) ? { refused: 'binary' } : { bytes }
  } catch {
    return { refused: 'unreadable' }
  }
}

const SNIFFED = 8192

/**
 * Zero bytes among the first, unless they alternate as in UTF-16. A single one is no proof: some captures of terminals
 * hold them.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return false
  const length = Math.min(bytes.length, SNIFFED)
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0) return false
  const utf16 = Math.max(even, odd) > length * 0.3 && Math.min(even, odd) < length * 0.02
  return !utf16 && even + odd > length / 200
}

/** The text of a file. The engine's own decoder does what is plain; the rest is for ours, which is loaded then. */
export async function decodeFile(bytes: Buffer): Promise<string> {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (!bytes.includes(0)) {
    if (isAscii(bytes)) return bytes.toString('latin1')
    if (isUtf8(bytes)) return bytes.toString('utf8', marked ? 3 : 0)
  }
  const { decodeText } = await import('@breakwater/network-os')
  return decodeText(bytes).text
}
