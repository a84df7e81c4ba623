import type { Hop, Note, Origin } from '@breakwater/core'
import { undefinedData, unknownData, type Condition, type Data, type StringData } from '../data.ts'
import type { Frame } from './frame.ts'
import { globals } from './globals.ts'
import type { TemplateText } from '../template-text.ts'
import type { Places } from './places.ts'
import { ReadLog } from './read-log.ts'
import type { RenderOptions, Scope, Segment } from './rendered.ts'
import type { Range } from './syntax.ts'

/** What a template printed: text with its place, or the arms of something undecided. */
export type Printed = Segment | Fork
export interface Fork {
  readonly arms: readonly { readonly when: Condition; readonly printed: readonly Printed[] }[]
}

export function isSegment(printed: Printed): printed is Segment {
  return !('arms' in printed)
}

/** What one rendering shares: the variables, what is spent, what was said. */
export class Run {
  readonly scope: Scope
  readonly options: RenderOptions
  readonly notes: Note[] = []
  /** Paths of the variables read so far. */
  readonly reads = new ReadLog()
  readonly globals: Readonly<Record<string, Data>>
  /** Conditions that nobody can decide, under which evaluation stands now. */
  readonly undecided: Condition[] = []
  depth = 0
  #steps: number
  #said = new Set<string>()
  /** Evaluates a string that is a template; set by who owns both the reader and the evaluator. */
  evaluateString: (data: StringData) => Data = (data) => data

  constructor(scope: Scope, options: RenderOptions) {
    this.scope = scope
    this.options = options
    this.#steps = options.steps ?? 1_500_000
    this.globals = globals(this)
  }

  get exhausted(): boolean {
    return this.#steps < 0
  }

  /** Spends; false where nothing is left. */
  spend(steps: number): boolean {
    if (this.#steps < 0) return false
    this.#steps -= steps
    if (this.#steps < 0)
      this.note('limit', 'the template costs more steps than are given to it; the rest was not evaluated')
    return this.#steps >= 0
  }

  note(kind: Note['kind'], message: string, at?: Origin): void {
    const key = `${message}:${at?.span.file.path ?? ''}:${at?.span.start ?? 0}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.notes.push(at === undefined ? { kind, message } : { kind, message, at })
  }

  /** The templates within a value evaluated, however deep. */
  force(data: Data): Data {
    switch (data.kind) {
      case 'string':
        return data.template ? this.evaluateString(data) : data
      case 'list':
        return data.template ? { ...data, items: data.items.map((item) => this.force(item)), template: false } : data
      case 'dict': {
        if (!data.template) return data
        const entries = new Map(data.entries)
        for (const [key, entry] of entries) entries.set(key, { key: entry.key, value: this.force(entry.value) })
        return { ...data, entries, template: false }
      }
      case 'null':
      case 'bool':
      case 'int':
      case 'float':
      case 'undefined':
      case 'unknown':
      case 'callable':
        return data
    }
  }
}

export type Block = (frame: Frame | undefined) => Data

/** Where evaluation stands: in which template, with which variables, come by which way. */
export interface Env {
  readonly run: Run
  readonly template: TemplateText
  readonly frame: Frame
  readonly via: readonly Hop[]
  readonly places: Places
  /** Blocks of the template and of those that extend it, the innermost first. */
  readonly blocks: Map<string, readonly Block[]> | undefined
  /** Filled where the template extends another. */
  readonly inherit: { parent: TemplateText | undefined }
  /** False where the template was imported without context. */
  readonly context: boolean
}

export function spanOf(env: Env, range: Range): Origin['span'] {
  const { template } = env
  return { file: template.file, start: template.placeOf(range.start), end: template.placeOf(range.end) }
}

/** The place of a node. */
export function originOf(env: Env, node: Range): Origin {
  return env.places.of(node)
}

/** The same with variables of its own. */
export function inFrame(env: Env, frame: Frame): Env {
  const { run, template, via, places, blocks, inherit, context } = env
  return { run, template, frame, via, places, blocks, inherit, context }
}

export function lookup(env: Env, name: string): Data {
  const slot = env.frame.find(name)
  if (slot !== undefined) {
    env.run.reads.pushAll(slot.deps)
    return slot.value
  }
  const builtIn = env.run.globals[name]
  const variable = env.context ? env.run.scope.lookup(name) : undefinedData(name)
  if (builtIn !== undefined && (variable.kind === 'undefined' || variable.kind === 'unknown')) return builtIn
  if (env.context) env.run.reads.push(name)
  return variable
}

/** A value that depends on a condition: what it is when the condition holds, and when not. */
export function choose(when: Condition, yes: Data, no: Data): Data {
  if (yes === no) return yes
  const arms = [
    { when, value: yes },
    { when: { ...when, holds: !when.holds }, value: no },
  ]
  return { ...unknownData({ kind: 'conditional' }, when.kind === 'loop' ? 'loop' : 'condition'), choice: { arms } }
}
