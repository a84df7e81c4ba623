/** What is known of a device's software and hardware. With neither release nor train nothing can be said of the software. */
export interface ProductQuery {
  /** The release scheme: a platform's name, or `asa`, `panos`. */
  readonly platform: string
  /** As the device writes it: `17.09.04a`. */
  readonly release?: string
  /** Where only that is known: `15.2` of `version 15.2`. */
  readonly train?: string
  /** Product numbers or chassis names that are proven. */
  readonly hardware: readonly string[]
}

/** The day to judge by, `YYYY-MM-DD`, and how many months ahead an end is told. */
export interface LifecycleDay {
  readonly today: string
  readonly horizonMonths: number
}

/** Where a release or a product stands on a day. */
export interface LifecycleStanding {
  readonly verdict:
    | 'past-support'
    | 'past-vulnerability-support'
    | 'maintenance-ended'
    | 'ending'
    | 'supported'
    | 'unknown'
  /** One line: the milestone, its day, the days past or left, the source. For `unknown`: what would decide. */
  readonly text: string
}

/** Whether a feature that opens a vulnerability is on, and who can reach it as far as the configuration shows. */
export interface FeatureState {
  /** `confined`: on, and an access list admits few. */
  readonly state: 'open' | 'confined' | 'off' | 'unknown'
  /** What shows it: `the web UI is on (ip http server)`. */
  readonly text: string
}

/** What has to be configured for a vulnerability to be open. */
export interface FeatureGate {
  readonly feature: string
  readonly note?: string
}

/** How one vulnerability that is known to be exploited stands on a device. */
export interface ExposureStanding<F extends FeatureState = FeatureState> {
  readonly cve: string
  /** `mitigated`: affected and on, but confined. `undecided`: what is in view does not tell. */
  readonly verdict: 'exposed' | 'mitigated' | 'feature-off' | 'fixed' | 'not-affected' | 'undecided'
  /** One line, with what shows it. */
  readonly text: string
  /** For `undecided`: what would decide. */
  readonly needs?: string
  /** False where no source says which releases are affected. */
  readonly versionData: boolean
  /** Whether it is worth telling: without version data, only what a feature that is really on may open. */
  readonly told: boolean
  readonly feature: F
}

/** End of life and known exploited vulnerabilities, as `@breakwater/lifecycle` knows them. The shell hands it to rules. */
export interface Lifecycle {
  release: (query: ProductQuery, day: LifecycleDay) => LifecycleStanding
  /** Takes a product number, a chassis name, or the shortened name of a `provision` line. */
  hardware: (name: string, day: LifecycleDay) => LifecycleStanding
  /** Every vulnerability of the platform; `stateOf` says whether the feature that opens it is on. */
  exploited: <F extends FeatureState>(
    query: ProductQuery,
    stateOf: (gate: FeatureGate) => F,
  ) => readonly ExposureStanding<F>[]
}
