import { originAt, type Origin, type Platform, type Reason } from '@breakwater/core'
import { entry, string, unresolved, type Condition, type Data, type DictData } from '../data.ts'
import { valuesOf, type Host, type Layer } from '../inventory.ts'
import { evaluateData } from '../jinja/render.ts'
import { choose } from '../jinja/run.ts'
import type { Scope } from '../jinja/rendered.ts'
import { folderOf, joinPath } from '../project/paths.ts'
import type { ProjectReader } from '../project/reader.ts'
import { withLayer } from '../variables.ts'
import { namesOf, type HostVariables } from '../variables/hosts.ts'
import { decide, undecided } from './conditions.ts'
import type { Chunk, Context } from './context.ts'
import { firstLine, listOf, type Play } from './playbook.ts'
import { paramsOf, type Role, type Roles } from './roles.ts'
import { runTasks } from './tasks.ts'
import { promptsOf, varsFiles } from './vars-files.ts'

/** What the plays of one playbook share. */
export interface Project {
  readonly reader: ProjectReader
  readonly variables: HostVariables
  readonly roles: Roles
  readonly folder: string
}

interface Handler {
  readonly data: DictData
  readonly context: Context
}

const MOST_TASKS = 20_000

/** The plays of a playbook, as they go on one host. */
export class HostRun {
  readonly chunks: Chunk[] = []
  readonly platforms = new Set<Platform>()
  /** A module of a platform that has no rules at all was used. */
  foreign = false
  /** The first task that speaks Telnet with the host itself. */
  telnet: Origin | undefined
  /** The first `provider` of a module: how older playbooks log in. */
  provider: DictData | undefined
  readonly project: Project
  readonly host: Host
  /** Why there may be more than the chunks. */
  open: Reason | undefined
  /** It ends for this host: `meta: end_host`, a task that fails. */
  ended = false
  #facts: Layer = { values: new Map() }
  #included: readonly Layer[] = []
  #scopes = new WeakMap<Context, Scope>()
  #handlers: Handler[] = []
  #notified = new Map<string, Condition>()
  #tasks = 0
  readonly #ran = new Set<string>()

  constructor(project: Project, host: Host) {
    this.project = project
    this.host = host
  }

  /** Runs a play. `hosts` are all that it reaches; `reached`: the conditions under which it reaches this one. */
  play(play: Play, hosts: readonly Host[], reached: readonly Condition[]): void {
    const { data } = play
    const { reader, variables, folder } = this.project
    this.ended = false
    this.#ran.clear()
    this.#handlers = []
    this.#notified = new Map()
    const own = folderOf(play.path)
    let layers = withLayer(variables.layersOf(this.host), 'play vars', ...play.vars)
    for (const vars of listOf(entry(data, 'vars')))
      if (vars.kind === 'dict') layers = withLayer(layers, 'play vars', { values: valuesOf(vars) })
    layers = withLayer(layers, 'play vars_prompt', promptsOf(entry(data, 'vars_prompt')))
    const base: Context = {
      layers,
      magic: new Map<string, Data>([
        ['play_hosts', namesOf(hosts)],
        ['ansible_play_hosts', namesOf(hosts)],
        ['ansible_play_hosts_all', namesOf(hosts)],
        ['ansible_play_batch', namesOf(hosts)],
        ['playbook_dir', string(`/${own}`)],
        ['inventory_dir', string(`/${folder}`)],
        ['ansible_play_name', entry(data, 'name') ?? string('')],
      ]),
      folder: own,
      search: [...new Set([own, folder])],
      when: reached,
      chain: play.chain,
      depth: 0,
      role: undefined,
      within: new Set(),
      play: firstLine(play.at),
      isFirst: hosts[0] === this.host,
    }
    const conditions = decide(play.when, this.scope(base), play.at)
    if (conditions === false) return
    const files = varsFiles(entry(data, 'vars_files'), base, this)
    const roles = listOf(entry(data, 'roles'))
    const context = this.#withRoles(
      { ...base, layers: withLayer(layers, 'play vars_files', ...files), when: [...reached, ...conditions] },
      roles,
    )
    this.#addHandlers(entry(data, 'handlers'), context)
    this.#section(entry(data, 'pre_tasks'), context)
    for (const role of roles) if (!this.ended) this.runRoleEntry(role, context)
    this.flush()
    this.#section(entry(data, 'tasks'), context)
    this.#section(entry(data, 'post_tasks'), context)
    reader.taken.add(play.path)
  }

  #section(tasks: Data | undefined, context: Context): void {
    if (tasks !== undefined && !this.ended) runTasks(tasks, context, this)
    this.flush()
  }

  /** Every role of a play gives its variables to the whole play. */
  #withRoles(context: Context, roles: readonly Data[]): Context {
    let { layers } = context
    for (const data of roles) {
      const role = this.project.roles.find(this.#nameOf(data, context) ?? '')
      if (role === undefined) continue
      layers = withLayer(withLayer(layers, 'role defaults', ...role.defaults), 'role vars', ...role.vars)
    }
    return { ...context, layers }
  }

  #nameOf(data: Data, context: Context): string | undefined {
    const name = data.kind === 'dict' ? (entry(data, 'role') ?? entry(data, 'name')) : data
    const value = name === undefined ? undefined : evaluateData(name, this.scope(context)).value
    return value?.kind === 'string' ? value.value : undefined
  }

  /** A role as a play or the meta of another one names it. */
  runRoleEntry(data: Data, context: Context): void {
    const at = data.at ?? context.play
    const params = data.kind === 'dict' ? paramsOf(data) : { values: new Map() }
    const inner = { ...context, layers: withLayer(context.layers, 'role params', params) }
    const when = data.kind === 'dict' ? decide(listOf(entry(data, 'when')), this.scope(inner), at) : []
    if (when === false) return
    this.runRole(this.#nameOf(data, context), { ...inner, when: [...context.when, ...when] }, at, {
      once: params.values.size === 0,
    })
  }

  /** Runs the tasks of a role, those of its dependencies first. */
  runRole(
    name: string | undefined,
    context: Context,
    at: Origin,
    {
      once = false,
      from = {},
    }: { readonly once?: boolean; readonly from?: Readonly<Record<string, string | undefined>> },
  ): void {
    const role = name === undefined ? undefined : this.project.roles.find(name)
    if (role === undefined) {
      this.unknownTasks(
        name ?? 'role',
        name === undefined ? 'the name of the role is not known' : `the role ${name} is not there`,
        at,
      )
      return
    }
    if (context.within.has(role.folder) || (once && this.#ran.has(role.folder))) return
    this.#ran.add(role.folder)
    const { roles } = this.project
    const tasks = roles.part(role, 'tasks', from['tasks_from'])
    const chain = [{ role: 'include' as const, span: firstLine(at).span }, ...context.chain]
    const more = (part: 'defaults' | 'vars'): readonly Layer[] => {
      const file = from[`${part}_from`]
      return file === undefined ? role[part] : roles.layers(role, part, file)
    }
    const inner: Context = {
      ...context,
      layers: withLayer(withLayer(context.layers, 'role defaults', ...more('defaults')), 'role vars', ...more('vars')),
      magic: new Map([...context.magic, ['role_name', string(role.name)], ['role_path', string(`/${role.folder}`)]]),
      folder: joinPath(role.folder, 'tasks'),
      search: [role.folder, ...context.search],
      chain,
      depth: context.depth + 1,
      role,
      within: new Set([...context.within, role.folder]),
    }
    for (const dependency of role.dependencies) if (!this.ended) this.runRoleEntry(dependency, inner)
    this.#addRoleHandlers(role, inner)
    if (tasks !== undefined) this.runFile(tasks, inner)
    else if (from['tasks_from'] !== undefined)
      this.unknownTasks(role.name, `the role ${role.name} has no such tasks`, at)
  }

  /** Runs the tasks of a file. */
  runFile(path: string, context: Context): void {
    for (const document of this.project.reader.documents(path) ?? []) {
      if (document.kind === 'unknown')
        this.unknownTasks(path, `${path} is encrypted`, originAt({ path, text: '' }, 0, 0))
      else runTasks(document, { ...context, folder: folderOf(path) }, this)
    }
  }

  /** There are tasks that nobody sees: they may do anything. */
  unknownTasks(name: string, message: string, at: Origin): void {
    this.open ??= { kind: 'unresolved', name }
    this.project.reader.note({ kind: 'limit', message, at: firstLine(at) })
  }

  #addRoleHandlers(role: Role, context: Context): void {
    const path = this.project.roles.part(role, 'handlers', undefined)
    const [tasks] = path === undefined ? [] : (this.project.reader.documents(path) ?? [])
    this.#addHandlers(tasks, { ...context, folder: joinPath(role.folder, 'handlers') })
  }

  #addHandlers(tasks: Data | undefined, context: Context): void {
    for (const data of listOf(tasks))
      if (data.kind === 'dict' && !this.#handlers.some((known) => known.data === data))
        this.#handlers.push({ data, context })
  }

  notify(names: readonly Data[], task: DictData, at: Origin, scope: Scope): void {
    const name = entry(task, 'name')
    const told = name?.kind === 'string' ? `"${name.value}" changes something` : 'its task changes something'
    for (const one of names) {
      const { value } = evaluateData(one, scope)
      if (value.kind === 'string') this.#notified.set(value.value, undecided(told, at))
    }
  }

  /** Runs the handlers that were notified. */
  flush(): void {
    for (let round = 0; this.#notified.size > 0 && round < 10 && !this.ended; round++) {
      const notified = this.#notified
      this.#notified = new Map()
      for (const { data, context } of this.#handlers) {
        const names = [entry(data, 'name'), ...listOf(entry(data, 'listen'))]
        for (const name of names) {
          if (name?.kind !== 'string') continue
          const condition = notified.get(name.value) ?? notified.get(`${context.role?.name ?? ''} : ${name.value}`)
          if (condition === undefined) continue
          runTasks(data, { ...context, when: [...context.when, condition] }, this)
          break
        }
      }
    }
  }

  /** The variables that a task sees now. */
  scope(context: Context): Scope {
    let scope = this.#scopes.get(context)
    if (scope === undefined) {
      let layers = withLayer(context.layers, 'set_facts and registered vars', this.#facts)
      layers = withLayer(layers, 'include_vars', ...this.#included)
      scope = this.project.variables.scope(layers, this.host, context.magic)
      this.#scopes.set(context, scope)
    }
    return scope
  }

  /** Sets facts; under conditions that nobody can decide they may still be what they were. */
  set(values: ReadonlyMap<string, Data>, when: readonly Condition[], context: Context): void {
    const before = this.scope(context)
    const facts = new Map(this.#facts.values)
    for (const [name, value] of values)
      facts.set(
        name,
        when.toReversed().reduce((now, condition) => choose(condition, now, before.lookup(name)), value),
      )
    this.#facts = { ...this.#facts, values: facts }
    this.#scopes = new WeakMap()
  }

  /** Facts whose names nobody knows were set. */
  setUnknown(why: Data): void {
    this.#facts = { values: this.#facts.values, open: why }
    this.#scopes = new WeakMap()
  }

  register(name: string): void {
    const facts = new Map(this.#facts.values)
    facts.set(name, unresolved(name, 'registered'))
    this.#facts = { ...this.#facts, values: facts }
    this.#scopes = new WeakMap()
  }

  includeVars(layers: readonly Layer[]): void {
    this.#included = [...this.#included, ...layers]
    this.#scopes = new WeakMap()
  }

  /** Counts a task; false where there were too many. */
  spend(at: Origin): boolean {
    if (++this.#tasks <= MOST_TASKS) return true
    this.unknownTasks('tasks', 'the play goes on for too long; the rest of it was left out', at)
    this.ended = true
    return false
  }
}
