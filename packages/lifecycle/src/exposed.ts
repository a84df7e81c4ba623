import { platformTitles, type ReleaseQuery } from './answer.ts'
import type { ExploitedAnswer } from './lookup-exploited.ts'
import type { Gate } from './rows.ts'

/** Whether the feature that opens a vulnerability is on, and who reaches it as far as the configuration shows. */
export interface FeatureState {
  /** `confined`: on, and an access list admits few. */
  readonly state: 'open' | 'confined' | 'off' | 'unknown'
  /** What shows it: `the web UI is on (ip http server)`. */
  readonly text: string
}

/** How a vulnerability stands on a device: its release and its configuration taken together. */
export interface Exposed<F extends FeatureState = FeatureState> {
  readonly cve: string
  readonly verdict: 'exposed' | 'mitigated' | 'feature-off' | 'fixed' | 'not-affected' | 'undecided'
  /** One line, with what shows it. */
  readonly text: string
  /** For `undecided`: what would decide. */
  readonly needs?: string
  /** False where no source says which releases are affected: then it is `undecided` at the worst. */
  readonly versionData: boolean
  /** Whether it is worth telling: without version data, only what a feature that is really on may open. */
  readonly told: boolean
  readonly feature: F
  readonly answer: ExploitedAnswer
}

const nameOf = ({ platform, release, train }: ReleaseQuery): string => {
  const text = typeof release === 'object' ? release.text : (release ?? train)
  return text === undefined ? `${platformTitles[platform]}, release not known` : `${platformTitles[platform]} ${text}`
}

const remedy = ({ firstFixed, why }: ExploitedAnswer): string =>
  firstFixed === undefined ? (why === undefined ? '' : ` (${why})`) : ` (first fixed in ${firstFixed})`

/** The verdict on one vulnerability. A feature that is off or confined decides whatever the release is. */
export const exposedBy = <F extends FeatureState>(
  answer: ExploitedAnswer,
  query: ReleaseQuery,
  stateOf: (gate: Gate) => F,
): Exposed<F> => {
  const { cve, state, versionData, gate } = answer
  const feature = stateOf(gate)
  const name = nameOf(query)
  const as = (verdict: Exposed['verdict'], text: string, needs?: string): Exposed<F> => ({
    cve,
    verdict,
    text: `${cve}: ${text}`,
    ...(needs === undefined ? {} : { needs }),
    versionData,
    told: verdict !== 'not-affected' && (versionData || feature.state === 'open' || feature.state === 'confined'),
    feature,
    answer,
  })
  if (state === 'not-affected') return as('not-affected', `${name} is not affected${remedy(answer)}`)
  if (state === 'fixed') return as('fixed', `fixed in ${name}${remedy(answer)}`)
  const affected = state === 'affected' ? `${name} is affected${remedy(answer)}` : `${name} may be affected`
  switch (feature.state) {
    case 'off':
      return as('feature-off', `${affected}, but ${feature.text}`)
    case 'confined':
      return as('mitigated', `${affected}; mitigated: ${feature.text}`)
    case 'unknown':
      return as('undecided', `${affected}; undecided: ${feature.text}`, feature.text)
    case 'open': {
      if (state === 'undecided') {
        const needs = answer.why ?? 'no source lists the affected releases'
        return as('undecided', `${affected}, and ${feature.text}; undecided: ${needs}`, needs)
      }
      // A train tells no software maintenance update, and a release that is not listed may be in it.
      const exposed = query.release === undefined ? 'possibly exposed' : 'exposed'
      return as('exposed', `${exposed}: ${affected}, and ${feature.text}`)
    }
  }
}
