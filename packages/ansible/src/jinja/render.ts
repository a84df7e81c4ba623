import { undefinedData, unknownData, unresolved, type Data, type StringData } from '../data.ts'
import { stringTemplate, type TemplateText } from '../template-text.ts'
import { evaluate } from './evaluate.ts'
import { execute } from './execute.ts'
import { toSegments } from './lines.ts'
import { runTemplate, treeOf } from './modules.ts'
import { textOfPrinted } from './output.ts'
import { parseExpression } from './parse.ts'
import { NO_CONDITION, type Evaluated, type Rendered, type RenderOptions, type Scope } from './rendered.ts'
import { Frame } from './frame.ts'
import { Places, rootPlaces } from './places.ts'
import { isSegment, Run, type Env, type Printed } from './run.ts'

/** Renders a template as Ansible does. What is not known becomes a hole; nothing throws. */
export function renderTemplate(template: TemplateText, scope: Scope, options: RenderOptions = {}): Rendered {
  const run = begin(scope, options)
  const printed: Printed[] = []
  const header = headerOf(template)
  const shared = Object.keys(header.options).length === 0 ? run : begin(scope, { ...options, ...header.options })
  const env = envOf(shared, header.template)
  within(shared, () => runTemplate(header.template, env, printed, execute))
  if (options.keepTrailingNewline ?? true) addBreaks(header.template, env, printed)
  const { segments, complete } = toSegments(printed)
  if (!complete) shared.note('limit', 'the text depends on too many conditions; the rest of it was left out')
  return { segments, notes: shared.notes, complete: complete && !shared.exhausted }
}

/** The line breaks at the end of the template that its text has lost: Ansible puts them back. */
function addBreaks(template: TemplateText, env: Env, printed: Printed[]): void {
  const wanted = /(?:\r?\n)*$/.exec(template.text.slice(-200))?.[0].replaceAll('\r', '').length ?? 0
  const missing = wanted - breaksAtEnd(printed)
  if (missing <= 0) return
  const { file, placeOf } = template
  const span = { file, start: placeOf(template.text.length - missing), end: placeOf(template.text.length) }
  const last = printed.at(-1)
  const breaks = '\n'.repeat(missing)
  // The text before them is the template's own, and goes on.
  if (
    last !== undefined &&
    isSegment(last) &&
    last.hole === undefined &&
    last.at.span === last.template &&
    last.template.end === span.start
  ) {
    const whole = { ...last.template, end: span.end }
    printed[printed.length - 1] = {
      ...last,
      text: last.text + breaks,
      template: whole,
      at: { ...last.at, span: whole },
    }
  } else
    printed.push({
      text: breaks,
      template: span,
      at: { span, via: env.via },
      deps: [],
      hole: undefined,
      when: NO_CONDITION,
    })
}

function breaksAtEnd(printed: readonly Printed[]): number {
  let found = 0
  for (const part of printed.toReversed()) {
    if (!isSegment(part)) return found + Math.min(...part.arms.map((arm) => breaksAtEnd(arm.printed)))
    const breaks = part.text.length - part.text.replace(/\n+$/, '').length
    found += breaks
    if (part.hole !== undefined || breaks < part.text.length) break
  }
  return found
}

/** `#jinja2: trim_blocks:False` on the first line sets options, and is no part of the text. */
function headerOf(template: TemplateText): { readonly template: TemplateText; readonly options: RenderOptions } {
  const line = /^#jinja2:([^\r\n]*)(?:\r?\n|$)/.exec(template.text)
  if (line === null) return { template, options: {} }
  const skip = line[0].length
  const flag = (name: string): boolean | undefined => {
    const value = new RegExp(`${name} *: *(\\w+)`).exec(line[1] ?? '')?.[1]
    return value === undefined ? undefined : /^(?:true|yes|on|1)$/i.test(value)
  }
  const trimBlocks = flag('trim_blocks')
  const lstripBlocks = flag('lstrip_blocks')
  const options = {
    ...(trimBlocks === undefined ? {} : { trimBlocks }),
    ...(lstripBlocks === undefined ? {} : { lstripBlocks }),
  }
  const placeOf = (offset: number): number => template.placeOf(offset + skip)
  return { template: { text: template.text.slice(skip), file: template.file, placeOf }, options }
}

/** The value of an expression without braces, as `when:` and `loop:` hold them. */
export function evaluateExpression(expression: TemplateText, scope: Scope, options: RenderOptions = {}): Evaluated {
  const run = begin(scope, options)
  const { expression: node, problems } = parseExpression(expression.text)
  for (const { message, start, end } of problems) {
    const span = { file: expression.file, start: expression.placeOf(start), end: expression.placeOf(end) }
    run.note('syntax', `Jinja: ${message}`, { span, via: [] })
  }
  const value = within(run, () => evaluate(node, envOf(run, expression))) ?? tooDeep
  return { value, deps: run.reads.since(0), notes: run.notes }
}

/**
 * A value from YAML with its templates evaluated, however deep. A string that is nothing but one `{{ }}` keeps the type of its
 * value; any other template is a string.
 */
export function evaluateData(data: Data, scope: Scope, options: RenderOptions = {}): Evaluated {
  const run = begin(scope, options)
  const value = within(run, () => run.force(data)) ?? tooDeep
  return { value, deps: run.reads.since(0), notes: run.notes }
}

const tooDeep = unknownData({ kind: 'unreadable' }, 'limit')

/** Evaluates as deep as the stack goes. What nests deeper than anybody writes ends with a note. */
function within<T>(run: Run, evaluateAll: () => T): T | undefined {
  try {
    return evaluateAll()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    run.note('limit', 'the template nests too deeply; the rest was not evaluated')
    run.spend(Number.POSITIVE_INFINITY)
    return undefined
  }
}

function envOf(run: Run, template: TemplateText, places: Places = rootPlaces(template)): Env {
  const inherit = { parent: undefined }
  const frame = new Frame(undefined)
  return { run, template, frame, via: places.via, places, blocks: undefined, inherit, context: true }
}

interface Forced {
  readonly value: Data
  readonly deps: readonly string[]
}

/** What templates in variables came to, per scope: they see its variables and nothing else. */
const forced = new WeakMap<Scope, Map<StringData, Forced | 'under way'>>()

function begin(scope: Scope, options: RenderOptions): Run {
  const run = new Run(scope, options)
  run.evaluateString = (data) => {
    let known = forced.get(scope)
    if (known === undefined) forced.set(scope, (known = new Map()))
    const before = known.get(data)
    if (before === 'under way' || run.depth > 60) {
      run.note('syntax', 'Jinja: the variable needs its own value', data.at)
      return unresolved(data.value.trim())
    }
    if (before !== undefined) {
      run.reads.pushAll(before.deps)
      return before.value
    }
    known.set(data, 'under way')
    const mark = run.reads.length
    run.depth++
    const value = evaluateString(data, run)
    run.depth--
    if (run.exhausted) known.delete(data)
    else known.set(data, { value, deps: run.reads.since(mark) })
    return value
  }
  return run
}

function evaluateString(data: StringData, run: Run): Data {
  const template = stringTemplate(data)
  const via = data.at === undefined ? [] : [{ role: 'variable', span: data.at.span } as const, ...data.at.via]
  const env = envOf(run, template, new Places(template, via))
  const tree = treeOf(template, env)
  const [only] = tree.body
  if (only?.kind === 'output' && tree.body.length === 1) {
    const value = evaluate(only.expression, env)
    return value.kind === 'undefined' ? undefinedData(value.name, data.at) : throughVariable(value, env)
  }
  const printed: Printed[] = []
  runTemplate(template, env, printed, execute)
  addBreaks(template, env, printed)
  return textOfPrinted(printed)
}

/** A scalar that comes by a variable has that variable on its way. */
function throughVariable(value: Data, env: Env): Data {
  if (value.kind === 'list' || value.kind === 'dict' || value.kind === 'callable' || value.at === undefined)
    return value
  return {
    ...value,
    at: { span: value.at.span, via: [...value.at.via.filter((hop) => !env.via.includes(hop)), ...env.via] },
  }
}
