import type { Applicability, Finding } from '@breakwater/core'
import { deviceMending, isCapture, Taken, type Edit, type Mending } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import { scrubberOf, type Scrub } from '../scrub.ts'
import type { Bench, Standing } from './bench.ts'
import { prove, type Trial } from './proof.ts'
import { Settling } from './settling.ts'

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
  /** How the text stands after the fixes; undefined without any. */
  readonly after: Standing | undefined
}

interface Candidate {
  readonly finding: Finding
  readonly mending: Mending
}

const NOTHING: Plan = { fixes: [], waiting: [], withdrawn: [], after: undefined }

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
  const taken = new Taken()
  const waiting: Finding[] = []
  const settling = new Settling((trials) => prove(standing, bench, trials, platform))
  for (
    let way = 0;
    pending.some(({ finding, mending }) => way < mending.ways.length && !settling.hopeless.has(finding));
    way++
  ) {
    const trials: Trial[] = []
    const failed = new Set<Finding>()
    const tried = new Taken(taken)
    for (const { finding, mending } of pending) {
      const writing = settling.hopeless.has(finding) ? undefined : mending.ways[way]
      if (writing === undefined) failed.add(finding)
      else if (tried.collides(writing.edits)) waiting.push(finding)
      else {
        tried.add(writing.edits)
        trials.push({ finding, ...writing, typed: mending.typed })
      }
    }
    for (const finding of settling.settle(trials)) failed.add(finding)
    for (const { finding, edits } of trials) if (!failed.has(finding)) taken.add(edits)
    pending = pending.filter(({ finding }) => failed.has(finding))
  }
  return {
    fixes: settling.accepted.map(({ finding, edits }) => ({ finding, edits })),
    waiting,
    withdrawn: pending.map(({ finding }) => finding),
    after: settling.after,
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
  return ways.find((way) => 'after' in prove(standing, bench, [{ finding, ...way, typed }], platform))?.edits
}

/** Edits repeat nothing secret of the device. */
function withoutSecrets({ ways, typed }: Mending, scrub: Scrub): Mending {
  return { ways: ways.filter(({ edits }) => edits.every(({ text }) => scrub(text) === text)), typed }
}
