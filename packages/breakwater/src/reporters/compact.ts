import type { Result, Results, Severity } from '../results.ts'
import { harmlessStart } from '../text/harmless.ts'
import type { Reporter } from './report.ts'

/**
 * One line per result: `path:line:column: error: message [rule]`, for editors, grep and problem matchers. Where many
 * devices come from one place, their lines are the same, and stand once.
 */
export const compact: Reporter = ({ results, quiet }) => {
  const lines = results.results
    .filter((result) => result.suppressed === undefined)
    .map((result) => {
      const { file, startLine, startColumn } = result.location
      return `${file}:${startLine}:${startColumn}: ${label(result)}: ${result.message} [${result.rule}]`
    })
  const limits = quiet ? [] : limitsOf(results).map((message) => `note: ${message}`)
  return [...new Set([...lines, ...limits])].map((line) => `${harmlessStart(line)}\n`).join('')
}

/** What the run as a whole could not know or did not look at: every report says so. */
export function limitsOf({ notes }: Results): string[] {
  return notes.filter(({ kind, location }) => kind === 'limit' && location === undefined).map(({ message }) => message)
}

function label({ verdict, severity }: Result): string {
  return verdict === 'fail' ? level(severity) : verdict
}

export type Level = 'error' | 'warning' | 'notice'

/** The three levels that editors and build servers know. */
export function level(severity: Severity): Level {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'error'
    case 'medium':
      return 'warning'
    case 'low':
    case 'info':
      return 'notice'
  }
}
