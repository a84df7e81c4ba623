import { entry, type Data, type DictData } from '../data.ts'
import { filesOf, layerOf, type Layer } from '../inventory.ts'
import { joinPath } from '../project/paths.ts'
import type { ProjectReader } from '../project/reader.ts'
import { listOf } from './playbook.ts'

/** A role on the disk. */
export interface Role {
  readonly name: string
  readonly folder: string
  readonly defaults: readonly Layer[]
  readonly vars: readonly Layer[]
  readonly dependencies: readonly Data[]
}

const MAIN = ['main.yml', 'main.yaml', 'main.json', 'main']

/** Finds and reads the roles of a playbook, each once. */
export class Roles {
  readonly #reader: ProjectReader
  readonly #folders: readonly string[]
  readonly #collections: readonly string[]
  readonly #known = new Map<string, Role | undefined>()

  constructor(
    reader: ProjectReader,
    playbookFolder: string,
    rolesPath: readonly string[],
    collections: readonly string[],
  ) {
    this.#reader = reader
    this.#folders = [
      joinPath(playbookFolder, 'roles'),
      ...rolesPath,
      playbookFolder,
      joinPath(playbookFolder, '../roles'),
      'roles',
    ]
    this.#collections = [...collections, joinPath(playbookFolder, 'collections'), 'collections']
  }

  find(name: string): Role | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#read(name))
    return this.#known.get(name)
  }

  /** The file of a role's part, such as `tasks/main.yml`. */
  part(role: Role, part: string, from: string | undefined): string | undefined {
    const folder = joinPath(role.folder, part)
    const names = from === undefined ? MAIN.slice(0, 3) : [from, `${from}.yml`, `${from}.yaml`]
    return names.map((name) => joinPath(folder, name)).find((path) => this.#reader.peek(path) !== undefined)
  }

  /** Its variables from another file than `main`. */
  layers(role: Role, part: 'defaults' | 'vars', from: string): readonly Layer[] {
    const path = this.part(role, part, from)
    const layer = path === undefined ? undefined : layerOf(path, this.#reader)
    return layer === undefined ? [] : [layer]
  }

  #read(name: string): Role | undefined {
    const folder = this.#folderOf(name)
    if (folder === undefined) return undefined
    const main = (part: string): readonly Layer[] => {
      for (const file of MAIN) {
        const path = joinPath(folder, `${part}/${file}`)
        if (this.#reader.kindOf(path) === undefined) continue
        return filesOf(path, this.#reader).flatMap((one) => layerOf(one, this.#reader) ?? [])
      }
      return []
    }
    const meta =
      this.#reader.documents(joinPath(folder, 'meta/main.yml')) ??
      this.#reader.documents(joinPath(folder, 'meta/main.yaml'))
    const [first] = meta ?? []
    return {
      name,
      folder,
      defaults: main('defaults'),
      vars: main('vars'),
      dependencies: first?.kind === 'dict' ? listOf(entry(first, 'dependencies')) : [],
    }
  }

  #folderOf(name: string): string | undefined {
    const parts = name.split('.')
    const folders =
      parts.length === 3
        ? this.#collections.map((base) =>
            joinPath(base, `ansible_collections/${parts[0]}/${parts[1]}/roles/${parts[2]}`),
          )
        : []
    return [...folders, ...this.#folders.map((base) => joinPath(base, name))].find((folder) =>
      ['tasks', 'templates', 'defaults', 'vars', 'meta', 'handlers'].some(
        (part) => this.#reader.list(joinPath(folder, part)).length > 0,
      ),
    )
  }
}

/** What a role's entry in a play gives it beside its name: `vars` and the older parameters. */
export function paramsOf(data: DictData): Layer {
  const values = new Map<string, Data>()
  for (const [key, { value }] of data.entries) if (!ROLE_KEYWORDS.has(String(key))) values.set(String(key), value)
  const vars = entry(data, 'vars')
  if (vars?.kind === 'dict') for (const [key, { value }] of vars.entries) values.set(String(key), value)
  return { values }
}

const ROLE_KEYWORDS = new Set(
  'role name vars when tags become become_user become_method delegate_to delegate_facts run_once any_errors_fatal ignore_errors ignore_unreachable connection environment collections no_log check_mode diff debugger module_defaults port remote_user throttle timeout allow_duplicates src scm version'.split(
    ' ',
  ),
)
