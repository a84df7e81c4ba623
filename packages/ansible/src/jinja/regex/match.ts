import { parseRegex, type ParsedRegex, type Regex } from './parse.ts'

/** Start and end of each group, the whole first; undefined where a group took no part. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

export interface CompiledRegex extends ParsedRegex {
  readonly run: Step
}

/** What pays for the steps. */
export interface Budget {
  spend(steps: number): boolean
}

type Continue = (at: number) => boolean
type Step = (state: State, at: number, then: Continue) => boolean

interface State {
  readonly text: string
  readonly starts: (number | undefined)[]
  readonly ends: (number | undefined)[]
  steps: number
  depth: number
}

const MAX_STEPS = 200_000
/** Continuations within continuations, each of which takes some of the reader's own stack. */
const MAX_NESTING = 600
const cache = new Map<string, CompiledRegex | undefined>()

/** A pattern of Python's `re`, ready to match; undefined where it cannot be read. */
export function compileRegex(source: string, flags: string): CompiledRegex | undefined {
  const key = `${flags}/${source}`
  if (cache.has(key)) return cache.get(key)
  const parsed = source.length > 2000 ? undefined : parseRegex(source, flags)
  const compiled = parsed === undefined ? undefined : { ...parsed, run: compile(parsed.pattern) }
  if (cache.size > 500) cache.clear()
  cache.set(key, compiled)
  return compiled
}

/** The first match at or after `from`; null where there is none, undefined where it costs too much to know. */
export function search(regex: CompiledRegex, text: string, from: number, budget: Budget): Match | null | undefined {
  const state: State = { text, starts: [], ends: [], steps: MAX_STEPS, depth: 0 }
  let result: Match | null | undefined = null
  for (let start = from; start <= text.length && result === null; start++) {
    state.starts.length = 0
    state.ends.length = 0
    let end = -1
    const matched = regex.run(state, start, (at) => {
      end = at
      return true
    })
    if (state.steps <= 0) result = undefined
    else if (matched) {
      const groups = [text.slice(start, end)]
      const rest = Array.from({ length: regex.groups }, (_, index) => groupText(state, index + 1))
      result = { start, end, groups: [...groups, ...rest] }
    }
  }
  return budget.spend((MAX_STEPS - state.steps) >> 3) ? result : undefined
}

function groupText(state: State, index: number): string | undefined {
  const start = state.starts[index]
  const end = state.ends[index]
  return start === undefined || end === undefined ? undefined : state.text.slice(start, end)
}

/** All matches that do not overlap; undefined where it costs too much. */
export function searchAll(regex: CompiledRegex, text: string, most: number, budget: Budget): Match[] | undefined {
  const found: Match[] = []
  for (let at = 0; at <= text.length && found.length < most;) {
    const match = search(regex, text, at, budget)
    if (match === undefined) return undefined
    if (match === null) break
    found.push(match)
    at = match.end > match.start ? match.end : match.end + 1
  }
  return found
}

function compile(node: Regex): Step {
  switch (node.kind) {
    case 'char':
      return (state, at, then) => {
        const next = afterChar(state, at, node.matches)
        return next !== -1 && then(next)
      }
    case 'sequence':
      return runsOf(node.parts).reduceRight<Step>(
        (rest, part) => (state, at, then) => deeper(state, () => part(state, at, (next) => rest(state, next, then))),
        (_state, at, then) => then(at),
      )
    case 'either': {
      const arms = node.arms.map(compile)
      return (state, at, then) => arms.some((arm) => pay(state) && arm(state, at, then))
    }
    case 'repeat':
      return node.part.kind === 'char' ? repeatChar(node, node.part.matches) : repeatPart(node, compile(node.part))
    case 'group':
      return group(compile(node.part), node.index)
    case 'look': {
      const part = compile(node.part)
      return (state, at, then) => look(state, at, part, node.ahead) !== node.negated && then(at)
    }
    case 'back':
      return (state, at, then) => {
        const text = groupText(state, node.index)
        return text !== undefined && pay(state) && state.text.startsWith(text, at) && then(at + text.length)
      }
    case 'assert':
      return (state, at, then) => pay(state) && node.holds(state.text, at) && then(at)
  }
}

/** The steps of a sequence; single characters in a row are one. */
function runsOf(parts: readonly Regex[]): Step[] {
  const steps: Step[] = []
  let run: ((char: string) => boolean)[] = []
  const close = (): void => {
    const chars = run
    if (chars.length > 0)
      steps.push((state, from, then) => {
        let at = from
        for (const matches of chars) if ((at = afterChar(state, at, matches)) === -1) return false
        return then(at)
      })
    run = []
  }
  for (const part of parts) {
    if (part.kind === 'char') run.push(part.matches)
    else {
      close()
      steps.push(compile(part))
    }
  }
  close()
  return steps
}

function pay(state: State): boolean {
  return --state.steps > 0
}

function deeper(state: State, step: () => boolean): boolean {
  if (++state.depth > MAX_NESTING) state.steps = 0
  const matched = state.steps > 0 && step()
  state.depth--
  return matched
}

function afterChar(state: State, at: number, matches: (char: string) => boolean): number {
  if (at >= state.text.length || !pay(state)) return -1
  const code = state.text.codePointAt(at) ?? 0
  const width = code > 0xffff ? 2 : 1
  return matches(String.fromCodePoint(code)) ? at + width : -1
}

function group(part: Step, index: number | undefined): Step {
  if (index === undefined) return part
  return (state, at, then) => {
    const start = state.starts[index]
    const end = state.ends[index]
    const matched = part(state, at, (next) => {
      const [oldStart, oldEnd] = [state.starts[index], state.ends[index]]
      state.starts[index] = at
      state.ends[index] = next
      if (then(next)) return true
      state.starts[index] = oldStart
      state.ends[index] = oldEnd
      return false
    })
    if (!matched) {
      state.starts[index] = start
      state.ends[index] = end
    }
    return matched
  }
}

/** A single character repeated: no recursion. */
function repeatChar(node: Extract<Regex, { kind: 'repeat' }>, matches: (char: string) => boolean): Step {
  return (state, from, then) => {
    const ends = [from]
    let at = from
    const grow = (): boolean => {
      if (ends.length - 1 >= node.most) return false
      at = afterChar(state, at, matches)
      if (at === -1) return false
      ends.push(at)
      return true
    }
    while (ends.length <= node.least) if (!grow()) return false
    if (node.lazy) {
      for (;;) {
        if (then(ends.at(-1) ?? from)) return true
        if (state.steps <= 0 || !grow()) return false
      }
    }
    while (grow());
    for (let count = ends.length - 1; count >= node.least; count--) {
      if (state.steps <= 0) return false
      if (then(ends[count] ?? from)) return true
    }
    return false
  }
}

function repeatPart(node: Extract<Regex, { kind: 'repeat' }>, part: Step): Step {
  const again = (state: State, at: number, count: number, then: Continue): boolean => {
    if (!pay(state)) return false
    const more = (): boolean => {
      if (count >= node.most) return false
      return deeper(state, () =>
        part(state, at, (next) => (next > at || count < node.least) && again(state, next, count + 1, then)),
      )
    }
    if (count < node.least) return more()
    return node.lazy ? then(at) || more() : more() || then(at)
  }
  return (state, at, then) => again(state, at, 0, then)
}

function look(state: State, at: number, part: Step, ahead: boolean): boolean {
  if (ahead) return part(state, at, () => true)
  for (let start = at; start >= 0 && pay(state); start--) if (part(state, start, (end) => end === at)) return true
  return false
}
