import { NULL, string, undefinedData, unknownData, type Condition, type Data } from '../data.ts'
import { conditionOf, evaluate, filterText } from './evaluate.ts'
import { execFor } from './loops.ts'
import { define, importNames, importTemplate, includeTemplate, makeMacro, rememberParent } from './modules.ts'
import { printHole, printValue, textOfPrinted } from './output.ts'
import { truth } from './python.ts'
import { Frame } from './frame.ts'
import { choose, inFrame, spanOf, type Env, type Printed } from './run.ts'
import { NO_CONDITION, type Segment } from './rendered.ts'
import type { DataNode, Expression, IfNode, Node, OutputNode } from './syntax.ts'

export type Signal = 'break' | 'continue' | undefined

/** Runs nodes in order; what they print is added to `out`. */
export function execute(nodes: readonly Node[], env: Env, out: Printed[]): Signal {
  const { run } = env
  for (const node of nodes) {
    if (!run.spend(1)) return undefined
    // Outside of any call no expression is under way whose reads somebody waits for.
    if (run.depth === 0) run.reads.clear()
    const signal = executeNode(node, env, out)
    if (signal !== undefined) return signal
  }
  return undefined
}

function executeNode(node: Node, env: Env, out: Printed[]): Signal {
  switch (node.kind) {
    case 'data':
      printData(node, env, out)
      return undefined
    case 'comment':
      return undefined
    case 'output':
      printOutput(node, env, out)
      return undefined
    case 'error':
      printHole(node, env, out)
      return undefined
    case 'set': {
      const mark = env.run.reads.length
      assign(node.target, evaluate(node.value, env), env, env.run.reads.since(mark))
      return undefined
    }
    case 'do':
      evaluate(node.expression, env)
      return undefined
    case 'if':
      return executeIf(node, 0, env, out)
    case 'for':
      return execFor(node, env, out, execute, assign)
    case 'break':
    case 'continue':
      return node.kind
    case 'set-block': {
      const text = capture(node.sections[0]?.body ?? [], env)
      assign(node.target, node.filter === undefined ? text : filterText(node.filter, text, env), env, [])
      return undefined
    }
    case 'filter-block': {
      const text = capture(node.sections[0]?.body ?? [], env)
      printValue(filterText(node.filter, text, env), node.filter, env, [], out)
      return undefined
    }
    case 'with': {
      const inner = inFrame(env, new Frame(env.frame))
      for (const { target, value } of node.names) {
        const mark = env.run.reads.length
        assign(target, evaluate(value, inner), inner, env.run.reads.since(mark))
      }
      return execute(node.sections[0]?.body ?? [], inner, out)
    }
    case 'plain-block':
      return execute(node.sections[0]?.body ?? [], env, out)
    case 'macro':
      define(env, node.name, makeMacro(node, node.name, node.parameters, env, execute))
      return undefined
    case 'call-block': {
      const caller = makeMacro(node, 'caller', node.parameters, env, execute)
      const inner = inFrame(env, new Frame(env.frame))
      define(inner, 'caller', caller)
      printValue(callWith(node.call, caller, inner), node.call, inner, [], out)
      return undefined
    }
    case 'include':
      includeTemplate(node, env, out, execute)
      return undefined
    case 'import':
      importTemplate(node, env, execute)
      return undefined
    case 'from':
      importNames(node, env, execute)
      return undefined
    case 'extends':
      rememberParent(node, env)
      return undefined
    case 'block': {
      const block = env.blocks?.get(node.name)?.[0]
      if (block !== undefined) printValue(block(node.scoped ? env.frame : undefined), undefined, env, [], out)
      else execute(node.sections[0]?.body ?? [], inFrame(env, new Frame(env.frame)), out)
      return undefined
    }
  }
}

function callWith(call: Expression, caller: Data, env: Env): Data {
  if (call.kind !== 'call') return evaluate(call, env)
  const callee = evaluate(call.callee, env)
  if (callee.kind !== 'callable' || callee.call === undefined) return evaluate(call, env)
  const positional: Data[] = []
  const named = new Map<string, Data>([['caller', caller]])
  for (const { name, value } of call.args) {
    if (name === undefined) positional.push(evaluate(value, env))
    else named.set(name, evaluate(value, env))
  }
  return callee.call(positional, named)
}

/** A text of the template, printed alike each time. */
function printData(node: DataNode, env: Env, out: Printed[]): void {
  const { places } = env
  let segments = places.texts.get(node)
  if (segments === undefined) places.texts.set(node, (segments = textSegments(node, env)))
  for (const segment of segments) out.push(segment)
}

/** Line breaks are `\n` in the output, however the file writes them. */
function textSegments(node: DataNode, env: Env): readonly Segment[] {
  const text = env.template.text.slice(node.textStart, node.textEnd)
  if (text === '') return []
  if (!text.includes('\r')) return [textSegment(text, node.textStart, node.textEnd, env)]
  const segments: Segment[] = []
  let start = node.textStart
  for (const line of text.match(/[^\r\n]*(?:\r\n|\n|\r|$)/g) ?? []) {
    const end = start + line.length
    if (line !== '') segments.push(textSegment(line.replace(/\r\n?$/, '\n'), start, end, env))
    start = end
  }
  return segments
}

function textSegment(text: string, start: number, end: number, env: Env): Segment {
  const span = spanOf(env, { start, end })
  return { text, template: span, at: { span, via: env.via }, deps: [], hole: undefined, when: NO_CONDITION }
}

function printOutput(node: OutputNode, env: Env, out: Printed[]): void {
  if (node.expression.kind === 'error') {
    printHole(node, env, out)
    return
  }
  const mark = env.run.reads.length
  const value = evaluate(node.expression, env)
  printValue(value, node.expression, env, env.run.reads.since(mark), out)
}

function executeIf(node: IfNode, index: number, env: Env, out: Printed[]): Signal {
  for (let arm = index; arm < node.sections.length; arm++) {
    const test = node.tests[arm]
    const body = node.sections[arm]?.body ?? []
    if (test === undefined) return execute(body, env, out)
    const value = test.kind === 'error' ? unknownData({ kind: 'unreadable' }) : evaluate(test, env)
    const holds = truth(value)
    if (holds === true) return execute(body, env, out)
    if (holds === false) continue
    fork(
      conditionOf(test, value, env),
      env,
      out,
      (inner, printed) => {
        execute(body, inner, printed)
      },
      (inner, printed) => {
        executeIf(node, arm + 1, inner, printed)
      },
    )
    return undefined
  }
  return undefined
}

function capture(nodes: readonly Node[], env: Env): Data {
  const printed: Printed[] = []
  execute(nodes, inFrame(env, new Frame(env.frame)), printed)
  return textOfPrinted(printed)
}

type Arm = (env: Env, out: Printed[]) => void

/** Runs both ways of a condition that cannot be decided, and joins what they print and set. */
export function fork(when: Condition, env: Env, out: Printed[], yes: Arm, no: Arm): void {
  const unless = { ...when, holds: false }
  const [first, second] = [new Frame(env.frame), new Frame(env.frame)]
  const arms = [
    { when, printed: runArm(when, first, yes) },
    { when: unless, printed: runArm(unless, second, no) },
  ]
  if (arms.some((arm) => arm.printed.length > 0)) out.push({ arms })
  for (const name of new Set([...first.names, ...second.names])) {
    const a = first.find(name) ?? outer(name)
    const b = second.find(name) ?? outer(name)
    env.frame.set(name, choose(when, a.value, b.value), [...new Set([...a.deps, ...b.deps])])
  }

  function outer(name: string): { value: Data; deps: readonly string[] } {
    return { value: env.context ? env.run.scope.lookup(name) : undefinedData(name), deps: [] }
  }

  function runArm(condition: Condition, frame: Frame, arm: Arm): readonly Printed[] {
    const printed: Printed[] = []
    env.run.undecided.push(condition)
    arm(inFrame(env, frame), printed)
    env.run.undecided.pop()
    return printed
  }
}

/** `{% set %}` and the target of a loop. */
export function assign(target: Expression, value: Data, env: Env, deps: readonly string[]): void {
  switch (target.kind) {
    case 'name':
      env.frame.set(target.name, value, deps)
      return
    case 'tuple':
    case 'list':
      for (const [index, part] of target.items.entries())
        assign(part, partOfValue(value, index, target.items.length), env, deps)
      return
    case 'attribute': {
      const object = evaluate(target.object, env)
      if (object.kind !== 'callable' || object.members === undefined) return
      const when = env.run.undecided.at(-1)
      const before = object.members.get(target.name) ?? NULL
      object.members.set(target.name, when === undefined ? value : choose(when, value, before))
      return
    }
    case 'constant':
    case 'dict':
    case 'item':
    case 'slice':
    case 'call':
    case 'filter':
    case 'test':
    case 'unary':
    case 'binary':
    case 'compare':
    case 'concat':
    case 'conditional':
    case 'error':
  }
}

function partOfValue(value: Data, index: number, count: number): Data {
  if (value.kind === 'list' && value.open === undefined && value.items.length === count)
    return value.items[index] ?? NULL
  if (value.kind === 'string' && value.value.length === count) return string(value.value[index] ?? '', value.at)
  if (value.kind === 'unknown') return unknownData(value.why, value.by)
  return unknownData({ kind: 'unreadable' })
}
