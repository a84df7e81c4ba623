/** One recommendation of a document, in our words. */
export interface Clause {
  readonly clause: string
  readonly text: string
  /** Why configurations cannot show it, or not the whole of it. */
  readonly reason?: string
}

/** A guidance document, clause by clause. Which rules check a clause, the rules' own citations say. */
export interface GuidanceDocument {
  /** As citations name it. */
  readonly id: string
  readonly title: string
  readonly clauses: readonly Clause[]
}
