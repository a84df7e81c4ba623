/**
 * A labelled case: what `cloud/management-ports-open` is to say of each resource. `fail` names what it must mention;
 * a resource that is left out has no verdict to be checked.
 */
export interface CloudCase {
  readonly name: string
  /** `main.tf`, or several files. */
  readonly files: string | Readonly<Record<string, string>>
  readonly verdicts: Readonly<Record<string, Verdict>>
}

export type Verdict = 'pass' | 'unknown' | { readonly fail: string }

export const fail = (what: string): Verdict => ({ fail: what })
