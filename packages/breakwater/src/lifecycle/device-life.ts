import {
  milestoneWords,
  type Exposed,
  type FeatureState,
  type Lifecycle,
  type LifecycleDay,
  type Milestone,
  type Ranking,
  type SchemeName,
  type Standing,
} from '@breakwater/lifecycle'

/** Where a device stands: what it runs and is, who said so, and what that comes to on the day. */
export interface DeviceLife {
  readonly file: string
  readonly device: string
  readonly platform: string
  readonly release: string | undefined
  /** Only this is known, where the release is not. */
  readonly train: string | undefined
  /** Where the release was read: `version line`, `show version`, … */
  readonly by: string | undefined
  readonly os: Standing
  readonly hardware: readonly { readonly name: string; readonly by: string; readonly standing: Standing }[]
  readonly exploited: readonly Exposed[]
  readonly contradictions: readonly string[]
}

/** What is known of a device when its file has been read. */
export interface Identified {
  readonly file: string
  readonly device: string
  readonly platform: SchemeName
  readonly ranking: Ranking
  readonly stateOf: (gate: Exposed['answer']['gate']) => FeatureState
}

export function lifeOf(
  { file, device, platform, ranking, stateOf }: Identified,
  lifecycle: Lifecycle,
  day: LifecycleDay,
): DeviceLife {
  const { release, train } = ranking
  const hardware = ranking.hardware.map(({ value }) => value)
  const query = {
    platform: release?.value.scheme ?? platform,
    hardware,
    ...(release === undefined ? {} : { release: release.value.text }),
    ...(train === undefined || release !== undefined ? {} : { train: train.value.text }),
  }
  return {
    file,
    device,
    platform: query.platform,
    release: release?.value.text,
    train: train?.value.text,
    by: (release ?? train)?.from.source.replace('-', ' '),
    os: lifecycle.release(query, day),
    hardware: ranking.hardware.map(({ value, from }) => ({
      name: value,
      by: from.source.replace('-', ' '),
      standing: lifecycle.hardware(value, day),
    })),
    // Of a device whose software nobody knows, nothing can be said of each vulnerability.
    exploited: (release ?? train) === undefined ? [] : lifecycle.exploited(query, stateOf).filter(({ told }) => told),
    contradictions: ranking.contradictions.map(({ message }) => message),
  }
}

const URGENCY: readonly Standing['verdict'][] = [
  'past-support',
  'past-vulnerability-support',
  'ending',
  'maintenance-ended',
  'supported',
  'unknown',
]

/** Of the release and the products, that which is worst off. */
export function worstOf({ os, hardware }: DeviceLife): Standing {
  return [os, ...hardware.map(({ standing }) => standing)].toSorted(
    (a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict) || (a.date ?? '9').localeCompare(b.date ?? '9'),
  )[0] as Standing
}

/** `2 exposed, 1 undecided`; empty where nothing is to be told. */
export function exposureCounts({ exploited, release, train }: DeviceLife): string {
  if ((release ?? train) === undefined) return 'unknown'
  return (['exposed', 'mitigated', 'undecided'] as const)
    .map((verdict) => [exploited.filter((one) => one.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict}`)
    .join(', ')
}

export function releaseOf({ release, train }: DeviceLife): string {
  return release ?? (train === undefined ? 'unknown' : `${train} (train)`)
}

export function milestoneText({ verdict, milestone, derivedFrom }: Standing): string {
  const known: Milestone | undefined = derivedFrom?.milestone ?? milestone
  if (verdict === 'unknown') return 'unknown'
  const past = verdict.startsWith('past') || verdict === 'maintenance-ended' ? 'past ' : ''
  return known === undefined ? 'out of support' : `${past}${milestoneWords[known]}`
}
