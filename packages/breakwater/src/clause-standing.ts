import type { Verdict } from '@breakwater/core'
import type { ClauseCoverage } from '@breakwater/rules'

/** How many devices stand how under a clause. One that fails a rule of it fails; one that nobody can tell of is unknown. */
export interface ClauseStandings {
  readonly pass: number
  readonly fail: number
  readonly unknown: number
  readonly notapplicable: number
}

/** Counts devices by clause. A fail that somebody accepted, with a reason, is a pass here: the report of `check` lists it. */
export class ClauseCounter {
  readonly #clauses: readonly ClauseCoverage[]
  readonly #counts: { pass: number; fail: number; unknown: number; notapplicable: number }[]
  devices = 0

  constructor(clauses: readonly ClauseCoverage[]) {
    this.#clauses = clauses
    this.#counts = clauses.map(() => ({ pass: 0, fail: 0, unknown: 0, notapplicable: 0 }))
  }

  add(worst: ReadonlyMap<string, Verdict>, open: ReadonlySet<string>): void {
    this.devices++
    for (const [index, { rules }] of this.#clauses.entries()) {
      const counts = this.#counts[index]
      if (counts === undefined) continue
      const verdicts = rules.flatMap((rule): Verdict[] => {
        const verdict = worst.get(rule)
        if (verdict === undefined) return []
        return [verdict === 'fail' && !open.has(rule) ? 'pass' : verdict]
      })
      const verdict = (['fail', 'unknown', 'pass'] as const).find((one) => verdicts.includes(one)) ?? 'notapplicable'
      counts[verdict]++
    }
  }

  /** In the order of the clauses. */
  standings(): readonly ClauseStandings[] {
    return this.#counts
  }
}
