import type { Entry, Files, Origin, SourceFile } from '@breakwater/core'
import type { Value } from '../src/index.ts'

/** Files in memory, by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const files = new Map<string, SourceFile>(Object.entries(texts).map(([path, text]) => [path, { path, text }]))
  return {
    read: (path) => files.get(path),
    list: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`
      const found = new Map<string, Entry>()
      for (const path of files.keys()) {
        if (!path.startsWith(prefix)) continue
        const [name = '', ...rest] = path.slice(prefix.length).split('/')
        found.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' })
      }
      return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}

/** `path:line`, and the way behind it: `dev.tfvars:3 < variable main.tf:9`. */
export function placeOf({ span, via }: Origin): string {
  const { file, start } = span
  const line = file.text.slice(0, start).split('\n').length
  const way = via.map((hop) => ` < ${hop.role} ${placeOf({ span: hop.span, via: [] })}`)
  return `${file.path}:${line}${way.join('')}`
}

/** A value as data; what is unknown is a text in angle brackets. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null
    case 'bool':
    case 'string':
      return value.value
    case 'number':
      return String(value.value) === value.digits ? value.value : value.digits
    case 'list': {
      const items = value.items.map(plain)
      return value.rest === undefined ? items : [...items, { rest: value.rest.each.map(plain) }]
    }
    case 'object': {
      const entries = [...value.entries].map(([key, entry]): [string, unknown] => [key, plain(entry.value)])
      return Object.fromEntries(value.rest === undefined ? entries : [...entries, ['rest', value.rest.each.map(plain)]])
    }
    case 'unknown': {
      const { why, oneOf, pieces } = value
      if (oneOf !== undefined) return { oneOf: oneOf.map(plain) }
      if (pieces !== undefined) return pieces.map((piece) => (piece.kind === 'hole' ? '<>' : piece.text)).join('')
      return `<${why.kind === 'unresolved' ? why.name : why.kind}>`
    }
  }
}
