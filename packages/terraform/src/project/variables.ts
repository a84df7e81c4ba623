import type { Files, Note, Origin, SourceFile } from '@breakwater/core'
import type { Scope } from '../evaluate/context.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { markedAs, text, unreadable, unresolved } from '../evaluate/make.ts'
import { convert, readType, type Type } from '../evaluate/types.ts'
import type { Value } from '../evaluate/value.ts'
import { parseConfig, parseStandalone } from '../syntax/parse.ts'
import { attributePart, headerOf, joinPath, placeOf, type ConfigBlock } from './config.ts'
import type { Assignment, LoadOptions } from './project.ts'

/** Values that were given to the variables of a root, in the order of their precedence. */
export type Given = ReadonlyMap<string, readonly Assignment[]>

interface Collecting {
  readonly files: Files
  readonly scope: Scope
  readonly note: (note: Note) => void
  readonly given: Map<string, Assignment[]>
  readonly sources: Set<SourceFile>
}

/** Reads what gives the variables of a root their values, in the order in which Terraform does. */
export function readGiven(
  files: Files,
  folder: string,
  options: LoadOptions,
  scope: Scope,
  sources: Set<SourceFile>,
  types: ReadonlyMap<string, Type>,
): Given {
  const note = (one: Note): void => scope.work.note(one)
  const collecting: Collecting = { files, scope, note, given: new Map(), sources }
  for (const [name, value] of Object.entries(options.environment ?? {})) {
    if (name.startsWith('TF_VAR_')) addText(collecting, name.slice(7), value, 'environment', types)
  }
  const names = files
    .list(folder)
    .filter(({ kind }) => kind === 'file')
    .map(({ name }) => name)
  const automatic = names
    .filter((name) => name.endsWith('.auto.tfvars') || name.endsWith('.auto.tfvars.json'))
    .toSorted()
  const found = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name))
  for (const name of [...found, ...automatic]) addFile(collecting, joinPath(folder, name))
  for (const path of options.variableFiles ?? []) addFile(collecting, path)
  for (const [name, value] of Object.entries(options.variables ?? {})) {
    addText(collecting, name, value, 'command-line', types)
  }
  return collecting.given
}

function add({ given }: Collecting, name: string, assignment: Assignment): void {
  const known = given.get(name)
  if (known === undefined) given.set(name, [assignment])
  else known.push(assignment)
}

/** A text of the command line: itself for a variable of a primitive type, an expression for any other. */
function addText(
  collecting: Collecting,
  name: string,
  value: string,
  by: Assignment['by'],
  types: ReadonlyMap<string, Type>,
): void {
  const file: SourceFile = { path: '', text: value }
  const at: Origin = { span: { file, start: 0, end: value.length }, via: [] }
  const type = types.get(name)
  const isPlain = type === undefined || type.kind === 'string' || type.kind === 'number' || type.kind === 'bool'
  if (isPlain) {
    add(collecting, name, { by, value: text(value, at) })
    return
  }
  const { node, problems } = parseStandalone(value)
  const made = problems.length > 0 ? unreadable(at) : evaluate(node, { ...constantScope(collecting.scope), file })
  add(collecting, name, { by, value: made })
}

function addFile(collecting: Collecting, path: string): void {
  const file = collecting.files.read(path)
  if (file === undefined) {
    collecting.note({ kind: 'syntax', message: `the variable file ${path} is not there` })
    return
  }
  collecting.sources.add(file)
  const tree = parseConfig(file)
  for (const { message, start, end } of tree.problems) {
    collecting.note({ kind: 'syntax', message, at: placeOf(file, { start, end }) })
  }
  const scope: Scope = { ...constantScope(collecting.scope), file }
  for (const item of tree.body.items) {
    if (item.kind === 'attribute')
      add(collecting, item.name.name, { by: 'file', value: evaluate(item.expression, scope) })
  }
}

/** The scope of values that may refer to nothing. */
function constantScope(scope: Scope): Scope {
  return { ...scope, binding: () => undefined, reference: () => undefined }
}

/** What a variable block declares. */
export interface Declaration {
  readonly type: Type
  readonly sensitive: boolean
  readonly fallback: Value | undefined
  readonly nullable: boolean
  readonly at: Origin
}

export function readDeclaration(block: ConfigBlock, scope: Scope): Declaration {
  const constant: Scope = { ...constantScope(scope), file: block.file }
  const valueOf = (name: string): Value | undefined => {
    const part = attributePart(block, name)
    return part === undefined ? undefined : evaluate(part.node.expression, { ...constant, file: part.file })
  }
  const isTrue = (name: string): boolean | undefined => {
    const value = valueOf(name)
    return value?.kind === 'bool' ? value.value : undefined
  }
  const typePart = attributePart(block, 'type')
  const type: Type =
    typePart === undefined
      ? { kind: 'any' }
      : readType(typePart.node.expression, (node) => evaluate(node, { ...constant, file: typePart.file }))
  return {
    type,
    sensitive: isTrue('sensitive') === true,
    fallback: valueOf('default'),
    nullable: isTrue('nullable') !== false,
    at: headerOf(block),
  }
}

/** What counts of the assignments to a variable: the last one, as the type has it. */
export function settle(name: string, declaration: Declaration, assignments: readonly Assignment[]): Value {
  const last = assignments.at(-1)
  const { type, sensitive, fallback, nullable, at } = declaration
  const given = last?.value.kind === 'null' && !nullable ? fallback : last?.value
  if (given === undefined) return markedAs(unresolved(`var.${name}`, at), sensitive)
  return markedAs(convert(given, type), sensitive)
}
