import { iosComments, judgeEach, suppressionAt } from '@breakwater/core'
import type {
  Device,
  EnabledRule,
  Finding,
  Files,
  Judgement,
  Lifecycle,
  Note,
  ProjectReading,
  Report,
  Rule,
  SecretVerifier,
  Site,
  SourceDevice,
  SourceFile,
  Suppression,
  Verdict,
} from '@breakwater/core'
import { readDevice, type BesideEvidence } from '@breakwater/network-os'
import { catalogue, type ReadablePlatform } from './catalogue.ts'
import { complaintsOf, suppressionsIn, type FileSuppressions } from './comments.ts'
import { benchOf } from './fix/bench.ts'
import { offersOf, type Offers } from './fix/offers.ts'
import { openFindingOf, type OpenFinding } from './open-finding.ts'
import { placesIn, type Places } from './places.ts'
import { ProjectSources } from './project-sources.ts'
import { PostureCounter, type Posture } from './posture.ts'
import type { DeviceCard } from './reporters/report.ts'
import { resultOf } from './result.ts'
import {
  compareNotes,
  compareResults,
  type NoteKind,
  type ReportNote,
  type Result,
  type Results,
  type Summary,
  type Suppressed,
} from './results.ts'
import { scrubberOf, type Scrub } from './scrub.ts'
import { shapeCounter } from './shapes.ts'
import { shownOf, textOf } from './shown.ts'
import type { Shown } from './text/frame.ts'
import { TraitCounter } from './unusual.ts'
import { Waits } from './waits.ts'
import { dataAsOf, version } from './version.ts'

export interface CheckOptions {
  /** The rules for a device; the same array for the same rules, so that nothing is made anew per device. */
  readonly rulesFor: (path: string, device: string) => readonly EnabledRule[]
  /** What the site told of a device; the same object for the same knowledge. */
  readonly siteFor?: (path: string, device: string) => Site
  /** Rules that may run on some device: what the report counts. */
  readonly rules: number
  /** All rules that there are; those of the package if not given. */
  readonly catalogue?: ReadonlyMap<string, Rule>
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly evidence: boolean
  /** Count what devices have in common, so that what few have stands out. */
  readonly hunt?: boolean
  readonly inlineConfig: boolean
  /** Give the edits that mend a finding, where they can be told: each device is then judged several times. */
  readonly edits?: boolean
  /** Whether a result that has to do with these files is reported; if not given, all are. */
  readonly only?: (files: readonly string[]) => boolean
  readonly verifySecret?: SecretVerifier
  /** What is known of releases and products, once it is loaded. */
  readonly lifecycle?: () => Lifecycle | undefined
  /** Hears of each device how it stands by rule, and which rules have a fail that nobody accepted. */
  readonly onDevice?: (worst: ReadonlyMap<string, Verdict>, open: ReadonlySet<string>) => void
  /** Whether a baseline takes the finding in: why, or undefined. */
  readonly accept?: (open: OpenFinding) => string | undefined
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
  /** How the devices stand, by rule. */
  readonly posture: Posture
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
  readonly #posture = new PostureCounter()
  readonly #traits: TraitCounter | undefined
  readonly #waiting: Waiting[] = []
  readonly #ids = new Map<readonly EnabledRule[], Map<string, ReadonlySet<string>>>()
  readonly #fail = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
  readonly #counts = { files: 0, lines: 0, linesUnderstood: 0, pass: 0, unknown: 0, notapplicable: 0 }
  readonly #accepted = { inline: 0, baseline: 0 }

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
    const { device, lines, linesUnderstood, notes, table } = reading
    const { inlineConfig, only, today, catalogue: rules = catalogue } = this.#options
    this.#count(1, lines, linesUnderstood)
    const places = placesIn(undefined, { file, index: { text: file.text, starts: table.start } })
    const suppressions = inlineConfig
      ? suppressionsIn(file, { leaders: iosComments, today, rules, isText: textOf(reading) })
      : undefined
    this.#judge({
      device,
      file,
      card: { name: device.name, platform: device.platform, file: file.path },
      notes,
      places,
      suppressionsOf: (named) => (named === file ? suppressions : undefined),
      ...(only && { only: (named: readonly string[]) => only([...named, file.path]) }),
      ...(this.#options.edits === true && { offers: () => offersOf(file, benchOf(this.#options), platform) }),
      name: (named) => {
        if (named === file && !this.#sources.has(file.path)) this.#sources.set(file.path, shownOf(reading))
      },
      note: (note) => void this.#notes.push(note),
      judged: (ran) => {
        if (suppressions === undefined) return
        for (const { message, start, end } of complaintsOf(suppressions, ran))
          this.#notes.push({ kind: 'syntax', message, location: places.between(file, start, end) })
      },
    })
    this.#shapes.add(reading, (line) => places.between(file, table.body[line] ?? 0, table.end[line] ?? 0))
    return true
  }

  /** A project that a front-end reads. `shown` gives the name of its files in reports. */
  project(files: Files, shown: (path: string) => string): Project {
    const { inlineConfig, only, today, catalogue: rules = catalogue } = this.#options
    const sources = new ProjectSources(files, shown, inlineConfig ? { today, rules } : undefined)
    const { places } = sources
    const told = new Set<string>()
    const waits = new Waits()
    const note = (remark: ReportNote): void => {
      // The same file is read for many devices, and says the same each time.
      const key = JSON.stringify([remark.kind, remark.message, remark.location])
      if (told.has(key)) return
      told.add(key)
      this.#notes.push(remark)
    }
    return {
      add: ({ device, file, groups, notes, lines, linesUnderstood, wanting }) => {
        this.#count(0, lines, linesUnderstood)
        sources.hide(device)
        this.#judge({
          device,
          file,
          card: { name: device.name, platform: device.platform, file: shown(file.path), ...(groups && { groups }) },
          notes,
          places,
          suppressionsOf: (named) => sources.suppressionsOf(named),
          ...(only && { only }),
          name: (named) => sources.name(named),
          note,
          ...(wanting && { waits: (counts) => waits.add(counts, wanting, places.of) }),
          judged: (ran) => sources.ran(ran),
        })
      },
      end: ({ notes, files: read }) => {
        this.#flush()
        this.#count(read.size, 0, 0)
        for (const remark of notes) this.#tell(remark, places, note)
        for (const remark of waits.notes()) note(remark)
        for (const { file, message, start, end } of sources.complaints([...read].toSorted()))
          note({ kind: 'syntax', message, location: places.between(file, start, end) })
        for (const [path, source] of sources.shown()) this.#sources.set(path, source)
      },
    }
  }

  /** The names of the devices that were added, each of them judged now. */
  judged(): ReadonlySet<string> {
    this.#flush()
    return new Set(this.#devices.map(({ name }) => name))
  }

  /** A fault of ours that stopped no more than a part of the work. */
  bug(error: unknown): void {
    this.#bugs.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }

  /** A remark of the shell's own. */
  note(kind: NoteKind, message: string): void {
    this.#notes.push({ kind, message })
  }

  end(): Outcome {
    this.#flush()
    const { files, lines, linesUnderstood, pass, unknown, notapplicable } = this.#counts
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
      suppressed: this.#accepted.inline,
      baselined: this.#accepted.baseline,
    }
    const results: Results = {
      schema: 'breakwater/results@1',
      tool: { name: 'breakwater', version, rules: this.#options.rules, dataAsOf },
      summary,
      results: this.#results.toSorted(compareResults),
      notes: [...this.#notes, ...this.#shapes.notes()].toSorted(compareNotes),
      ...(this.#traits && { unusual: this.#traits.list(devices) }),
    }
    return { results, devices: this.#devices, sources: this.#sources, posture: this.#posture.rows, bugs: this.#bugs }
  }

  #count(files: number, lines: number, linesUnderstood: number): void {
    this.#counts.files += files
    this.#counts.lines += lines
    this.#counts.linesUnderstood += linesUnderstood
  }

  /** Judges a number of devices together, for speed. */
  #judge(subject: Subject): void {
    const { card, device } = subject
    this.#devices.push(card)
    const rules = this.#options.rulesFor(card.file, device.name)
    const site = this.#options.siteFor?.(card.file, device.name)
    const lifecycle = this.#options.lifecycle?.()
    const [first] = this.#waiting
    const together = first?.rules === rules && first.site === site && first.lifecycle === lifecycle
    if (!together || this.#waiting.length >= TOGETHER) this.#flush()
    this.#waiting.push({ subject, rules, site, lifecycle })
  }

  #flush(): void {
    const waiting = this.#waiting.splice(0)
    const [first] = waiting
    if (first === undefined) return
    const { rules, site, lifecycle } = first
    const { today, evidence, verifySecret } = this.#options
    const traits = this.#traits
    const places = new Map(waiting.map(({ subject }) => [subject.device, subject.places]))
    const reports = judgeEach(
      waiting.map(({ subject }) => subject.device),
      {
        rules,
        today,
        evidence,
        ...(site && { site }),
        ...(verifySecret && { verifySecret }),
        ...(lifecycle && { lifecycle }),
        ...(traits && {
          onTrait: (rule: Rule, device: Device, judgement: Judgement) => {
            const located = places.get(device)
            if (located !== undefined) traits.add(rule, device, judgement, () => located.of(judgement.at))
          },
        }),
      },
    )
    for (const [index, { subject }] of waiting.entries()) {
      const report = reports[index]
      if (report !== undefined) this.#take(subject, report, rules)
    }
  }

  #take(
    { device, file, notes, places, suppressionsOf, only, offers, name, note, waits, judged }: Subject,
    report: Report,
    rules: readonly EnabledRule[],
  ): void {
    this.#counts.pass += report.counts.pass
    this.#counts.unknown += report.counts.unknown
    this.#counts.notapplicable += report.counts.notapplicable
    const scrub = scrubberOf(device)
    const open = new Set<string>()
    const offered = report.findings.some(({ judgement }) => judgement.changes !== undefined) ? offers?.() : undefined
    for (const finding of report.findings) {
      const { at, verdict } = finding.judgement
      const suppressions = verdict === 'fail' ? suppressionsOf(at.span.file) : undefined
      const suppression = suppressions && suppressionAt(suppressions.read, finding.rule.id, at.span.start)
      if (suppression !== undefined) suppressions?.used.add(suppression)
      const suppressed =
        verdict !== 'fail'
          ? undefined
          : suppression === undefined
            ? this.#inBaseline(finding, scrub)
            : inline(suppression)
      if (verdict === 'fail' && suppressed === undefined) open.add(finding.rule.id)
      const edits = verdict === 'fail' && suppressed === undefined ? offered?.(finding) : undefined
      const result = resultOf(finding, { source: file, places, scrub, suppressed, edits })
      if (only?.([result.location.file, ...(result.via ?? []).map((hop) => hop.file)]) === false) continue
      if (verdict === 'fail') {
        if (suppressed === undefined) this.#fail[finding.severity]++
        else this.#accepted[suppressed.by]++
      }
      this.#results.push(result)
      name(at.span.file)
      for (const hop of at.via) name(hop.span.file)
    }
    this.#posture.add(report.worst, open)
    this.#options.onDevice?.(report.worst, open)
    for (const remark of [...notes, ...report.notes])
      this.#tell({ ...remark, message: scrub(remark.message) }, places, note)
    waits?.(report.waits)
    judged(this.#idsOf(rules, device.platform))
  }

  #inBaseline(finding: Finding, scrub: Scrub): Suppressed | undefined {
    if (finding.rule.suppressible === false) return undefined
    const reason = this.#options.accept?.(openFindingOf(finding, scrub))
    return reason === undefined ? undefined : { by: 'baseline', reason }
  }

  /** The rules that were judged on a platform. */
  #idsOf(rules: readonly EnabledRule[], platform: Device['platform']): ReadonlySet<string> {
    let byPlatform = this.#ids.get(rules)
    if (byPlatform === undefined) this.#ids.set(rules, (byPlatform = new Map()))
    let ids = byPlatform.get(platform)
    if (ids === undefined) {
      ids = new Set(rules.filter(({ rule }) => rule.platforms.includes(platform)).map(({ rule }) => rule.id))
      byPlatform.set(platform, ids)
    }
    return ids
  }

  #tell({ kind, message, at }: Note, places: Places, note: (note: ReportNote) => void): void {
    if (kind === 'bug') this.#bugs.push(message)
    else note({ kind, message, ...(at && { location: places.of(at) }) })
  }
}

function inline({ reason, expires }: Suppression): Suppressed {
  return { by: 'inline', reason, ...(expires !== undefined && { expires }) }
}

/** Takes in what a front-end reads, device by device, so that none has to be held. */
export interface Project {
  readonly add: (source: SourceDevice) => void
  /** When all devices are judged: the rest of what was read. */
  readonly end: (reading: ProjectReading) => void
}

/** A device to be judged, whoever has read it. */
interface Subject {
  readonly device: Device
  /** The file that stands for it. */
  readonly file: SourceFile
  readonly card: DeviceCard
  readonly notes: readonly Note[]
  readonly places: Places
  readonly suppressionsOf: (file: SourceFile) => FileSuppressions | undefined
  readonly only?: (files: readonly string[]) => boolean
  /** The edits that mend its findings. */
  readonly offers?: () => Offers
  /** A result names the file. */
  readonly name: (file: SourceFile) => void
  readonly note: (note: ReportNote) => void
  /** Hears how many rules wait on which name. */
  readonly waits?: (counts: ReadonlyMap<string, number>) => void
  /** Hears which rules were judged, when they were. */
  readonly judged: (rules: ReadonlySet<string>) => void
}

/** A device that waits to be judged, and what it is to be judged by. */
interface Waiting {
  readonly subject: Subject
  readonly rules: readonly EnabledRule[]
  readonly site: Site | undefined
  readonly lifecycle: Lifecycle | undefined
}

/** Devices that are judged together: more are hardly faster, and are held in memory. */
const TOGETHER = 64
