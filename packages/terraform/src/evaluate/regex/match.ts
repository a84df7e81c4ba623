import { parsePattern, type Assertion, type Pattern } from './pattern.ts'

type Instruction =
  | { readonly kind: 'char'; readonly test: (point: number) => boolean }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'match' }

/** A compiled expression. It is matched in time linear in the text: nothing is tried twice. */
export interface Regex {
  readonly program: readonly Instruction[]
  readonly groups: readonly (string | undefined)[]
}

/** A match: units of the text where the whole and each group begin and end; -1 for a group that took no part. */
export interface Match {
  readonly slots: readonly number[]
}

const LONGEST_PROGRAM = 10_000
/** Instructions times characters: what a match may cost. */
const MOST_WORK = 30_000_000

export function compileRegex(source: string): Regex | undefined {
  const parsed = parsePattern(source)
  if (parsed === undefined) return undefined
  const program: Instruction[] = []
  emit({ kind: 'group', item: parsed.pattern, index: 0 }, program)
  program.push({ kind: 'match' })
  return program.length > LONGEST_PROGRAM ? undefined : { program, groups: parsed.groups }
}

function emit(pattern: Pattern, program: Instruction[]): void {
  if (program.length > LONGEST_PROGRAM) return
  switch (pattern.kind) {
    case 'char':
      program.push(pattern)
      return
    case 'assert':
      program.push(pattern)
      return
    case 'sequence':
      for (const item of pattern.items) emit(item, program)
      return
    case 'group':
      program.push({ kind: 'save', slot: pattern.index * 2 })
      emit(pattern.item, program)
      program.push({ kind: 'save', slot: pattern.index * 2 + 1 })
      return
    case 'choice':
      emitChoice(pattern.items, program)
      return
    case 'repeat':
      emitRepeat(pattern, program)
  }
}

function emitChoice(items: readonly Pattern[], program: Instruction[]): void {
  const ends: number[] = []
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1
    const split = program.length
    if (!isLast) program.push({ kind: 'jump', to: 0 })
    emit(item, program)
    if (isLast) continue
    ends.push(program.length)
    program.push({ kind: 'jump', to: 0 })
    program[split] = { kind: 'split', first: split + 1, second: program.length }
  }
  for (const end of ends) program[end] = { kind: 'jump', to: program.length }
}

function emitRepeat({ item, least, most, greedy }: Pattern & { kind: 'repeat' }, program: Instruction[]): void {
  for (let count = 0; count < least; count++) emit(item, program)
  const split = (at: number, body: number, behind: number): void => {
    program[at] = greedy
      ? { kind: 'split', first: body, second: behind }
      : { kind: 'split', first: behind, second: body }
  }
  if (most === Number.POSITIVE_INFINITY) {
    const start = program.length
    program.push({ kind: 'jump', to: 0 })
    emit(item, program)
    program.push({ kind: 'jump', to: start })
    split(start, start + 1, program.length)
    return
  }
  const splits: number[] = []
  for (let count = least; count < most && program.length <= LONGEST_PROGRAM; count++) {
    splits.push(program.length)
    program.push({ kind: 'jump', to: 0 })
    emit(item, program)
  }
  for (const at of splits) split(at, at + 1, program.length)
}

interface Thread {
  readonly at: number
  readonly slots: readonly number[]
}

/** The matches of a text, the first or all, leftmost first; undefined where they would cost too much. */
export function findMatches(regex: Regex, text: string, all: boolean): readonly Match[] | undefined {
  const { program } = regex
  const budget = { left: MOST_WORK }
  const found: Match[] = []
  let from = 0
  let lastEnd = -1
  while (from <= text.length) {
    const slots = matchFrom(program, text, from, budget)
    if (budget.left <= 0) return undefined
    if (slots === undefined) return found
    const [start = 0, end = 0] = slots
    // An empty match right behind another is none.
    if (!(start === end && start === lastEnd)) found.push({ slots })
    if (!all) return found
    lastEnd = end
    from = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xff_ff ? 2 : 1)
  }
  return found
}

function matchFrom(
  program: readonly Instruction[],
  text: string,
  from: number,
  budget: { left: number },
): readonly number[] | undefined {
  let threads: Thread[] = []
  let matched: readonly number[] | undefined
  budget.left -= program.length
  const seen = new Int32Array(program.length).fill(-1)
  for (let pos = from; ;) {
    if (matched === undefined) add(program, threads, 0, [], text, pos, seen, pos)
    if (threads.length === 0) return matched
    budget.left -= threads.length + 1
    if (budget.left <= 0) return undefined
    const point = text.codePointAt(pos)
    const width = point !== undefined && point > 0xff_ff ? 2 : 1
    const next: Thread[] = []
    for (const { at, slots } of threads) {
      const instruction = program[at] as Instruction
      if (instruction.kind === 'match') {
        matched = slots
        break
      }
      if (instruction.kind === 'char' && point !== undefined && instruction.test(point)) {
        add(program, next, at + 1, slots, text, pos + width, seen, pos + width)
      }
    }
    if (point === undefined) return matched
    threads = next
    pos += width
  }
}

/** Adds the threads that an instruction leads to without reading a character, the preferred first. */
function add(
  program: readonly Instruction[],
  threads: Thread[],
  start: number,
  first: readonly number[],
  text: string,
  pos: number,
  seen: Int32Array,
  mark: number,
): void {
  const stack: Thread[] = [{ at: start, slots: first }]
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    const { at, slots } = thread
    if (seen[at] === mark) continue
    seen[at] = mark
    const instruction = program[at] as Instruction
    switch (instruction.kind) {
      case 'jump':
        stack.push({ at: instruction.to, slots })
        break
      case 'split':
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots })
        break
      case 'save': {
        const changed = [...slots]
        while (changed.length <= instruction.slot) changed.push(-1)
        changed[instruction.slot] = pos
        stack.push({ at: at + 1, slots: changed })
        break
      }
      case 'assert':
        if (holds(instruction.what, text, pos)) stack.push({ at: at + 1, slots })
        break
      case 'char':
      case 'match':
        threads.push(thread)
    }
  }
}

function isWordAt(text: string, pos: number): boolean {
  return /\w/.test(text.charAt(pos))
}

function holds(what: Assertion, text: string, pos: number): boolean {
  switch (what) {
    case 'text-start':
      return pos === 0
    case 'text-end':
      return pos === text.length
    case 'line-start':
      return pos === 0 || text[pos - 1] === '\n'
    case 'line-end':
      return pos === text.length || text[pos] === '\n'
    case 'boundary':
      return isWordAt(text, pos - 1) !== isWordAt(text, pos)
    case 'no-boundary':
      return isWordAt(text, pos - 1) === isWordAt(text, pos)
  }
}
