import { bool, int, NULL, undefinedData, unknownData, type CallableData, type Data } from '../data.ts'
import { conditionOf, evaluate } from './evaluate.ts'
import { itemsOf } from './items.ts'
import { textOfPrinted } from './output.ts'
import { equal, truth } from './python.ts'
import { Frame } from './frame.ts'
import { inFrame, originOf, type Env, type Printed } from './run.ts'
import type { Reason } from '@breakwater/core'
import type { Expression, ForNode, Node } from './syntax.ts'

type Execute = (nodes: readonly Node[], env: Env, out: Printed[]) => 'break' | 'continue' | undefined
type Assign = (target: Expression, value: Data, env: Env, deps: readonly string[]) => void

/** `{% for %}`. Of something unknown the body stands once, under the condition that there is something. */
export function execFor(node: ForNode, env: Env, out: Printed[], execute: Execute, assign: Assign): undefined {
  const mark = env.run.reads.length
  const iterable = node.iterable.kind === 'error' ? unknownData({ kind: 'unreadable' }) : evaluate(node.iterable, env)
  const deps = env.run.reads.since(mark)
  const items = node.filter === undefined && !wantsLoop(node, env) ? sureItems(iterable) : undefined
  if (items === undefined) loop(node, iterable, deps, env, out, execute, assign, 1)
  else plainLoop(node, items, deps, env, out, execute, assign)
}

/** The items where there are surely no others. */
function sureItems(iterable: Data): readonly Data[] | undefined {
  const open = iterable.kind === 'list' || iterable.kind === 'dict' ? iterable.open : undefined
  return open === undefined ? itemsOf(iterable) : undefined
}

/** A loop of which everything is known and that does not ask for `loop`. */
function plainLoop(
  node: ForNode,
  items: readonly Data[],
  deps: readonly string[],
  env: Env,
  out: Printed[],
  execute: Execute,
  assign: Assign,
): void {
  const body = node.sections[items.length === 0 ? 1 : 0]?.body ?? []
  if (items.length === 0) execute(body, inFrame(env, new Frame(env.frame)), out)
  // Those that stand there now: the body may add to what it goes through.
  const present = items.slice()
  for (const value of present) {
    if (!env.run.spend(1)) return
    const inner = inFrame(env, new Frame(env.frame))
    assign(node.target, value, inner, deps)
    if (execute(body, inner, out) === 'break') return
  }
}

function loop(
  node: ForNode,
  iterable: Data,
  deps: readonly string[],
  env: Env,
  out: Printed[],
  execute: Execute,
  assign: Assign,
  depth: number,
): void {
  const body = node.sections[0]?.body ?? []
  let lastChanged: Data | undefined
  const wanted = wantsLoop(node, env)
  const items = itemsOf(iterable)
  if (items === undefined) {
    unknownLoop(unknownData(whyOf(iterable)))
    return
  }
  const open =
    (iterable.kind === 'list' || iterable.kind === 'dict') && iterable.open !== undefined ? iterable.open : undefined
  const kept = node.filter === undefined ? items.map((value) => ({ value, sure: true })) : filtered(items, node.filter)
  const sure = open?.kind !== 'conditional'
  if (kept.length === 0 && open === undefined) {
    execute(node.sections[1]?.body ?? [], inFrame(env, new Frame(env.frame)), out)
    return
  }
  const values = kept.map((part) => part.value)
  for (const [index, part] of kept.entries()) {
    if (!env.run.spend(1)) return
    const info = wanted ? loopInfo(values, index) : NULL
    if (sure && part.sure) {
      if (iteration(part.value, info, env, out) === 'break') break
    } else marked(part.value, unknownInfo(), unknownData({ kind: 'conditional' }))
  }
  if (open !== undefined && sure) unknownLoop(unknownData(open))

  function iteration(value: Data, info: Data, at: Env, printed: Printed[]): 'break' | 'continue' | undefined {
    const inner = inFrame(at, new Frame(at.frame))
    assign(node.target, value, inner, deps)
    if (wanted) inner.frame.set('loop', info, [])
    return execute(body, inner, printed)
  }

  function unknownLoop(item: Data): void {
    marked(item, unknownInfo(), item)
  }

  function marked(value: Data, info: Data, why: Data): void {
    const when = conditionOf(node.iterable, why, env, 'loop')
    env.run.undecided.push(when)
    const printed: Printed[] = []
    iteration(value, info, env, printed)
    env.run.undecided.pop()
    const otherwise: Printed[] = []
    const unless = { ...when, holds: false }
    const orElse = node.sections[1]?.body
    if (orElse !== undefined && items === undefined) {
      env.run.undecided.push(unless)
      execute(orElse, inFrame(env, new Frame(env.frame)), otherwise)
      env.run.undecided.pop()
    }
    const arms = [
      { when, printed },
      { when: unless, printed: otherwise },
    ]
    out.push({ arms })
  }

  function filtered(all: readonly Data[], test: Expression): { value: Data; sure: boolean }[] {
    const chosen: { value: Data; sure: boolean }[] = []
    const inner = inFrame(env, new Frame(env.frame))
    for (const value of all) {
      assign(node.target, value, inner, deps)
      const holds = truth(evaluate(test, inner))
      if (holds !== false) chosen.push({ value, sure: holds === true })
    }
    return chosen
  }

  function loopInfo(all: readonly Data[], index: number): Data {
    const last = all.length - 1
    const unsure = open !== undefined || kept.some((part) => !part.sure)
    const end = (data: Data): Data => (unsure ? unknownData(open ?? { kind: 'conditional' }) : data)
    return loopObject({
      index: int(index + 1),
      index0: int(index),
      revindex: end(int(all.length - index)),
      revindex0: end(int(last - index)),
      first: bool(index === 0),
      last: end(bool(index === last)),
      length: end(int(all.length)),
      previtem: all[index - 1] ?? undefinedData('loop.previtem'),
      nextitem: all[index + 1] ?? undefinedData('loop.nextitem'),
    })
  }

  function unknownInfo(): Data {
    const why = unknownData({ kind: 'conditional' }, 'loop')
    const names = ['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length', 'previtem', 'nextitem']
    return loopObject(Object.fromEntries(names.map((name) => [name, why])))
  }

  function loopObject(values: Readonly<Record<string, Data>>): Data {
    const members = new Map<string, Data>(Object.entries(values))
    members.set('depth', int(depth))
    members.set('depth0', int(depth - 1))
    members.set('cycle', {
      kind: 'callable',
      name: 'loop.cycle',
      members: undefined,
      at: undefined,
      call: (args) => {
        const index = members.get('index0')
        return index?.kind === 'int'
          ? (args[Number(index.value) % args.length] ?? NULL)
          : unknownData({ kind: 'conditional' })
      },
    })
    members.set('changed', {
      kind: 'callable',
      name: 'loop.changed',
      members: undefined,
      at: undefined,
      call: (args) => {
        const value: Data = {
          kind: 'list',
          items: [...args],
          tuple: true,
          at: undefined,
          open: undefined,
          template: false,
        }
        const same = lastChanged === undefined ? false : equal(lastChanged, value)
        lastChanged = value
        return same === undefined ? unknownData({ kind: 'conditional' }) : bool(!same)
      },
    })
    const recurse: CallableData['call'] = (args) => {
      if (env.run.depth > 60) return unknownData({ kind: 'unreadable' }, 'limit')
      env.run.depth++
      const printed: Printed[] = []
      loop(node, args[0] ?? NULL, deps, env, printed, execute, assign, depth + 1)
      env.run.depth--
      return textOfPrinted(printed)
    }
    return {
      kind: 'callable',
      name: 'loop',
      members,
      call: node.recursive ? recurse : undefined,
      at: originOf(env, node.target),
    }
  }
}

const wants = new WeakMap<ForNode, boolean>()

/** Whether anything within may ask for `loop`: the word stands there, or another template is brought in. */
function wantsLoop(node: ForNode, env: Env): boolean {
  let known = wants.get(node)
  if (known === undefined)
    wants.set(node, (known = /loop|include|import|block/.test(env.template.text.slice(node.start, node.end))))
  return known
}

function whyOf(data: Data): Reason {
  if (data.kind === 'unknown') return data.why
  return data.kind === 'undefined' ? { kind: 'unresolved', name: data.name } : { kind: 'unreadable' }
}
