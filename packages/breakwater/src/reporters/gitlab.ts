import { sha256 } from '@breakwater/core'
import { isFinding, type Severity } from '../results.ts'
import { harmlessJson } from '../text/harmless.ts'
import type { Reporter } from './report.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
}

/** GitLab Code Quality. Of two entries with one fingerprint GitLab shows one, so each has its own. */
export const gitlab: Reporter = ({ results, prefix }) => {
  const seen = new Map<string, number>()
  const entries = results.results
    .filter(isFinding)
    .map(({ rule, message, severity, device, location, fingerprint }) => {
      const name = `${fingerprint}\0${location.file}`
      const ordinal = seen.get(name) ?? 0
      seen.set(name, ordinal + 1)
      return {
        description: `${message} (${device})`,
        check_name: rule,
        fingerprint: sha256(`${name}\0${ordinal}`),
        severity: SEVERITIES[severity],
        location: { path: `${prefix}${location.file}`, lines: { begin: location.startLine, end: location.endLine } },
      }
    })
  return `${harmlessJson(JSON.stringify(entries, undefined, 2))}\n`
}
