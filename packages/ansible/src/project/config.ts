import { folderOf, joinPath } from './paths.ts'
import type { ProjectReader } from './reader.ts'

/** What `ansible.cfg` says that matters here. */
export interface AnsibleConfig {
  readonly inventory: readonly string[]
  readonly rolesPath: readonly string[]
  readonly collectionsPath: readonly string[]
  /** Dictionaries are merged instead of replaced. */
  readonly merges: boolean
  /** False where the keys of hosts are not checked. */
  readonly hostKeyChecking: ConfigFlag | undefined
  /** False where the background connections of network devices take unknown keys for good without asking. */
  readonly hostKeyAsking: ConfigFlag | undefined
}

/** A flag of `ansible.cfg` and where its value stands. */
export interface ConfigFlag {
  readonly value: boolean
  readonly path: string
  readonly start: number
  readonly end: number
}

const NONE: AnsibleConfig = {
  inventory: [],
  rolesPath: [],
  collectionsPath: [],
  merges: false,
  hostKeyChecking: undefined,
  hostKeyAsking: undefined,
}

/** The nearest `ansible.cfg` at a folder or above it. */
export function readConfig(folder: string, reader: ProjectReader): AnsibleConfig {
  for (let at = folder; ; at = folderOf(at)) {
    const file = at.startsWith('..') ? undefined : reader.take(joinPath(at, 'ansible.cfg'))
    if (file !== undefined) return parse(file.path, file.text)
    if (at === '') return NONE
  }
}

function parse(path: string, text: string): AnsibleConfig {
  const folder = folderOf(path)
  const values = new Map<string, { readonly text: string; readonly start: number; readonly end: number }>()
  let section = ''
  for (const row of text.matchAll(/[^\r\n]+/g)) {
    const line = row[0].trim()
    const header = /^\[([^\]]+)\]/.exec(line)
    if (header !== null) section = (header[1] ?? '').trim()
    const pair = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line)
    if (pair === null) continue
    const value = (pair[2] ?? '').replace(/\s+[;#].*$/, '').trim()
    const start = row.index + row[0].indexOf(line) + pair[0].length - (pair[2] ?? '').length
    values.set(`${section}.${(pair[1] ?? '').toLowerCase()}`, { text: value, start, end: start + value.length })
  }
  const paths = (key: string, separator: RegExp): string[] =>
    (values.get(`defaults.${key}`)?.text ?? '')
      .split(separator)
      .map((one) => one.trim())
      .filter((one) => one !== '' && !one.startsWith('/') && !one.startsWith('~'))
      .map((one) => joinPath(folder, one))
  // The section that the plugin names last wins.
  const checking = values.get('persistent_connection.host_key_checking') ?? values.get('defaults.host_key_checking')
  const adding = values.get('paramiko_connection.host_key_auto_add')
  return {
    inventory: paths('inventory', /,/),
    rolesPath: paths('roles_path', /:/),
    collectionsPath: [...paths('collections_path', /:/), ...paths('collections_paths', /:/)],
    merges: values.get('defaults.hash_behaviour')?.text === 'merge',
    hostKeyChecking:
      checking === undefined
        ? undefined
        : { value: !/^(?:false|no|off|0|n|f)$/i.test(checking.text), path, start: checking.start, end: checking.end },
    hostKeyAsking:
      adding === undefined
        ? undefined
        : { value: !/^(?:true|yes|on|1|y|t)$/i.test(adding.text), path, start: adding.start, end: adding.end },
  }
}
