/** How comments look in a language. Without `closes` a comment ends with its line, else with the first of them. */
export interface CommentLeader {
  readonly open: string
  readonly closes?: readonly string[]
}

export const iosComments: readonly CommentLeader[] = [{ open: '!' }]

/** One rule accepted in one stretch of a file. */
export interface Suppression {
  readonly rule: string
  readonly reason: string
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly expires: string | undefined
  /** Offsets between which a result must begin. */
  readonly from: number
  readonly to: number
  /** Where the rule is named in the comment. */
  readonly start: number
  readonly end: number
}

/** Something wrong with a comment; it suppresses nothing. */
export interface SuppressionProblem {
  readonly message: string
  readonly start: number
  readonly end: number
}

export interface Suppressions {
  readonly all: readonly Suppression[]
  readonly problems: readonly SuppressionProblem[]
}

export interface SuppressionOptions {
  readonly leaders: readonly CommentLeader[]
  readonly isRule: (id: string) => boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Whether an offset lies in text that only looks like a comment, such as a banner. */
  readonly isText?: (offset: number) => boolean
}

const NONE: Suppressions = { all: [], problems: [] }
const MARK = 'breakwater-'
const DIRECTIVE = /^breakwater-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|$)/
const EXPIRES = /\s*\(expires=([^)]*)\)\s*$/

/**
 * Reads the comments `breakwater-disable-next-line rule, rule -- reason (expires=YYYY-MM-DD)`, and the same with
 * `-disable-line`, `-disable-file`, and `-disable` up to `-enable`. A reason is required; an unknown rule, a missing
 * reason and a date that has passed suppress nothing and are told.
 */
export function readSuppressions(text: string, options: SuppressionOptions): Suppressions {
  let at = text.indexOf(MARK)
  if (at < 0) return NONE
  const all: Suppression[] = []
  const problems: SuppressionProblem[] = []
  const open: { suppression: Suppression; index: number }[] = []
  for (; at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    const directive = directiveAt(text, at, options)
    if (directive === undefined) continue
    if (directive.kind === 'enable') {
      const ids = directive.rules.map(({ id }) => id)
      for (let index = open.length - 1; index >= 0; index--) {
        const begun = open[index]
        if (begun === undefined || (ids.length > 0 && !ids.includes(begun.suppression.rule))) continue
        all[begun.index] = { ...begun.suppression, to: directive.lineStart }
        open.splice(index, 1)
      }
      continue
    }
    const problem = problemOf(directive, options.today)
    if (problem !== undefined) {
      problems.push({ message: problem, start: at, end: directive.end })
      continue
    }
    const range = rangeOf(text, directive)
    for (const { id, start } of directive.rules) {
      const end = start + id.length
      if (!options.isRule(id)) {
        problems.push({ message: `The suppression names an unknown rule, "${id}"`, start, end })
        continue
      }
      const suppression = { rule: id, reason: directive.reason, expires: directive.expires, ...range, start, end }
      if (directive.kind === 'disable') open.push({ suppression, index: all.length })
      all.push(suppression)
    }
  }
  return { all, problems }
}

/** The suppression that holds for a result of `rule` that begins at `offset`. */
export function suppressionAt({ all }: Suppressions, rule: string, offset: number): Suppression | undefined {
  return all.find((one) => one.rule === rule && one.from <= offset && offset < one.to)
}

/** Suppressions that no result needed. `ran` says whether a rule was judged at all: else nobody can know. */
export function unusedSuppressions(
  { all }: Suppressions,
  used: ReadonlySet<Suppression>,
  ran: (rule: string) => boolean,
): SuppressionProblem[] {
  return all
    .filter((one) => !used.has(one) && ran(one.rule))
    .map(({ rule, start, end }) => ({ message: `The suppression of ${rule} is not needed`, start, end }))
}

interface Directive {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable' | 'enable'
  readonly rules: readonly { readonly id: string; readonly start: number }[]
  readonly reason: string
  readonly expires: string | undefined
  readonly lineStart: number
  readonly lineEnd: number
  readonly end: number
}

function directiveAt(text: string, at: number, { leaders, isText }: SuppressionOptions): Directive | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = endOfLine(text, at)
  const before = text.slice(lineStart, at)
  const leader = leaders.find(({ open }) => before.trimEnd().endsWith(open))
  if (leader === undefined || isText?.(at)) return undefined
  const line = text.slice(at, lineEnd)
  const closings = (leader.closes ?? []).map((close) => line.indexOf(close)).filter((close) => close >= 0)
  const end = trimmedEnd(text, at, at + Math.min(line.length, ...closings))
  const body = text.slice(at, end)
  const kind = DIRECTIVE.exec(body)?.[1] as Directive['kind'] | undefined
  if (kind === undefined) return undefined
  const aloneOnLine = before.trim() === leader.open
  // After a command, a comment can only speak of its own line.
  if (!aloneOnLine && (kind !== 'disable-line' || !/\s/.test(before[before.lastIndexOf(leader.open) - 1] ?? '')))
    return undefined
  const listStart = MARK.length + kind.length
  const dashes = body.search(/\s--(?:\s|$)/)
  const list = body.slice(listStart, dashes < 0 ? body.length : dashes)
  const remark = dashes < 0 ? '' : body.slice(dashes + 3)
  const rules = [...list.matchAll(/[^\s,]+/g)].map((match) => ({ id: match[0], start: at + listStart + match.index }))
  const expires = EXPIRES.exec(remark)?.[1]?.trim()
  return { kind, rules, reason: remark.replace(EXPIRES, '').trim(), expires, lineStart, lineEnd, end }
}

function problemOf({ rules, reason, expires }: Directive, today: string): string | undefined {
  if (rules.length === 0) return 'The suppression names no rule'
  if (reason === '') return 'The suppression gives no reason; write one after " -- "'
  if (expires === undefined) return undefined
  if (!isDate(expires)) return `The suppression expires on "${expires}", which is no date of the form YYYY-MM-DD`
  return expires < today ? `The suppression expired on ${expires}` : undefined
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function rangeOf(text: string, { kind, lineStart, lineEnd }: Directive): { from: number; to: number } {
  switch (kind) {
    case 'disable-file':
      return { from: 0, to: text.length + 1 }
    case 'disable-line':
      return { from: lineStart, to: lineEnd + 1 }
    case 'disable':
    case 'enable':
      return { from: lineEnd, to: text.length + 1 }
    case 'disable-next-line': {
      let from = lineEnd + 1
      // Several comments can stand above one line.
      while (from < text.length && text.slice(from, endOfLine(text, from)).includes(`${MARK}disable-`))
        from = endOfLine(text, from) + 1
      return { from, to: endOfLine(text, from) + 1 }
    }
  }
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found < 0 ? text.length : found
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && text.charCodeAt(end - 1) <= 32) end--
  return end
}
