import type { Applicability, Finding } from '@breakwater/core'
import {
  applyEdits,
  collide,
  deviceMending,
  isCapture,
  saysTheSame,
  typedText,
  type Edit,
  type Mending,
  type Writing,
} from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import { scrubberOf, type Scrub } from '../scrub.ts'
import { matterOf, type Bench, type Standing } from './bench.ts'

/** A finding, and the edits that were proven to mend it. */
export interface Fix {
  readonly finding: Finding
  readonly edits: readonly Edit[]
}

export interface Plan {
  /** Fixes that were proven together: they do not overlap. */
  readonly fixes: readonly Fix[]
  /** Findings that stay because their edits touch those of another. */
  readonly waiting: readonly Finding[]
  /** Findings whose edits would not have mended them, or would have done more than that. */
  readonly withdrawn: readonly Finding[]
}

interface Candidate {
  readonly finding: Finding
  readonly mending: Mending
}

interface Trial extends Fix, Writing {
  readonly typed: readonly string[]
}

const NOTHING: Plan = { fixes: [], waiting: [], withdrawn: [] }

/**
 * The edits that mend findings of a configuration. Each set was tried: the edited text says of the device exactly what
 * it would say after somebody typed the remediation, the finding is gone, and nothing fails that did not fail before.
 */
export function planFixes(
  standing: Standing,
  bench: Bench,
  allowed: (applicability: Applicability) => boolean,
  platform?: ReadablePlatform,
): Plan {
  const { reading, open } = standing
  if (isCapture(reading)) return NOTHING
  const scrub = scrubberOf(reading.device)
  let pending: Candidate[] = open.flatMap((finding) => {
    const { changes, applicability } = finding.judgement
    if (changes === undefined || applicability === undefined || !allowed(applicability)) return []
    const mending = deviceMending(reading, changes)
    return mending === undefined ? [] : [{ finding, mending: withoutSecrets(mending, scrub) }]
  })
  const accepted: Trial[] = []
  const failures = new Map<string, number>()
  const waiting: Finding[] = []
  const holds = (trials: readonly Trial[]): boolean => isProven(standing, bench, trials, platform)
  for (let way = 0; pending.some(({ mending }) => way < mending.ways.length); way++) {
    const trials: Trial[] = []
    const rest: Candidate[] = []
    for (const candidate of pending) {
      const { finding, mending } = candidate
      const writing = mending.ways[way]
      if (writing === undefined) rest.push(candidate)
      else if ([...accepted, ...trials].some((other) => collide(other.edits, writing.edits))) waiting.push(finding)
      else trials.push({ finding, ...writing, typed: mending.typed })
    }
    const failed = settle(trials, accepted, failures, holds)
    pending = pending.filter(({ finding }) => failed.has(finding) || rest.some((one) => one.finding === finding))
  }
  return {
    fixes: accepted.map(({ finding, edits }) => ({ finding, edits })),
    waiting,
    withdrawn: pending.map(({ finding }) => finding),
  }
}

/** The edits of one finding by themselves; undefined where none were proven. */
export function planFix(
  standing: Standing,
  bench: Bench,
  finding: Finding,
  platform?: ReadablePlatform,
): readonly Edit[] | undefined {
  const { changes = [] } = finding.judgement
  const mending = deviceMending(standing.reading, changes)
  if (mending === undefined) return undefined
  const { ways, typed } = withoutSecrets(mending, scrubberOf(standing.reading.device))
  return ways.find((way) => isProven(standing, bench, [{ finding, ...way, typed }], platform))?.edits
}

/** After so many findings of a rule that could not be mended, the rest of them are not tried: each costs a reading. */
const MOST_FAILURES = 5

/** Takes as many of the trials as hold together with those that were accepted; gives the others. */
function settle(
  given: readonly Trial[],
  accepted: Trial[],
  failures: Map<string, number>,
  holds: (trials: readonly Trial[]) => boolean,
): Set<Finding> {
  const failuresOf = ({ finding: { rule } }: Trial): number => failures.get(rule.id) ?? 0
  const trials = given.filter((trial) => failuresOf(trial) < MOST_FAILURES)
  const givenUp = given.filter((trial) => failuresOf(trial) >= MOST_FAILURES).map(({ finding }) => finding)
  const [first] = trials
  if (first === undefined) return new Set(givenUp)
  if (holds([...accepted, ...trials])) {
    accepted.push(...trials)
    return new Set(givenUp)
  }
  if (trials.length === 1) {
    failures.set(first.finding.rule.id, failuresOf(first) + 1)
    return new Set([...givenUp, first.finding])
  }
  const half = trials.length >> 1
  return new Set([
    ...givenUp,
    ...settle(trials.slice(0, half), accepted, failures, holds),
    ...settle(trials.slice(half), accepted, failures, holds),
  ])
}

function isProven(
  { reading, fails, doubts }: Standing,
  bench: Bench,
  trials: readonly Trial[],
  platform: ReadablePlatform | undefined,
): boolean {
  const { file, detection } = reading
  const edits = trials.flatMap((trial) => trial.edits)
  const edited = bench.read({ path: file.path, text: applyEdits(file.text, edits) }, platform)
  if (edited === undefined || edited.detection.platform !== detection.platform) return false
  const typed = typedText(
    reading,
    trials.flatMap(({ gone }) => gone),
    trials.flatMap((trial) => trial.typed),
  )
  const entered = bench.read({ path: file.path, text: typed }, detection.platform as ReadablePlatform)
  if (entered === undefined || !saysTheSame(edited.device, entered.device)) return false
  const after = bench.stand(edited)
  const mended = new Map<string, number>()
  for (const { finding } of trials) mended.set(matterOf(finding), (mended.get(matterOf(finding)) ?? 0) + 1)
  for (const [matter, count] of mended)
    if ((after.doubts.get(matter) ?? 0) > (doubts.get(matter) ?? 0) - count) return false
  for (const [matter, count] of after.fails) if (count > (fails.get(matter) ?? 0)) return false
  return true
}

/** Edits repeat nothing secret of the device. */
function withoutSecrets({ ways, typed }: Mending, scrub: Scrub): Mending {
  return { ways: ways.filter(({ edits }) => edits.every(({ text }) => scrub(text) === text)), typed }
}
