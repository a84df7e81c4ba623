import type { Hop, SourceFile } from '@breakwater/core'
import { list, NULL, string, tuple, undefinedData, unresolved, type CallableData, type Data } from '../data.ts'
import { fileTemplate, type TemplateText } from '../template-text.ts'
import { evaluate } from './evaluate.ts'
import { Frame } from './frame.ts'
import { printHole, textOfPrinted } from './output.ts'
import { parseTemplate } from './parse.ts'
import { Places } from './places.ts'
import { inFrame, originOf, spanOf, type Block, type Env, type Printed } from './run.ts'
import type {
  Expression,
  ExtendsNode,
  FromNode,
  ImportNode,
  IncludeNode,
  NamedBlockNode,
  Node,
  Parameter,
  Range,
  TemplateTree,
} from './syntax.ts'

type Execute = (nodes: readonly Node[], env: Env, out: Printed[]) => unknown

const MAX_NESTING = 40
const trees = new WeakMap<SourceFile, Map<string, TemplateTree>>()

/** The tree of a template, read once per file, without its last line break. */
export function treeOf(template: TemplateText, env: Pick<Env, 'run'>): TemplateTree {
  const { options } = env.run
  const whitespace = {
    trimBlocks: options.trimBlocks ?? true,
    lstripBlocks: options.lstripBlocks ?? false,
    keepTrailingNewline: false,
  }
  const key = `${whitespace.trimBlocks} ${whitespace.lstripBlocks}`
  const whole = template.text === template.file.text
  const known = whole ? trees.get(template.file)?.get(key) : undefined
  const tree = known ?? parseTemplate(template.text, whitespace)
  if (whole && known === undefined) {
    const byKey = trees.get(template.file) ?? new Map<string, TemplateTree>()
    trees.set(template.file, byKey.set(key, tree))
  }
  for (const { message, start, end } of tree.problems) {
    const span = { file: template.file, start: template.placeOf(start), end: template.placeOf(end) }
    env.run.note('syntax', `Jinja: ${message}`, { span, via: [] })
  }
  return tree
}

/** Runs a template with those that it extends. */
export function runTemplate(template: TemplateText, from: Env, out: Printed[], execute: Execute): void {
  const tree = treeOf(template, from)
  const blocks = from.blocks ?? new Map<string, readonly Block[]>()
  const inherit: Env['inherit'] = { parent: undefined }
  const env: Env = { ...from, template, blocks, inherit }
  for (const node of blocksOf(tree)) {
    const index = blocks.get(node.name)?.length ?? 0
    blocks.set(node.name, [...(blocks.get(node.name) ?? []), blockOf(node, index, env, execute)])
  }
  const mark = out.length
  execute(tree.body, env, out)
  if (inherit.parent === undefined) return
  out.length = mark
  if (env.via.length > MAX_NESTING) env.run.note('limit', 'templates extend one another without end')
  else {
    const hop: Hop = { role: 'template', span: spanOf(env, { start: 0, end: 0 }) }
    const via = [...env.via, hop]
    const places = new Places(inherit.parent, via)
    runTemplate(inherit.parent, { ...env, via, places }, out, execute)
  }
}

const named = new WeakMap<TemplateTree, NamedBlockNode[]>()

function blocksOf(tree: TemplateTree): readonly NamedBlockNode[] {
  let blocks = named.get(tree)
  if (blocks === undefined) named.set(tree, (blocks = namedBlocks(tree.body)))
  return blocks
}

function namedBlocks(nodes: readonly Node[]): NamedBlockNode[] {
  return nodes.flatMap((node) => {
    if (!('sections' in node)) return []
    const inner = node.sections.flatMap((section) => namedBlocks(section.body))
    return node.kind === 'block' ? [node, ...inner] : inner
  })
}

function blockOf(node: NamedBlockNode, index: number, env: Env, execute: Execute): Block {
  return (outer) => {
    const frame = new Frame(outer ?? env.frame)
    const printed: Printed[] = []
    const parent = env.blocks?.get(node.name)?.[index + 1]
    const call: CallableData['call'] = () => (parent === undefined ? undefinedData('super') : parent(outer))
    const superBlock: Data = { kind: 'callable', name: 'super', members: undefined, call, at: undefined }
    frame.set('super', superBlock, [])
    if (env.run.depth > MAX_NESTING) return unresolved(`block ${node.name}`, 'limit')
    env.run.depth++
    execute(node.sections[0]?.body ?? [], inFrame(env, frame), printed)
    env.run.depth--
    return textOfPrinted(printed)
  }
}

export function rememberParent(node: ExtendsNode, env: Env): void {
  const found = load(node.template, node, env)
  if (found.file === undefined)
    env.run.note('unsupported', `the template ${found.name} that this one extends is not in view`, originOf(env, node))
  else env.inherit.parent = fileTemplate(found.file)
}

interface Found {
  readonly name: string
  readonly file: SourceFile | undefined
  readonly value: Data
}

function load(expression: Expression, node: Range, env: Env): Found {
  const value = evaluate(expression, env)
  const names = value.kind === 'list' ? value.items : [value]
  for (const name of names) {
    if (name.kind !== 'string') break
    const file = env.run.options.load?.(name.value, env.template.file)
    if (file !== undefined) return { name: name.value, file, value }
  }
  const name = names.map((part) => (part.kind === 'string' ? part.value : '')).join(', ')
  return { name: name === '' ? env.template.text.slice(node.start, node.end) : name, file: undefined, value }
}

export function includeTemplate(node: IncludeNode, env: Env, out: Printed[], execute: Execute): void {
  const found = load(node.template, node, env)
  if (found.file === undefined) {
    if (node.ignoreMissing && found.value.kind !== 'unknown') return
    const why = found.value.kind === 'unknown' ? found.value.why : ({ kind: 'unresolved', name: found.name } as const)
    if (found.value.kind !== 'unknown')
      env.run.note('unsupported', `the template ${found.name} is not in view`, originOf(env, node))
    printHole(node, env, out, why)
    return
  }
  if (env.via.length > MAX_NESTING) {
    env.run.note('limit', 'templates include one another without end', originOf(env, node))
    printHole(node, env, out)
    return
  }
  const template = fileTemplate(found.file)
  const places = env.places.included(node, template)
  const inner: Env = {
    ...env,
    via: places.via,
    places,
    frame: new Frame(node.withContext ? env.frame : undefined),
    blocks: undefined,
    context: node.withContext,
  }
  runTemplate(template, inner, out, execute)
}

/** The names that a template sets, as an object. */
function moduleOf(node: ImportNode | FromNode, env: Env, execute: Execute): Data {
  const found = load(node.template, node, env)
  if (found.file === undefined || env.via.length > MAX_NESTING) {
    env.run.note('unsupported', `the template ${found.name} is not in view`, originOf(env, node))
    return unresolved(found.name)
  }
  const frame = new Frame(node.withContext ? env.frame : undefined)
  const template = fileTemplate(found.file)
  const places = env.places.included(node, template)
  runTemplate(
    template,
    { ...env, via: places.via, places, frame, blocks: undefined, context: node.withContext && env.context },
    [],
    execute,
  )
  const members = new Map(frame.names.map((name) => [name, frame.own(name)?.value ?? NULL]))
  return { kind: 'callable', name: found.name, members, call: undefined, at: undefined }
}

export function importTemplate(node: ImportNode, env: Env, execute: Execute): void {
  define(env, node.as, moduleOf(node, env, execute))
}

export function importNames(node: FromNode, env: Env, execute: Execute): void {
  const module = moduleOf(node, env, execute)
  for (const { name, as } of node.names) {
    const found = module.kind === 'callable' ? (module.members?.get(name) ?? undefinedData(name)) : unresolved(name)
    define(env, as, found)
  }
}

export function define(env: Env, name: string, value: Data): void {
  env.frame.set(name, value, [])
}

/** A macro, or the body of a `{% call %}`. It sees the variables around its definition. */
export function makeMacro(
  node: { readonly sections: readonly { readonly body: readonly Node[] }[] },
  name: string,
  parameters: readonly Parameter[],
  env: Env,
  execute: Execute,
): Data {
  const call: CallableData['call'] = (positional, named) => {
    const frame = new Frame(env.frame)
    const inner = inFrame(env, frame)
    for (const [index, parameter] of parameters.entries()) {
      const given = positional[index] ?? named.get(parameter.name)
      const fallback = (): Data =>
        parameter.fallback === undefined ? undefinedData(parameter.name) : evaluate(parameter.fallback, inner)
      define(inner, parameter.name, given ?? fallback())
    }
    define(inner, 'varargs', tuple(positional.slice(parameters.length)))
    const caller = named.get('caller')
    if (caller !== undefined) define(inner, 'caller', caller)
    const printed: Printed[] = []
    execute(node.sections[0]?.body ?? [], inner, printed)
    return textOfPrinted(printed)
  }
  const members = new Map<string, Data>([
    ['name', string(name)],
    ['arguments', list(parameters.map((parameter) => string(parameter.name)))],
    ['caller', NULL],
  ])
  return { kind: 'callable', name, members, call, at: undefined }
}
