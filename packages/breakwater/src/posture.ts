import type { Verdict } from '@breakwater/core'

/** How many devices stand how under one rule. A device that fails in one place fails. */
export interface Standing {
  readonly fail: number
  /** Fails everywhere where it does, and somebody has accepted that. */
  readonly suppressed: number
  readonly unknown: number
  readonly pass: number
  readonly notapplicable: number
}

/** By rule. */
export type Posture = ReadonlyMap<string, Standing>

export const noStanding: Standing = { fail: 0, suppressed: 0, unknown: 0, pass: 0, notapplicable: 0 }

export class PostureCounter {
  readonly rows = new Map<string, Record<keyof Standing, number>>()

  /** `worst` of a device by rule, and the rules that have a fail which nobody accepted. */
  add(worst: ReadonlyMap<string, Verdict>, open: ReadonlySet<string>): void {
    for (const [rule, verdict] of worst) {
      let row = this.rows.get(rule)
      if (row === undefined) {
        row = { ...noStanding }
        this.rows.set(rule, row)
      }
      row[verdict === 'fail' && !open.has(rule) ? 'suppressed' : verdict]++
    }
  }
}

/** The sum over the rules that share a key, such as their category; in the order of the keys. */
export function postureBy(posture: Posture, keysOf: (rule: string) => readonly string[]): [string, Standing][] {
  const sums = new Map<string, Record<keyof Standing, number>>()
  for (const [rule, standing] of posture) {
    for (const key of keysOf(rule)) {
      const sum = sums.get(key) ?? { ...noStanding }
      sums.set(key, sum)
      for (const state of Object.keys(sum) as (keyof Standing)[]) sum[state] += standing[state]
    }
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
