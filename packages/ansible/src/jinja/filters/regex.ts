import { list, NULL, string, type Data } from '../../data.ts'
import type { Args, Calls, Filter } from '../calls.ts'
import { MAX_TEXT } from '../methods.ts'
import { printText } from '../print.ts'
import { compileRegex, search, searchAll, type CompiledRegex, type Match } from '../regex/match.ts'

function regexOf(args: Args, ignorecase: number, multiline: number): CompiledRegex | undefined {
  const pattern = args.string(0, 'pattern') ?? args.string(0, 'regex')
  const flags = `${args.flag(ignorecase, 'ignorecase', false) ? 'i' : ''}${args.flag(multiline, 'multiline', false) ? 'm' : ''}`
  return pattern === undefined ? undefined : compileRegex(pattern, flags)
}

const replace: Filter = (target, args, { run }) => {
  const text = printText(target)
  const regex = regexOf(args, 2, 3)
  const replacement = args.string(1, 'replacement') ?? ''
  const count = args.int(9, 'count') ?? 0
  if (text === undefined || regex === undefined) return undefined
  const matches = searchAll(regex, text, count > 0 ? count : Number.POSITIVE_INFINITY, run)
  if (matches === undefined) return undefined
  let out = ''
  let done = 0
  for (const match of matches) {
    const expanded = expand(replacement, match, regex)
    if (expanded === undefined || out.length > MAX_TEXT) return undefined
    out += text.slice(done, match.start) + expanded
    done = match.end
  }
  return string(out + text.slice(done), target.at)
}

/** `\1` and `\g<name>` of a replacement. */
function expand(replacement: string, match: Match, regex: CompiledRegex): string | undefined {
  let failed = false
  const out = replacement.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|([\s\S]))/g,
    (_, name: string | undefined, digits: string | undefined, other: string) => {
      if (digits === undefined && name === undefined)
        return other === 'n' ? '\n' : other === 't' ? '\t' : other === '\\' ? '\\' : `\\${other}`
      const index =
        digits !== undefined ? Number(digits) : /^\d+$/.test(name ?? '') ? Number(name) : regex.names.get(name ?? '')
      if (index === undefined || index > regex.groups) failed = true
      return match.groups[index ?? 0] ?? ''
    },
  )
  return failed ? undefined : out
}

const find: Filter = (target, args, { run }) => {
  const text = printText(target)
  const regex = regexOf(args, 98, 99)
  if (text === undefined || regex === undefined) return undefined
  const match = search(regex, text, 0, run)
  if (match === undefined) return undefined
  const wanted = args.positional.slice(1)
  if (match === null) return NULL
  const groups: Data[] = []
  for (const arg of wanted) {
    const name = arg.kind === 'string' ? /^\\(?:g<)?(\w+)>?$/.exec(arg.value)?.[1] : undefined
    const index = name === undefined ? undefined : /^\d+$/.test(name) ? Number(name) : regex.names.get(name)
    if (index === undefined) return undefined
    const group = match.groups[index]
    groups.push(group === undefined ? NULL : string(group, target.at))
  }
  return groups.length === 0 ? string(match.groups[0] ?? '', target.at) : list(groups)
}

function findAll(target: Data, args: Args, { run }: Calls): Data | undefined {
  const text = printText(target)
  const regex = regexOf(args, 2, 1)
  if (text === undefined || regex === undefined) return undefined
  const matches = searchAll(regex, text, 100_000, run)
  return matches === undefined
    ? undefined
    : list(
        matches.map(({ groups }) => {
          const rest = groups.slice(1).map((group) => string(group ?? '', target.at))
          const [only] = rest
          if (rest.length > 1) return { ...list(rest), tuple: true }
          return only ?? string(groups[0] ?? '', target.at)
        }),
        target.at,
      )
}

export const regexFilters: Readonly<Record<string, Filter>> = {
  regex_replace: replace,
  regex_search: find,
  regex_findall: findAll,
}
