import { type LifecycleAnswer, type LookupOptions, whenOf } from './answer.ts'
import { combineAnswers } from './combine.ts'
import { hardwareKeys, type HardwarePattern, indexOf } from './data-index.ts'
import { matchesGlob } from './glob.ts'
import { remembered } from './remember.ts'
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

const best = (matches: readonly HardwarePattern[]): readonly HardwarePattern[] => {
  const highest = Math.max(...matches.map(({ rank }) => rank))
  return matches.filter(({ rank }) => rank === highest)
}

const isPrefixOf = (pid: string, { fixed }: HardwarePattern): boolean =>
  fixed.length > pid.length && fixed.startsWith(pid.toLowerCase()) && '-/'.includes(fixed.charAt(pid.length))

// No product number is near this, and a text of this length is not held against patterns in vain.
const longestName = 60

const judgeProduct = (name: string, options: LookupOptions): LifecycleAnswer => {
  const subject = withoutOrderingMark(name)
  const nothing: LifecycleAnswer = { verdict: 'unknown', subject, why: `no source gives the life of ${subject}` }
  const { hardware } = indexOf(options.data, options.unconfirmed === true)
  for (const pid of productNumbersOf(name)) {
    const filed = hardwareKeys(pid).flatMap((key) => hardware.get(key) ?? [])
    const exact = filed.filter(({ pattern }) => matchesGlob(pattern, pid))
    const found = exact.length > 0 ? best(exact) : filed.filter((pattern) => isPrefixOf(pid, pattern))
    const rows = [...new Set(found.map(({ row }) => row))]
    if (rows.length === 0) continue
    const answers = rows.map((row) => judgeRow(row, options))
    const decides = 'the product number is short of its ending, which decides'
    return combineAnswers(`${subject} (${rows[0]?.name})`, answers, decides)
  }
  return nothing
}

/**
 * Where a product stands on a day. Takes a product number, a chassis name, or the shortened name of a
 * `provision` line (`ws-c3750x-48p`); of several products that such a name can mean all have to agree.
 */
export const lookupHardware = (name: string, options: LookupOptions): LifecycleAnswer =>
  name.length > longestName
    ? { verdict: 'unknown', subject: `${name.slice(0, longestName)}…`, why: 'this is no product number' }
    : remembered(options.data.rows, `hardware ${whenOf(options)} ${name}`, () => judgeProduct(name, options))
