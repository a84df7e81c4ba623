import type { Origin, Reason } from '@breakwater/core'
import { string, type Data, type DictData } from '../data.ts'
import { parseCommand, type CommandNode } from './command.ts'
import type { CommandLines, Part } from './lines.ts'
import type { Effect, ParameterRow } from './module.ts'
import { given, isKnown } from './state.ts'

interface Context {
  readonly value: Data
  readonly around: Context | undefined
  readonly at: Origin
}

/** Enters the commands of some parameters. */
export function enterRows(
  rows: readonly ParameterRow[],
  value: Data,
  at: Origin,
  effect: Effect,
  to: CommandLines,
): void {
  enter(rows, { value, around: undefined, at: value.at ?? at }, 0, effect, to)
}

function enter(rows: readonly ParameterRow[], context: Context, depth: number, effect: Effect, to: CommandLines): void {
  const no = effect === 'remove' || effect === 'purge'
  for (const row of rows) {
    for (const found of contextsOf(row.path, context)) {
      if ('why' in found) {
        if (!no) to.open(depth, found.why, found.at)
        continue
      }
      if (row.command !== undefined) {
        const parts =
          row.parts === undefined
            ? partsOf(parseCommand(row.command), found)
            : row.parts(found.value, effect, found.around?.value)
        const entered = parts === undefined || !no ? parts : negated(parts)
        if (entered !== undefined) to.add(depth, entered, found.at)
      }
      if (row.section !== undefined) enterSection(row, row.section, found, depth, effect, to)
      else if (row.rows !== undefined) enter(row.rows, found, depth, effect, to)
    }
  }
  const { value } = context
  if ((value.kind === 'dict' || value.kind === 'list') && value.open !== undefined && !no)
    to.open(depth, value.open, context.at)
}

function enterSection(
  { rows = [], resets = [], removable, header: make }: ParameterRow,
  section: string,
  found: Context,
  depth: number,
  effect: Effect,
  to: CommandLines,
): void {
  const header =
    make === undefined ? partsOf(parseCommand(section), found) : make(found.value, effect, found.around?.value)
  if (header === undefined) return
  const isRemoved = effect === 'remove' || effect === 'purge'
  if (effect === 'purge' || (effect === 'remove' && removable)) return to.add(depth, ['no ', ...header], found.at)
  const isAnew = effect === 'replace' || effect === 'override'
  if (isAnew && removable) to.add(depth, ['no ', ...header], found.at)
  if (isRemoved && resets.length === 0) return
  to.add(depth, header, found.at)
  // What nobody knows may state again what a reset would take away.
  if (isRemoved || (isAnew && isKnown(found.value))) for (const reset of resets) to.add(depth + 1, [reset], found.at)
  if (!isRemoved) enter(rows, found, depth + 1, effect, to)
}

type Found = Context | { readonly why: Reason; readonly at: Origin }

function contextsOf(path: string, context: Context): Found[] {
  let found: Found[] = [context]
  for (const step of path === '' ? [] : path.split('.')) {
    const isEach = step.endsWith('[]')
    const name = isEach ? step.slice(0, -2) : step
    found = found.flatMap((one) => {
      if ('why' in one) return [one]
      const value = name === '' ? one.value : member(one.value, name)
      if (value === undefined) return []
      if (value.kind === 'unknown') return [{ why: value.why, at: value.at ?? one.at }]
      const around = name === '' ? one.around : one
      if (!isEach) return [{ value, around, at: value.at ?? one.at }]
      // A single item does for a list of one.
      const items = value.kind === 'list' ? value.items : [value]
      const each: Found[] = items.map((item) =>
        item.kind === 'unknown' && item.pieces === undefined
          ? { why: item.why, at: item.at ?? one.at }
          : { value: item, around: one, at: item.at ?? value.at ?? one.at },
      )
      if (value.kind === 'list' && value.open !== undefined) each.push({ why: value.open, at: value.at ?? one.at })
      return each
    })
  }
  return found
}

/** A member that is there; a boolean that is false is. */
function member(data: Data, name: string): Data | undefined {
  return data.kind === 'dict' ? given(data, name) : undefined
}

/** The words of a command, or undefined where a value that it needs is not there. */
function partsOf(nodes: readonly CommandNode[], context: Context): Part[] | undefined {
  const parts: Part[] = []
  for (const node of nodes) {
    const filled = fill(node, context)
    if (filled === undefined) return undefined
    parts.push(...filled)
  }
  return parts
}

function fill(node: CommandNode, context: Context): readonly Part[] | undefined {
  switch (node.kind) {
    case 'text':
      return [node.text]
    case 'optional':
      return partsOf(node.nodes, context) ?? []
    case 'value': {
      const value = valueOf(node.names, context)
      if (value === undefined || (value.kind === 'string' && value.value === ''))
        return node.fallback === undefined ? undefined : [node.fallback]
      return [value]
    }
    case 'choice': {
      const value = valueOf([node.name], context)
      if (value === undefined) return node.equal === undefined || node.other === undefined ? undefined : [node.other]
      // A flag that nobody knows stands for a word that nobody knows.
      if (value.kind === 'unknown') return [value]
      const holds = node.equal === undefined ? isTrue(value) : textOf(value) === node.equal
      const text = holds ? node.yes : node.other
      return text === undefined ? undefined : [wordsOf(text, value)]
    }
  }
}

function valueOf(names: readonly string[], context: Context): Data | undefined {
  for (const name of names) {
    let at: Context | undefined = context
    let path = name
    while (path.startsWith('^')) {
      at = at?.around
      path = path.slice(1)
    }
    let value: Data | undefined = at?.value
    for (const step of path === '.' ? [] : path.split('.'))
      value = value === undefined || value.kind === 'unknown' ? value : member(value, step)
    if (value !== undefined && value.kind !== 'null') return value
  }
  return undefined
}

/** Words that a parameter stands for: who wants others changes the parameter. */
export function wordsOf(text: string, { at }: Data): Part {
  return at === undefined || text === '' ? text : string(text, at, [{ text, at, deps: [], hole: undefined }])
}

function textOf(value: Data): string | undefined {
  return value.kind === 'string' || value.kind === 'int' ? String(value.value) : undefined
}

function isTrue(value: Data): boolean {
  switch (value.kind) {
    case 'bool':
      return value.value
    case 'string':
      return /^(?:yes|true|on|1|y|t|enable|enabled)$/i.test(value.value)
    case 'int':
    case 'float':
      return Number(value.value) !== 0
    case 'dict':
    case 'list':
      return true
    case 'null':
    case 'undefined':
    case 'unknown':
    case 'callable':
      return false
  }
}

/** Takes a command back; what was a `no` itself leaves nothing to take back. */
function negated(parts: readonly Part[]): readonly Part[] | undefined {
  const first = parts.find((part) => part !== '')
  const text = typeof first === 'string' ? first : first?.kind === 'string' ? first.value : ''
  return text.startsWith('no ') ? undefined : ['no ', ...parts]
}

/** The dictionary that holds a module's parameters, or what stands in its place. */
export function rootOf(args: DictData, root: string): Data | undefined {
  return root === '' ? args : member(args, root)
}
