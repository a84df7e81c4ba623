import {
  buildDevice,
  mapTemplate,
  originAt,
  type Change,
  type Device,
  type Draft,
  type MappedText,
  type Note,
  type Origin,
  type Platform,
  type Reason,
  type SourceFile,
  type TemplateText,
} from '@breakwater/core'
import { readFacts } from '@breakwater/lifecycle'
import { identify, type BesideEvidence, type DeviceIdentity } from './identity.ts'
import { LineClass } from './commands/row.ts'
import { Lowering, type Holes } from './commands/lowering.ts'
import { writeChanges } from './commands/write.ts'
import { iosCommands } from './platforms/ios/commands/index.ts'
import { coverageOf, type Coverage } from './platforms/ios/coverage.ts'
import { iosDefaults } from './platforms/ios/defaults.ts'
import { detectIos, type Detection } from './platforms/ios/detect.ts'
import { iosModes } from './platforms/ios/modes.ts'
import { iosxeDefaults } from './platforms/iosxe/defaults.ts'
import { LineKind, type LineTable } from './syntax/lines.ts'
import { parseLines } from './syntax/parse.ts'
import { lineText } from './syntax/view.ts'
import { HoleWatch } from './templates/holes.ts'

export interface ReadOptions {
  /** The platform, where somebody knows it. */
  readonly platform?: 'ios' | 'iosxe'
  /** What other files tell of the release and the hardware of the device of that name. */
  readonly beside?: (name: string) => readonly BesideEvidence[]
}

/** A configuration that was read. */
export interface DeviceReading {
  readonly device: Device
  readonly file: SourceFile
  readonly table: LineTable
  /** The `LineClass` of each line of the table; 0 for lines that are no commands. */
  readonly classes: Uint8Array
  readonly detection: Detection
  readonly coverage: Coverage
  readonly identity: DeviceIdentity
  readonly notes: readonly Note[]
  /** Lines that are not blank, and those of them that are understood, ignored on purpose, or no commands at all. */
  readonly lines: number
  readonly linesUnderstood: number
}

/** What a text with holes has beside its text. */
interface Templated {
  readonly map: MappedText
  readonly holes: (table: LineTable) => Holes
  readonly options: TemplateOptions
  /** Where one would write what has no line of its own. */
  readonly at: Origin
  readonly open: Reason | undefined
}

/** Reads a device configuration; undefined where the text is none of a platform that has a parser. Never throws. */
export function readDevice(file: SourceFile, options: ReadOptions = {}): DeviceReading | undefined {
  return read(file, options, undefined)
}

/** Facts about the device of a template that its text does not tell. */
export interface TemplateOptions {
  /** The device's name: the inventory's host, the `device` attribute. */
  readonly name: string
  readonly platform?: 'ios' | 'iosxe'
  /** Where something says how much of the device the text is; otherwise the text itself tells. */
  readonly coverage?: 'whole' | 'part'
  /** What something beside the text tells of the release, such as `ansible_net_version`. */
  readonly release?: { readonly text: string; readonly at: Origin | undefined }
  /** States what the source says beside the text: how the tool reaches the device, lists that are complete. */
  readonly extend?: (draft: Draft) => void
}

/** Reads a text with holes as a device; undefined where it is none of a platform that has a parser. Never throws. */
export function readTemplate(template: TemplateText, options: TemplateOptions): DeviceReading | undefined {
  const map = mapTemplate(template, options.name)
  const { platform, release } = options
  const span = release?.at?.span ?? template.at.span
  const evidence = release === undefined ? undefined : readFacts(platform ?? 'ios', release.text, span)
  const readOptions: ReadOptions = {
    ...(platform !== undefined && { platform }),
    ...(evidence !== undefined && { beside: () => [{ file: span.file, evidence: [evidence] }] }),
  }
  return read(map.file, readOptions, {
    map,
    holes: (table) => new HoleWatch(map, table),
    options,
    at: template.at,
    open: template.open,
  })
}

/** What a text with holes is, without reading what it says; undefined where it is none of a platform that has a parser. */
export function recogniseTemplate(template: TemplateText): { readonly coverage: 'whole' | 'part' } | undefined {
  const table = parseLines(mapTemplate(template, '').file.text, iosModes)
  const { platform } = detectIos(table)
  return platform === 'other' || platform === 'none' ? undefined : { coverage: coverageOf(table).coverage }
}

function read(file: SourceFile, options: ReadOptions, template: Templated | undefined): DeviceReading | undefined {
  const table = parseLines(file.text, iosModes)
  const detected: Detection =
    options.platform === undefined ? detectIos(table) : { platform: options.platform, why: 'given by the user' }
  if (detected.platform === 'other' || detected.platform === 'none') return undefined
  const coverage = givenCoverage(coverageOf(table), template?.options.coverage)
  const lowering = new Lowering(file, table, template?.holes(table))
  for (const { message, start, end } of table.notes)
    lowering.notes.push({ kind: 'syntax', message, at: originAt(file, start, end) })
  lowering.run(iosCommands)
  template?.options.extend?.(lowering.draft)
  if (template?.open !== undefined) lowering.draft.openAll(template.open)
  const at = template === undefined || coverage.hostname >= 0 ? anchor(file, table, coverage) : template.at
  const name = template?.options.name ?? nameOf(lowering, file)
  const identity = identify(file, table, at, options.beside?.(name))
  lowering.notes.push(...identity.notes)
  const detection = options.platform === undefined ? byImage(detected, identity) : detected
  const platform = detection.platform === 'iosxe' ? 'iosxe' : 'ios'
  const place = placer(file, template?.map)
  const device = buildDevice({
    name,
    platform,
    coverage: coverage.coverage,
    at: place(at),
    release: { ...identity.release, at: place(identity.release.at) },
    train: { ...identity.train, at: place(identity.train.at) },
    box: { ...identity.box, at: place(identity.box.at) },
    hardware: {
      ...identity.hardware,
      at: place(identity.hardware.at),
      items: identity.hardware.items.map((item) => ({ ...item, at: place(item.at) })),
    },
    draft: lowering.draft,
    defaults: platform === 'iosxe' ? iosxeDefaults : iosDefaults,
  })
  return {
    device,
    file,
    table,
    classes: lowering.classes,
    detection,
    coverage,
    identity,
    notes: lowering.notes.map((note) => (note.at === undefined ? note : { ...note, at: place(note.at) })),
    ...count(table, lowering.classes),
  }
}

function givenCoverage(told: Coverage, given: 'whole' | 'part' | undefined): Coverage {
  return given === undefined || given === told.coverage
    ? told
    : { ...told, coverage: given, why: 'given by the source' }
}

/** Leads places in a rendered text back to where a person edits; those in a device's own file stay. */
function placer(file: SourceFile, map: MappedText | undefined): (at: Origin) => Origin {
  if (map === undefined) return (at) => at
  return (at) => (at.span.file === file ? map.lineAt(at.span.start, at.span.end) : at)
}

/** The name of an image or a header line knows IOS-XE from IOS better than the commands do. */
function byImage(detected: Detection, { ranking }: DeviceIdentity): Detection {
  const { scheme } = ranking
  if (scheme !== 'iosxe' && scheme !== 'ios') return detected
  if (scheme === detected.platform) return detected
  const from = ranking.release?.from ?? ranking.nextBoot?.from
  if (from === undefined || from.source === 'version-line') return detected
  return { platform: scheme, why: `${from.source.replace('-', ' ')}: ${from.value}` }
}

/** The command lines that make the changes on a platform. */
export function remediationOf(platform: Platform, changes: readonly Change[]): string[] {
  switch (platform) {
    case 'ios':
    case 'iosxe':
      return writeChanges(iosCommands, changes)
    case 'nxos':
    case 'iosxr':
    case 'eos':
    case 'junos':
    case 'aws':
    case 'azure':
    case 'gcp':
      return []
  }
}

function nameOf(lowering: Lowering, file: SourceFile): string {
  const hostname = lowering.draft.stated('system.hostname')
  if (hostname?.state === 'known') return String(hostname.value)
  return file.path.slice(file.path.lastIndexOf('/') + 1)
}

/** The host name's line, else the first command, else the first line. */
function anchor(file: SourceFile, table: LineTable, coverage: Coverage): Origin {
  let line = coverage.hostname
  for (let i = 0; line < 0 && i < table.count; i++) if (table.kind[i] === LineKind.command) line = i
  if (line < 0) return originAt(file, 0, table.end[0] ?? 0)
  const start = table.body[line] ?? 0
  return originAt(file, start, start + lineText(table, line).length)
}

function count(table: LineTable, classes: Uint8Array): { lines: number; linesUnderstood: number } {
  let lines = 0
  let linesUnderstood = 0
  for (let line = 0; line < table.count; line++) {
    if (table.kind[line] === LineKind.blank) continue
    lines++
    const known = classes[line]
    if (known !== LineClass.unrecognised && known !== LineClass.unsupported) linesUnderstood++
  }
  return { lines, linesUnderstood }
}
