import { describeAnswer } from './describe.ts'
import { exposedBy, type Exposed, type FeatureState } from './exposed.ts'
import { lookupExploited } from './lookup-exploited.ts'
import { lookupHardware } from './lookup-hardware.ts'
import { lookupRelease } from './lookup-release.ts'
import type { LifecycleAnswer, ReleaseQuery } from './answer.ts'
import { type SchemeName, schemeNames } from './release.ts'
import type { Gate, LifecycleData } from './rows.ts'

/** The day to judge by, `YYYY-MM-DD`, and how many months ahead an end is told. */
export interface LifecycleDay {
  readonly today: string
  readonly horizonMonths: number
}

/** A query as others put it: the platform may be one that is not known here. */
export interface ProductQuery {
  readonly platform: string
  readonly release?: string
  readonly train?: string
  readonly hardware: readonly string[]
}

/** An answer, and the line that says it. */
export type Standing = LifecycleAnswer & { readonly text: string }

/** The data with the questions that rules and reports ask of them. */
export interface Lifecycle {
  release: (query: ProductQuery, day: LifecycleDay) => Standing
  hardware: (name: string, day: LifecycleDay) => Standing
  exploited: <F extends FeatureState>(query: ProductQuery, stateOf: (gate: Gate) => F) => readonly Exposed<F>[]
  readonly data: LifecycleData
}

const schemeOf = (platform: string): SchemeName | undefined => schemeNames.find((name) => name === platform)

const queryOf = (platform: SchemeName, { release, train, hardware }: ProductQuery): ReleaseQuery => ({
  platform,
  hardware,
  ...(release === undefined ? {} : { release }),
  ...(train === undefined ? {} : { train }),
})

const told = (answer: LifecycleAnswer): Standing => ({ ...answer, text: describeAnswer(answer) })

/** What rules ask of the data, ready to be handed to them. `unconfirmed` counts rows from memory or unchecked sources. */
export const lifecycleOf = (
  data: LifecycleData,
  { unconfirmed = false }: { readonly unconfirmed?: boolean } = {},
): Lifecycle => ({
  data,
  release: (query, day) => {
    const platform = schemeOf(query.platform)
    if (platform === undefined) {
      return told({ verdict: 'unknown', subject: query.platform, why: 'no release scheme of that name is known' })
    }
    return told(lookupRelease(queryOf(platform, query), { data, unconfirmed, ...day }))
  },
  hardware: (name, day) => told(lookupHardware(name, { data, unconfirmed, ...day })),
  exploited: (query, stateOf) => {
    const platform = schemeOf(query.platform)
    if (platform === undefined) return []
    const asked = queryOf(platform, query)
    return lookupExploited(asked, { data }).map((answer) => exposedBy(answer, asked, stateOf))
  },
})
