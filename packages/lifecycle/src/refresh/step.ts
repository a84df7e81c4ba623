import { misordered } from '../check-rows.ts'
import { type LifecycleData, type Milestones, milestones } from '../rows.ts'
import type { Json } from './json.ts'

/** Why a refresh keeps what was there before. */
export interface RefreshProblem {
  readonly kind: 'unreadable' | 'unknown-file' | 'row-vanished' | 'date-vanished' | 'date-earlier' | 'out-of-order'
  /** Names the refused change, and is the same for the same change: what a maintainer accepts by. */
  readonly id: string
  readonly message: string
}

/** The outcome of reading one file into the data. */
export interface Step {
  readonly data: LifecycleData
  readonly problems: readonly RefreshProblem[]
  /** Nothing refused, but for a person to know: new trains, new vulnerabilities without a gate, what is not carried. */
  readonly notes: readonly string[]
}

/** One file, and what holds for all of them. */
export interface Input {
  readonly json: Json
  readonly previous: LifecycleData
  readonly today: string
  /** The ids of refusals that a maintainer has looked at and accepts. */
  readonly accept: ReadonlySet<string>
}

const problem = (kind: RefreshProblem['kind'], subject: string, message: string): RefreshProblem => ({
  kind,
  id: `${kind}: ${subject}`,
  message,
})

/** Something that was there before and is not any more. */
export const vanished = (subject: string, from: string): RefreshProblem =>
  problem('row-vanished', subject, `${subject} is no longer in ${from}`)

/** What speaks against new days for a product: a day that is gone or earlier than before, and a wrong order. */
export const refusals = (
  subject: string,
  before: Milestones,
  after: Milestones,
  accept: ReadonlySet<string>,
): readonly RefreshProblem[] => {
  const moved = milestones.flatMap((milestone): readonly RefreshProblem[] => {
    const [was, is] = [before[milestone], after[milestone]]
    const place = `${subject} ${milestone}`
    if (was === undefined) return []
    if (is === undefined) return [problem('date-vanished', place, `${place} was ${was} and is gone`)]
    return is < was ? [problem('date-earlier', `${place} ${is}`, `${place} moves earlier, from ${was} to ${is}`)] : []
  })
  const order = misordered(after)
  const disorder = order === undefined ? [] : [problem('out-of-order', subject, `${subject}: ${order}`)]
  return [...moved, ...disorder].filter(({ id, kind }) => kind === 'out-of-order' || !accept.has(id))
}

/** The milestones that are known, in their order. */
export const knownMilestones = (days: { readonly [M in keyof Milestones]: string | undefined }): Milestones =>
  Object.fromEntries(
    milestones.flatMap((milestone) => {
      const day = days[milestone]
      return day === undefined ? [] : [[milestone, day]]
    }),
  )
