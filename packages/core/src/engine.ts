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
  const rank = (rule: Rule, verdict: Verdict): void => {
    const known = worst.get(rule.id)
    if (known === undefined || ORDER.indexOf(verdict) < ORDER.indexOf(known)) worst.set(rule.id, verdict)
  }
  const { evidence = false } = options
  for (const device of devices) {
    const siblings: KeptFinding[] = []
    const keep = (enabled: EnabledRule, judgement: Judgement): void => {
      const finding = new KeptFinding(enabled, device, judgement, siblings)
      siblings.push(finding)
      findings.push(finding)
    }
    const enabledRules = typeof options.rules === 'function' ? options.rules(device) : options.rules
    for (const { enabled, context } of prepared(enabledRules, device.platform, options)) {
      const { rule } = enabled
      try {
        let judged = 0
        for (const judgement of rule.check(device, context)) {
          const { verdict } = judgement
          if (verdict === 'advice') {
            notes.push({ kind: 'advice', message: judgement.message, at: judgement.at })
            continue
          }
          judged++
          counts[verdict]++
          rank(rule, verdict)
          if (judgement.trait !== undefined) options.onTrait?.(rule, device, judgement)
          if (verdict === 'fail' || evidence) keep(enabled, judgement)
        }
        if (judged === 0) {
          counts.notapplicable++
          rank(rule, 'notapplicable')
          if (evidence) keep(enabled, silent(rule, device))
        }
      } catch (error) {
        const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
        notes.push({ kind: 'bug', message: `rule ${rule.id} failed on ${device.name}: ${told}`, at: device.at })
      }
    }
  }
  return { findings, counts, worst, notes }
}

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'pass', 'notapplicable']

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
