import { join, relative, sep } from 'node:path'
import type { Runner } from './runner.ts'

/** The files that a pull request or a push changes, relative to `cwd`; else why nobody knows. */
export type Changed = { readonly files: ReadonlySet<string> } | { readonly why: string }

const COMMIT = /^[\da-f]{40}([\da-f]{24})?$/

/** Compares with the commit that the event names, as far as the checkout goes back to it. */
export function changedFiles(runner: Runner, cwd: string): Changed {
  const base = baseOf(runner)
  if (base === undefined) return { why: 'the event names no commit to compare with' }
  try {
    const top = runner.git(['rev-parse', '--show-toplevel'], cwd).trim()
    const from = [base, ...mergedInto(runner)].find((commit) => isThere(runner, commit, cwd))
    if (from === undefined)
      return { why: `the commit ${base} is not in the checkout; give actions/checkout "fetch-depth: 0"` }
    const names = runner.git(['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', from, 'HEAD', '--'], top)
    const files = names
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => relative(cwd, join(top, name)))
    return { files: new Set(sep === '/' ? files : files.map((file) => file.replaceAll(sep, '/'))) }
  } catch {
    return { why: 'git cannot compare: is the workspace a checkout?' }
  }
}

function baseOf({ env, read }: Runner): string | undefined {
  let event: unknown
  try {
    event = JSON.parse(read(env['GITHUB_EVENT_PATH'] ?? ''))
  } catch {
    return undefined
  }
  const told = [['pull_request', 'base', 'sha'], ['merge_group', 'base_sha'], ['before']].map((keys) =>
    memberOf(event, keys),
  )
  return told.find((sha): sha is string => typeof sha === 'string' && COMMIT.test(sha) && !/^0+$/.test(sha))
}

function memberOf(value: unknown, keys: readonly string[]): unknown {
  let member = value
  for (const key of keys) {
    if (typeof member !== 'object' || member === null) return undefined
    member = (member as Readonly<Record<string, unknown>>)[key]
  }
  return member
}

/** A pull request is checked out merged: the first parent is what it is merged into. */
function mergedInto({ env }: Runner): string[] {
  return env['GITHUB_EVENT_NAME'] === 'pull_request' ? ['HEAD^1'] : []
}

function isThere({ git }: Runner, commit: string, cwd: string): boolean {
  try {
    git(['cat-file', '-e', `${commit}^{commit}`], cwd)
    return true
  } catch {
    return false
  }
}
