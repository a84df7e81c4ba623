import { compareText, isFinding, severityRank, type Severity } from '../../results.ts'
import type { Report, RuleCard } from '../report.ts'
import { deviceKey } from '../shared.ts'

/** How the devices stand on one category or clause. */
export interface Standing {
  readonly name: string
  readonly rules: number
  readonly findings: number
  /** Devices with a finding. */
  readonly devices: number
  readonly worst: Severity | undefined
  /** Verdicts, where every verdict was asked for. */
  readonly passed: number
  readonly unknown: number
}

interface Tally {
  findings: number
  passed: number
  unknown: number
  readonly devices: Set<string>
  worst: Severity | undefined
}

/** Of every name that a rule which ran goes by, in the order of the names. */
export function standings(
  { rules, ran, results: { results } }: Report,
  namesOf: (card: RuleCard) => readonly string[],
): Standing[] {
  const tallies = new Map<string, Tally>()
  for (const result of results) {
    const tally = tallies.get(result.rule) ?? newTally()
    tallies.set(result.rule, tally)
    if (result.verdict === 'pass') tally.passed++
    if (result.verdict === 'unknown') tally.unknown++
    if (!isFinding(result)) continue
    tally.findings++
    tally.devices.add(deviceKey(result))
    tally.worst = worse(tally.worst, result.severity)
  }
  const byName = new Map<string, Tally & { rules: number }>()
  for (const card of rules.values()) {
    const tally = tallies.get(card.id)
    if (tally === undefined && !ran.has(card.id)) continue
    for (const name of new Set(namesOf(card))) {
      const sum = byName.get(name) ?? { rules: 0, ...newTally() }
      byName.set(name, sum)
      sum.rules++
      if (tally === undefined) continue
      sum.findings += tally.findings
      sum.passed += tally.passed
      sum.unknown += tally.unknown
      for (const device of tally.devices) sum.devices.add(device)
      sum.worst = worse(sum.worst, tally.worst)
    }
  }
  return [...byName]
    .map(([name, { devices, ...sum }]) => ({ name, ...sum, devices: devices.size }))
    .toSorted((a, b) => compareText(byNumber(a.name), byNumber(b.name)))
}

function newTally(): Tally {
  return { findings: 0, passed: 0, unknown: 0, devices: new Set(), worst: undefined }
}

function worse(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return severityRank(a) <= severityRank(b) ? a : b
}

/** `E9` before `E74`. */
function byNumber(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}
