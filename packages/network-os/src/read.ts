import {
  buildDevice,
  originAt,
  type Change,
  type Device,
  type Note,
  type Origin,
  type Platform,
  type SourceFile,
} from '@breakwater/core'
import { identify, type BesideEvidence, type DeviceIdentity } from './identity.ts'
import { LineClass } from './commands/row.ts'
import { Lowering } from './commands/lowering.ts'
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

/** Reads a device configuration; undefined where the text is none of a platform that has a parser. Never throws. */
export function readDevice(file: SourceFile, options: ReadOptions = {}): DeviceReading | undefined {
  const table = parseLines(file.text, iosModes)
  const detected: Detection =
    options.platform === undefined ? detectIos(table) : { platform: options.platform, why: 'given by the user' }
  if (detected.platform === 'other' || detected.platform === 'none') return undefined
  const coverage = coverageOf(table)
  const lowering = new Lowering(file, table)
  for (const { message, start, end } of table.notes)
    lowering.notes.push({ kind: 'syntax', message, at: originAt(file, start, end) })
  lowering.run(iosCommands)
  const at = anchor(file, table, coverage)
  const name = nameOf(lowering, file)
  const identity = identify(file, table, at, options.beside?.(name))
  lowering.notes.push(...identity.notes)
  const detection = options.platform === undefined ? byImage(detected, identity) : detected
  const platform = detection.platform === 'iosxe' ? 'iosxe' : 'ios'
  const device = buildDevice({
    name,
    platform,
    coverage: coverage.coverage,
    at,
    release: identity.release,
    train: identity.train,
    box: identity.box,
    hardware: identity.hardware,
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
    notes: lowering.notes,
    ...count(table, lowering.classes),
  }
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
