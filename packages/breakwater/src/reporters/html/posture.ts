import { compareText, severityRank, type Result, type Severity } from '../../results.ts'
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
}

interface Tally {
  findings: number
  readonly devices: Set<string>
  worst: Severity | undefined
}

/** Of every name that a rule which ran goes by, in the order of the names. */
export function standings(
  { rules, ran }: Report,
  findings: readonly Result[],
  namesOf: (card: RuleCard) => readonly string[],
): Standing[] {
  const tallies = new Map<string, Tally>()
  for (const finding of findings) {
    const tally = tallies.get(finding.rule) ?? { findings: 0, devices: new Set(), worst: undefined }
    tallies.set(finding.rule, tally)
    tally.findings++
    tally.devices.add(deviceKey(finding))
    tally.worst = worse(tally.worst, finding.severity)
  }
  const byName = new Map<string, Tally & { rules: number }>()
  for (const card of rules.values()) {
    const tally = tallies.get(card.id)
    if (tally === undefined && !ran.has(card.id)) continue
    for (const name of new Set(namesOf(card))) {
      const sum = byName.get(name) ?? { rules: 0, findings: 0, devices: new Set(), worst: undefined }
      byName.set(name, sum)
      sum.rules++
      if (tally === undefined) continue
      sum.findings += tally.findings
      for (const device of tally.devices) sum.devices.add(device)
      sum.worst = worse(sum.worst, tally.worst)
    }
  }
  return [...byName]
    .map(([name, { devices, ...sum }]) => ({ name, ...sum, devices: devices.size }))
    .toSorted((a, b) => compareText(byNumber(a.name), byNumber(b.name)))
}

function worse(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return severityRank(a) <= severityRank(b) ? a : b
}

/** `E9` before `E74`. */
function byNumber(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}
