import {
  iosComments,
  readSuppressions,
  unusedSuppressions,
  type CommentLeader,
  type Rule,
  type SourceFile,
  type Suppression,
  type SuppressionProblem,
  type Suppressions,
} from '@breakwater/core'

const yaml: readonly CommentLeader[] = [{ open: '#' }]
const hcl: readonly CommentLeader[] = [{ open: '#' }, { open: '//' }, { open: '/*', closes: ['*/'] }]
const jinja: readonly CommentLeader[] = [
  { open: '{#-', closes: ['-#}', '#}'] },
  { open: '{#+', closes: ['-#}', '#}'] },
  { open: '{#', closes: ['-#}', '#}'] },
]

/** How comments look in a file of a project. Text of a device may stand in any of them, and brings its own comments. */
export function commentsOf(path: string): readonly CommentLeader[] {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  switch (ending) {
    case 'json':
      return []
    case 'yml':
    case 'yaml':
      return [...yaml, ...iosComments]
    case 'tf':
    case 'tfvars':
    case 'hcl':
      return [...hcl, ...iosComments]
    default:
      return [...jinja, ...yaml, ...iosComments]
  }
}

export interface Comments {
  readonly leaders: readonly CommentLeader[]
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Whether an offset lies in text that only looks like a comment, such as a banner. */
  readonly isText?: (offset: number) => boolean
  /** The rules that a comment can name. */
  readonly rules: ReadonlyMap<string, Rule>
}

/** The comments of a file that suppress something, and those of them that a finding needed. */
export interface FileSuppressions {
  readonly file: SourceFile
  readonly read: Suppressions
  readonly used: Set<Suppression>
}

/** Suppressions of rules that cannot be suppressed are problems. */
export function suppressionsIn(file: SourceFile, comments: Comments): FileSuppressions {
  const read = readSuppressions(file.text, { ...comments, isRule: (id) => comments.rules.has(id) })
  const stubborn = read.all.filter(({ rule }) => comments.rules.get(rule)?.suppressible === false)
  const used = new Set<Suppression>()
  if (stubborn.length === 0) return { file, read, used }
  const all = read.all.filter((one) => !stubborn.includes(one))
  const problems = stubborn.map(({ rule, start, end }) => ({
    message: `The rule ${rule} cannot be suppressed`,
    start,
    end,
  }))
  return { file, read: { all, problems: [...read.problems, ...problems] }, used }
}

/** What is wrong with the suppressions of a file, when all is judged. `ran` are the rules that were. */
export function complaintsOf({ read, used }: FileSuppressions, ran: ReadonlySet<string>): SuppressionProblem[] {
  return [...read.problems, ...unusedSuppressions(read, used, (rule) => ran.has(rule))]
}
