/** A finding that a mutation brings; `line` finds its line (1-based) in the mutated text. */
interface ExpectedFinding {
  readonly rule: string
  readonly message: string
  readonly line: (text: string) => number
}

interface Hunk {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A change of a clean configuration that violates one rule. */
export interface Mutation {
  readonly rule: string
  readonly config: string
  /** Why it violates other rules too; else empty. */
  readonly reason: string
  readonly hunks: readonly Hunk[]
  readonly expected: readonly ExpectedFinding[]
  /** The rules that fail when every remediation is entered; left out, those whose findings have none. */
  readonly after: readonly string[] | undefined
  /** Breakwater has no lines that mend it. */
  readonly isByHand: boolean
}

/** The index of the one place where the lines stand. */
function placeOf(lines: readonly string[], wanted: readonly string[]): number {
  const places = lines.flatMap((_, at) => (wanted.every((line, index) => lines[at + index] === line) ? [at] : []))
  const [place] = places
  if (place === undefined || places.length > 1)
    throw new Error(`stands ${places.length} times, not once:\n${wanted.join('\n')}`)
  return place
}

export function mutate(text: string, hunks: readonly Hunk[]): string {
  return hunks
    .reduce<readonly string[]>((lines, { before, after }) => {
      const place = placeOf(lines, before)
      return [...lines.slice(0, place), ...after, ...lines.slice(place + before.length)]
    }, text.split('\n'))
    .join('\n')
}

const FENCE = /^([^`]*)^```diff (\w+)( by-hand)?(?: after=(\S+))?\n([\s\S]*?)\n```$/gm

const REMARK = /^! (?:(expect)|also (\S+)) "([^"]*)"/

function parseHunk(rule: string, text: string): { hunk: Hunk; expected: readonly ExpectedFinding[] } {
  const before: string[] = []
  const after: string[] = []
  const expected: ExpectedFinding[] = []
  for (const line of text.split('\n')) {
    const mark = line.slice(0, 1)
    const rest = line.slice(1)
    if (mark === '!') {
      const [, own, other = '', message = ''] = REMARK.exec(line) ?? []
      if (own === undefined && other === '') throw new Error(`${rule}: ${line}`)
      const index = after.length
      expected.push({
        rule: own === undefined ? other : rule,
        message,
        line: (whole) => placeOf(whole.split('\n'), after) + index + 1,
      })
      continue
    }
    if (mark !== '+') before.push(rest)
    if (mark !== '-') after.push(rest)
  }
  return { hunk: { before, after }, expected }
}

/**
 * Reads sections `## rule` with fences `diff config`: hunks parted by `@@`, whose lines stand once in the configuration.
 * `! expect "…"` speaks of the line that follows it, `! also rule "…"` of another rule's finding there.
 */
export function parseMutations(page: string): Mutation[] {
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const end = section.indexOf('\n')
      const rule = section.slice(0, end)
      const fences = [...section.slice(end).matchAll(FENCE)]
      if (fences.length === 0 || fences.length * 2 !== section.split('```').length - 1)
        throw new Error(`${rule}: there is a fence that cannot be read`)
      return fences.map(([, reason = '', config = '', byHand, after, body = '']) => {
        const hunks = body.split('\n@@\n').map((text) => parseHunk(rule, text))
        return {
          rule,
          config,
          reason: reason.trim(),
          hunks: hunks.map(({ hunk }) => hunk),
          expected: hunks.flatMap(({ expected }) => expected),
          isByHand: byHand !== undefined,
          after: after === 'nothing' ? [] : after?.split(','),
        }
      })
    })
}
