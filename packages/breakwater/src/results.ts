/** The shapes of `--format json`, schema `breakwater/results@1`. Held to `schema/results.schema.json` by a test. */

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const
export type Severity = (typeof severities)[number]

export const verdicts = ['fail', 'pass', 'unknown', 'notapplicable'] as const
export type Verdict = (typeof verdicts)[number]

/** Lines and columns count from 1; `endColumn` is exclusive; columns are UTF-16 units. */
export interface Location {
  readonly file: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

export interface Via extends Location {
  readonly role: string
}

export interface Why {
  readonly kind: string
  readonly name?: string
  readonly needs?: string
}

export type Applicability = 'safe' | 'disruptive' | 'lockout-risk' | 'needs-site-value'

/** An exact replacement in a file. */
export interface ResultEdit {
  readonly file: string
  /** UTF-16 units from the beginning of the text, a byte order mark not counted; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The same stretch in lines and columns, for reports that count so; no key of the JSON. */
  readonly location?: Location
}

/** Edits that mend a finding, all of them together. Each set is for itself: those of two findings can overlap. */
export interface ResultFix {
  readonly applicability: Applicability
  readonly edits: readonly ResultEdit[]
}

export interface Suppressed {
  readonly by: 'inline' | 'baseline'
  readonly reason: string
  readonly expires?: string
}

export interface Result {
  readonly rule: string
  readonly verdict: Verdict
  readonly severity: Severity
  readonly device: string
  readonly platform: string
  readonly setting: string
  readonly message: string
  readonly location: Location
  /** For people: the file that stands for the device, where the place is in another. */
  readonly source?: string
  readonly via?: readonly Via[]
  readonly why?: Why
  readonly remediation?: readonly string[]
  /** For people; in the JSON it stands beside the edits. */
  readonly applicability?: Applicability
  /** Where edits were asked for, and are proven to mend the finding and to do nothing else. */
  readonly fix?: ResultFix
  readonly suppressed?: Suppressed
  readonly fingerprint: string
}

export type NoteKind = 'syntax' | 'unsupported' | 'unrecognised' | 'advice' | 'limit' | 'unconfirmed'

export interface ReportNote {
  readonly kind: NoteKind
  readonly message: string
  readonly location?: Location
  /** How many places have this shape, or checks wait on the name, where notes are counted. */
  readonly count?: number
}

export interface Summary {
  readonly files: number
  readonly devices: number
  readonly lines: number
  readonly linesUnderstood: number
  readonly fail: Readonly<Record<Severity, number>>
  readonly pass: number
  readonly unknown: number
  readonly notapplicable: number
  readonly suppressed: number
  readonly baselined: number
}

export interface Results {
  readonly schema: 'breakwater/results@1'
  readonly tool: { readonly name: string; readonly version: string; readonly rules: number; readonly dataAsOf: string }
  readonly summary: Summary
  readonly results: readonly Result[]
  readonly notes: readonly ReportNote[]
  /** With `--fix`: what was mended. The results are those that are left. */
  readonly fixed?: Fixed
  /** With the preset `hunt`: what the devices have, the rarest first. */
  readonly unusual?: readonly Unusual[]
}

/** What became of findings that were to be mended. */
export interface Fixed {
  /** The class up to which fixes were made. */
  readonly applicability: Exclude<Applicability, 'needs-site-value'>
  /** Whether the files were written; false on a dry run. */
  readonly written: boolean
  readonly files: number
  readonly edits: number
  readonly findings: number
  /** Findings with a remediation that are left, by their class. */
  readonly left: Readonly<Record<Applicability, number>>
}

/** Something that was seen on some devices of a run, and on how many: the fewer, the more it wants an explanation. */
export interface Unusual {
  readonly rule: string
  /** What was seen, without what is particular to a device. */
  readonly trait: string
  /** Devices that have it, and devices of the run. */
  readonly devices: number
  readonly of: number
  /** The first devices that have it, by name. */
  readonly on: readonly string[]
  /** Where it stands on the first of them. */
  readonly location: Location
}

/** By code units: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function compareLocations(a: Location, b: Location): number {
  return (
    compareText(a.file, b.file) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn
  )
}

/** The order of `results`: file, line, column, rule, device, and then whatever tells two results apart. */
export function compareResults(a: Result, b: Result): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    compareText(a.rule, b.rule) ||
    compareText(a.device, b.device) ||
    compareText(a.setting, b.setting) ||
    compareText(a.message, b.message) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

export function compareNotes(a: ReportNote, b: ReportNote): number {
  if (a.location === undefined || b.location === undefined) {
    if (a.location !== b.location) return a.location === undefined ? -1 : 1
    return compareText(a.kind, b.kind) || compareText(a.message, b.message)
  }
  return compareLocations(a.location, b.location) || compareText(a.kind, b.kind) || compareText(a.message, b.message)
}

/** 0 is the worst. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity)
}

/** A finding: a failure that nobody accepted. */
export function isFinding(result: Result): boolean {
  return result.verdict === 'fail' && result.suppressed === undefined
}
