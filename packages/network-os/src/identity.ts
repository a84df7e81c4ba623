import {
  originAt,
  type Box,
  type Device,
  type Fact,
  type Note,
  type Origin,
  type Release,
  type SourceFile,
} from '@breakwater/core'
import {
  rankEvidence,
  readConfigurationLine,
  readHeaders,
  readShowInventory,
  readShowVersion,
  type Evidence,
  type Ranking,
} from '@breakwater/lifecycle'
import { LineKind, type LineTable } from './syntax/lines.ts'
import { lineOf, lineText } from './syntax/view.ts'

/** Which release and hardware a configuration proves, and by what. */
export interface DeviceIdentity {
  readonly release: Fact<Release>
  readonly train: Fact<string>
  readonly box: Fact<Box>
  readonly hardware: Device['hardware']
  readonly evidence: readonly Evidence[]
  readonly ranking: Ranking
  readonly notes: readonly Note[]
}

/** What another file tells of a device: a capture of `show version`, an inventory, gathered facts. */
export interface BesideEvidence {
  readonly file: SourceFile
  readonly evidence: readonly Evidence[]
}

/**
 * Reads version lines, boot lines and backup headers, and takes what files beside the configuration tell. `at` is where
 * one would write what is not there.
 */
export function identify(
  file: SourceFile,
  table: LineTable,
  at: Origin,
  beside: readonly BesideEvidence[] = [],
): DeviceIdentity {
  const evidence = [...readEvidence(table), ...beside.flatMap((other) => other.evidence)]
  const ranking = rankEvidence(evidence)
  const place = (one: Evidence): Origin => {
    const other = beside.find((candidate) => candidate.evidence.includes(one))
    return originAt(other?.file ?? file, one.start, one.end)
  }
  const fact = <T>(setting: string, value: T | undefined, from: Evidence | undefined): Fact<T> =>
    value === undefined
      ? { state: 'unknown', why: { kind: 'not-in-view' }, at, setting, item: undefined }
      : { state: 'known', value, by: 'config', at: from === undefined ? at : place(from), setting, item: undefined }
  const boxed = evidence.find(({ box }) => box !== undefined && box === ranking.box)
  return {
    release: fact<Release>('release', ranking.release?.value, ranking.release?.from),
    train: fact('train', ranking.train?.value.text, ranking.train?.from),
    box: fact<Box>('box', ranking.box, boxed),
    hardware: {
      setting: 'hardware',
      items: ranking.hardware.map(({ value, from }) => ({
        pid: value,
        at: place(from),
        ...(from.source === 'provision' && { provisioned: true as const }),
      })),
      complete: false,
      at,
    },
    evidence,
    ranking,
    notes: ranking.contradictions.map(({ message, of }) => ({
      kind: 'advice',
      message,
      at: of[0] === undefined ? at : place(of[0]),
    })),
  }
}

/** First letters of the lines that may tell: `version`, `boot system`, `license udi`, `switch 1 provision`. */
const TELLING: ReadonlySet<number> = new Set(['v', 'b', 'l', 's'].map((letter) => letter.charCodeAt(0)))

/** What a terminal shows when somebody asks a device for its version: a capture may hold that beside the configuration. */
const ANSWER = /^(?:Cisco |IOS \(tm\))[^\n]{0,200}Version /m

/** The answers of a device in the same capture; a banner that quotes one is text. */
function readAnswers(table: LineTable): Evidence[] {
  const { text, kind } = table
  if (!ANSWER.test(text)) return []
  const isSaid = (offset: number): boolean => {
    const known = kind[lineOf(table, offset)]
    return known === LineKind.artefact || known === LineKind.command
  }
  return [...readShowVersion(text), ...readShowInventory(text)].filter((one) => isSaid(one.start))
}

/** Only commands at the top level count: a line of a banner that looks like one of them is text. */
function readEvidence(table: LineTable): Evidence[] {
  const evidence = [...readHeaders(table.text), ...readAnswers(table)]
  for (let line = 0; line < table.count; line++) {
    const start = table.body[line] ?? 0
    if (
      table.kind[line] !== LineKind.command ||
      (table.parent[line] ?? 0) >= 0 ||
      !TELLING.has(table.text.charCodeAt(start))
    )
      continue
    evidence.push(...readConfigurationLine(lineText(table, line), start))
  }
  return evidence
}
