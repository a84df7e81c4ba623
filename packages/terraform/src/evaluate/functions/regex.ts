import { list, nullAt, object, text, unresolved } from '../make.ts'
import { compileRegex, findMatches, type Match, type Regex } from '../regex/match.ts'
import type { Entry, StringValue, Value } from '../value.ts'
import { withKnown, type Builtin, type Builtins } from './signature.ts'

type Use = (regex: Regex, subject: StringValue, at: Value['at']) => Value | undefined

/** A function of a pattern and a text. A pattern that is none, or costs too much, is not computed. */
function ofPattern(name: string, use: Use): Builtin {
  return (args, { at }) =>
    withKnown(args, at, ([pattern, subject]) => {
      if (pattern?.kind !== 'string' || subject?.kind !== 'string') return undefined
      const regex = compileRegex(pattern.value)
      return regex === undefined ? unresolved(`${name}()`, at) : use(regex, subject, at)
    })
}

/** Without groups the match, with groups what they hold, by their names where they have some. */
function captured({ groups }: Regex, { slots }: Match, { value, at }: StringValue): Value | undefined {
  const part = (index: number): Value => {
    const start = slots[index * 2] ?? -1
    const end = slots[index * 2 + 1] ?? -1
    return start < 0 || end < 0 ? nullAt(at) : text(value.slice(start, end), at)
  }
  if (groups.length === 0) return part(0)
  const named = groups.filter((name) => name !== undefined).length
  if (named === 0)
    return list(
      groups.map((_, index) => part(index + 1)),
      at,
    )
  if (named < groups.length) return undefined
  const entries = new Map<string, Entry>()
  for (const [index, name] of groups.entries()) entries.set(name ?? '', { key: at, value: part(index + 1) })
  return object(entries, at)
}

/** `replace` with a pattern; `$1` and `${name}` stand for groups. Undefined where it would cost too much. */
export function replaceMatches(source: string, value: string, replacement: string): string | undefined {
  const regex = compileRegex(source)
  const matches = regex === undefined ? undefined : findMatches(regex, value, true)
  if (regex === undefined || matches === undefined) return undefined
  let out = ''
  let past = 0
  for (const { slots } of matches) {
    const [start = 0, end = 0] = slots
    out += value.slice(past, start) + expanded(replacement, regex, slots, value)
    past = end
    if (out.length > 4_000_000) return undefined
  }
  return out + value.slice(past)
}

function expanded(replacement: string, { groups }: Regex, slots: readonly number[], value: string): string {
  return replacement.replaceAll(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (whole, plain: string | undefined, braced: string | undefined) => {
      if (whole === '$$') return '$'
      const name = plain ?? braced ?? ''
      const index = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1
      const start = slots[index * 2] ?? -1
      return start < 0 || (index === 0 && !/^\d+$/.test(name)) ? '' : value.slice(start, slots[index * 2 + 1])
    },
  )
}

/** Functions of regular expressions. */
export const regexes: Builtins = {
  regex: ofPattern('regex', (regex, subject, at) => {
    const matches = findMatches(regex, subject.value, false)
    if (matches === undefined) return unresolved('regex()', at)
    const [first] = matches
    return first === undefined ? undefined : captured(regex, first, subject)
  }),
  regexall: ofPattern('regexall', (regex, subject, at) => {
    const matches = findMatches(regex, subject.value, true)
    if (matches === undefined) return unresolved('regexall()', at)
    const items = matches.map((match) => captured(regex, match, subject))
    return items.every((item) => item !== undefined) ? list(items, subject.at, 'list') : undefined
  }),
}
