import type { Condition } from '@breakwater/core'
import { loopOf, membersOf, textOf, valueOf } from '../../cloud/readings.ts'
import type { Value } from '../../evaluate/value.ts'
import type { Body } from '../../project/project.ts'
import { blocksOf } from '../../project/read.ts'
import type { Command } from '../pieces.ts'

/** How arguments of a resource become commands. */
export interface Row {
  /** Paths of arguments, such as `vty.first`; the first one makes the row apply. */
  readonly reads: readonly string[]
  readonly commands: (body: Body, when: readonly Condition[]) => readonly Command[]
}

/** A truth value: the command, or its `no` form. What nobody knows, nobody says. */
export function flag(name: string, command: string): Row {
  return {
    reads: [name],
    commands: (body, when) =>
      membersOf(valueOf(body, name)).flatMap((value) => {
        const text = textOf(value)
        if (text !== 'true' && text !== 'false') return []
        const spoken = text === 'true' ? command : `no ${command}`
        return [at(value, [spoken], when)]
      }),
  }
}

/** A truth value that says something only where it is true. */
export function when(name: string, command: string): Row {
  const both = flag(name, command)
  return {
    reads: both.reads,
    commands: (body, conditions) => (textOf(valueOf(body, name)) === 'true' ? both.commands(body, conditions) : []),
  }
}

/**
 * A command whose `<name>` are arguments; a part in brackets is left out where its argument is not set, one that
 * begins with `?name` where that is not true. One that begins with `!` the device may have all the same: it is a hole then.
 */
export function command(pattern: string): Row {
  const parts = pattern.split(/(\[[^\]]*\])/)
  const reads = [...pattern.matchAll(/<(\w+)>|\[\?(\w+)/g)].map((match) => match[1] ?? match[2] ?? '')
  const required = [
    ...parts
      .filter((part) => !part.startsWith('['))
      .join('')
      .matchAll(/<(\w+)>/g),
  ].map((match) => match[1] ?? '')
  return {
    reads,
    commands: (body, conditions) => {
      if (required.some((name) => valueOf(body, name) === undefined)) return []
      const words = parts.flatMap((part): readonly (string | Value)[] => {
        const [, truth, spoken] = /^\[\?(\w+)( .*)\]$/.exec(part) ?? []
        if (truth !== undefined && spoken !== undefined) return textOf(valueOf(body, truth)) === 'true' ? [spoken] : []
        const [, mark = '', text = part] = /^\[(!?)(.*)\]$/.exec(part) ?? []
        const names = [...text.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? '')
        if (names.every((name) => valueOf(body, name) !== undefined)) return wordsOf(text, body)
        return mark === ''
          ? []
          : [' ', { kind: 'unknown', why: { kind: 'not-in-view' }, at: body.at, sensitive: false }]
      })
      return [{ words, at: body.at, when: conditions }]
    },
  }
}

function wordsOf(text: string, body: Body): readonly (string | Value)[] {
  return text.split(/(<\w+>)/).flatMap((part): readonly (string | Value)[] => {
    if (!part.startsWith('<')) return part === '' ? [] : [part]
    const value = valueOf(body, part.slice(1, -1))
    return value === undefined ? [] : [value]
  })
}

/** A list of texts as the words of one command. */
export function listed(name: string, start: string): Row {
  return {
    reads: [name],
    commands: (body, conditions) => {
      const members = membersOf(valueOf(body, name))
      if (members.length === 0) return []
      const words = members.flatMap((value): readonly (string | Value)[] => [' ', value])
      return [{ words: [start, ...words], at: body.at, when: conditions }]
    },
  }
}

/** A text of any number of words and lines between delimiters. */
export function banner(name: string, start: string): Row {
  return {
    reads: [name],
    commands: (body, conditions) => {
      const value = valueOf(body, name)
      if (value === undefined || (textOf(value) ?? '').includes('^C')) return []
      return [{ words: [`${start} ^C\n`, value, '\n^C'], at: body.at, when: conditions, free: true }]
    },
  }
}

/** Objects of a list, each by rows of its own, below a header where there is one. */
export function each(name: string, rows: readonly Row[], header?: Row): Row {
  const within = [...(header?.reads ?? []), ...rows.flatMap(({ reads }) => reads)].map((path) => `${name}.${path}`)
  return {
    reads: [name, ...within],
    commands: (body, conditions) =>
      blocksOf(body, name).blocks.flatMap(({ body: item, repeats }) => {
        const here = [...conditions, ...loopOf(repeats)]
        const own = rows.flatMap((row) => row.commands(item, here))
        if (header === undefined) return own
        const [opened] = header.commands(item, here)
        return opened === undefined ? [] : [opened, ...own.map((one) => ({ ...one, words: [' ', ...one.words] }))]
      }),
  }
}

function at(value: Value, words: readonly string[], conditions: readonly Condition[]): Command {
  // The value is the place of all that the command says; its own text is no word of it.
  return { words, at: value.at, when: [...conditions, ...(value.at.when ?? [])] }
}
