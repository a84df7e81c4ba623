import type { Device, Platform } from './device.ts'
import { fingerprint } from './fingerprint.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Judgement, Rule, RuleContext, SecretVerifier, Severity, Verdict } from './rule.ts'
import { unknownSite, type Site } from './site.ts'
import type { Origin } from './source.ts'

export interface Note {
  readonly kind: 'syntax' | 'unsupported' | 'unrecognised' | 'advice' | 'limit' | 'unconfirmed' | 'bug'
  readonly message: string
  readonly at?: Origin
}

/** A rule as it is to be run. */
export interface EnabledRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: unknown
}

export interface Finding {
  readonly rule: Rule
  readonly device: Device
  readonly severity: Severity
  readonly judgement: Judgement
  /** Of rule, device and setting, so that it survives moved lines. */
  readonly fingerprint: string
}

export interface Report {
  /** The fails; with `evidence` every verdict. In the order of devices and rules. */
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<Verdict, number>>
  /** Of each rule that was judged, the worst verdict: fail, unknown, pass, notapplicable. */
  readonly worst: ReadonlyMap<string, Verdict>
  /** Of each name that nothing in view resolves, how many rules cannot tell because of it; a rule counts once a device. */
  readonly waits: ReadonlyMap<string, number>
  readonly notes: readonly Note[]
}

export interface RunOptions {
  /** Hears of every judgement with a trait, also of those that are not kept. */
  readonly onTrait?: (rule: Rule, device: Device, judgement: Judgement) => void
  /** The rules for a device, which an override may change. */
  readonly rules: readonly EnabledRule[] | ((device: Device) => readonly EnabledRule[])
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly evidence?: boolean
  /** The same object for the same knowledge, so that nothing is made anew per device. */
  readonly site?: Site
  readonly verifySecret?: SecretVerifier
  readonly lifecycle?: Lifecycle
}

/** Judges devices by rules. A rule that throws is a bug: it is noted, and the work goes on. */
export function judge(devices: Iterable<Device>, options: RunOptions): Report {
  const findings: Finding[] = []
  const notes: Note[] = []
  const counts = { pass: 0, fail: 0, unknown: 0, notapplicable: 0 }
  const worst = new Map<string, Verdict>()
  const waits = new Map<string, number>()
  for (const report of judgeEach([...devices], options)) {
    findings.push(...report.findings)
    notes.push(...report.notes)
    for (const [name, count] of report.waits) waits.set(name, (waits.get(name) ?? 0) + count)
    for (const verdict of ORDER) counts[verdict] += report.counts[verdict]
    for (const [rule, verdict] of report.worst) {
      const known = worst.get(rule)
      if (known === undefined || ORDER.indexOf(verdict) < ORDER.indexOf(known)) worst.set(rule, verdict)
    }
  }
  return { findings, counts, worst, waits, notes }
}

/**
 * The same with a report for each device, in their order. One rule after the other looks at all of them: its code and
 * what it reads are at hand then, which makes a fleet twice as fast as one device after the other.
 */
export function judgeEach(devices: readonly Device[], options: RunOptions): Report[] {
  const benches = devices.map((device) => new Bench(device, options))
  const groups = new Map<readonly Prepared[], Bench[]>()
  for (const bench of benches) {
    const enabled = typeof options.rules === 'function' ? options.rules(bench.device) : options.rules
    const rules = prepared(enabled, bench.device.platform, options)
    const group = groups.get(rules)
    if (group === undefined) groups.set(rules, [bench])
    else group.push(bench)
  }
  for (const [rules, group] of groups) for (const one of rules) for (const bench of group) bench.judge(one)
  return benches
}

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'pass', 'notapplicable']

/** One device, and what the rules say of it. */
class Bench implements Report {
  readonly device: Device
  readonly findings: KeptFinding[] = []
  readonly notes: Note[] = []
  readonly counts = { pass: 0, fail: 0, unknown: 0, notapplicable: 0 }
  readonly worst = new Map<string, Verdict>()
  readonly waits = new Map<string, number>()
  readonly #evidence: boolean
  readonly #onTrait: RunOptions['onTrait']

  constructor(device: Device, { evidence = false, onTrait }: RunOptions) {
    this.device = device
    this.#evidence = evidence
    this.#onTrait = onTrait
  }

  judge({ enabled, context }: Prepared): void {
    const { rule } = enabled
    let worst = ORDER.length
    let waiting: Set<string> | undefined
    try {
      for (const judgement of rule.check(this.device, context)) {
        const { verdict } = judgement
        if (verdict === 'advice') {
          this.notes.push({ kind: 'advice', message: judgement.message, at: judgement.at })
          continue
        }
        this.counts[verdict]++
        worst = Math.min(worst, ORDER.indexOf(verdict))
        if (verdict === 'unknown' && judgement.why?.kind === 'unresolved')
          (waiting ??= new Set()).add(judgement.why.name)
        if (judgement.trait !== undefined) this.#onTrait?.(rule, this.device, judgement)
        if (verdict === 'fail' || this.#evidence) this.#keep(enabled, judgement)
      }
      if (worst === ORDER.length) {
        this.counts.notapplicable++
        if (this.#evidence) this.#keep(enabled, silent(rule, this.device))
      }
      this.worst.set(rule.id, ORDER[worst] ?? 'notapplicable')
      for (const name of waiting ?? []) this.waits.set(name, (this.waits.get(name) ?? 0) + 1)
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.notes.push({
        kind: 'bug',
        message: `rule ${rule.id} failed on ${this.device.name}: ${told}`,
        at: this.device.at,
      })
      const before = ORDER[worst]
      if (before !== undefined) this.worst.set(rule.id, before)
    }
  }

  #keep(enabled: EnabledRule, judgement: Judgement): void {
    this.findings.push(new KeptFinding(enabled, this.device, judgement, this.findings))
  }
}

interface Prepared {
  readonly enabled: EnabledRule
  readonly context: RuleContext
}

interface Preparation {
  readonly today: string
  readonly site: Site
  readonly verifySecret: SecretVerifier | undefined
  readonly lifecycle: Lifecycle | undefined
  readonly byPlatform: Map<Platform, readonly Prepared[]>
}

const preparations = new WeakMap<readonly EnabledRule[], Preparation>()

/** The rules for a platform with their contexts, which devices with the same rules share. */
function prepared(
  rules: readonly EnabledRule[],
  platform: Platform,
  { today, site = unknownSite, verifySecret, lifecycle }: RunOptions,
): readonly Prepared[] {
  let known = preparations.get(rules)
  if (
    known === undefined ||
    known.today !== today ||
    known.site !== site ||
    known.verifySecret !== verifySecret ||
    known.lifecycle !== lifecycle
  ) {
    known = { today, site, verifySecret, lifecycle, byPlatform: new Map() }
    preparations.set(rules, known)
  }
  let made = known.byPlatform.get(platform)
  if (made === undefined) {
    made = rules
      .filter(({ rule }) => rule.platforms.includes(platform))
      .map((enabled) => ({
        enabled,
        context: {
          options: enabled.options,
          today,
          site,
          ...(verifySecret === undefined ? {} : { verifySecret }),
          ...(lifecycle === undefined ? {} : { lifecycle }),
        },
      }))
    known.byPlatform.set(platform, made)
  }
  return made
}

function silent(rule: Rule, device: Device): Judgement {
  return {
    verdict: 'notapplicable',
    setting: rule.id,
    at: device.at,
    message: 'not applicable: nothing that the rule judges is there',
  }
}

/** A finding, whose fingerprint is made when somebody asks for it. */
class KeptFinding implements Finding {
  readonly rule: Rule
  readonly device: Device
  readonly severity: Severity
  readonly judgement: Judgement
  readonly #siblings: readonly KeptFinding[]
  #fingerprint: string | undefined

  constructor({ rule, severity }: EnabledRule, device: Device, judgement: Judgement, siblings: readonly KeptFinding[]) {
    this.rule = rule
    this.device = device
    this.severity = judgement.severity ?? severity
    this.judgement = judgement
    this.#siblings = siblings
  }

  get fingerprint(): string {
    if (this.#fingerprint === undefined) {
      // All of a device at once: findings of one rule about one setting are told apart by their order.
      const ordinals = new Map<string, number>()
      for (const sibling of this.#siblings) {
        const { rule } = sibling
        const { setting } = sibling.judgement
        const name = `${rule.id}\n${setting}`
        const ordinal = ordinals.get(name) ?? 0
        ordinals.set(name, ordinal + 1)
        sibling.#fingerprint = fingerprint(rule.id, this.device.name, setting, ordinal)
      }
    }
    return this.#fingerprint ?? ''
  }
}
