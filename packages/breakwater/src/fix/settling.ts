import type { Finding } from '@breakwater/core'
import type { Standing } from './bench.ts'
import type { Proof, Trial } from './proof.ts'

/** After so many findings of a rule that could not be mended, the rest of them are not tried: each costs a reading. */
const MOST_FAILURES = 5

/**
 * Rules whose fixes bring other rules to bear, which then fail: AAA without its lists, level 15 that needs an enable
 * secret, a list that must log. Their fixes are tried by themselves, so that few proofs fail for them: no more than a hint.
 */
const BRING_OTHERS: ReadonlySet<string> = new Set([
  'aaa/new-model',
  'aaa/rbac-no-default-priv15',
  'acl/no-permit-any-any',
  'l2/dtp-disabled',
])

/** Finds which of many trials hold together. All are proven at once; where that fails, they are parted. */
export class Settling {
  readonly accepted: Trial[] = []
  /** Findings that no way to write the commands mends. */
  readonly hopeless = new Set<Finding>()
  /** How the text stands with what was accepted. */
  after: Standing | undefined
  readonly #prove: (trials: readonly Trial[]) => Proof
  readonly #failures = new Map<string, number>()

  constructor(prove: (trials: readonly Trial[]) => Proof) {
    this.#prove = prove
  }

  /** Takes as many of the trials as hold together with those that were accepted; gives the findings of the others. */
  settle(given: readonly Trial[]): readonly Finding[] {
    const groupOf = ({ finding: { rule } }: Trial): string => (BRING_OTHERS.has(rule.id) ? rule.id : '')
    return ['', ...BRING_OTHERS].flatMap((id) => this.#settle(given.filter((trial) => groupOf(trial) === id)))
  }

  #settle(given: readonly Trial[]): readonly Finding[] {
    const trials = given.filter((trial) => this.#failuresOf(trial) < MOST_FAILURES)
    const failed = given.filter((trial) => this.#failuresOf(trial) >= MOST_FAILURES).map(({ finding }) => finding)
    const [first] = trials
    if (first === undefined) return failed
    const proof = this.#prove([...this.accepted, ...trials])
    if ('after' in proof) {
      this.accepted.push(...trials)
      this.after = proof.after
      return failed
    }
    if (trials.length === 1) {
      if (proof.forGood) this.hopeless.add(first.finding)
      this.#failures.set(first.finding.rule.id, this.#failuresOf(first) + 1)
      return [...failed, first.finding]
    }
    return [...failed, ...parted(trials, proof.blames).flatMap((part) => this.#settle(part))]
  }

  #failuresOf({ finding: { rule } }: Trial): number {
    return this.#failures.get(rule.id) ?? 0
  }
}

/** Those that are not to blame first; else by rules, of which many trials have few; else in halves. */
function parted(trials: readonly Trial[], blames: (trial: Trial) => boolean): readonly (readonly Trial[])[] {
  const blamed = trials.filter(blames)
  if (blamed.length > 0 && blamed.length < trials.length) return [trials.filter((trial) => !blames(trial)), blamed]
  const ids = [...new Set(trials.map(({ finding }) => finding.rule.id))]
  if (ids.length === 1) return [trials.slice(0, trials.length >> 1), trials.slice(trials.length >> 1)]
  const some = new Set(ids.slice(0, ids.length >> 1))
  const isEarly = ({ finding }: Trial): boolean => some.has(finding.rule.id)
  return [trials.filter(isEarly), trials.filter((trial) => !isEarly(trial))]
}
