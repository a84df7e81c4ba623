import { UsageError } from '../errors.ts'
import { fixClasses, type FixClass } from '../fix/classes.ts'
import type { Output } from './outputs.ts'

/** The options that mend files. */
export const fixOptions = {
  fix: {
    value: 'class',
    alone: 'safe',
    choices: fixClasses,
    help: 'Mend device configurations in their files: what is safe, or with =class also what is riskier',
  },
  'fix-dry-run': {
    value: 'class',
    alone: 'safe',
    choices: fixClasses,
    help: 'Print what --fix would do as a diff, secrets hidden, and write nothing',
  },
} as const

interface Given {
  readonly fix: string | undefined
  readonly 'fix-dry-run': string | undefined
  readonly 'stdin-filename': string | undefined
}

/** Formats whose findings have edits. */
export const WITH_EDITS: ReadonlySet<string> = new Set(['json', 'jsonl', 'sarif', 'rdjson'])

/** Proving edits takes two or three times as long as judging: a fleet does not wait for what nobody reads. */
export const MOST_WITH_EDITS = 200

/** The class of fixes that was asked for, if any was. */
export function readFixClass(given: Given, outputs: readonly Output[]): FixClass | undefined {
  const { fix, 'fix-dry-run': dryRun } = given
  if (fix !== undefined && dryRun !== undefined)
    throw new UsageError('--fix writes, and --fix-dry-run does not: give one of them')
  if (fix !== undefined && given['stdin-filename'] !== undefined)
    throw new UsageError('--fix writes files, and the standard input is none: --fix-dry-run shows what it would do')
  const [printed] = dryRun === undefined ? [] : outputs.filter(({ file }) => file === undefined)
  if (printed !== undefined)
    throw new UsageError(`--fix-dry-run prints its diff: write --format ${printed.name}=<file> beside it`)
  return (fix ?? dryRun) as FixClass | undefined
}
