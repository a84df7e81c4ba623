import type { Origin } from '@breakwater/core'
import type { CallNode, Expression } from '../syntax/tree.ts'
import { oneOf } from './alternatives.ts'
import { bind, originOf, type Scope } from './context.ts'
import { fileText, resolvePath } from './functions/files.ts'
import { builtins, unknownFunctions } from './functions/index.ts'
import { withKnown } from './functions/signature.ts'
import { bool, unknown, unreadable, unresolved, withHop } from './make.ts'
import { parseTemplate } from '../syntax/parse.ts'
import { evaluateTemplate } from './template.ts'
import type { Value } from './value.ts'

type Evaluate = (node: Expression, scope: Scope) => Value

/** The result of a call. */
export function callFunction(node: CallNode, scope: Scope, evaluate: Evaluate): Value {
  const at = originOf(scope, node)
  const name = node.name.name.replace(/^core::/, '')
  if (name.startsWith('provider::')) return unresolved(`${name}()`, at)
  if (name === 'try') return firstValid(node, scope, evaluate, at)
  if (name === 'can') return isValid(node, scope, evaluate, at)
  const args = argumentsOf(node, scope, evaluate)
  if (args === undefined) return unresolved(`${name}()`, at)
  if (name === 'templatefile') return templateFile(args, scope, evaluate, at)
  if (unknownFunctions.has(name)) {
    return args.some((value) => isError(value)) ? unreadable(at) : unresolved(`${name}()`, at)
  }
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin === undefined) return unresolved(`${name}()`, at)
  return builtin(args, { at, scope }) ?? unreadable(at)
}

/** The values of the arguments; undefined where a spread list is not known. */
function argumentsOf(node: CallNode, scope: Scope, evaluate: Evaluate): readonly Value[] | undefined {
  const args = node.arguments.map((argument) => evaluate(argument, scope))
  if (!node.spread) return args
  const last = args.pop()
  if (last?.kind !== 'list' || last.rest !== undefined) return undefined
  return [...args, ...last.items]
}

/** Whether Terraform would report an error for it. */
function isError(value: Value, depth = 0): boolean {
  if (value.kind === 'unknown') return value.why.kind === 'unreadable'
  if (depth > 4) return false
  if (value.kind === 'list') return value.items.length < 100 && value.items.some((item) => isError(item, depth + 1))
  return (
    value.kind === 'object' &&
    value.entries.size < 100 &&
    [...value.entries.values()].some((entry) => isError(entry.value, depth + 1))
  )
}

/** `try`: the first argument that is no error. An unknown one may be an error, and the next its value. */
function firstValid(node: CallNode, scope: Scope, evaluate: Evaluate, at: Origin): Value {
  for (const argument of node.arguments) {
    const value = evaluate(argument, scope)
    if (value.kind === 'unknown' && value.oneOf !== undefined && value.oneOf.some((one) => isError(one))) {
      const valid = value.oneOf.filter((one) => !isError(one))
      const [next] = node.arguments.slice(node.arguments.indexOf(argument) + 1)
      return oneOf(next === undefined ? valid : [...valid, evaluate(next, scope)], at, value.why, value.condition)
    }
    if (!isError(value)) return value
  }
  return unreadable(at)
}

function isValid(node: CallNode, scope: Scope, evaluate: Evaluate, at: Origin): Value {
  const [argument] = node.arguments
  if (argument === undefined) return unreadable(at)
  const value = evaluate(argument, scope)
  if (isError(value)) return bool(false, at)
  return value.kind === 'unknown' ? unknown(value.why, at) : bool(true, at)
}

/** `templatefile(path, variables)`: the file's text with its own places. */
function templateFile(args: readonly Value[], scope: Scope, evaluate: Evaluate, at: Origin): Value {
  const [path, variables] = args
  if (path === undefined || variables === undefined) return unreadable(at)
  const made = withKnown([path], at, ([known]) => {
    if (known?.kind !== 'string') return undefined
    const resolved = resolvePath(known.value, scope.work.root)
    if (resolved === undefined) return unresolved('file outside the project', at)
    const file = scope.work.read(resolved)
    if (file === undefined) return undefined
    const { node, problems } = parseTemplate(file.text)
    for (const { message, start, end } of problems) {
      scope.work.note({ kind: 'syntax', message, at: { span: { file, start, end }, via: [] } })
    }
    if (problems.length > 0) return unreadable(fileText(file, at).at)
    const names = new Map<string, Value>()
    if (variables.kind === 'object') for (const [name, entry] of variables.entries) names.set(name, entry.value)
    const open =
      variables.kind === 'unknown' ? variables.why : variables.kind === 'object' ? variables.rest?.why : undefined
    const inner: Scope = {
      ...bind(scope, names),
      file,
      binding: (name) => names.get(name) ?? (open === undefined ? undefined : unknown(open, at)),
      reference: () => undefined,
    }
    return withHop(evaluateTemplate(node, inner, evaluate), { role: 'template', span: at.span })
  })
  return made ?? unreadable(at)
}
