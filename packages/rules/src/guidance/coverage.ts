import type { Rule } from '@breakwater/core'
import { aa25239a } from './aa25-239a.ts'
import type { GuidanceDocument } from './document.ts'
import { evhg } from './evhg.ts'

/** The documents whose clauses are listed one by one. */
export const guidanceDocuments: readonly GuidanceDocument[] = [evhg, aa25239a]

/** How far the rules check a clause: `partly` where something of it stays for people, `not checkable` where no configuration shows it. */
export type ClauseStanding = 'checked' | 'partly' | 'not checkable' | 'not yet checked'

export interface ClauseCoverage {
  readonly document: string
  readonly clause: string
  readonly text: string
  readonly standing: ClauseStanding
  /** Ids of the rules that cite it. */
  readonly rules: readonly string[]
  /** What cannot be checked, and why; undefined where all of it is. */
  readonly reason: string | undefined
}

/** Clause by clause: which of the rules check it. */
export function coverageOf(rules: Iterable<Rule>): ClauseCoverage[] {
  const citing = new Map<string, string[]>()
  for (const { id, guidance } of rules)
    for (const { document, clause } of guidance) {
      const key = `${document} ${clause}`
      citing.set(key, [...(citing.get(key) ?? []), id])
    }
  return guidanceDocuments.flatMap(({ id: document, clauses }) =>
    clauses.map(({ clause, text, reason }) => {
      const ids = (citing.get(`${document} ${clause}`) ?? []).toSorted()
      return { document, clause, text, standing: standingOf(ids.length > 0, reason !== undefined), rules: ids, reason }
    }),
  )
}

function standingOf(hasRules: boolean, hasReason: boolean): ClauseStanding {
  if (hasRules) return hasReason ? 'partly' : 'checked'
  return hasReason ? 'not checkable' : 'not yet checked'
}
