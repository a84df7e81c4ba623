import { judge, readSuppressions, suppressionAt, unusedSuppressions, iosComments } from '@breakwater/core'
import type {
  Device,
  EnabledRule,
  Finding,
  Judgement,
  Lifecycle,
  Origin,
  Rule,
  SecretVerifier,
  Site,
  SourceFile,
  Suppression,
  Suppressions,
} from '@breakwater/core'
import {
  LineClass,
  LineKind,
  readDevice,
  remediationOf,
  type BesideEvidence,
  type DeviceReading,
} from '@breakwater/network-os'
import { catalogue, type ReadablePlatform } from './catalogue.ts'
import type { DeviceCard } from './reporters/report.ts'
import {
  compareNotes,
  compareResults,
  type Location,
  type NoteKind,
  type ReportNote,
  type Result,
  type Results,
  type Summary,
} from './results.ts'
import { scrubberOf, type Scrub } from './scrub.ts'
import { shapeCounter } from './shapes.ts'
import type { Shown } from './text/frame.ts'
import { indexLines, placeOf, type LineIndex } from './text/line-index.ts'
import { TraitCounter } from './unusual.ts'
import { dataAsOf, version } from './version.ts'

export interface CheckOptions {
  /** The rules for a device; the same array for the same rules, so that nothing is made anew per device. */
  readonly rulesFor: (path: string, device: string) => readonly EnabledRule[]
  /** What the site told of a device; the same object for the same knowledge. */
  readonly siteFor?: (path: string, device: string) => Site
  /** Rules that may run on some device: what the report counts. */
  readonly rules: number
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly evidence: boolean
  /** Count what devices have in common, so that what few have stands out. */
  readonly hunt?: boolean
  readonly inlineConfig: boolean
  readonly verifySecret?: SecretVerifier
  /** What is known of releases and products, once it is loaded. */
  readonly lifecycle?: () => Lifecycle | undefined
  /** What other files tell of a device's release and hardware. */
  readonly beside?: (path: string, device: string) => readonly BesideEvidence[]
}

/** What came of a run. */
export interface Outcome {
  readonly results: Results
  /** In the order in which their files were given. */
  readonly devices: readonly DeviceCard[]
  /** Files that a result names. */
  readonly sources: ReadonlyMap<string, Shown>
  /** Stacks of rules that failed: our own faults. */
  readonly bugs: readonly string[]
}

/** Judges files one by one, holding on to no more of them than a report shows. */
export class Run {
  readonly #options: CheckOptions
  readonly #devices: DeviceCard[] = []
  readonly #results: Result[] = []
  readonly #notes: ReportNote[] = []
  readonly #sources = new Map<string, Shown>()
  readonly #bugs: string[] = []
  readonly #shapes = shapeCounter()
  readonly #traits: TraitCounter | undefined
  readonly #fail = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
  readonly #counts = { files: 0, lines: 0, linesUnderstood: 0, pass: 0, unknown: 0, notapplicable: 0, suppressed: 0 }

  constructor(options: CheckOptions) {
    this.#options = options
    this.#traits = options.hunt === true ? new TraitCounter() : undefined
  }

  /** Whether the file is a configuration that can be read. */
  add(file: SourceFile, platform?: ReadablePlatform): boolean {
    const { beside } = this.#options
    const reading = readDevice(file, {
      ...(platform && { platform }),
      ...(beside && { beside: (device) => beside(file.path, device) }),
    })
    if (reading === undefined) return false
    this.#counts.files++
    this.#counts.lines += reading.lines
    this.#counts.linesUnderstood += reading.linesUnderstood
    this.#judge(reading)
    return true
  }

  /** A remark of the shell's own. */
  note(kind: NoteKind, message: string): void {
    this.#notes.push({ kind, message })
  }

  end(): Outcome {
    const { files, lines, linesUnderstood, pass, unknown, notapplicable, suppressed } = this.#counts
    const devices = this.#devices.length
    const summary: Summary = {
      files,
      devices,
      lines,
      linesUnderstood,
      fail: this.#fail,
      pass,
      unknown,
      notapplicable,
      suppressed,
      baselined: 0,
    }
    const results: Results = {
      schema: 'breakwater/results@1',
      tool: { name: 'breakwater', version, rules: this.#options.rules, dataAsOf },
      summary,
      results: this.#results.toSorted(compareResults),
      notes: [...this.#notes, ...this.#shapes.notes()].toSorted(compareNotes),
      ...(this.#traits && { unusual: this.#traits.list(devices) }),
    }
    return { results, devices: this.#devices, sources: this.#sources, bugs: this.#bugs }
  }

  #judge(reading: DeviceReading): void {
    const { device, file, table } = reading
    const { today, evidence, inlineConfig, siteFor, verifySecret } = this.#options
    this.#devices.push({ name: device.name, platform: device.platform, file: file.path })
    const places = placesOf(reading)
    const traits = this.#traits
    const rules = this.#options.rulesFor(file.path, device.name)
    const site = siteFor?.(file.path, device.name)
    const lifecycle = this.#options.lifecycle?.()
    const report = judge([device], {
      rules,
      today,
      evidence,
      ...(site && { site }),
      ...(verifySecret && { verifySecret }),
      ...(lifecycle && { lifecycle }),
      ...(traits && {
        onTrait: (rule: Rule, of: Device, judgement: Judgement) =>
          traits.add(rule, of, judgement, () => locationOf(judgement.at, places)),
      }),
    })
    const suppressions = inlineConfig ? suppressionsOf(reading, today) : NO_SUPPRESSIONS
    const used = new Set<Suppression>()
    const scrub = scrubberOf(reading)
    this.#counts.pass += report.counts.pass
    this.#counts.unknown += report.counts.unknown
    this.#counts.notapplicable += report.counts.notapplicable
    for (const finding of report.findings) {
      const suppression = this.#suppressionOf(finding, file, suppressions)
      if (suppression !== undefined) used.add(suppression)
      if (finding.judgement.verdict === 'fail') {
        if (suppression === undefined) this.#fail[finding.severity]++
        else this.#counts.suppressed++
      }
      this.#results.push(resultOf(finding, places, scrub, suppression))
    }
    if (report.findings.length > 0) this.#sources.set(file.path, shownOf(reading))
    for (const { kind, message, at } of [...reading.notes, ...report.notes]) {
      if (kind === 'bug') this.#bugs.push(message)
      else this.#notes.push({ kind, message, ...(at && { location: locationOf(at, places) }) })
    }
    const ran = new Set(rules.filter(({ rule }) => rule.platforms.includes(device.platform)).map(({ rule }) => rule.id))
    for (const { message, start, end } of [
      ...suppressions.problems,
      ...unusedSuppressions(suppressions, used, (rule) => ran.has(rule)),
    ])
      this.#notes.push({ kind: 'syntax', message, location: locationBetween(file, start, end, places) })
    this.#shapes.add(reading, (line) => locationBetween(file, table.body[line] ?? 0, table.end[line] ?? 0, places))
  }

  #suppressionOf(finding: Finding, file: SourceFile, suppressions: Suppressions): Suppression | undefined {
    const { judgement, rule } = finding
    if (suppressions.all.length === 0 || judgement.verdict !== 'fail' || judgement.at.span.file !== file)
      return undefined
    return suppressionAt(suppressions, rule.id, judgement.at.span.start)
  }
}

const NO_SUPPRESSIONS: Suppressions = { all: [], problems: [] }

/** The comments of a file; those that name a rule which cannot be suppressed are problems. */
function suppressionsOf({ file, table }: DeviceReading, today: string): Suppressions {
  const isText = (offset: number): boolean => {
    const { line } = placeOf({ text: file.text, starts: table.start }, offset)
    const kind = table.kind[line - 1]
    return kind === LineKind.text || kind === LineKind.opaque
  }
  const read = readSuppressions(file.text, { leaders: iosComments, isRule: (id) => catalogue.has(id), today, isText })
  const stubborn = read.all.filter(({ rule }) => catalogue.get(rule)?.suppressible === false)
  if (stubborn.length === 0) return read
  return {
    all: read.all.filter((one) => !stubborn.includes(one)),
    problems: [
      ...read.problems,
      ...stubborn.map(({ rule, start, end }) => ({ message: `The rule ${rule} cannot be suppressed`, start, end })),
    ],
  }
}

type Places = (file: SourceFile) => LineIndex

/** Indexes of lines by file. The reading's own file was divided by its parser. */
function placesOf({ file, table }: DeviceReading): Places {
  const own: LineIndex = { text: file.text, starts: table.start }
  const others = new Map<SourceFile, LineIndex>()
  return (wanted) => {
    if (wanted === file) return own
    let index = others.get(wanted)
    if (index === undefined) {
      index = indexLines(wanted.text)
      others.set(wanted, index)
    }
    return index
  }
}

function locationOf({ span }: Origin, places: Places): Location {
  return locationBetween(span.file, span.start, span.end, places)
}

function locationBetween(file: SourceFile, start: number, end: number, places: Places): Location {
  const index = places(file)
  const from = placeOf(index, start)
  const to = placeOf(index, end)
  return { file: file.path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

function resultOf(
  { rule, device, severity, judgement, fingerprint }: Finding,
  places: Places,
  scrub: Scrub,
  suppression: Suppression | undefined,
): Result {
  const { verdict, setting, message, at, why, changes, applicability } = judgement
  const remediation = changes === undefined ? [] : remediationOf(device.platform, changes).map(scrub)
  return {
    rule: rule.id,
    verdict,
    severity,
    device: device.name,
    platform: device.platform,
    setting,
    message,
    location: locationOf(at, places),
    ...(at.via.length > 0 && {
      via: at.via.map(({ role, span }) => ({ role, ...locationBetween(span.file, span.start, span.end, places) })),
    }),
    ...(why && { why }),
    ...(remediation.length > 0 && { remediation, ...(applicability && { applicability }) }),
    ...(suppression && {
      suppressed: {
        by: 'inline' as const,
        reason: suppression.reason,
        ...(suppression.expires !== undefined && { expires: suppression.expires }),
      },
    }),
    fingerprint,
  }
}

/** The file as frames show it: without the secrets that its parser knows, nor what looks like one elsewhere. */
export function shownOf({ device, file, table, classes }: DeviceReading): Shown {
  const masked = device.secrets.items
    .map(({ secret: { start, end } }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start)
  const isObscure = (line: number): boolean => {
    const known = classes[line - 1]
    return known !== LineClass.understood && known !== LineClass.ignored
  }
  return { index: { text: file.text, starts: table.start }, masked, isObscure }
}
