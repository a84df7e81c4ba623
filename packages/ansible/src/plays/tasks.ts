import type { Origin } from '@breakwater/core'
import { entry, int, unresolved, type Condition, type Data, type DictData } from '../data.ts'
import { filesOf, layerOf, valuesOf } from '../inventory.ts'
import { evaluateData } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import { joinPath } from '../project/paths.ts'
import { withLayer } from '../variables.ts'
import { callOf, evaluated, type Call } from './arguments.ts'
import { decide, undecided } from './conditions.ts'
import type { Context } from './context.ts'
import { enterModule, writeFile } from './devices.ts'
import { loopOf } from './loops.ts'
import { firstLine, listOf } from './playbook.ts'
import type { HostRun } from './run.ts'
import { findFile, glob } from './search.ts'

const DEEPEST = 40

/** Runs tasks on a host, in their order. */
export function runTasks(tasks: Data, context: Context, run: HostRun): void {
  if (context.depth > DEEPEST) return run.unknownTasks('tasks', 'the tasks nest too deeply', tasks.at ?? context.play)
  for (const task of listOf(tasks)) {
    if (run.ended) return
    if (task.kind === 'dict') runTask(task, context, run)
  }
}

function runTask(task: DictData, around: Context, run: HostRun): void {
  const at = task.at ?? around.play
  if (!run.spend(at)) return
  const vars = entry(task, 'vars')
  const isBlock = task.entries.has('block')
  const step = isBlock ? 'block vars' : 'task vars'
  const context =
    vars?.kind === 'dict' ? { ...around, layers: withLayer(around.layers, step, { values: valuesOf(vars) }) } : around
  if (isBlock) return runBlock(task, context, at, run)
  const call = callOf(task)
  if (call === undefined) return
  const loop = loopOf(task, run.scope(context), at, (pattern) => glob(pattern, context, run.project.reader))
  if (loop === undefined) return turn(task, call, context, at, run)
  for (const { item, index, when } of loop.turns) {
    if (run.ended || !run.spend(at)) return
    const values = new Map<string, Data>([[loop.variable, item]])
    if (loop.indexVariable !== undefined) values.set(loop.indexVariable, int(index))
    const chain = [{ role: 'loop' as const, span: firstLine(loop.at).span }, ...context.chain]
    const inner = {
      ...context,
      layers: withLayer(context.layers, 'loop', { values }),
      when: [...context.when, ...when],
      chain,
    }
    turn(task, call, inner, at, run)
  }
}

function runBlock(task: DictData, context: Context, at: Origin, run: HostRun): void {
  const when = decide(listOf(entry(task, 'when')), run.scope(context), at)
  if (when === false) return
  const inner = { ...context, when: [...context.when, ...when], depth: context.depth + 1 }
  const part = (name: string, more: readonly Condition[]): void => {
    const tasks = entry(task, name)
    if (tasks !== undefined) runTasks(tasks, { ...inner, when: [...inner.when, ...more] }, run)
  }
  const wasEnded = run.ended
  part('block', [])
  const failed = run.ended && !wasEnded
  if (failed && task.entries.has('rescue')) run.ended = false
  part('rescue', failed ? [] : [undecided('a task of the block fails', at)])
  const ended = run.ended
  run.ended = false
  part('always', [])
  run.ended ||= ended
}

/** A task once, for an item of its loop or without one. */
function turn(task: DictData, call: Call, context: Context, at: Origin, run: HostRun): void {
  const scope = run.scope(context)
  const own = decide(listOf(entry(task, 'when')), scope, at)
  const register = entry(task, 'register')
  if (own !== false) {
    const when = [...context.when, ...own]
    const once = entry(task, 'run_once')
    const skipped = once?.kind === 'bool' && once.value && !context.isFirst
    perform(call, { task, context: { ...context, when }, at, scope, run, skipped })
    const names = listOf(entry(task, 'notify'))
    if (names.length > 0) run.notify(names, task, at, scope)
  }
  if (register?.kind === 'string') run.register(register.value)
}

/** A task on its way to being done. */
export interface Doing {
  readonly task: DictData
  readonly context: Context
  readonly at: Origin
  readonly scope: Scope
  readonly run: HostRun
  /** It runs on another host only, for all. */
  readonly skipped: boolean
}

function perform(call: Call, doing: Doing): void {
  const { context, at, scope, run } = doing
  const name = call.module.replace(/^ansible\.(?:builtin|legacy)\./, '')
  switch (name) {
    case 'set_fact':
      return setFact(call.args, doing)
    case 'include_vars':
      return includeVars(call.args, doing)
    case 'include_tasks':
    case 'import_tasks':
    case 'include':
      return includeTasks(call.args, doing)
    case 'include_role':
    case 'import_role': {
      const args = evaluateData(call.args, scope).value
      const named = args.kind === 'dict' ? entry(args, 'name') : undefined
      const text = (key: string): string | undefined => {
        const value = args.kind === 'dict' ? entry(args, key) : undefined
        return value?.kind === 'string' ? value.value : undefined
      }
      const vars = entry(doing.task, 'vars')
      const params = vars?.kind === 'dict' ? [{ values: valuesOf(vars) }] : []
      const inner = { ...context, layers: withLayer(context.layers, 'role params', ...params) }
      const from = {
        tasks_from: text('tasks_from'),
        vars_from: text('vars_from'),
        defaults_from: text('defaults_from'),
      }
      return run.runRole(named?.kind === 'string' ? named.value : undefined, inner, at, { from })
    }
    case 'meta': {
      const action = call.args.kind === 'string' ? call.args.value : ''
      if (action === 'flush_handlers') run.flush()
      else if ((action === 'end_host' || action === 'end_play') && context.when.length === 0) run.ended = true
      return
    }
    case 'fail':
      if (context.when.length === 0 && !isTrue(entry(doing.task, 'ignore_errors'))) run.ended = true
      return
    case 'template':
    case 'copy':
      return doing.skipped ? undefined : writeFile(name, call.args, doing)
    case 'telnet':
    case 'ansible.netcommon.telnet':
      run.telnet ??= { span: firstLine(at).span, via: context.chain, when: context.when }
      return
    default:
      enterModule(call, doing)
  }
}

function isTrue(data: Data | undefined): boolean {
  return data?.kind === 'bool' && data.value
}

function setFact(args: Data, { context, scope, run }: Doing): void {
  const value = evaluated(args, scope)
  if (value.kind !== 'dict') return run.setUnknown(value)
  const facts = new Map([...valuesOf(value)].filter(([name]) => name !== 'cacheable'))
  run.set(facts, context.when, context)
}

function includeVars(args: Data, { context, at, scope, run }: Doing): void {
  const { reader } = run.project
  const value = evaluateData(args, scope).value
  const named = value.kind === 'dict' ? (entry(value, 'file') ?? entry(value, 'dir')) : value
  if (named?.kind !== 'string') return run.includeVars([{ values: new Map(), open: unresolved('include_vars') }])
  const folders = [...context.search.flatMap((folder) => [joinPath(folder, 'vars'), folder]), context.folder]
  const path = folders
    .map((folder) => (named.value.startsWith('/') ? joinPath('', named.value.slice(1)) : joinPath(folder, named.value)))
    .find((one) => reader.kindOf(one) !== undefined)
  if (path === undefined) {
    reader.note({ kind: 'limit', message: `the file of variables ${named.value} is not there`, at: firstLine(at) })
    return run.includeVars([{ values: new Map(), open: unresolved('include_vars') }])
  }
  const layers = filesOf(path, reader).flatMap((file) => layerOf(file, reader) ?? [])
  const into = value.kind === 'dict' ? entry(value, 'name') : undefined
  const values = new Map(layers.flatMap((layer) => [...layer.values]))
  // Under a condition that nobody can decide, each may still be what it was.
  if (context.when.length > 0 || into !== undefined)
    run.set(
      into?.kind === 'string' ? new Map([[into.value, { ...unresolved(into.value), at }]]) : values,
      context.when,
      context,
    )
  else run.includeVars(layers)
}

function includeTasks(args: Data, { task, context, at, scope, run }: Doing): void {
  const value = evaluateData(args, scope).value
  const file = value.kind === 'dict' ? (entry(value, 'file') ?? entry(value, '_raw_params')) : value
  const vars = entry(task, 'vars')
  const params = vars?.kind === 'dict' ? [{ values: valuesOf(vars) }] : []
  if (file?.kind !== 'string')
    return run.unknownTasks('include_tasks', 'the name of the included tasks is not known', at)
  const folders = [context.folder, ...context.search.flatMap((folder) => [joinPath(folder, 'tasks'), folder])]
  const found = findFile(folders, file.value, run.project.reader)
  if (found === undefined) return run.unknownTasks(file.value, `the file of tasks ${file.value} is not there`, at)
  const chain = [{ role: 'include' as const, span: firstLine(at).span }, ...context.chain]
  const layers = withLayer(context.layers, 'include params', ...params)
  run.runFile(found.path, { ...context, layers, chain, depth: context.depth + 1 })
}
