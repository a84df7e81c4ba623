import { featureInText, rankEvidence, readConfiguration, type Evidence, type SchemeName } from '@breakwater/lifecycle'
import type { SourceFile } from '@breakwater/core'
import type { Identified } from './device-life.ts'

/** Where a release is proven by more than a number that may stand in any text. */
const FIRM: ReadonlySet<Evidence['source']> = new Set([
  'show-version',
  'version-line',
  'comment',
  'rancid-header',
  'oxidized-header',
])

const NAMES: readonly RegExp[] = [
  /^(?:hostname|switchname) "?([\w.-]+)/m,
  /^! ?device: ([\w.-]+) \(/m,
  /^set system host-name "?([\w.-]+)/m,
  /^\s+host-name "?([\w.-]+)"?;/m,
]

/** What is whole by its own marks: for these a line that is missing is not configured. */
const WHOLE: Readonly<Partial<Record<SchemeName, readonly RegExp[]>>> = {
  nxos: [/^version \d/m, /^(?:hostname|switchname) /m],
  iosxr: [/^!! IOS XR Configuration/m],
  eos: [/^! ?device: |^end\s*$/m, /^hostname /m],
  junos: [/^(?:set )?version /m, /^(?:set )?system /m],
  asa: [/^ASA Version /m, /^hostname /m],
}

/** A configuration of a platform that has no parser yet, by its header and its version line; undefined for other texts. */
export function identifyUnparsed({ path, text }: SourceFile): Identified | undefined {
  const ranking = rankEvidence(readConfiguration(text))
  const { release, scheme } = ranking
  if (release === undefined || scheme === undefined || !FIRM.has(release.from.source)) return undefined
  const name = NAMES.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  const whole = (WHOLE[scheme] ?? []).every((mark) => mark.test(text)) && WHOLE[scheme] !== undefined
  return {
    file: path,
    device: name ?? path.slice(path.lastIndexOf('/') + 1),
    platform: scheme,
    ranking,
    stateOf: (gate) => featureInText(gate, { configuration: text, whole }),
  }
}

/** A capture that no configuration belongs to. */
export function identifyCapture(path: string, device: string, evidence: readonly Evidence[]): Identified | undefined {
  const ranking = rankEvidence(evidence)
  const { scheme } = ranking
  if (scheme === undefined) return undefined
  return {
    file: path,
    device,
    platform: scheme,
    ranking,
    stateOf: (gate) => featureInText(gate, { configuration: undefined, whole: false }),
  }
}
