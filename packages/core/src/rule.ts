import type { Device, Platform } from './device.ts'
import type { ItemRef, Reason } from './fact.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Secret } from './secret.ts'
import type { Site } from './site.ts'
import type { Origin } from './source.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info'

/** XCCDF's words. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'notapplicable'

/** A clause of a guidance document: `{ document: 'EVHG', clause: 'E74' }`. */
export interface Citation {
  readonly document: string
  readonly clause: string
}

/** How far a change can be made without a person. */
export type Applicability = 'safe' | 'disruptive' | 'lockout-risk' | 'needs-site-value'

/** A setting and the value that mends it. The front-end that read the setting writes it. */
export interface Change {
  /** Path of the setting: `ssh.version`, `lines[].transportInput`, or a list's, whose item goes when `value` is undefined. */
  readonly setting: string
  readonly item?: ItemRef | undefined
  /** The value; undefined takes the setting, or the item, away. */
  readonly value: unknown
}

export interface Judgement {
  readonly verdict: Verdict
  /** Path of the setting with the keys of its lists. */
  readonly setting: string
  readonly at: Origin
  /** One line, without secrets. */
  readonly message: string
  readonly why?: Reason
  readonly changes?: readonly Change[]
  readonly applicability?: Applicability
  /** In place of the rule's own severity. */
  readonly severity?: Severity
  /** What was seen, without what is particular to the device: `SSH port 22022`. Devices of a fleet are compared by it. */
  readonly trait?: string
}

/** A remark that is no finding: it goes into the notes. */
export interface Advice {
  readonly verdict: 'advice'
  readonly at: Origin
  readonly message: string
}

/** Whether a hash is that of one of the candidates. `untried`: its kind cannot be tried. */
export type SecretVerifier = (secret: Secret, candidates: readonly string[]) => 'match' | 'no-match' | 'untried'

export interface RuleContext<O = unknown> {
  readonly options: O
  /** `YYYY-MM-DD`; rules have no clock of their own. */
  readonly today: string
  /** What the site told of itself; what it did not tell is unknown. */
  readonly site: Site
  readonly verifySecret?: SecretVerifier
  /** Without it nothing is known of releases and products, and rules that need it say so. */
  readonly lifecycle?: Lifecycle
}

export interface Mappings {
  readonly cis?: readonly string[]
  readonly stig?: readonly string[]
  readonly nist?: readonly string[]
  readonly attack?: readonly string[]
  readonly cve?: readonly string[]
}

/** What a responder needs of a sign of compromise, which is never a proof. */
export interface Indicator {
  /** The usual innocent explanation: one sentence. */
  readonly innocent: string
  /** What to look at next: commands of the device, or places elsewhere. */
  readonly collect: readonly string[]
}

export interface Rule<O = unknown> {
  /** `category/name`; the ids are those of the control catalogue. */
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Why it matters, in one line. */
  readonly why: string
  readonly guidance: readonly Citation[]
  readonly mappings?: Mappings
  readonly platforms: readonly Platform[]
  /** Version of Breakwater that brought the rule. */
  readonly since: string
  /** Set where a finding is a sign of compromise and not a misconfiguration. */
  readonly indicator?: Indicator
  /** Whether the preset `recommended` has it; true unless said otherwise. */
  readonly recommended?: boolean
  /** Where platform facts that the rule rests on were checked. */
  readonly verifiedBy?: readonly string[]
  /** Whether a suppression may silence it; true unless said otherwise. */
  readonly suppressible?: boolean
  /** JSON Schema of the options, and their defaults. */
  readonly options?: { readonly schema: object; readonly defaults: O }
  check(device: Device, context: RuleContext<O>): Iterable<Judgement | Advice>
}

/** Declares a rule; its options are typed by their defaults. */
export function defineRule<O = undefined>(rule: Rule<O>): Rule<O> {
  return rule
}
