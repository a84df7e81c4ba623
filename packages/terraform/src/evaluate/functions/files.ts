import type { Origin, SourceFile } from '@breakwater/core'
import { bool, list, text, unknown, unresolved } from '../make.ts'
import type { StringValue, Value } from '../value.ts'
import { toBase64, utf8 } from './bytes.ts'
import { strict, withKnown, type Builtin, type Builtins, type Call } from './signature.ts'
import { globPattern } from './glob.ts'

/** A path as Terraform reads it, relative to the project; undefined where it leads out of it. */
export function resolvePath(path: string, folder: string): string | undefined {
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) return undefined
  const out = folder === '' || folder === '.' ? [] : folder.split('/')
  for (const part of path.split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') out.push(part)
    else if (out.pop() === undefined) return undefined
  }
  return out.join('/')
}

type Reading = (file: SourceFile, call: Call) => Value | undefined

/** A function of a file's text. What lies outside the project, or is not there, is not known. */
export function ofFile(read: Reading): Builtin {
  return (args, call) =>
    withKnown(args, call.at, ([path]) => {
      if (path?.kind !== 'string') return undefined
      // Paths are relative to the folder where Terraform runs: that of the root.
      const resolved = resolvePath(path.value, call.scope.work.root)
      if (resolved === undefined) return unresolved(`file outside the project`, call.at)
      const file = call.scope.work.read(resolved)
      return file === undefined ? undefined : read(file, call)
    })
}

/** The text of a file: what a person edits is the file, and the call is the way to it. */
export function fileText(file: SourceFile, at: Origin): StringValue {
  const skip = file.text.charCodeAt(0) === 0xfe_ff ? 1 : 0
  const span = { file, start: skip, end: file.text.length }
  const via = [{ role: 'include' as const, span: at.span }, ...at.via]
  return text(file.text.slice(skip), { span, via })
}

const fileset: Builtin = (args, { at, scope }) =>
  withKnown(args, at, ([folder, pattern]) => {
    if (folder?.kind !== 'string' || pattern?.kind !== 'string') return undefined
    const resolved = resolvePath(folder.value, scope.work.root)
    if (resolved === undefined) return unresolved('files outside the project', at)
    const matches = globPattern(pattern.value)
    if (matches === undefined) return undefined
    const paths = scope.work.paths(resolved).filter(matches)
    return list(
      paths.map((path) => text(path, at)),
      at,
      'set',
    )
  })

/** Functions that read files of the project, and functions of paths. */
export const files: Builtins = {
  basename: strict(
    ['string'],
    (path) => path.replace(/\/+$/, '').split('/').at(-1) || (path.startsWith('/') ? '/' : '.'),
  ),
  dirname: strict(['string'], dirname),
  file: ofFile((file, { at }) => fileText(file, at)),
  filebase64: ofFile((file, { at }) => text(toBase64(utf8(file.text)), at)),
  fileexists: (args, call) =>
    withKnown(args, call.at, ([path]) => {
      if (path?.kind !== 'string') return undefined
      const resolved = resolvePath(path.value, call.scope.work.root)
      if (resolved === undefined) return unknown({ kind: 'unresolved', name: 'file outside the project' }, call.at)
      return bool(call.scope.work.read(resolved) !== undefined, call.at)
    }),
  fileset,
}

function dirname(path: string): string {
  const parts = path
    .replace(/\/+$/, '')
    .split('/')
    .filter((part, index) => part !== '.' || index === 0)
  parts.pop()
  return parts.length === 0 ? '.' : parts.join('/') || '/'
}
