import { iosComments, judgeEach, suppressionAt, type Finding, type SourceFile } from '@breakwater/core'
import { readDevice, type DeviceReading } from '@breakwater/network-os'
import { catalogue, type ReadablePlatform } from '../catalogue.ts'
import { suppressionsIn } from '../comments.ts'
import { openFindingOf, withoutTurn, type OpenFinding } from '../open-finding.ts'
import type { CheckOptions } from '../run.ts'
import { scrubberOf } from '../scrub.ts'
import { textOf } from '../shown.ts'

/** What a fix needs of a run to judge a text by itself. */
export type BenchOptions = Pick<
  CheckOptions,
  'rulesFor' | 'siteFor' | 'today' | 'inlineConfig' | 'catalogue' | 'verifySecret' | 'lifecycle' | 'beside'
> & {
  /** Whether a baseline takes findings like this one in: they are left as they are. */
  readonly covers?: (finding: OpenFinding) => boolean
}

/** A configuration as it stands before the rules: what fails, and how many verdicts of each setting are not a pass. */
export interface Standing {
  readonly reading: DeviceReading
  /** Fails that no comment suppresses and no baseline covers, in the order of the rules. */
  readonly open: readonly Finding[]
  /** Fails, those that are suppressed among them, by rule and setting. */
  readonly fails: ReadonlyMap<string, number>
  /** Fails and unknowns by rule and setting. */
  readonly doubts: ReadonlyMap<string, number>
}

/** Reads and judges one text. Both give undefined where it is no configuration that can be read. */
export interface Bench {
  readonly read: (file: SourceFile, platform?: ReadablePlatform) => DeviceReading | undefined
  readonly judge: (file: SourceFile, platform?: ReadablePlatform) => Standing | undefined
  /** Judges what was read. */
  readonly stand: (reading: DeviceReading) => Standing
}

export function benchOf(options: BenchOptions): Bench {
  const { rulesFor, siteFor, today, inlineConfig, verifySecret, beside, covers } = options
  const read: Bench['read'] = (file, platform) =>
    readDevice(file, {
      ...(platform && { platform }),
      ...(beside && { beside: (device) => beside(file.path, device) }),
    })
  const stand: Bench['stand'] = (reading) => {
    const { device, file } = reading
    const site = siteFor?.(file.path, device.name)
    const lifecycle = options.lifecycle?.()
    const [report] = judgeEach([device], {
      rules: rulesFor(file.path, device.name),
      today,
      evidence: true,
      ...(site && { site }),
      ...(verifySecret && { verifySecret }),
      ...(lifecycle && { lifecycle }),
    })
    const suppressions = inlineConfig
      ? suppressionsIn(file, {
          leaders: iosComments,
          today,
          rules: options.catalogue ?? catalogue,
          isText: textOf(reading),
        }).read
      : undefined
    const isSuppressed = ({ rule, judgement: { at } }: Finding): boolean =>
      suppressions !== undefined &&
      at.span.file === file &&
      suppressionAt(suppressions, rule.id, at.span.start) !== undefined
    const scrub = scrubberOf(device)
    const isAccepted = (finding: Finding): boolean => covers?.(openFindingOf(finding, scrub)) === true
    const findings = report?.findings ?? []
    const fails = findings.filter(({ judgement }) => judgement.verdict === 'fail')
    return {
      reading,
      open: fails.filter((finding) => !isSuppressed(finding) && !isAccepted(finding)),
      fails: countBy(fails),
      doubts: countBy(findings.filter(({ judgement: { verdict } }) => verdict === 'fail' || verdict === 'unknown')),
    }
  }
  const judge: Bench['judge'] = (file, platform) => {
    const reading = read(file, platform)
    return reading === undefined ? undefined : stand(reading)
  }
  return { read, judge, stand }
}

/** Two findings of one rule about one setting are the same but for their number, as are things that have but a number. */
export function matterOf({ rule, judgement }: Finding): string {
  return `${rule.id} ${withoutTurn(judgement.setting)}`
}

function countBy(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const matter = matterOf(finding)
    counts.set(matter, (counts.get(matter) ?? 0) + 1)
  }
  return counts
}
