import type { Condition } from '@breakwater/core'
import { loopOf, membersOf, textOf, valueOf } from '../cloud/readings.ts'
import type { UnknownValue, Value } from '../evaluate/value.ts'
import { unknown } from '../evaluate/make.ts'
import { blocksOf } from '../project/read.ts'
import { once } from '../once.ts'
import type { Command } from './pieces.ts'
import { parsePattern, type Pattern, type Scope, type Spellings } from './pattern.ts'

/** How arguments of a resource become commands. */
export interface Row {
  /** What documentation says: paths of arguments, such as `vty.first`, and the command that they become. */
  readonly lines: readonly { readonly reads: readonly string[]; readonly command: string }[]
  /** Whether there may be any number of what it says. */
  readonly many: boolean
  readonly commands: (scope: Scope, when: readonly Condition[]) => readonly Command[]
}

/** A resource of the provider. */
export interface ResourceTable {
  /** The command that opens the section of all rows. */
  readonly opens?: string
  /** Arguments that tell one such thing of a device from another; without them a device has one. */
  readonly key?: readonly string[]
  readonly rows: readonly Row[]
  /** Arguments that no setting of hardening depends on, at any depth; `name*` is all that begin so. */
  readonly silent?: readonly string[]
}

/** What documentation says of a resource. */
export function linesOf({ opens, rows }: ResourceTable): Row['lines'] {
  const header = opens === undefined ? [] : [parsePattern(opens)].map(({ reads, shown }) => ({ reads, command: shown }))
  return [...header, ...rows.flatMap(({ lines }) => lines)]
}

/** The paths of all arguments that are read, and of what holds them: it may be all that is known. */
export function readsOf(table: ResourceTable): ReadonlySet<string> {
  const paths = linesOf(table).flatMap(({ reads }) => reads)
  return new Set(paths.flatMap((path) => path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))))
}

/** A truth value: the command, or its `no` form. What nobody knows, nobody says. */
export function flag(name: string, command: string): Row {
  return {
    lines: [{ reads: [name], command: `[no] ${command}` }],
    many: false,
    commands: ({ body }, when) => truths(valueOf(body, name), when, command, `no ${command}`),
  }
}

/** A truth value that says something only where it is true. */
export function when(name: string, command: string): Row {
  return {
    lines: [{ reads: [name], command }],
    many: false,
    commands: ({ body }, conditions) => truths(valueOf(body, name), conditions, command, undefined),
  }
}

function truths(
  value: Value | undefined,
  conditions: readonly Condition[],
  yes: string,
  no: string | undefined,
): readonly Command[] {
  return membersOf(value).flatMap((one) => {
    const text = textOf(one)
    const words = text === 'true' ? yes : text === 'false' ? no : undefined
    // The value is the place of all that the command says; its own text is no word of it.
    return words === undefined ? [] : [{ words: [words], at: one.at, when: [...conditions, ...(one.at.when ?? [])] }]
  })
}

/** A command by its pattern. */
export function command(pattern: string, spellings: Spellings = {}): Row {
  const parsed = parsePattern(pattern, spellings)
  const lines = once(() => [{ reads: parsed.reads, command: parsed.shown }])
  return {
    get lines() {
      return lines()
    },
    many: false,
    commands: (scope, conditions) => commandOf(parsed, scope, conditions),
  }
}

/** Values that can be one of several make a command for each. */
const MOST_ARMS = 8

export function commandOf(pattern: Pattern, scope: Scope, when: readonly Condition[]): readonly Command[] {
  const words = pattern.words(scope)
  return words === undefined ? [] : chosen({ words, at: scope.body.at, when })
}

function chosen(command: Command): readonly Command[] {
  const { words, when } = command
  const index = words.findIndex((word) => typeof word !== 'string' && isChoice(word))
  const word = words[index]
  if (word === undefined || typeof word === 'string') return [command]
  return membersOf(word).flatMap((one) =>
    chosen({ ...command, words: words.with(index, one), when: [...when, ...(one.at.when ?? [])] }),
  )
}

function isChoice(value: Value): value is UnknownValue {
  return value.kind === 'unknown' && value.oneOf !== undefined && value.oneOf.length <= MOST_ARMS
}

/** A list of texts as the words of one command. */
export function listed(name: string, start: string): Row {
  return {
    lines: [{ reads: [name], command: `${start} <${name}>` }],
    many: false,
    commands: ({ body }, conditions) => {
      const members = membersOf(valueOf(body, name))
      if (members.length === 0) return []
      const words = members.flatMap((value): readonly (string | Value)[] => [' ', value])
      return [{ words: [start, ...words], at: body.at, when: conditions }]
    },
  }
}

/** Each text of a list in a command of its own. */
export function eachText(name: string, start: string, end = ''): Row {
  return {
    lines: [{ reads: [name], command: `${start} <${name}>${end}` }],
    many: true,
    commands: ({ body }, conditions) =>
      membersOf(valueOf(body, name)).map((value) => ({
        words: [start === '' ? '' : `${start} `, value, end],
        at: body.at,
        when: [...conditions, ...(value.at.when ?? [])],
      })),
  }
}

/** The words of those truth values that are true, in one command. */
export function whichever(start: string, words: Readonly<Record<string, string>>): Row {
  const names = Object.keys(words)
  return {
    lines: [{ reads: names, command: `${start} ${Object.values(words).join('|')}` }],
    many: false,
    commands: ({ body }, conditions) => {
      const said = names.flatMap((name): readonly (string | Value)[] => {
        const value = valueOf(body, name)
        if (value?.kind === 'unknown') return [' ', value]
        if (value === undefined || textOf(value) !== 'true') return []
        const { at, sensitive } = value
        return [' ', { kind: 'string', value: words[name] ?? name, at, sensitive }]
      })
      return said.length === 0 ? [] : [{ words: [start, ...said], at: body.at, when: conditions }]
    },
  }
}

/** A command of which values may have any number of words. */
export function phrase(pattern: string): Row {
  const parsed = parsePattern(pattern)
  const lines = once(() => [{ reads: parsed.reads, command: parsed.shown }])
  return {
    get lines() {
      return lines()
    },
    many: false,
    commands: (scope, conditions) =>
      commandOf(parsed, scope, conditions)
        .filter(({ words }) => words.every((word) => typeof word === 'string' || !(textOf(word) ?? '').includes('\n')))
        .map((one) => ({ ...one, free: true })),
  }
}

/** A text of any number of words and lines between delimiters. */
export function banner(name: string, start: string): Row {
  return {
    lines: [{ reads: [name], command: `${start} <${name}>` }],
    many: false,
    commands: ({ body }, conditions) => {
      const value = valueOf(body, name)
      if (value === undefined || (textOf(value) ?? '').includes('^C')) return []
      return [{ words: [`${start} ^C\n`, value, '\n^C'], at: body.at, when: conditions, free: true }]
    },
  }
}

/** Objects of a list, each by rows of its own, below a header where there is one. Those out of view are a line that nobody knows. */
export function each(name: string, rows: readonly Row[], header?: string): Row {
  const opens = header === undefined ? undefined : parsePattern(header)
  const lines = once((): Row['lines'] => {
    const own = opens === undefined ? [] : [{ reads: opens.reads, command: opens.shown }]
    return [...own, ...rows.flatMap((row) => row.lines)].map(({ reads, command: text }) => ({
      reads: reads.map((path) => (path.startsWith('^') ? path.slice(1) : `${name}.${path}`)),
      command: text,
    }))
  })
  return {
    get lines() {
      return lines()
    },
    many: true,
    commands: (scope, conditions) => {
      const { blocks, rest } = blocksOf(scope.body, name)
      const open = rest === undefined ? [] : [{ words: [unknown(rest.why, rest.at)], at: rest.at, when: conditions }]
      const found = blocks.flatMap(({ body, repeats }) => {
        const here = [...conditions, ...loopOf(repeats)]
        const inner: Scope = { body, around: scope }
        const all = rows.flatMap((row) => row.commands(inner, here))
        const said = repeats === undefined ? all : all.filter((one) => isTold(one) || isOpening(one))
        if (opens === undefined) return said
        const [opened] = commandOf(opens, inner, here)
        if (opened === undefined || (repeats !== undefined && ![opened, ...said].some(isTold))) return []
        return [opened, ...said.map(indented)]
      })
      return [...found, ...open]
    },
  }
}

/** Rows in a section of their own, which is there where one of them says something. */
export function section(header: string, rows: readonly Row[]): Row {
  const opens = parsePattern(header)
  const lines = once(() => [{ reads: opens.reads, command: opens.shown }, ...rows.flatMap((row) => row.lines)])
  return {
    get lines() {
      return lines()
    },
    many: rows.some(({ many }) => many),
    commands: (scope, conditions) => {
      const said = rows.flatMap((row) => row.commands(scope, conditions))
      const [opened] = commandOf(opens, scope, conditions)
      return opened === undefined || said.length === 0
        ? []
        : [{ ...opened, at: said[0]?.at ?? opened.at }, ...said.map(indented)]
    },
  }
}

/** Whether it is a line that nobody knows, outside of any section: the device has more of those anyway. */
export function isOpening({ words: [word, ...more] }: Command): boolean {
  return more.length === 0 && typeof word !== 'string' && word?.kind === 'unknown'
}

/** Whether the source says a word of it. Of what there may be none, a command of nothing but holes tells nothing. */
export function isTold({ words }: Command): boolean {
  const values = words.filter((word) => typeof word !== 'string')
  return values.length === 0 || values.some(({ kind }) => kind !== 'unknown')
}

export function indented(command: Command): Command {
  return { ...command, words: [' ', ...command.words] }
}
