import { originAt, type Hop, type Origin } from '@breakwater/core'
import { entry, type Data, type DictData } from '../data.ts'
import { valuesOf, type Layer } from '../inventory.ts'
import { folderOf, joinPath } from '../project/paths.ts'
import type { ProjectReader } from '../project/reader.ts'

/** A play, with what the `import_playbook` on the way to it adds. */
export interface Play {
  readonly data: DictData
  readonly path: string
  readonly at: Origin
  readonly when: readonly Data[]
  readonly vars: readonly Layer[]
  readonly chain: readonly Hop[]
}

const IMPORTS = ['import_playbook', 'ansible.builtin.import_playbook', 'ansible.legacy.import_playbook']

/** Whether a YAML file is a playbook: a list of plays. */
export function isPlaybook(documents: readonly Data[]): boolean {
  const [first] = documents
  if (first?.kind !== 'list' || first.items.length === 0) return false
  return first.items.every(
    (item) => item.kind === 'dict' && (item.entries.has('hosts') || importOf(item) !== undefined),
  )
}

/** The playbooks that a playbook imports. */
export function importsOf(path: string, documents: readonly Data[]): readonly string[] {
  const [first] = documents
  if (first?.kind !== 'list') return []
  return first.items.flatMap((item) => {
    const imported = item.kind === 'dict' ? importOf(item) : undefined
    return imported?.kind === 'string' ? [joinPath(folderOf(path), imported.value)] : []
  })
}

/** The plays of a playbook in their order, those of imported playbooks among them. */
export function readPlays(path: string, reader: ProjectReader): readonly Play[] {
  return playsOf(path, reader, { when: [], vars: [], chain: [] }, new Set())
}

type Way = Pick<Play, 'when' | 'vars' | 'chain'>

function playsOf(path: string, reader: ProjectReader, way: Way, within: ReadonlySet<string>): readonly Play[] {
  const documents = reader.documents(path)
  const file = reader.peek(path)
  const [first] = documents ?? []
  if (file === undefined || first?.kind !== 'list' || within.has(path)) {
    reader.note({ kind: 'limit', message: `the playbook ${path} is not there` })
    return []
  }
  return first.items.flatMap((data): readonly Play[] => {
    if (data.kind !== 'dict') return []
    const at = data.at ?? originAt(file, 0, 0)
    const imported = importOf(data)
    if (imported === undefined) return data.entries.has('hosts') ? [{ data, path, at, ...way }] : []
    if (imported.kind !== 'string' || imported.template) {
      reader.note({ kind: 'limit', message: 'the name of the imported playbook is not known', at })
      return []
    }
    const vars = entry(data, 'vars')
    const inner = {
      when: [...way.when, ...listOf(entry(data, 'when'))],
      vars: [...way.vars, ...(vars?.kind === 'dict' ? [{ values: valuesOf(vars) }] : [])],
      chain: [{ role: 'include' as const, span: firstLine(at).span }, ...way.chain],
    }
    return playsOf(joinPath(folderOf(path), imported.value), reader, inner, new Set([...within, path]))
  })
}

function importOf(play: DictData): Data | undefined {
  for (const name of IMPORTS) {
    const found = entry(play, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The items of a list; what is none is a list of one. */
export function listOf(data: Data | undefined): readonly Data[] {
  if (data === undefined || data.kind === 'null' || data.kind === 'undefined') return []
  return data.kind === 'list' ? data.items : [data]
}

/** A place up to the end of its first line. */
export function firstLine({ span, via }: Origin): Origin {
  const { file, start, end } = span
  const newline = file.text.indexOf('\n', start)
  return { span: { file, start, end: newline < 0 ? end : Math.max(start, Math.min(end, newline)) }, via }
}
