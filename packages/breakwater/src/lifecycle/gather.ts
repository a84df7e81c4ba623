import { featureOf } from '@breakwater/rules'
import { readCaptures, type Lifecycle, type LifecycleDay } from '@breakwater/lifecycle'
import { readDevice, type DeviceReading } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import { decodeFile, readBytes, type Candidate } from '../files.ts'
import { besideOf, stemOf, type BesideCapture, type BesideFiles } from './beside.ts'
import { lifeOf, type DeviceLife, type Identified } from './device-life.ts'
import { identifyCapture, identifyUnparsed } from './unparsed.ts'

export interface Gathering {
  readonly lives: readonly DeviceLife[]
  /** Files that were named and tell nothing. */
  readonly refused: readonly string[]
}

interface Read {
  readonly candidate: Candidate
  readonly name: string
  readonly life: DeviceLife
}

/**
 * Every device of the files. Captures among them join the configuration of their name; those without one are devices of
 * their own.
 */
export async function gather(
  candidates: readonly Candidate[],
  given: BesideFiles | undefined,
  platformOf: (absolute: string) => string | undefined,
  lifecycle: Lifecycle,
  day: LifecycleDay,
): Promise<Gathering> {
  const reads: Read[] = []
  const captures: BesideCapture[] = [...(given?.all ?? [])]
  const refused: string[] = []
  const judge = (identified: Identified): DeviceLife => lifeOf(identified, lifecycle, day)
  const parse = async (candidate: Candidate, beside?: BesideFiles): Promise<Identified | undefined> => {
    const file = await textOf(candidate)
    if (file === undefined) return undefined
    const platform = platformOf(candidate.absolute) as ReadablePlatform | undefined
    const reading = readDevice(file, {
      ...(platform && { platform }),
      ...(beside && { beside: (device) => beside.of(file.path, device) }),
    })
    return reading === undefined ? identifyUnparsed(file) : identifiedBy(reading)
  }
  for (const candidate of candidates) {
    const identified = await parse(candidate)
    if (identified !== undefined) {
      reads.push({ candidate, name: identified.device, life: judge(identified) })
      continue
    }
    const file = await textOf(candidate)
    const found = file === undefined ? [] : readCaptures(file.text)
    for (const { name, evidence } of found)
      captures.push({
        file: file ?? { path: candidate.path, text: '' },
        absolute: candidate.absolute,
        name: name ?? stemOf(candidate.path),
        evidence,
      })
    if (found.length === 0 && candidate.named) refused.push(`${candidate.path}: nothing tells a release or a product`)
  }
  const beside = besideOf(captures)
  const lives: DeviceLife[] = []
  for (const { candidate, name, life } of reads) {
    const again = beside.of(candidate.path, name).length > 0 ? await parse(candidate, beside) : undefined
    lives.push(again === undefined ? life : judge(again))
  }
  const alone = new Map<string, BesideCapture[]>()
  for (const capture of beside.idle()) alone.set(capture.name, [...(alone.get(capture.name) ?? []), capture])
  for (const [name, own] of alone) {
    const identified = identifyCapture(
      own[0]?.file.path ?? '',
      name,
      own.flatMap(({ evidence }) => evidence),
    )
    if (identified !== undefined) lives.push(judge(identified))
  }
  return { lives, refused }
}

function identifiedBy({ device, file, identity }: DeviceReading): Identified {
  return {
    file: file.path,
    device: device.name,
    platform: device.platform === 'iosxe' ? 'iosxe' : 'ios',
    ranking: identity.ranking,
    stateOf: ({ feature }) => featureOf(device, feature),
  }
}

async function textOf({
  path,
  absolute,
}: Candidate): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const read = readBytes(absolute)
  return 'refused' in read ? undefined : { path, text: await decodeFile(read.bytes) }
}
