import { dict, entry, string, type Data, type DictData, type DictEntry, type Key } from '../data.ts'
import { evaluateData } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import { OMIT } from '../variables/hosts.ts'
import { pairsOf, wordsOf } from '../variables/extra.ts'
import { yamlString } from '../yaml/resolve.ts'

const KEYWORDS = new Set(
  'name when vars tags become become_user become_method become_flags become_exe register notify listen loop loop_control until retries delay delegate_to delegate_facts run_once ignore_errors ignore_unreachable any_errors_fatal failed_when changed_when connection environment collections no_log check_mode diff debugger module_defaults port remote_user throttle timeout async poll args first_available_file block rescue always hosts'.split(
    ' ',
  ),
)

/** A module of a task, with its arguments as they are written. */
export interface Call {
  readonly module: string
  readonly args: Data
}

/** The module of a task; undefined where it has none. */
export function callOf(task: DictData): Call | undefined {
  for (const [key, { value }] of task.entries) {
    if (typeof key !== 'string' || KEYWORDS.has(key) || key.startsWith('with_')) continue
    const call = key === 'action' || key === 'local_action' ? actionOf(value) : { module: key, args: value }
    if (call === undefined) continue
    return { module: call.module, args: withArgs(written(call.args), entry(task, 'args')) }
  }
  return undefined
}

/** `action: ios_config lines=…`, or a dictionary with `module`. */
function actionOf(value: Data): Call | undefined {
  if (value.kind === 'string') {
    const [module, ...rest] = wordsOf(value.value)
    return module === undefined
      ? undefined
      : { module, args: { ...string(rest.join(' '), value.at), template: value.template } }
  }
  const module = value.kind === 'dict' ? entry(value, 'module') : undefined
  return module?.kind === 'string' ? { module: module.value, args: value } : undefined
}

/** `src=base.j2 backup=yes` as a dictionary; for `include_tasks` and its like the bare word stays. */
function written(args: Data): Data {
  if (args.kind !== 'string') return args
  const pairs = pairsOf(args.value)
  if (pairs.length === 0) return args
  const entries = new Map<Key, DictEntry>()
  const bare = wordsOf(args.value)[0]
  if (bare !== undefined && !bare.includes('=')) entries.set('file', { key: string('file'), value: placed(bare, args) })
  for (const [name, text] of pairs) entries.set(name, { key: string(name), value: placed(text, args) })
  const template = [...entries.values()].some(({ value }) => value.kind === 'string' && value.template)
  return { ...dict(entries, args.at), template }
}

function placed(text: string, { at }: Data): Data {
  if (at === undefined) return yamlString(text, undefined)
  const { file, start, end } = at.span
  const found = file.text.indexOf(text, start)
  const inside = found >= 0 && found + text.length <= end
  return yamlString(text, inside ? { ...at, span: { file, start: found, end: found + text.length } } : at)
}

function withArgs(args: Data, more: Data | undefined): Data {
  if (more?.kind !== 'dict') return args
  if (args.kind !== 'dict') return args.kind === 'null' ? more : args
  return { ...args, entries: new Map([...more.entries, ...args.entries]), template: args.template || more.template }
}

/** Arguments as a host sees them, without those that are omitted. */
export function evaluated(args: Data, scope: Scope): Data {
  return withoutOmitted(evaluateData(args, scope).value)
}

function isOmitted(data: Data): boolean {
  return data.kind === 'string' && data.value === OMIT
}

function withoutOmitted(data: Data, depth = 0): Data {
  if (depth > 60) return data
  if (data.kind === 'list') {
    if (!data.items.some((item) => isOmitted(item) || item.kind === 'dict' || item.kind === 'list')) return data
    return {
      ...data,
      items: data.items.filter((item) => !isOmitted(item)).map((item) => withoutOmitted(item, depth + 1)),
    }
  }
  if (data.kind !== 'dict') return data
  const entries = new Map<Key, DictEntry>()
  for (const [key, one] of data.entries)
    if (!isOmitted(one.value)) entries.set(key, { ...one, value: withoutOmitted(one.value, depth + 1) })
  return { ...data, entries }
}

const LOOKUP =
  /^\s*\{\{-?\s*(?:lookup|query|q)\(\s*(['"])(?:ansible\.builtin\.)?template\1\s*,\s*([^,()]+)\)(?:\s*\.\s*splitlines\(\)|\s*\|\s*(?:trim|string))*\s*-?\}\}\s*$/

/** The expression of the file that `{{ lookup('template', …) }}` renders. */
export function templateLookup(data: Data | undefined): string | undefined {
  const only = data?.kind === 'list' && data.items.length === 1 ? data.items[0] : data
  return only?.kind === 'string' && only.template && only.value.length < 2000 ? LOOKUP.exec(only.value)?.[2] : undefined
}
