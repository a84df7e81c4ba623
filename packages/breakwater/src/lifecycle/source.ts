import type { EnabledRule } from '@breakwater/core'
import { mayTellLifecycle, type Lifecycle } from '@breakwater/lifecycle'
import type { Io } from '../io.ts'

/** What of the command line decides the lifecycle data. */
export interface LifecycleArguments {
  readonly 'lifecycle-data': string | undefined
  readonly 'lifecycle-unconfirmed': boolean
}

export const lifecycleOptions = {
  'lifecycle-data': {
    value: 'file',
    help: 'Rows of end-of-life data of your own, which win over those of the package',
  },
  'lifecycle-unconfirmed': { help: 'Use end-of-life rows from memory and unchecked sources, too' },
} as const

/** Whether a rule asks for the data. */
export function asksForLifecycle({ rule }: EnabledRule): boolean {
  return rule.id.startsWith('lifecycle/') && rule.id !== 'lifecycle/boot-from-network'
}

/** End of life and known exploited vulnerabilities, loaded when a configuration may ask for them. */
export interface LifecycleSource {
  /** What is loaded. */
  readonly current: () => Lifecycle | undefined
  /** Loads the data, if the text may tell a release or a product. */
  readonly prepare: (text: string) => Promise<void>
  readonly load: () => Promise<Lifecycle>
  /** What a report has to say of data that are old on a day; nothing where none were used. */
  readonly remarks: (today: string) => Promise<readonly string[]>
}

/** `wanted`: whether a rule asks for the data at all. Throws a ConfigError for a file that is no data. */
export function lifecycleSource(given: LifecycleArguments, io: Io, wanted: boolean): LifecycleSource {
  let loaded: Lifecycle | undefined
  const load = async (): Promise<Lifecycle> => {
    loaded ??= await (await import('./data.ts')).loadData(given, io)
    return loaded
  }
  return {
    current: () => loaded,
    prepare: async (text) => {
      if (wanted && loaded === undefined && mayTellLifecycle(text)) await load()
    },
    load,
    remarks: async (today) => (loaded === undefined ? [] : (await import('./data.ts')).remarksOf(loaded.data, today)),
  }
}
