import type { LifecycleAnswer, LookupOptions } from './answer.ts'
import { combineAnswers } from './combine.ts'
import { fixedLength, matchesGlob } from './glob.ts'
import type { HardwareRow } from './rows.ts'
import { judgeRow } from './verdict.ts'

// "=" marks a spare and "++" a variant for a purchasing scheme: the same product. "N9K-SUP-A+" is another part.
const withoutOrderingMark = (pid: string): string => pid.trim().replace(/(=|\+\+)$/, '')

/** The product numbers that a chassis name may stand for, the nearest first. */
export const productNumbersOf = (name: string): readonly string[] => {
  const pid = withoutOrderingMark(name)
  const nexus = /^(?:Nexus\s*)(\d)(\d{3}\S*)$/i.exec(pid)
  return [
    pid,
    ...(/^(C\d{4}|\d{4})/i.test(pid) ? [`WS-${pid}`] : []),
    ...(/^[1-3]\d{3}/.test(pid) ? [`CISCO${pid}`] : []),
    ...(/^C9\d{3}[A-Z]|^C9\d{4}[A-Z]/i.test(pid) ? [`N9K-${pid}`] : []),
    ...(/^C3\d{3}[A-Z]?|^C3\d{4}[A-Z]/i.test(pid) ? [`N9K-${pid}`, `N3K-${pid}`] : []),
    ...(nexus === null ? [] : [`N${nexus[1]}K-C${nexus[1]}${nexus[2]}`]),
  ]
}

interface Match {
  readonly row: HardwareRow
  readonly pattern: string
}

const best = (matches: readonly Match[]): readonly Match[] => {
  const rank = ({ row, pattern }: Match): number => (row.precedence ?? 0) * 1000 + fixedLength(pattern)
  const highest = Math.max(...matches.map(rank))
  return matches.filter((match) => rank(match) === highest)
}

const isPrefixOf = (pid: string, pattern: string): boolean => {
  const fixed = pattern.replace(/\*.*$/, '').toLowerCase()
  return fixed.length > pid.length && fixed.startsWith(pid.toLowerCase()) && /^[-/]/.test(fixed.slice(pid.length))
}

/**
 * Where a product stands on a day. Takes a product number, a chassis name, or the shortened name of a
 * `provision` line (`ws-c3750x-48p`); of several products that such a name can mean all have to agree.
 */
export const lookupHardware = (name: string, options: LookupOptions): LifecycleAnswer => {
  const subject = withoutOrderingMark(name)
  const matches: readonly Match[] = options.data.rows
    .filter((row) => row.kind === 'hardware')
    .filter((row) => options.unconfirmed === true || row.unconfirmed !== true)
    .flatMap((row) => row.pids.map((pattern) => ({ row, pattern })))
  for (const pid of productNumbersOf(name)) {
    const exact = matches.filter(({ pattern }) => matchesGlob(pattern, pid))
    const found = exact.length > 0 ? best(exact) : matches.filter(({ pattern }) => isPrefixOf(pid, pattern))
    const rows = [...new Set(found.map(({ row }) => row))]
    if (rows.length === 0) continue
    const answers = rows.map((row) => judgeRow(row, options))
    const decides = 'the product number is short of its ending, which decides'
    return combineAnswers(`${subject} (${rows[0]?.name})`, answers, decides)
  }
  return { verdict: 'unknown', subject, why: `no source gives the life of ${subject}` }
}
