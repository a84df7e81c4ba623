import { conditionWords, coversAll, type Condition } from './condition.ts'
import { settingPath, type Fact, type FactList, type ItemRef, type Reason, type Unknown } from './fact.ts'
import type { Advice, Applicability, Change, Judgement, Severity, Verdict } from './rule.ts'
import type { Origin } from './source.ts'

/** What a judgement is about: a fact, an item or a list. */
export type Subject =
  | { readonly setting: string; readonly item?: ItemRef | undefined; readonly at: Origin }
  | { readonly list: string; readonly key: string; readonly at: Origin }

interface Remedy {
  readonly changes?: readonly Change[]
  /** `disruptive` where it is left out. */
  readonly applicability?: Applicability
  readonly severity?: Severity
  /** See `Judgement`. */
  readonly trait?: string
}

export interface Demand<T> extends Remedy {
  /** What is wrong when the demand is not met: one line. The value is undefined where the setting is absent. */
  readonly message: string | ((value: T | undefined) => string)
  /** The value that mends the setting. */
  readonly fix?: T
  /** In place of the fact's own place. */
  readonly at?: Origin
}

/** The fact is known and `holds`. Absence fails; an unknown fact is decided only when all that it can be agrees. */
export function must<T>(fact: Fact<T>, holds: (value: T) => boolean, demand: Demand<T>): Judgement {
  switch (fact.state) {
    case 'known':
      return holds(fact.value) ? pass(fact) : broken(fact, fact.value, demand, holds)
    case 'absent':
      return broken(fact, undefined, demand, holds)
    case 'unknown': {
      const { oneOf, possible } = fact
      if (possible !== undefined) return mustOfEach(fact, possible, holds, demand)
      if (oneOf !== undefined && oneOf.length > 0) {
        if (oneOf.every((value) => holds(value))) return pass(fact)
        if (oneOf.every((value) => !holds(value))) return broken(fact, oneOf[0], demand, holds)
      }
      return new Judged(
        'unknown',
        fact,
        () => `cannot tell: ${textOf(demand, undefined)}`,
        fact.at,
        undefined,
        fact.why,
      )
    }
  }
}

/**
 * What some branch can produce fails; what may be absent for want of a branch is unknown. A line that a branch alone has
 * does not lift what stands before it.
 */
function mustOfEach<T>(
  fact: Unknown<T>,
  possible: readonly Fact<T>[],
  holds: (value: T) => boolean,
  demand: Demand<T>,
): Judgement {
  let decided = true
  for (const one of possible) {
    const judged = must(one, holds, demand)
    // Without a condition of its own it is silence, which the branches may fill.
    const isSilence = one.state === 'absent' || (one.state === 'known' && one.by === 'default')
    if (judged.verdict === 'fail' && !(isSilence && one.at.when === undefined)) return judged
    if (judged.verdict !== 'pass') decided = false
  }
  return decided
    ? pass(fact)
    : new Judged('unknown', fact, () => `cannot tell: ${textOf(demand, undefined)}`, fact.at, undefined, fact.why)
}

/** Like `must`, but a setting that is absent is not applicable. */
export function mustIfSet<T>(fact: Fact<T>, holds: (value: T) => boolean, demand: Demand<T>): Judgement {
  if (fact.state === 'unknown' && fact.possible !== undefined) {
    const set = fact.possible.filter((one) => one.state !== 'absent')
    return set.length === 0 ? notApplicable(fact) : mustOfEach(fact, set, holds, demand)
  }
  return fact.state === 'absent' ? notApplicable(fact) : must(fact, holds, demand)
}

/** The list has `count` items at least. Fewer of an open list are unknown. */
export function mustHaveAtLeast(list: FactList<unknown>, count: number, demand: Demand<number>): Judgement {
  if (list.items.length >= count) {
    const certain = list.items.filter((item) => whenOf(item) === undefined).length
    if (certain >= count || covered(list.items)) return pass(list)
    return unknown(list, textOf(demand, certain), { kind: 'conditional' })
  }
  if (list.complete) return fail(list, textOf(demand, list.items.length), demand)
  return unknown(list, textOf(demand, list.items.length), { kind: 'not-in-view' })
}

export function pass(subject: Subject, message = 'in order', { trait }: { readonly trait?: string } = {}): Judgement {
  // A list of which everything depends on conditions may be empty.
  if ('items' in subject && Array.isArray(subject.items) && subject.items.length > 0 && !covered(subject.items))
    return unknown(subject, 'all of it depends on conditions', { kind: 'conditional' })
  return new Judged('pass', subject, message, subject.at, trait === undefined ? undefined : { trait })
}

export function fail(subject: Subject, message: string, remedy: Remedy & { readonly at?: Origin } = {}): Judgement {
  return new Judged('fail', subject, message, remedy.at ?? subject.at, remedy)
}

/** Nobody can know. `question` is the message of the finding that it would be. */
export function unknown(
  subject: Subject,
  question: string,
  why: Reason,
  { trait }: { readonly trait?: string } = {},
): Judgement {
  const remedy = trait === undefined ? undefined : { trait }
  return new Judged('unknown', subject, () => `cannot tell: ${question}`, subject.at, remedy, why)
}

export function notApplicable(subject: Subject, message = 'not applicable'): Judgement {
  return new Judged('notapplicable', subject, message, subject.at)
}

/** A remark for the notes. */
export function advice(at: Origin, message: string): Advice {
  return { verdict: 'advice', at, message }
}

/** The change that gives a fact's setting a value, or with undefined takes it away. */
export function change(
  fact: { readonly setting: string; readonly item?: ItemRef | undefined },
  value: unknown,
): Change {
  return { setting: fact.setting, item: fact.item, value }
}

/** The change that takes an item out of its list. */
export function removal(item: ItemRef): Change {
  return { setting: item.list, item, value: undefined }
}

function whenOf(item: unknown): readonly Condition[] | undefined {
  return (item as { readonly at?: Origin } | undefined)?.at?.when
}

/** Whether some item is there however the conditions fall. */
function covered(items: readonly unknown[]): boolean {
  return whenOf(items[0]) === undefined || coversAll(items.map((item) => whenOf(item) ?? []))
}

/** The element of a list that does not hold by itself, where its place is not the list's. */
function placeOf<T>(fact: Fact<T>, value: T | undefined, holds: (value: T) => boolean): Origin {
  if (fact.state !== 'known' || fact.parts === undefined || !Array.isArray(value)) return fact.at
  const { parts } = fact
  const wrong = value.findIndex((element) => !holds([element] as T))
  return parts[wrong] ?? fact.at
}

function broken<T>(fact: Fact<T>, value: T | undefined, demand: Demand<T>, holds: (value: T) => boolean): Judgement {
  const changes = demand.changes ?? (demand.fix === undefined ? undefined : [change(fact, demand.fix)])
  const remedy = changes === undefined ? demand : { ...demand, changes }
  return new Judged('fail', fact, () => textOf(demand, value), demand.at ?? placeOf(fact, value, holds), remedy)
}

function textOf<T>(demand: Demand<T>, value: T | undefined): string {
  return typeof demand.message === 'string' ? demand.message : demand.message(value)
}

/** Most judgements are counted and forgotten: the path and the message are made only for those that somebody reads. */
class Judged implements Judgement {
  readonly verdict: Verdict
  readonly at: Origin
  readonly why?: Reason
  readonly changes?: readonly Change[]
  readonly applicability?: Applicability
  readonly severity?: Severity
  readonly trait?: string
  readonly #subject: Subject
  #message: string | (() => string)

  constructor(
    verdict: Verdict,
    subject: Subject,
    message: string | (() => string),
    at: Origin,
    remedy?: Remedy,
    why?: Reason,
  ) {
    this.verdict = verdict
    this.at = at
    this.#subject = subject
    this.#message = message
    if (why !== undefined) this.why = why
    if (remedy?.changes !== undefined) {
      this.changes = remedy.changes
      // Whoever says nothing has not thought of it: only what is called safe is safe.
      this.applicability = remedy.applicability ?? 'disruptive'
    }
    if (remedy?.severity !== undefined) this.severity = remedy.severity
    if (remedy?.trait !== undefined) this.trait = remedy.trait
  }

  get setting(): string {
    const subject = this.#subject
    return 'key' in subject ? `${subject.list}[${subject.key}]` : settingPath(subject)
  }

  get message(): string {
    if (typeof this.#message === 'function') this.#message = this.#message()
    return this.verdict === 'fail'
      ? `${this.#message}${conditionWords(this.at.when ?? this.#subject.at.when)}`
      : this.#message
  }
}
